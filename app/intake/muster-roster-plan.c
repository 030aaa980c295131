/* muster-roster-plan.c - the import of a roster, first looked at and then done
 *
 * Two passes over the reader: the first finds out what each row is, the second
 * writes.  In between a person may settle what is ambiguous.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-roster-plan"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-input-error.h"
#include "muster-membership-table.h"
#include "muster-person-table.h"
#include "muster-record-diff.h"
#include "muster-record-match.h"
#include "muster-roster-plan.h"

#define KEPT_ITEMS 500 /* of each verdict, for the preview */
#define KEPT_ASKED 10000
#define ROWS_BETWEEN_LOOKS 256 /* at the cancellable */

typedef struct
{
  guint8 verdict;
  guint32 person; /* row number; 0 for a new one */
} Row;

struct _MusterRosterPlan
{
  MusterGroup *group;        /* owned */
  MusterTableReader *reader; /* owned */
  MusterField *mapping;      /* owned */
  guint n_columns;
  GArray *rows; /* owned, of Row, in the file's order */
  guint counts[MUSTER_N_PLAN_VERDICTS];
  GPtrArray *items[MUSTER_N_PLAN_VERDICTS]; /* owned, of MusterPlanItem */
  GPtrArray *missing;                       /* owned: names of members that no row is */
  guint n_missing;

  /* while the plan is made */
  MusterDatabase *db;       /* owned */
  MusterRecordMatch *match; /* owned */
  GHashTable *seen_rows;    /* owned: hash of a row's contents */
  GHashTable *seen_persons; /* owned: row number of a person -> line */
};

static void
plan_cell_free (gpointer data)
{
  MusterPlanCell *cell = data;

  g_free (cell->title);
  g_free (cell->old_value);
  g_free (cell->new_value);
  g_free (cell);
}

static void
plan_item_free (gpointer data)
{
  MusterPlanItem *item = data;

  g_free (item->name);
  g_ptr_array_unref (item->cells);
  g_array_unref (item->candidates);
  g_ptr_array_unref (item->labels);
  g_free (item);
}

static void
add_cell (const char *title, const char *old_value, const char *new_value, gpointer user_data)
{
  GPtrArray *cells = user_data;
  MusterPlanCell *cell = g_new0 (MusterPlanCell, 1);

  cell->title = g_strdup (title);
  cell->old_value = g_strdup (old_value);
  cell->new_value = g_strdup (new_value);
  g_ptr_array_add (cells, cell);
}

static guint64
hash_record (const MusterRecord *record)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  const char *texts[MUSTER_N_PERSON_FIELDS + 6];

  memcpy (texts, record->person, sizeof record->person);
  texts[MUSTER_N_PERSON_FIELDS] = record->nickname;
  texts[MUSTER_N_PERSON_FIELDS + 1] = record->display_name;
  texts[MUSTER_N_PERSON_FIELDS + 2] = record->account;
  texts[MUSTER_N_PERSON_FIELDS + 3] = record->role;
  texts[MUSTER_N_PERSON_FIELDS + 4] = record->inviter;
  texts[MUSTER_N_PERSON_FIELDS + 5] = record->standing;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      for (const char *p = texts[i]; p != NULL && *p != '\0'; p++)
        hash = (hash ^ (guint8) *p) * G_GUINT64_CONSTANT (0x100000001b3);
      hash = (hash ^ 0xff) * G_GUINT64_CONSTANT (0x100000001b3);
    }

  hash ^= (guint64) (guint32) record->joined_on << 2 | record->required;
  return hash;
}

