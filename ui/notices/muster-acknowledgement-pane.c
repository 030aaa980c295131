/* muster-acknowledgement-pane.c - who acknowledged a rule text, and who has still to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-acknowledgement-pane"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-acknowledgement-pane.h"
#include "muster-acknowledgement-table.h"
#include "muster-answer-list.h"
#include "muster-document-table.h"
#include "muster-draft.h"
#include "muster-edit.h"
#include "muster-edition-table.h"
#include "muster-form-dialog.h"
#include "muster-outstanding.h"
#include "muster-proof-export.h"
#include "muster-reply-paste.h"
#include "muster-reply-record.h"
#include "muster-saving.h"
#include "muster-section.h"
#include "muster-words.h"

static const MusterAnswerAction actions[] = {
  { "acknowledge", NULL, N_ ("Acknowledges") },
  { "sheet", NULL, N_ ("Has Signed…") },
  { "take-back", NULL, N_ ("Take Back") },
};

struct _MusterAcknowledgementPane
{
  AdwBin parent_instance;

  MusterContext *context; /* owned, NULL before the first was shown */
  MusterGroup *group;     /* owned */
  MusterId document;
  char *title;               /* owned: of the rules */
  MusterEdition *edition;    /* owned: the one that asks; NULL while none does */
  char *reminder;            /* owned: for those who have not; NULL if all have */
  GCancellable *cancellable; /* owned, NULL while nothing is being read */
  GStrv asked;               /* owned: whom a dialog is about, NULL without one */

  GtkLabel *label;
  GtkWidget *buttons;
  MusterAnswerList *answers;
};

G_DEFINE_FINAL_TYPE (MusterAcknowledgementPane, muster_acknowledgement_pane, ADW_TYPE_BIN)

/* What a worker reads. */
typedef struct
{
  MusterId group;
  MusterId document;
  MusterDay today;
} Request;

typedef struct
{
  MusterDocument *document;    /* owned */
  GPtrArray *editions;         /* owned, of MusterEdition */
  GPtrArray *acknowledgements; /* owned, of MusterAcknowledgement */
  MusterRoster *roster;        /* owned */
  MusterPolicy *policy;        /* owned */
  MusterDay today;
} Answer;

/* What is saved as a file. */
typedef struct
{
  MusterGroup *group; /* owned */
  MusterId document;
} Proof;

/* What is written. */
typedef struct
{
  MusterEdition *edition; /* owned */
  GStrv ids;              /* owned: of memberships */
  gboolean take_back;
  MusterAcknowledgement each; /* the texts are owned */
} Edit;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->document, muster_document_free);
  g_clear_pointer (&answer->editions, g_ptr_array_unref);
  g_clear_pointer (&answer->acknowledgements, g_ptr_array_unref);
  g_clear_pointer (&answer->roster, muster_roster_free);
  g_clear_pointer (&answer->policy, muster_policy_free);
  g_free (answer);
}

static gpointer
read_answer (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  Answer *answer = g_new0 (Answer, 1);

  answer->today = request->today;
  answer->document = muster_document_table_load (db, &request->document, error);
  if (answer->document != NULL)
    answer->editions = muster_edition_table_list (db, &request->document, error);
  if (answer->editions != NULL)
    answer->acknowledgements = muster_acknowledgement_table_list (db, &request->document, error);
  if (answer->acknowledgements != NULL)
    answer->roster = muster_roster_load (db, &request->group, request->today, error);
  if (answer->roster != NULL)
    answer->policy = muster_policy_load (db, &request->group, request->today, error);
  if (answer->policy != NULL)
    return answer;

  answer_free (answer);
  return NULL;
}

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  muster_edition_free (edit->edition);
  g_strfreev (edit->ids);
  g_free (edit->each.source);
  g_free (edit->each.author);
  g_free (edit);
}

/* Whatever of them counts: also the acknowledgement of a later edition. */
static gboolean
take_back (MusterChange *change, const Edit *edit, const MusterId *membership, GError **error)
{
  MusterDatabase *db = muster_change_get_database (change);
  g_autoptr (GPtrArray) editions = muster_edition_table_list (db, &edit->edition->document, error);

  for (guint i = 0; editions != NULL && i < editions->len; i++)
    {
      const MusterEdition *edition = editions->pdata[i];

      if (edition->published_at >= edit->edition->published_at &&
          !muster_reply_record_take_back (change, edition, membership, error))
        return FALSE;
    }
  return editions != NULL;
}

