/* muster-rule-edit.c - what the keeper does with rule texts: each one change, with its dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rule-edit"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-document-table.h"
#include "muster-edit.h"
#include "muster-edition-compare.h"
#include "muster-edition-publish.h"
#include "muster-form-dialog.h"
#include "muster-rollcall-run.h"
#include "muster-rule-edit.h"
#include "muster-rule-template.h"

typedef struct
{
  GtkWidget *widget;      /* owned: shows the toast */
  MusterContext *context; /* owned */
  MusterDocument *document;
  MusterEdition *edition;
  MusterBinding *binding;
  char *number; /* of the clause to bind; of a template its language */
  char *note;
  char *author;
  MusterEditionRequest request;
  gboolean take_clause;
} Edit;

static Edit *
edit_new (GtkWidget *widget, MusterContext *context, const MusterDocument *document)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->widget = g_object_ref (widget);
  edit->context = g_object_ref (context);
  edit->document = muster_document_copy (document);
  return edit;
}

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->widget);
  g_object_unref (edit->context);
  muster_document_free (edit->document);
  g_clear_pointer (&edit->edition, muster_edition_free);
  g_clear_pointer (&edit->binding, muster_binding_free);
  g_free (edit->number);
  g_free (edit->note);
  g_free (edit->author);
  g_free (edit);
}

static MusterDay
get_today (MusterContext *context)
{
  return muster_clock_get_today (muster_context_get_clock (context));
}

/* @title: for the history and the toast; taken.  Takes @edit. */
static void
submit (Edit *edit, char *title, MusterStoreWrite write)
{
  muster_edit_run (edit->widget, edit->context, title, write, edit, edit_free);
  g_free (title);
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  return GTK_WINDOW (gtk_widget_get_root (widget));
}

