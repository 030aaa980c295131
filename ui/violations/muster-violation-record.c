/* muster-violation-record.c - writing down a violation: the form and what comes of it
 *
 * From the page of violations, from a member's details and from a finding of
 * the roll call.  Nothing is decided by it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-record"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-edit.h"
#include "muster-form-dialog.h"
#include "muster-markdown.h"
#include "muster-typed.h"
#include "muster-violation-clause.h"
#include "muster-violation-edit.h"
#include "muster-violation-finding.h"
#include "muster-violation-record.h"
#include "muster-violation-table.h"

#define MAX_CLAUSE_LETTERS 40 /* of a clause in the list to choose from */

static const char *const entries[] = {
  "member", "when", "summary", "evidence", "file", "reporter"
};

/* One form on its way; what was typed stays until it could be used. */
typedef struct
{
  GtkWidget *widget;           /* owned */
  MusterContext *context;      /* owned */
  MusterViolationBoard *board; /* owned, NULL where the member is known */
  MusterFinding *finding;      /* owned, NULL if there is none */
  MusterId group;
  MusterId member;    /* none: is typed */
  char *name;         /* owned, NULL where the member is typed */
  GPtrArray *clauses; /* owned, of MusterClauseChoice */
  guint clause;       /* chosen, from 1; 0: none */
  GHashTable *typed;  /* owned: key -> text */
  gint64 now;         /* wall clock, to the second: the form only has the minute */
} Form;

typedef struct
{
  MusterViolation *violation; /* owned */
  GPtrArray *exhibits;        /* owned */
} Record;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->widget);
  g_object_unref (form->context);
  g_clear_pointer (&form->board, muster_violation_board_unref);
  g_clear_object (&form->finding);
  g_free (form->name);
  g_clear_pointer (&form->clauses, g_ptr_array_unref);
  g_hash_table_unref (form->typed);
  g_free (form);
}

static Form *
form_copy (const Form *from)
{
  Form *form = g_new0 (Form, 1);
  GHashTableIter iter;
  gpointer key, value;

  *form = *from;
  g_object_ref (form->widget);
  g_object_ref (form->context);
  if (form->board != NULL)
    muster_violation_board_ref (form->board);
  if (form->finding != NULL)
    g_object_ref (form->finding);
  form->name = g_strdup (from->name);
  g_ptr_array_ref (form->clauses);
  form->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, from->typed);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (form->typed, g_strdup (key), g_strdup (value));
  return form;
}

static void
record_free (gpointer data)
{
  Record *record = data;

  muster_violation_free (record->violation);
  g_ptr_array_unref (record->exhibits);
  g_free (record);
}

static gboolean
write_record (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Record *record = data;

  return muster_violation_record (change, record->violation, record->exhibits, error);
}

static const char *
get_typed (const Form *form, const char *key)
{
  const char *text = g_hash_table_lookup (form->typed, key);

  return text != NULL ? text : "";
}

static gboolean
fill_time (const Form *form, MusterViolation *violation, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *when = g_strstrip (g_strdup (get_typed (form, "when")));

  violation->reported_on = muster_clock_get_today (muster_context_get_clock (form->context));
  if (!muster_typed_moment (when, &violation->happened_at))
    {
      g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                           _ ("Write the time as 2026-03-02 19:00, or only the day."));
      return FALSE;
    }
  if (muster_violation_get_day (violation) > violation->reported_on)
    {
      g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                           _ ("That day has not come yet."));
      return FALSE;
    }
  if (violation->happened_at == form->now - form->now % 60)
    violation->happened_at = form->now;
  violation->all_day = strlen (when) == strlen ("2026-03-02");
  violation->utc_offset = muster_violation_get_utc_offset (zone, violation->happened_at);
  return TRUE;
}

static void
add_exhibit (GPtrArray *exhibits, MusterExhibitKind kind, const char *text)
{
  g_autofree char *value = g_strstrip (g_strdup (text));

  if (*value != '\0')
    g_ptr_array_add (exhibits, muster_exhibit_new (kind, value, NULL));
}