static gboolean
write_edit (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Edit *edit = data;

  for (guint i = 0; edit->ids[i] != NULL; i++)
    {
      MusterAcknowledgement one = edit->each;

      if (!muster_id_parse (edit->ids[i], &one.membership))
        continue;
      one.edition = edit->edition->id;
      if (edit->take_back ? !take_back (change, edit, &one.membership, error)
                          : !muster_reply_record_acknowledge (change, edit->edition, &one, error))
        return FALSE;
    }
  return TRUE;
}

static Edit *
new_edit (MusterAcknowledgementPane *self, char **ids)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->edition = muster_edition_copy (self->edition);
  edit->ids = g_strdupv (ids);
  edit->each.day = muster_clock_get_today (muster_context_get_clock (self->context));
  edit->each.author = g_strdup (muster_store_get_author (muster_context_get_store (self->context)));
  return edit;
}

static void
run_edit (MusterAcknowledgementPane *self, Edit *edit)
{
  /* TRANSLATORS: a title in the history: the title of rules */
  g_autofree char *title = g_strdup_printf (
      edit->take_back ? _ ("Take back the acknowledgement of %s") : _ ("Acknowledge %s"),
      self->title);

  muster_edit_run (GTK_WIDGET (self), self->context, title, write_edit, edit, edit_free);
}

static void
sheet_accepted_cb (MusterAcknowledgementPane *self, MusterFormDialog *dialog)
{
  static const MusterReplyWay ways[] = { MUSTER_REPLY_SHEET, MUSTER_REPLY_WORD, MUSTER_REPLY_HAND };
  const char *source = muster_form_dialog_get_text (dialog, "source");
  Edit *edit;

  if (self->edition == NULL || self->asked == NULL)
    return;
  edit = new_edit (self, self->asked);
  edit->each.way = ways[muster_form_dialog_get_choice (dialog, "way")];
  edit->each.day = muster_form_dialog_get_day (dialog, "day");
  edit->each.source = *source != '\0' ? g_strdup (source) : NULL;
  run_edit (self, edit);
}

/* How, when, and where the scan is. */
static void
ask_how (MusterAcknowledgementPane *self, char **ids)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);
  g_autoptr (GtkStringList) ways = gtk_string_list_new (NULL);
  MusterFormDialog *dialog = muster_form_dialog_new (
      GTK_WINDOW (window), _ ("How Was It Acknowledged?"),
      _ ("Of a signed sheet only the path of the scan is kept."), _ ("Take Down"));

  gtk_string_list_append (ways, muster_reply_way_get_title (MUSTER_REPLY_SHEET));
  gtk_string_list_append (ways, muster_reply_way_get_title (MUSTER_REPLY_WORD));
  gtk_string_list_append (ways, muster_reply_way_get_title (MUSTER_REPLY_HAND));
  g_strfreev (self->asked);
  self->asked = g_strdupv (ids);
  muster_form_dialog_add_choice (dialog, "way", _ ("Way"), ways, 0);
  muster_form_dialog_add_day (dialog, "day", _ ("Day"),
                              muster_clock_get_today (muster_context_get_clock (self->context)),
                              TRUE);
  muster_form_dialog_add_entry (dialog, "source", _ ("Where the scan is"), NULL, FALSE);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (sheet_accepted_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
chosen_cb (MusterAcknowledgementPane *self, char **ids, const char *action)
{
  Edit *edit;

  if (self->edition == NULL)
    return;
  if (g_str_equal (action, "sheet"))
    {
      ask_how (self, ids);
      return;
    }
  edit = new_edit (self, ids);
  edit->take_back = g_str_equal (action, "take-back");
  run_edit (self, edit);
}

static void
paste_cb (MusterAcknowledgementPane *self)
{
  if (self->edition != NULL)
    muster_reply_paste_present_for_edition (GTK_WIDGET (self), self->context, self->group,
                                            self->edition, self->title);
}

static void
remind_cb (MusterAcknowledgementPane *self)
{
  if (self->reminder != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->reminder);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.failed", "s",
                              self->reminder != NULL ? _ ("Text copied")
                                                     : _ ("Everybody has acknowledged the rules."));
}

