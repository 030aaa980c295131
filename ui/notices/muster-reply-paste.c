/* muster-reply-paste.c - pasted replies, or a chat: what they say is shown, settled and taken over
 *
 * For receipts of notices and acknowledgements of rules.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-reply-paste"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-edit.h"
#include "muster-input-error.h"
#include "muster-participant.h"
#include "muster-person-button.h"
#include "muster-reply-paste.h"
#include "muster-reply-record.h"

#define MAX_ROWS 300 /* that are shown; those to be settled come first */
#define MAX_WARNINGS 5
#define READ_DELAY_MS 150 /* after the last key */

struct _MusterReplyPaste
{
  AdwWindow parent_instance;

  MusterContext *context;        /* owned */
  GtkWidget *parent;             /* owned: shows the toast */
  MusterGroup *group;            /* owned */
  MusterNotice *notice;          /* owned, NULL for rules */
  MusterEdition *edition;        /* owned, NULL for a notice */
  char *title;                   /* owned */
  char *path;                    /* owned: of the file that was chosen; NULL for the text */
  GListStore *people;            /* owned, of MusterParticipant */
  MusterReplyPlan *plan;         /* owned, NULL before anything was read */
  GCancellable *cancellable;     /* owned, NULL while nothing is being read */
  GtkFileChooserNative *chooser; /* owned, NULL while nobody chooses */
  guint timeout;

  GtkTextView *text_view;
  GtkLabel *summary_label;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MusterReplyPaste, muster_reply_paste, ADW_TYPE_WINDOW)

/* What a worker reads. */
typedef struct
{
  MusterGroup *group;     /* owned */
  MusterNotice *notice;   /* owned, NULL for rules */
  MusterEdition *edition; /* owned, NULL for a notice */
  char *title;            /* owned */
  char *path;             /* owned, NULL for the text */
  char *text;             /* owned */
  MusterDay today;
} Request;

/* What the keeper takes over. */
typedef struct
{
  MusterReplyPlan *plan;  /* owned */
  MusterEdition *edition; /* owned, NULL for a notice */
  MusterReceipt receipt;  /* the texts are owned */
  MusterAcknowledgement each;
} Taking;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->group);
  g_clear_pointer (&request->notice, muster_notice_free);
  g_clear_pointer (&request->edition, muster_edition_free);
  g_free (request->title);
  g_free (request->path);
  g_free (request->text);
  g_free (request);
}

static gpointer
read_plan (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;
  g_autoptr (GBytes) bytes = g_bytes_new (request->text, strlen (request->text));
  g_autoptr (MusterTextSource) source =
      request->path != NULL ? muster_text_source_new_for_file (request->path, NULL, error)
                            : muster_text_source_new_for_bytes (bytes, "", "UTF-8", error);

  if (source == NULL)
    return NULL;
  return request->notice != NULL
             ? muster_reply_record_read_for_notice (db, request->group, source, request->notice,
                                                    request->today, error)
             : muster_reply_record_read_for_edition (db, request->group, source, request->edition,
                                                     request->title, request->today, error);
}

static const MusterReplyItem *
get_item (MusterReplyPaste *self, guint i)
{
  return muster_reply_plan_get_items (self->plan)->pdata[i];
}

static guint
get_index (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "item"));
}

static char *
dup_meaning (const MusterReplyItem *item)
{
  const char *verdict = muster_reply_verdict_get_title (item->verdict);
  const char *answer = muster_receipt_state_get_title (item->reply->answer);

  if (item->verdict == MUSTER_REPLY_MATCHED)
    /* TRANSLATORS: the name of a member, an answer such as Received */
    return g_strdup_printf (item->is_late ? _ ("%s: %s, late") : _ ("%s: %s"), item->person,
                            answer);
  if (item->person != NULL)
    return g_strdup_printf ("%s: %s", item->person, verdict);

  return g_strdup (verdict);
}