static gboolean
fill_violation (const Form *form, MusterViolation *violation, GError **error)
{
  violation->group = form->group;
  violation->membership = form->member;
  if (muster_id_is_none (&form->member) &&
      !muster_violation_board_find_member (form->board, get_typed (form, "member"),
                                           &violation->membership, error))
    return FALSE;
  if (!fill_time (form, violation, error))
    return FALSE;

  if (form->clause > 0)
    {
      const MusterClauseChoice *choice = form->clauses->pdata[form->clause - 1];

      violation->document = choice->document;
      violation->clause = choice->clause->id;
    }
  if (*get_typed (form, "summary") != '\0')
    violation->summary = g_strdup (get_typed (form, "summary"));
  if (*get_typed (form, "reporter") != '\0')
    violation->reporter =
        form->board != NULL
            ? muster_violation_board_dup_person (form->board, get_typed (form, "reporter"))
            : g_strdup (get_typed (form, "reporter"));
  violation->author = g_strdup (muster_store_get_author (muster_context_get_store (form->context)));
  return TRUE;
}

/* NULL with @error set where something typed can't be used. */
static Record *
record_new (const Form *form, GError **error)
{
  g_autoptr (MusterViolation) violation = muster_violation_new ();
  Record *record;

  if (!fill_violation (form, violation, error))
    return NULL;

  record = g_new0 (Record, 1);
  record->exhibits = form->finding != NULL
                         ? muster_violation_take_finding (violation, form->finding)
                         : g_ptr_array_new_with_free_func ((GDestroyNotify) muster_exhibit_free);
  record->violation = g_steal_pointer (&violation);
  add_exhibit (record->exhibits, MUSTER_EXHIBIT_TEXT, get_typed (form, "evidence"));
  add_exhibit (record->exhibits, MUSTER_EXHIBIT_FILE, get_typed (form, "file"));
  return record;
}

static void present (Form *form, const char *wrong);

static void
accepted_cb (MusterFormDialog *dialog, gpointer user_data)
{
  Form *form = form_copy (user_data);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  Record *record;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (form->name == NULL || strcmp (entries[i], "member") != 0)
      g_hash_table_insert (form->typed, g_strdup (entries[i]),
                           g_strdup (muster_form_dialog_get_text (dialog, entries[i])));
  form->clause = muster_form_dialog_get_choice (dialog, "clause");
  record = record_new (form, &error);
  if (record == NULL)
    {
      present (form, error->message);
      return;
    }

  /* TRANSLATORS: a title in the history: the name of a member */
  title = g_strdup_printf (_ ("Record a violation of %s"),
                           form->name != NULL ? form->name : get_typed (form, "member"));
  muster_edit_run (form->widget, form->context, title, write_record, record, record_free);
  form_free (form);
}

/* The first words of a clause. */
static char *
dup_choice (const MusterClauseChoice *choice)
{
  g_autofree char *plain = muster_markdown_dup_plain (choice->clause->text);
  g_autofree char *line = g_strdelimit (g_strstrip (g_strdup (plain)), "\n", ' ');
  glong length = g_utf8_strlen (line, -1);
  g_autofree char *start = g_utf8_substring (line, 0, MIN (length, MAX_CLAUSE_LETTERS));

  return g_strdup_printf ("%s %s  %s%s", choice->title, choice->clause->number, start,
                          length > MAX_CLAUSE_LETTERS ? "…" : "");
}

static GtkStringList *
new_choices (const Form *form)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _ ("No clause"));
  for (guint i = 0; i < form->clauses->len; i++)
    {
      g_autofree char *text = dup_choice (form->clauses->pdata[i]);

      gtk_string_list_append (choices, text);
    }
  return choices;
}