static char *
dup_label (MusterDatabase *db, guint32 row)
{
  static const MusterPersonField shown[] = { MUSTER_PERSON_DEPARTMENT, MUSTER_PERSON_CLASS,
                                             MUSTER_PERSON_COMPANY,    MUSTER_PERSON_NUMBER,
                                             MUSTER_PERSON_PHONES,     MUSTER_PERSON_EMAILS,
                                             MUSTER_PERSON_CITY };
  g_autoptr (MusterPerson) person = muster_person_table_load_row (db, row, NULL);
  g_autoptr (GString) label = g_string_new (NULL);

  if (person == NULL)
    return g_strdup ("");

  g_string_append (label, person->fields[MUSTER_PERSON_NAME]);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (person->fields[shown[i]] != NULL)
      g_string_append_printf (label, " · %s", person->fields[shown[i]]);
  g_strdelimit (label->str, "\n", ' ');
  return g_string_free (g_steal_pointer (&label), FALSE);
}

static MusterPlanItem *
add_item (MusterRosterPlan *self, const MusterRecord *record, MusterPlanVerdict verdict)
{
  guint limit = verdict == MUSTER_PLAN_AMBIGUOUS ? KEPT_ASKED : KEPT_ITEMS;
  MusterPlanItem *item;

  if (self->items[verdict]->len >= limit)
    return NULL;

  item = g_new0 (MusterPlanItem, 1);
  item->index = self->rows->len;
  item->line = record->line;
  item->verdict = verdict;
  item->name = g_strdup (muster_record_get_name (record));
  item->cells = g_ptr_array_new_with_free_func (plan_cell_free);
  item->candidates = g_array_new (FALSE, FALSE, sizeof (guint32));
  item->labels = g_ptr_array_new_with_free_func (g_free);
  item->chosen = -1;
  g_ptr_array_add (self->items[verdict], item);
  return item;
}

static MusterRecordDiff
make_diff (MusterRosterPlan *self, MusterDatabase *db, MusterDay today)
{
  return (MusterRecordDiff){ db, muster_group_get_id (self->group),
                             muster_group_get_platform (self->group), today,
                             muster_table_reader_get_warnings (self->reader) };
}

static gboolean
load_member (MusterRosterPlan *self, MusterDatabase *db, guint32 row, MusterPerson **out_person,
             MusterMembership **out_membership, GError **error)
{
  g_autoptr (MusterPerson) person = muster_person_table_load_row (db, row, error);
  MusterId id;
  gboolean found;

  if (person == NULL || !muster_membership_table_find (db, muster_group_get_id (self->group),
                                                       &person->id, &id, &found, error))
    return FALSE;

  *out_membership = found ? muster_membership_table_load (db, &id, error) : NULL;
  if (found && *out_membership == NULL)
    return FALSE;

  *out_person = g_steal_pointer (&person);
  return TRUE;
}

static void
finish_row (MusterRosterPlan *self, MusterPlanVerdict verdict, guint32 person)
{
  Row row = { (guint8) verdict, person };

  g_array_append_val (self->rows, row);
  self->counts[verdict]++;
}

/* A row whose person is sure: does it say anything new? */
static gboolean
plan_known (MusterRosterPlan *self, const MusterRecord *record, guint32 row, GError **error)
{
  MusterRecordDiff diff = make_diff (self, self->db, MUSTER_DAY_NONE);
  g_autoptr (MusterPerson) person = NULL;
  g_autoptr (MusterMembership) membership = NULL;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (plan_cell_free);
  MusterPlanVerdict verdict;
  MusterPlanItem *item;

  if (!load_member (self, self->db, row, &person, &membership, error) ||
      !muster_record_diff_list (&diff, record, person, membership, add_cell, cells, error))
    return FALSE;

  verdict = membership == NULL ? MUSTER_PLAN_JOINS
            : cells->len > 0   ? MUSTER_PLAN_CHANGED
                               : MUSTER_PLAN_UNCHANGED;
  item = add_item (self, record, verdict);
  if (item != NULL)
    {
      g_ptr_array_unref (item->cells);
      item->cells = g_steal_pointer (&cells);
    }
  finish_row (self, verdict, row);
  return TRUE;
}

static void
plan_asked (MusterRosterPlan *self, const MusterRecord *record, GArray *candidates)
{
  MusterPlanItem *item = add_item (self, record, MUSTER_PLAN_AMBIGUOUS);

  for (guint i = 0; item != NULL && i < candidates->len; i++)
    {
      guint32 row = g_array_index (candidates, guint32, i);

      g_array_append_val (item->candidates, row);
      g_ptr_array_add (item->labels, dup_label (self->db, row));
    }
  finish_row (self, MUSTER_PLAN_AMBIGUOUS, 0);
}