static void
chosen_cb (GtkWidget *button, MusterParticipant *person, MusterReplyPaste *self)
{
  guint i = get_index (button);
  MusterReceiptState answer = get_item (self, i)->reply->answer;
  MusterId id;

  if (!muster_id_parse (muster_participant_get_person (person), &id))
    return;
  muster_reply_plan_settle (self->plan, i, &id,
                            answer != MUSTER_RECEIPT_NONE ? answer : MUSTER_RECEIPT_RECEIVED);
  gtk_widget_activate_action (GTK_WIDGET (self), "paste.show", NULL);
}

static void
leave_out_cb (GtkWidget *button, MusterReplyPaste *self)
{
  muster_reply_plan_settle (self->plan, get_index (button), NULL, MUSTER_RECEIPT_NONE);
  gtk_widget_activate_action (GTK_WIDGET (self), "paste.show", NULL);
}

/* Whose answer it is can be said of everything that was not taken down. */
static void
add_choices (MusterReplyPaste *self, GtkWidget *row, const MusterReplyItem *item)
{
  GtkWidget *button;

  if (item->verdict != MUSTER_REPLY_MATCHED)
    {
      button = muster_person_button_new (
          _ ("Who?"), G_LIST_MODEL (self->people),
          item->verdict == MUSTER_REPLY_AMBIGUOUS && item->reply->name != NULL ? item->reply->name
                                                                               : "");
      g_signal_connect_object (button, "chosen", G_CALLBACK (chosen_cb), self, 0);
    }
  else
    {
      button = gtk_button_new_with_label (_ ("Leave Out"));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      g_signal_connect_object (button, "clicked", G_CALLBACK (leave_out_cb), self, 0);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_row (MusterReplyPaste *self, guint i)
{
  const MusterReplyItem *item = get_item (self, i);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *meaning = dup_meaning (item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item->reply->text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), meaning);
  g_object_set_data (G_OBJECT (row), "item", GUINT_TO_POINTER (i));
  if (item->verdict != MUSTER_REPLY_ALREADY)
    add_choices (self, row, item);
  gtk_list_box_append (self->list, row);
}

static guint
count (MusterReplyPaste *self, MusterReplyVerdict verdict)
{
  return muster_reply_plan_get_count (self->plan, verdict);
}

static void
show_summary (MusterReplyPaste *self)
{
  MusterWarnings *warnings = muster_reply_plan_get_warnings (self->plan);
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->path != NULL)
    {
      g_autofree char *name = g_filename_display_basename (self->path);

      g_string_append_printf (text, "%s\n", name);
    }
  g_string_append_printf (
      /* TRANSLATORS: numbers of replies */
      text,
      _ ("%u to take over (%u late), %u given already, %u not sure, %u of nobody, %u no answer, "
         "%u too early"),
      count (self, MUSTER_REPLY_MATCHED), muster_reply_plan_get_n_late (self->plan),
      count (self, MUSTER_REPLY_ALREADY), count (self, MUSTER_REPLY_AMBIGUOUS),
      count (self, MUSTER_REPLY_UNKNOWN), count (self, MUSTER_REPLY_NO_ANSWER),
      count (self, MUSTER_REPLY_BEFORE));
  for (guint i = 0; i < MIN (muster_warnings_get_n_kept (warnings), MAX_WARNINGS); i++)
    g_string_append_printf (text, "\n%s", muster_warnings_get (warnings, i)->text);
  gtk_label_set_label (self->summary_label, text->str);
}

static void
show_plan (MusterReplyPaste *self)
{
  static const MusterReplyVerdict order[] = { MUSTER_REPLY_AMBIGUOUS, MUSTER_REPLY_UNKNOWN,
                                              MUSTER_REPLY_MATCHED,   MUSTER_REPLY_NO_ANSWER,
                                              MUSTER_REPLY_BEFORE,    MUSTER_REPLY_ALREADY };
  GPtrArray *items = muster_reply_plan_get_items (self->plan);
  guint n = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint j = 0; j < G_N_ELEMENTS (order); j++)
    for (guint i = 0; i < items->len && n < MAX_ROWS; i++)
      if (get_item (self, i)->verdict == order[j])
        {
          add_row (self, i);
          n++;
        }
  show_summary (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.write",
                                 count (self, MUSTER_REPLY_MATCHED) > 0);
}