static gboolean
save_proof (MusterStore *store, const char *path, gpointer data, GError **error)
{
  const Proof *proof = data;
  gint64 rows;

  return muster_proof_export_run (store, proof->group, &proof->document, path, &rows, error);
}

static void
proof_free (gpointer data)
{
  Proof *proof = data;

  g_object_unref (proof->group);
  g_free (proof);
}

static void
proof_cb (MusterAcknowledgementPane *self)
{
  g_autofree char *name = NULL;
  Proof *proof;

  if (self->edition == NULL)
    return;
  proof = g_new0 (Proof, 1);
  proof->group = muster_group_copy (self->group); /* the writing thread's own */
  proof->document = self->document;
  /* TRANSLATORS: the name of a file: the title of rules */
  name = g_strdup_printf (_ ("%s, acknowledgements.pdf"), self->title);
  muster_saving_ask (GTK_WIDGET (self), self->context, _ ("Save the Proof List"), name, save_proof,
                     proof, proof_free);
}

static void
note_reminder (MusterAcknowledgementPane *self, const Answer *answer, GArray *asked)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  MusterDay deadline = muster_day_add_period (
      answer->today, muster_policy_get_period (answer->policy, "reply-within"));
  g_autoptr (MusterDraft) draft = muster_draft_new (self->group, answer->policy, deadline);
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < asked->len; i++)
    {
      const MusterAsked *one = &g_array_index (asked, MusterAsked, i);
      const char *nickname = muster_roster_get_shown_nickname (answer->roster, one->member);

      if (one->acknowledgement == NULL)
        g_strv_builder_add (builder, nickname != NULL && *nickname != '\0'
                                         ? nickname
                                         : muster_roster_member_get_name (one->member));
    }
  names = g_strv_builder_end (builder);
  g_clear_pointer (&self->reminder, g_free);
  if (*names != NULL)
    self->reminder =
        muster_draft_for_reply (draft, "acknowledge", self->title, (const char *const *) names);
}

/* Which edition, when and how; of who has not, since when they are asked. */
static char *
dup_detail (const Answer *answer, const MusterAsked *asked)
{
  g_autofree char *day = muster_words_for_day (
      asked->acknowledgement != NULL ? asked->acknowledgement->day : asked->since);
  g_autofree char *label = NULL;

  if (asked->acknowledgement == NULL)
    /* TRANSLATORS: a date */
    return g_strdup_printf (_ ("asked since %s"), day);

  label = muster_edition_dup_label (asked->edition, answer->editions);
  if (asked->acknowledgement->source != NULL)
    /* TRANSLATORS: number of an edition, a date, a way such as Signed sheet, a file */
    return g_strdup_printf (_ ("edition %s, %s, %s: %s"), label, day,
                            muster_reply_way_get_title (asked->acknowledgement->way),
                            asked->acknowledgement->source);
  /* TRANSLATORS: number of an edition, a date, a way such as By hand */
  return g_strdup_printf (_ ("edition %s, %s, %s"), label, day,
                          muster_reply_way_get_title (asked->acknowledgement->way));
}

static void
show_asked (MusterAcknowledgementPane *self, const Answer *answer, GArray *asked)
{
  g_autofree MusterAnswerRow *rows = g_new0 (MusterAnswerRow, MAX (asked->len, 1));
  g_autoptr (GPtrArray) details = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < asked->len; i++)
    {
      const MusterAsked *one = &g_array_index (asked, MusterAsked, i);

      g_ptr_array_add (details, dup_detail (answer, one));
      rows[i].id = one->member->id;
      rows[i].name = muster_roster_member_get_name (one->member);
      rows[i].nickname = muster_roster_get_shown_nickname (answer->roster, one->member);
      rows[i].state = one->acknowledgement != NULL ? _ ("Acknowledged") : _ ("Outstanding");
      rows[i].detail = details->pdata[i];
      rows[i].is_outstanding = one->acknowledgement == NULL;
      rows[i].action = one->acknowledgement == NULL ? 0 : 2;
    }
  muster_answer_list_show (self->answers, rows, asked->len);
}