/* What is known of somebody new, behind the name. */
static void
plan_new (MusterRosterPlan *self, const MusterRecord *record)
{
  MusterPlanItem *item = add_item (self, record, MUSTER_PLAN_NEW);

  if (item != NULL && record->nickname != NULL)
    add_cell (_ ("Nickname"), NULL, record->nickname, item->cells);
  for (guint i = 0; item != NULL && i < MUSTER_N_PERSON_FIELDS; i++)
    if (i != MUSTER_PERSON_NAME && record->person[i] != NULL)
      add_cell (muster_person_field_get_title ((MusterPersonField) i), NULL, record->person[i],
                item->cells);
  finish_row (self, MUSTER_PLAN_NEW, 0);
}

static gboolean
plan_row (MusterRosterPlan *self, const MusterRecord *record, GArray *candidates, GError **error)
{
  MusterMatchVerdict verdict;
  guint64 hash = hash_record (record);
  guint32 row;

  if (!g_hash_table_add (self->seen_rows, g_memdup2 (&hash, sizeof hash)))
    {
      (void) add_item (self, record, MUSTER_PLAN_REPEATED);
      finish_row (self, MUSTER_PLAN_REPEATED, 0);
      return TRUE;
    }
  if (!muster_record_match_run (self->match, record, &verdict, candidates, error))
    return FALSE;

  if (verdict == MUSTER_MATCH_NONE)
    {
      plan_new (self, record);
      return TRUE;
    }
  row = g_array_index (candidates, guint32, 0);
  /* two rows that are the same person: one of them may be somebody else */
  if (verdict == MUSTER_MATCH_ONE && g_hash_table_add (self->seen_persons, GUINT_TO_POINTER (row)))
    return plan_known (self, record, row, error);

  plan_asked (self, record, candidates);
  return TRUE;
}