/* Takes @form; @wrong says what could not be used of what was typed before. */
static void
present (Form *form, const char *wrong)
{
  g_autofree char *heading = form->name != NULL
                                 ? g_strdup_printf (_ ("Record a Violation of %s"), form->name)
                                 : g_strdup (_ ("Record a Violation"));
  MusterFormDialog *dialog = muster_form_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (form->widget)), heading,
      wrong != NULL ? wrong
                    : _ ("Nothing is decided by this. What follows is only proposed where the "
                         "clause, the edition in force and evidence are known."),
      _ ("Record"));
  g_autoptr (GtkStringList) choices = new_choices (form);

  if (form->name == NULL)
    muster_form_dialog_add_entry (dialog, "member", _ ("Member (name or nickname)"),
                                  get_typed (form, "member"), TRUE);
  muster_form_dialog_add_choice (dialog, "clause", _ ("Clause"), choices, form->clause);
  muster_form_dialog_add_entry (dialog, "when", _ ("When (a day, better with the time)"),
                                get_typed (form, "when"), TRUE);
  muster_form_dialog_add_entry (dialog, "summary", _ ("What happened"), get_typed (form, "summary"),
                                FALSE);
  muster_form_dialog_add_entry (dialog, "evidence", _ ("Evidence: words or a message"),
                                get_typed (form, "evidence"), FALSE);
  muster_form_dialog_add_entry (dialog, "file", _ ("Evidence: a file or an address"),
                                get_typed (form, "file"), FALSE);
  muster_form_dialog_add_entry (dialog, "reporter", _ ("Who reported it"),
                                get_typed (form, "reporter"), FALSE);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), form,
                         (GClosureNotify) (void (*) (void)) form_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Which of the choices, from 1; 0 if none. */
static guint
find_choice (GPtrArray *clauses, const MusterViolation *wanted)
{
  for (guint i = 0; i < clauses->len; i++)
    {
      const MusterClauseChoice *choice = clauses->pdata[i];

      if (muster_id_equal (&choice->clause->id, &wanted->clause))
        return i + 1;
    }

  return 0;
}

/* NULL after telling the keeper what is wrong. */
static Form *
form_new (GtkWidget *widget, MusterContext *context, const MusterId *group, MusterFinding *finding)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (MusterViolation) place = muster_violation_new ();
  g_autoptr (GError) error = NULL;
  MusterDatabase *db = muster_store_get_database (muster_context_get_store (context), &error);
  GPtrArray *clauses = NULL;
  Form *form;

  place->group = *group;
  place->happened_at = g_date_time_to_unix (now);
  if (db != NULL)
    clauses = muster_violation_list_clauses (db, place, &error);
  if (clauses == NULL)
    {
      gtk_widget_activate_action (widget, "win.failed", "s", error->message);
      return NULL;
    }
  if (finding != NULL)
    (void) muster_violation_find_ground (db, place, finding, NULL); /* else the keeper chooses */

  form = g_new0 (Form, 1);
  form->widget = g_object_ref (widget);
  form->context = g_object_ref (context);
  form->group = *group;
  form->clauses = clauses;
  form->clause = find_choice (clauses, place);
  form->now = g_date_time_to_unix (now) + g_date_time_get_utc_offset (now) / G_USEC_PER_SEC;
  form->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (form->typed, g_strdup ("when"), g_date_time_format (now, "%Y-%m-%d %H:%M"));
  return form;
}

/**
 * muster_violation_record_present:
 * @widget: whose window shows the form
 * @board: knows the members
 */
void
muster_violation_record_present (GtkWidget *widget, MusterContext *context, MusterGroup *group,
                                 MusterViolationBoard *board)
{
  Form *form = form_new (widget, context, muster_group_get_id (group), NULL);

  if (form == NULL)
    return;
  form->board = muster_violation_board_ref (board);
  present (form, NULL);
}

/**
 * muster_violation_record_present_for:
 * @member: who did it
 * @name: of @member
 * @finding: (nullable): of the roll call: its evidence is taken over, and the clause that is bound
 *   to its check is chosen at first
 */
void
muster_violation_record_present_for (GtkWidget *widget, MusterContext *context,
                                     const MusterId *group, const MusterId *member,
                                     const char *name, MusterFinding *finding)
{
  Form *form = form_new (widget, context, group, finding);

  if (form == NULL)
    return;
  form->member = *member;
  form->name = g_strdup (name);
  if (finding != NULL)
    {
      form->finding = g_object_ref (finding);
      g_hash_table_insert (form->typed, g_strdup ("summary"),
                           g_strdup (muster_finding_get_text (finding)));
    }
  present (form, NULL);
}

/**
 * muster_violation_record_count:
 *
 * Returns: how many were ever written down about @member
 */
gint64
muster_violation_record_count (MusterContext *context, const MusterId *member)
{
  MusterDatabase *db = muster_store_get_database (muster_context_get_store (context), NULL);
  gint64 n = 0;

  return db != NULL && muster_violation_table_count (db, member, &n, NULL) ? n : 0;
}