/* Shows the dialog; @edit lives as long as it, and what @accepted submits is a copy. */
static void
present (MusterFormDialog *dialog, Edit *edit, GCallback accepted)
{
  g_signal_connect_data (dialog, "accepted", accepted, edit,
                         (GClosureNotify) (void (*) (void)) edit_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
write_create (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  return muster_rule_draft_create (change, ((Edit *) data)->document, error);
}

/**
 * muster_rule_edit_create:
 * @text: (nullable): what the draft says
 */
void
muster_rule_edit_create (GtkWidget *widget, MusterContext *context, const MusterId *group,
                         const char *title, const char *text)
{
  g_autoptr (MusterDocument) document = muster_document_new ();

  document->group = *group;
  document->title = g_strdup (title);
  document->draft = g_strdup (text);
  submit (edit_new (widget, context, document), g_strdup_printf (_ ("Begin “%s”"), title),
          write_create);
}

static void
title_accepted_cb (MusterFormDialog *dialog, Edit *edit)
{
  muster_rule_edit_create (edit->widget, edit->context, &edit->document->group,
                           muster_form_dialog_get_text (dialog, "title"), NULL);
}

void
muster_rule_edit_ask_title (GtkWidget *widget, MusterContext *context, const MusterId *group)
{
  g_autoptr (MusterDocument) document = muster_document_new ();
  MusterFormDialog *dialog =
      muster_form_dialog_new (get_window (widget), _ ("New Document"),
                              _ ("It begins empty. Numbered lines become clauses."), _ ("Create"));

  document->group = *group;
  muster_form_dialog_add_entry (dialog, "title", _ ("Title"), NULL, TRUE);
  present (dialog, edit_new (widget, context, document), G_CALLBACK (title_accepted_cb));
}

/* In the order of the choice. */
static const char *const languages[] = { "zh_CN", "en" };

static gboolean
write_template (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const Edit *edit = data;

  return muster_rule_template_apply (change, &edit->document->group, edit->document->template_id,
                                     edit->number, edit->request.today, NULL, error);
}

static void
template_accepted_cb (MusterFormDialog *dialog, Edit *edit)
{
  const char *language = languages[muster_form_dialog_get_choice (dialog, "language")];
  g_autoptr (GPtrArray) templates = muster_rule_template_list (language);
  const MusterRuleTemplate *template =
      templates->pdata[muster_form_dialog_get_choice (dialog, "template")];
  Edit *copy = edit_new (edit->widget, edit->context, edit->document);

  copy->document->template_id = g_strdup (template->id);
  copy->number = g_strdup (language);
  copy->request.today = get_today (edit->context);
  submit (copy, g_strdup_printf (_ ("Begin “%s”"), template->title), write_template);
}

/**
 * muster_rule_edit_ask_template:
 *
 * Asks which template to begin from; that also sets what the group's checks go by.
 */
void
muster_rule_edit_ask_template (GtkWidget *widget, MusterContext *context, MusterGroup *group)
{
  const char *language = muster_group_get_language (group);
  gboolean chinese = language != NULL && *language != '\0'
                         ? g_str_has_prefix (language, "zh")
                         : g_str_has_prefix (g_get_language_names ()[0], "zh");
  g_autoptr (GPtrArray) templates = muster_rule_template_list (
      g_str_has_prefix (g_get_language_names ()[0], "zh") ? languages[0] : languages[1]);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) tongues = gtk_string_list_new (NULL);
  g_autoptr (MusterDocument) document = muster_document_new ();
  MusterFormDialog *dialog = muster_form_dialog_new (
      get_window (widget), _ ("Begin from a Template"),
      _ ("The text becomes a draft that you can change. The settings of the group that its clauses "
         "speak of follow it."),
      _ ("Begin"));

  for (guint i = 0; i < templates->len; i++)
    gtk_string_list_append (titles, ((const MusterRuleTemplate *) templates->pdata[i])->title);
  gtk_string_list_append (tongues, "中文");
  gtk_string_list_append (tongues, "English");
  muster_form_dialog_add_choice (dialog, "template", _ ("Template"), titles, 0);
  muster_form_dialog_add_choice (dialog, "language", _ ("Language of the Text"), tongues,
                                 chinese ? 0 : 1);
  document->group = *muster_group_get_id (group);
  present (dialog, edit_new (widget, context, document), G_CALLBACK (template_accepted_cb));
}

/* Only what is said is written: the draft may have been saved meanwhile. */
static gboolean
write_document (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const Edit *edit = data;
  g_autoptr (MusterDocument) stored =
      muster_document_table_load (muster_change_get_database (change), &edit->document->id, error);

  if (stored == NULL)
    return FALSE;
  g_free (stored->title);
  stored->title = g_strdup (edit->document->title);
  stored->archived = edit->document->archived;
  stored->based_on = edit->document->based_on;
  return muster_document_table_update (change, stored, error);
}

static void
renamed_cb (MusterFormDialog *dialog, Edit *edit)
{
  Edit *copy = edit_new (edit->widget, edit->context, edit->document);

  g_free (copy->document->title);
  copy->document->title = g_strdup (muster_form_dialog_get_text (dialog, "title"));
  submit (copy, g_strdup_printf (_ ("Rename “%s”"), edit->document->title), write_document);
}

void
muster_rule_edit_rename (GtkWidget *widget, MusterContext *context, const MusterDocument *document)
{
  MusterFormDialog *dialog =
      muster_form_dialog_new (get_window (widget), _ ("Rename the Document"), NULL, _ ("Rename"));

  muster_form_dialog_add_entry (dialog, "title", _ ("Title"), document->title, TRUE);
  present (dialog, edit_new (widget, context, document), G_CALLBACK (renamed_cb));
}

void
muster_rule_edit_set_archived (GtkWidget *widget, MusterContext *context,
                               const MusterDocument *document, gboolean archived)
{
  Edit *edit = edit_new (widget, context, document);

  edit->document->archived = archived;
  submit (edit,
          g_strdup_printf (archived ? _ ("Archive “%s”") : _ ("Use “%s” again"), document->title),
          write_document);
}

static gboolean
write_publish (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const Edit *edit = data;

  return muster_edition_publish (change, &edit->document->id, &edit->request, NULL, error);
}

static void
publish_accepted_cb (MusterFormDialog *dialog, Edit *edit)
{
  Edit *copy = edit_new (edit->widget, edit->context, edit->document);
  const char *note = muster_form_dialog_get_text (dialog, "note");

  copy->request = edit->request;
  copy->author = g_strdup (edit->author);
  copy->request.author = copy->author;
  if (note != NULL && *note != '\0')
    copy->request.note = copy->note = g_strdup (note);
  if (!muster_id_is_none (&edit->request.expected))
    copy->request.material = muster_form_dialog_get_choice (dialog, "material") == 0;
  submit (copy, g_strdup_printf (_ ("Publish “%s”"), edit->document->title), write_publish);
}

/* How many clauses changed in which way. */
static char *
dup_summary (const MusterRuleDraft *draft, const char *author)
{
  g_autoptr (GPtrArray) changes = muster_rule_draft_compare (draft);
  guint counts[MUSTER_CLAUSE_REMOVED + 1] = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    counts[((const MusterClauseChange *) changes->pdata[i])->kind]++;
  for (guint i = MUSTER_CLAUSE_CHANGED; i <= MUSTER_CLAUSE_REMOVED; i++)
    if (counts[i] > 0)
      g_string_append_printf (text, "%s%s: %u", text->len > 0 ? " · " : "",
                              muster_clause_change_kind_get_title ((MusterClauseChangeKind) i),
                              counts[i]);
  g_string_append_c (text, '\n');
  /* TRANSLATORS: the name of the keeper */
  g_string_append_printf (text, _ ("Published by %s. An edition never changes again."), author);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
present_refusal (GtkWidget *widget, const char *reason)
{
  GtkWidget *dialog =
      adw_message_dialog_new (get_window (widget), _ ("This Can’t Be Published Yet"), reason);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
present_publish (Edit *edit, const MusterRuleDraft *draft)
{
  g_autofree char *summary = dup_summary (draft, edit->author);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  MusterFormDialog *dialog = muster_form_dialog_new (
      get_window (edit->widget), _ ("Publish an Edition"), summary, _ ("Publish"));

  muster_form_dialog_add_entry (dialog, "note", _ ("What Is New"), NULL, FALSE);
  gtk_string_list_append (choices, _ ("Ask everybody"));
  gtk_string_list_append (choices, _ ("Nobody is asked: a small change"));
  if (muster_rule_draft_get_newest (draft) != NULL)
    muster_form_dialog_add_choice (dialog, "material", _ ("Acknowledgement"), choices, 0);
  present (dialog, edit, G_CALLBACK (publish_accepted_cb));
}

typedef struct
{
  Edit *edit;
  MusterRuleDraft *draft; /* owned */
} Drop;

static void
drop_answered_cb (AdwMessageDialog *dialog, const char *response, Drop *drop)
{
  if (g_str_equal (response, "drop"))
    {
      drop->edit->request.drop = TRUE;
      present_publish (drop->edit, drop->draft);
    }
  else
    edit_free (drop->edit);
  muster_rule_draft_free (drop->draft);
  g_free (drop);
}

/* Violations name a clause that is gone: the keeper has to say that it may go. */
static void
ask_drop (Edit *edit, const char *reason)
{
  Drop *drop = g_new0 (Drop, 1);
  GtkWidget *dialog =
      adw_message_dialog_new (get_window (edit->widget), _ ("Let the Clause Go?"), reason);

  drop->edit = edit;
  drop->draft = muster_rule_draft_load (
      muster_store_get_database (muster_context_get_store (edit->context), NULL),
      &edit->document->id, edit->request.today, NULL);
  if (drop->draft == NULL)
    {
      edit_free (edit);
      g_free (drop);
      gtk_window_destroy (GTK_WINDOW (dialog));
      return;
    }
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "drop",
                                    _ ("Let It Go"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "drop",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (drop_answered_cb), drop);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * muster_rule_edit_publish:
 * @draft: as it is stored
 *
 * Says what stands in the way, or asks what is new and whether everybody has to acknowledge it.
 */
void
muster_rule_edit_publish (GtkWidget *widget, MusterContext *context, const MusterRuleDraft *draft)
{
  Edit *edit = edit_new (widget, context, draft->document);
  const char *author = muster_store_get_author (muster_context_get_store (context));
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) dropping = NULL;

  edit->author = g_strdup (author != NULL ? author : g_get_user_name ());
  edit->request.author = edit->author;
  edit->request.today = get_today (context);
  edit->request.expected = draft->document->based_on;
  if (muster_edition_check_publish (draft, &edit->request, &error))
    {
      present_publish (edit, draft);
      return;
    }

  edit->request.drop = TRUE;
  if (muster_edition_check_publish (draft, &edit->request, &dropping))
    {
      ask_drop (edit, error->message);
      return;
    }
  present_refusal (widget, error->message);
  edit_free (edit);
}

static gboolean
write_begin_from (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  return muster_rule_draft_begin_from (change, ((Edit *) data)->edition, error);
}

/**
 * muster_rule_edit_begin_from:
 *
 * The draft becomes what @edition says.
 */
void
muster_rule_edit_begin_from (GtkWidget *widget, MusterContext *context,
                             const MusterDocument *document, const MusterEdition *edition)
{
  Edit *edit = edit_new (widget, context, document);

  edit->edition = muster_edition_copy (edition);
  submit (edit,
          g_strdup_printf (_ ("Begin the draft of “%s” from edition %u"), document->title,
                           edition->number),
          write_begin_from);
}

/**
 * muster_rule_edit_keep_draft:
 *
 * The draft is to be the next edition although another came meanwhile.
 */
void
muster_rule_edit_keep_draft (GtkWidget *widget, MusterContext *context,
                             const MusterRuleDraft *draft)
{
  Edit *edit = edit_new (widget, context, draft->document);

  edit->document->based_on = muster_rule_draft_get_newest (draft)->id;
  submit (edit, g_strdup_printf (_ ("Keep the draft of “%s”"), draft->document->title),
          write_document);
}

/* The clause may have got its id only now: it is found by its number. */
static gboolean
write_bind (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const Edit *edit = data;
  g_autoptr (MusterRuleDraft) draft = muster_rule_draft_load (
      muster_change_get_database (change), &edit->document->id, edit->request.today, error);

  if (draft == NULL || !muster_rule_draft_save (change, draft->document, error))
    return FALSE;
  g_clear_pointer (&draft, muster_rule_draft_free);
  draft = muster_rule_draft_load (muster_change_get_database (change), &edit->document->id,
                                  edit->request.today, error);
  for (guint i = 0; draft != NULL && i < draft->clauses->len; i++)
    {
      const MusterClause *clause = draft->clauses->pdata[i];

      if (!g_str_equal (clause->number, edit->number))
        continue;
      edit->binding->clause = clause->id;
      return muster_rule_draft_bind (change, &edit->document->id, edit->binding, error);
    }

  if (draft != NULL)
    g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND,
                         _ ("The clause is not in the draft any more."));
  return FALSE;
}

static void
bind_accepted_cb (MusterFormDialog *dialog, Edit *edit)
{
  guint n_checks, n_keys;
  const MusterCheck *checks = muster_rollcall_list_checks (&n_checks);
  const MusterPolicyKey *keys = muster_policy_list_keys (&n_keys);
  guint check = muster_form_dialog_get_choice (dialog, "check");
  guint key = muster_form_dialog_get_choice (dialog, "key");
  const MusterId none = { { 0 } };
  Edit *copy = edit_new (edit->widget, edit->context, edit->document);

  copy->number = g_strdup (edit->number);
  copy->request.today = get_today (edit->context);
  copy->binding =
      muster_binding_new (&none, check < n_checks ? checks[check].id : MUSTER_BINDING_VIOLATION,
                          key > 0 && key <= n_keys ? keys[key - 1].key : NULL, NULL);
  submit (copy, g_strdup_printf (_ ("Bind a clause of “%s”"), edit->document->title), write_bind);
}

/**
 * muster_rule_edit_bind:
 *
 * Asks which check and setting the clause means.
 */
void
muster_rule_edit_bind (GtkWidget *widget, MusterContext *context, const MusterDocument *document,
                       const MusterClause *clause)
{
  g_autofree char *heading = g_strdup_printf (_ ("Bind Clause %s"), clause->number);
  MusterFormDialog *dialog = muster_form_dialog_new (
      get_window (widget), heading,
      _ ("Findings of the check name the clause. If its text names the value of a setting, the two "
         "can’t drift apart unnoticed."),
      _ ("Bind"));
  g_autoptr (GtkStringList) check_titles = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) key_titles = gtk_string_list_new (NULL);
  guint n_checks, n_keys;
  const MusterCheck *checks = muster_rollcall_list_checks (&n_checks);
  const MusterPolicyKey *keys = muster_policy_list_keys (&n_keys);
  Edit *edit = edit_new (widget, context, document);

  for (guint i = 0; i < n_checks; i++)
    gtk_string_list_append (check_titles, muster_rollcall_get_check_title (checks[i].id));
  gtk_string_list_append (check_titles, _ ("Only people can judge it"));
  gtk_string_list_append (key_titles, _ ("None"));
  for (guint i = 0; i < n_keys; i++)
    gtk_string_list_append (key_titles, g_dgettext (GETTEXT_PACKAGE, keys[i].title));
  muster_form_dialog_add_choice (dialog, "check", _ ("Check"), check_titles, 0);
  muster_form_dialog_add_choice (dialog, "key", _ ("Setting"), key_titles, 0);
  edit->number = g_strdup (clause->number);
  present (dialog, edit, G_CALLBACK (bind_accepted_cb));
}

static gboolean
write_unbind (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const Edit *edit = data;

  return muster_binding_table_delete (change, &edit->document->id, edit->binding, error);
}

static Edit *
edit_new_of_binding (GtkWidget *widget, MusterContext *context, const MusterDocument *document,
                     const MusterBinding *binding)
{
  Edit *edit = edit_new (widget, context, document);

  edit->binding =
      muster_binding_new (&binding->clause, binding->check, binding->key, binding->value);
  edit->request.today = get_today (context);
  return edit;
}

void
muster_rule_edit_unbind (GtkWidget *widget, MusterContext *context, const MusterDocument *document,
                         const MusterBinding *binding)
{
  submit (edit_new_of_binding (widget, context, document, binding),
          g_strdup_printf (_ ("Unbind a clause of “%s”"), document->title), write_unbind);
}

static gboolean
write_settle (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const Edit *edit = data;

  return muster_rule_draft_settle (change, &edit->document->id, edit->binding, edit->take_clause,
                                   edit->request.today, error);
}

/**
 * muster_rule_edit_settle:
 * @take_clause: whether the setting is to follow the clause; else the clause follows the setting
 */
void
muster_rule_edit_settle (GtkWidget *widget, MusterContext *context, const MusterDocument *document,
                         const MusterBinding *binding, gboolean take_clause)
{
  Edit *edit = edit_new_of_binding (widget, context, document, binding);

  edit->take_clause = take_clause;
  submit (edit, g_strdup_printf (_ ("Settle a difference in “%s”"), document->title), write_settle);
}