static gboolean
plan_rows (MusterRosterPlan *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterRecord) record = muster_record_new ();
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (guint32));
  MusterWarnings *warnings = muster_table_reader_get_warnings (self->reader);
  g_autoptr (GError) local_error = NULL;
  MusterTableRow row;

  while (muster_table_reader_next (self->reader, &row, &local_error))
    {
      if (self->rows->len % ROWS_BETWEEN_LOOKS == 0 &&
          g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!muster_record_fill (record, &row, self->mapping, self->n_columns, warnings))
        {
          (void) add_item (self, record, MUSTER_PLAN_EMPTY);
          finish_row (self, MUSTER_PLAN_EMPTY, 0);
        }
      else if (!plan_row (self, record, candidates, error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
find_missing (MusterRosterPlan *self)
{
  guint n;
  const guint32 *members =
      muster_person_index_get_members (muster_record_match_get_index (self->match), &n);

  for (guint i = 0; i < n; i++)
    {
      if (g_hash_table_contains (self->seen_persons, GUINT_TO_POINTER (members[i])))
        continue;
      self->n_missing++;
      if (self->missing->len < KEPT_ITEMS)
        g_ptr_array_add (self->missing, dup_label (self->db, members[i]));
    }
}

/* One transaction for all the questions: cheaper, and the answers fit together.
 * Within an open change there is one already. */
static gboolean
plan_in_transaction (MusterRosterPlan *self, GCancellable *cancellable, GError **error)
{
  gboolean own = sqlite3_get_autocommit (muster_database_get_handle (self->db)) != 0;
  gboolean planned;

  if (own && !muster_database_exec (self->db, "BEGIN", error))
    return FALSE;

  planned = plan_rows (self, cancellable, error);
  if (planned)
    find_missing (self);
  if (own)
    (void) muster_database_exec (self->db, "COMMIT", NULL);
  return planned;
}

static gboolean
mapping_names_somebody (const MusterField *mapping, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    if (mapping[i] == MUSTER_FIELD_NAME || mapping[i] == MUSTER_FIELD_FAMILY_NAME ||
        mapping[i] == MUSTER_FIELD_GIVEN_NAME || mapping[i] == MUSTER_FIELD_NICKNAME ||
        mapping[i] == MUSTER_FIELD_DISPLAY_NAME)
      return TRUE;

  return FALSE;
}

/**
 * muster_roster_plan_new:
 * @reader: at its beginning, and able to restart
 * @mapping: what each column means
 *
 * Reads the whole file and writes nothing: a matter for a worker.
 *
 * A table without a single person is refused.
 *
 * Returns: (transfer full): the plan
 */
MusterRosterPlan *
muster_roster_plan_new (MusterDatabase *db, MusterGroup *group, MusterTableReader *reader,
                        const MusterField *mapping, guint n_columns, GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (MusterRosterPlan) self = g_new0 (MusterRosterPlan, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->missing = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < MUSTER_N_PLAN_VERDICTS; i++)
    self->items[i] = g_ptr_array_new_with_free_func (plan_item_free);
  if (!mapping_names_somebody (mapping, n_columns))
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("No column says what the people are called. Choose which one "
                                 "holds the name or the nickname."));
      return NULL;
    }

  self->group = g_object_ref (group);
  self->reader = g_object_ref (reader);
  self->mapping = g_memdup2 (mapping, n_columns * sizeof *mapping);
  self->n_columns = n_columns;
  self->db = g_object_ref (db);
  self->seen_rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->seen_persons = g_hash_table_new (NULL, NULL);
  self->match = muster_record_match_new (db, muster_group_get_id (group),
                                         muster_group_get_platform (group), error);
  if (self->match == NULL || !plan_in_transaction (self, cancellable, error))
    return NULL;
  if (self->rows->len == 0)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_EMPTY, 0,
                              _ ("There is nobody in this list."));
      return NULL;
    }

  g_clear_pointer (&self->match, muster_record_match_free);
  g_clear_pointer (&self->seen_rows, g_hash_table_unref);
  g_clear_pointer (&self->seen_persons, g_hash_table_unref);
  g_clear_object (&self->db);
  return g_steal_pointer (&self);
}

void
muster_roster_plan_free (MusterRosterPlan *self)
{
  for (guint i = 0; i < MUSTER_N_PLAN_VERDICTS; i++)
    g_ptr_array_unref (self->items[i]);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->missing);
  g_clear_pointer (&self->match, muster_record_match_free);
  g_clear_pointer (&self->seen_rows, g_hash_table_unref);
  g_clear_pointer (&self->seen_persons, g_hash_table_unref);
  g_clear_object (&self->db);
  g_clear_object (&self->reader);
  g_clear_object (&self->group);
  g_free (self->mapping);
  g_free (self);
}

guint
muster_roster_plan_get_n_rows (MusterRosterPlan *self)
{
  return self->rows->len;
}

guint
muster_roster_plan_get_count (MusterRosterPlan *self, MusterPlanVerdict verdict)
{
  return self->counts[verdict];
}

/**
 * muster_roster_plan_get_items:
 *
 * Returns: (element-type MusterPlanItem): the first rows of that verdict
 */
GPtrArray *
muster_roster_plan_get_items (MusterRosterPlan *self, MusterPlanVerdict verdict)
{
  return self->items[verdict];
}

/**
 * muster_roster_plan_get_missing:
 *
 * Returns: (element-type utf8): the first of the members that no row is, in words
 */
GPtrArray *
muster_roster_plan_get_missing (MusterRosterPlan *self)
{
  return self->missing;
}

guint
muster_roster_plan_get_n_missing (MusterRosterPlan *self)
{
  return self->n_missing;
}

/**
 * muster_roster_plan_choose:
 * @item: an ambiguous row
 * @person: one of its candidates; 0 for a new person; -1 to leave the row out
 */