static void
show_answer (MusterAcknowledgementPane *self, const Answer *answer)
{
  const MusterEdition *edition = muster_outstanding_find_edition (answer->editions, answer->today);
  g_autoptr (GArray) asked = muster_outstanding_list_asked (
      answer->roster, answer->editions, answer->acknowledgements, answer->today);
  g_autofree char *text = NULL;

  g_free (self->title);
  self->title = g_strdup (answer->document->title);
  g_clear_pointer (&self->edition, muster_edition_free);
  self->edition = edition != NULL ? muster_edition_copy (edition) : NULL;
  if (edition != NULL)
    {
      g_autofree char *label = muster_edition_dup_label (edition, answer->editions);
      g_autofree char *day = muster_words_for_day (edition->published_on);

      /* TRANSLATORS: number of an edition, a date */
      text = g_strdup_printf (_ ("Edition %s of %s asks everybody to acknowledge it."), label, day);
    }
  gtk_label_set_label (self->label,
                       text != NULL ? text
                                    : _ ("Nobody is asked before the rules have been published."));
  gtk_widget_set_visible (self->buttons, edition != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->answers), edition != NULL);
  note_reminder (self, answer, asked);
  show_asked (self, answer, asked);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterAcknowledgementPane) self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (answer == NULL)
    return; /* cancelled, or the page says what is wrong with the document */
  if (self->context != NULL)
    {
      g_clear_object (&self->cancellable);
      show_answer (self, answer);
    }
  answer_free (answer);
}

static void
muster_acknowledgement_pane_dispose (GObject *object)
{
  MusterAcknowledgementPane *self = MUSTER_ACKNOWLEDGEMENT_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->group);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->edition, muster_edition_free);
  g_clear_pointer (&self->reminder, g_free);
  g_clear_pointer (&self->asked, g_strfreev);

  G_OBJECT_CLASS (muster_acknowledgement_pane_parent_class)->dispose (object);
}

static void
muster_acknowledgement_pane_class_init (MusterAcknowledgementPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_acknowledgement_pane_dispose;
}

static void
muster_acknowledgement_pane_init (MusterAcknowledgementPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));

  self->buttons = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->buttons), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->buttons), 6);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->buttons), 3);
  muster_section_add_button (self->buttons, _ ("Paste Replies…"), G_CALLBACK (paste_cb), self);
  muster_section_add_button (self->buttons, _ ("Copy the Reminder"), G_CALLBACK (remind_cb), self);
  muster_section_add_button (self->buttons, _ ("Proof List…"), G_CALLBACK (proof_cb), self);
  gtk_box_append (GTK_BOX (box), self->buttons);

  self->answers = MUSTER_ANSWER_LIST (muster_answer_list_new (actions, G_N_ELEMENTS (actions)));
  g_signal_connect_object (self->answers, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->answers));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
muster_acknowledgement_pane_new (void)
{
  return g_object_new (MUSTER_TYPE_ACKNOWLEDGEMENT_PANE, NULL);
}

/**
 * muster_acknowledgement_pane_show:
 * @document: of @group
 *
 * Reads who acknowledged the document and shows it; to be called again when the store has changed.
 */
void
muster_acknowledgement_pane_show (MusterAcknowledgementPane *self, MusterContext *context,
                                  MusterGroup *group, const MusterId *document)
{
  Request *request = g_new0 (Request, 1);

  g_return_if_fail (MUSTER_IS_ACKNOWLEDGEMENT_PANE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_set_object (&self->context, context);
  g_set_object (&self->group, group);
  self->document = *document;
  self->cancellable = g_cancellable_new ();
  request->group = *muster_group_get_id (group);
  request->document = *document;
  request->today = muster_clock_get_today (muster_context_get_clock (context));
  muster_store_read_async (muster_context_get_store (context), read_answer, request, g_free,
                           answer_free, self->cancellable, read_cb, g_object_ref (self));
}