/* Something was settled. */
static void
show_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_plan (MUSTER_REPLY_PASTE (widget));
}

static void
show_problem (MusterReplyPaste *self, const char *text)
{
  gtk_label_set_label (self->summary_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.write", FALSE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterReplyPaste) self = user_data;
  g_autoptr (GError) error = NULL;
  MusterReplyPlan *plan = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    {
      g_clear_pointer (&plan, muster_reply_plan_free);
      return;
    }
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->plan, muster_reply_plan_free);
  self->plan = plan;
  if (plan != NULL)
    show_plan (self);
  else
    show_problem (self, error->message);
}

static char *
dup_text (MusterReplyPaste *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
start_reading (MusterReplyPaste *self)
{
  Request *request = g_new0 (Request, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  request->group = muster_group_copy (self->group); /* the worker's own */
  request->notice = self->notice != NULL ? muster_notice_copy (self->notice) : NULL;
  request->edition = self->edition != NULL ? muster_edition_copy (self->edition) : NULL;
  request->title = g_strdup (self->title);
  request->path = g_strdup (self->path);
  request->text = dup_text (self);
  request->today = muster_clock_get_today (muster_context_get_clock (self->context));
  muster_store_read_async (muster_context_get_store (self->context), read_plan, request,
                           request_free, (GDestroyNotify) muster_reply_plan_free, self->cancellable,
                           read_cb, g_object_ref (self));
}

static gboolean
read_text_cb (gpointer user_data)
{
  MusterReplyPaste *self = user_data;

  self->timeout = 0;
  start_reading (self);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (MusterReplyPaste *self)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (READ_DELAY_MS, read_text_cb, self);
}

static void
file_chosen_cb (MusterReplyPaste *self, int response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file == NULL)
    return;
  g_free (self->path);
  self->path = g_file_get_path (file);
  start_reading (self);
}

static void
choose_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterReplyPaste *self = MUSTER_REPLY_PASTE (widget);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Choose a File"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  muster_reply_plan_free (taking->plan);
  g_clear_pointer (&taking->edition, muster_edition_free);
  g_free (taking->receipt.source);
  g_free (taking->receipt.author);
  g_free (taking);
}

static gboolean
write_taking (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Taking *taking = data;

  return taking->edition != NULL
             ? muster_reply_record_acknowledge_plan (change, taking->plan, taking->edition,
                                                     &taking->each, error)
             : muster_reply_record_receive_plan (change, taking->plan, &taking->receipt, error);
}

static void
write_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterReplyPaste *self = MUSTER_REPLY_PASTE (widget);
  MusterStore *store = muster_context_get_store (self->context);
  MusterClock *clock = muster_context_get_clock (self->context);
  g_autofree char *title =
      /* TRANSLATORS: a title in the history: the title of a notice, or of rules */
      g_strdup_printf (self->notice != NULL ? _ ("Receipts of %s") : _ ("Acknowledge %s"),
                       self->title);
  Taking *taking;

  if (self->plan == NULL)
    return;
  taking = g_new0 (Taking, 1);
  taking->receipt.way = muster_reply_plan_is_chat (self->plan) && self->path != NULL
                            ? MUSTER_REPLY_RECORDS
                            : MUSTER_REPLY_PASTED;
  taking->receipt.source = self->path != NULL ? g_path_get_basename (self->path) : NULL;
  taking->receipt.author = g_strdup (muster_store_get_author (store));
  taking->receipt.answered_at = MUSTER_NOTICE_NO_TIME; /* of what does not say when */
  if (self->notice != NULL)
    taking->receipt.notice = self->notice->id;
  else
    taking->edition = muster_edition_copy (self->edition);
  taking->each.day = muster_clock_get_today (clock);
  taking->each.way = taking->receipt.way;
  taking->each.source = taking->receipt.source;
  taking->each.author = taking->receipt.author;
  taking->plan = g_steal_pointer (&self->plan);
  muster_edit_run (self->parent, self->context, title, write_taking, taking, taking_free);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