void
muster_roster_plan_choose (MusterRosterPlan *self, MusterPlanItem *item, gint64 person)
{
  g_return_if_fail (item->verdict == MUSTER_PLAN_AMBIGUOUS);

  item->chosen = person;
}

/* The choices of the preview, by row. */
static GHashTable *
collect_choices (MusterRosterPlan *self)
{
  GHashTable *choices = g_hash_table_new (NULL, NULL);
  GPtrArray *items = self->items[MUSTER_PLAN_AMBIGUOUS];

  for (guint i = 0; i < items->len; i++)
    {
      const MusterPlanItem *item = items->pdata[i];

      if (item->chosen >= 0)
        g_hash_table_insert (choices, GUINT_TO_POINTER (item->index),
                             GUINT_TO_POINTER ((guint) item->chosen + 1));
    }

  return choices;
}

static gboolean
write_row (MusterRosterPlan *self, MusterChange *change, const MusterRecordDiff *diff,
           const MusterRecord *record, const Row *row, GError **error)
{
  g_autoptr (MusterPerson) person = NULL;
  g_autoptr (MusterMembership) membership = NULL;

  if (row->verdict == MUSTER_PLAN_NEW)
    return muster_record_diff_insert (diff, change, record, NULL, error);

  return load_member (self, diff->db, row->person, &person, &membership, error) &&
         muster_record_diff_apply (diff, change, record, person, membership, error);
}

static gboolean
is_written (Row *row, GHashTable *choices, guint index)
{
  guint choice;

  if (row->verdict != MUSTER_PLAN_AMBIGUOUS)
    return row->verdict <= MUSTER_PLAN_CHANGED;

  choice = GPOINTER_TO_UINT (g_hash_table_lookup (choices, GUINT_TO_POINTER (index)));
  if (choice == 0)
    return FALSE;

  row->person = choice - 1;
  row->verdict = row->person != 0 ? MUSTER_PLAN_CHANGED : MUSTER_PLAN_NEW;
  return TRUE;
}

/**
 * muster_roster_plan_run:
 * @change: an open change; the store must be as it was when the plan was made
 *
 * Writes what the plan says.  Rows that nobody settled are left out.
 */
gboolean
muster_roster_plan_run (MusterRosterPlan *self, MusterChange *change, GCancellable *cancellable,
                        GError **error)
{
  MusterDay today = muster_day_from_seconds (muster_change_get_now (change) / G_USEC_PER_SEC);
  MusterRecordDiff diff = make_diff (self, muster_change_get_database (change), today);
  g_autoptr (MusterRecord) record = muster_record_new ();
  g_autoptr (GHashTable) choices = collect_choices (self);
  g_autoptr (GError) local_error = NULL;
  MusterTableRow table_row;

  if (!muster_table_reader_restart (self->reader, error))
    return FALSE;

  for (guint i = 0; muster_table_reader_next (self->reader, &table_row, &local_error); i++)
    {
      Row row;

      if (i % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (i >= self->rows->len)
        {
          muster_input_error_set (error, MUSTER_INPUT_ERROR_MALFORMED, table_row.line,
                                  _ ("The file has grown since it was looked at."));
          return FALSE;
        }
      row = g_array_index (self->rows, Row, i);
      (void) muster_record_fill (record, &table_row, self->mapping, self->n_columns,
                                 muster_table_reader_get_warnings (self->reader));
      if (!is_written (&row, choices, i))
        continue;
      if (!write_row (self, change, &diff, record, &row, error) ||
          !muster_change_breathe (change, error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * muster_plan_verdict_get_title:
 *
 * Returns: the heading of the preview's list, translated
 */
const char *
muster_plan_verdict_get_title (MusterPlanVerdict verdict)
{
  static const char *const titles[MUSTER_N_PLAN_VERDICTS] = {
    N_ ("New people"),  N_ ("Known people who join"), N_ ("Changed"),    N_ ("Unchanged"),
    N_ ("To be asked"), N_ ("Repeated rows"),         N_ ("Empty rows"),
  };

  return _ (titles[verdict]);
}