muster_reply_paste_dispose (GObject *object)
{
  MusterReplyPaste *self = MUSTER_REPLY_PASTE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->plan, muster_reply_plan_free);
  g_clear_object (&self->chooser);
  g_clear_object (&self->context);
  g_clear_object (&self->parent);
  g_clear_object (&self->group);
  g_clear_object (&self->people);
  g_clear_pointer (&self->notice, muster_notice_free);
  g_clear_pointer (&self->edition, muster_edition_free);

  G_OBJECT_CLASS (muster_reply_paste_parent_class)->dispose (object);
}

static void
muster_reply_paste_finalize (GObject *object)
{
  MusterReplyPaste *self = MUSTER_REPLY_PASTE (object);

  g_free (self->title);
  g_free (self->path);

  G_OBJECT_CLASS (muster_reply_paste_parent_class)->finalize (object);
}

static void
muster_reply_paste_class_init (MusterReplyPasteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_reply_paste_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_reply_paste_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-reply-paste.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterReplyPaste, text_view);
  gtk_widget_class_bind_template_child (widget_class, MusterReplyPaste, summary_label);
  gtk_widget_class_bind_template_child (widget_class, MusterReplyPaste, list);
  gtk_widget_class_install_action (widget_class, "paste.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "paste.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "paste.write", NULL, write_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
muster_reply_paste_init (MusterReplyPaste *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.write", FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Everybody who can have answered, for whom nobody recognised. */
static void
fill_people (MusterReplyPaste *self)
{
  MusterDatabase *db = muster_store_get_database (muster_context_get_store (self->context), NULL);
  g_autoptr (MusterRoster) roster =
      db != NULL
          ? muster_roster_load (db, muster_group_get_id (self->group),
                                muster_clock_get_today (muster_context_get_clock (self->context)),
                                NULL)
          : NULL;

  self->people = g_list_store_new (MUSTER_TYPE_PARTICIPANT);
  for (guint i = 0; roster != NULL && i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);
      g_autoptr (MusterParticipant) person = NULL;
      char id[MUSTER_ID_TEXT_SIZE];

      if (!muster_roster_member_is_current (member))
        continue;
      muster_id_format (&member->id, id);
      person = muster_participant_new (id, muster_roster_member_get_name (member),
                                       member->fields[MUSTER_PERSON_DEPARTMENT], TRUE);
      muster_participant_set_nickname (person, muster_roster_get_shown_nickname (roster, member));
      g_list_store_append (self->people, person);
    }
}

static MusterReplyPaste *
new_paste (GtkWidget *parent, MusterContext *context, MusterGroup *group, const char *title)
{
  GtkWidget *window = gtk_widget_get_ancestor (parent, GTK_TYPE_WINDOW);
  MusterReplyPaste *self = g_object_new (MUSTER_TYPE_REPLY_PASTE, "transient-for", window, NULL);

  self->context = g_object_ref (context);
  self->parent = g_object_ref (parent);
  self->group = g_object_ref (group);
  self->title = g_strdup (title);
  fill_people (self);
  return self;
}

static void
present (MusterReplyPaste *self)
{
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/**
 * muster_reply_paste_present_for_notice:
 * @parent: where the keeper asked for it
 * @notice: one that was sent
 */
void
muster_reply_paste_present_for_notice (GtkWidget *parent, MusterContext *context,
                                       MusterGroup *group, const MusterNotice *notice)
{
  MusterReplyPaste *self = new_paste (parent, context, group, notice->title);

  self->notice = muster_notice_copy (notice);
  present (self);
}

/**
 * muster_reply_paste_present_for_edition:
 * @parent: where the keeper asked for it
 * @edition: which is acknowledged
 * @title: of the rules
 */
void
muster_reply_paste_present_for_edition (GtkWidget *parent, MusterContext *context,
                                        MusterGroup *group, const MusterEdition *edition,
                                        const char *title)
{
  MusterReplyPaste *self = new_paste (parent, context, group, title);

  self->edition = muster_edition_copy (edition);
  present (self);
}
