/* muster-notice-pane.c - one notice: its text, what to do with it, and who answered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-notice-pane"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-answer-list.h"
#include "muster-audience.h"
#include "muster-notice-answers.h"
#include "muster-notice-dialog.h"
#include "muster-notice-edit.h"
#include "muster-notice-pane.h"
#include "muster-notice-table.h"
#include "muster-notice-text.h"
#include "muster-policy.h"
#include "muster-quiet-hours.h"
#include "muster-reply-paste.h"
#include "muster-section.h"
#include "muster-words.h"

static const MusterAnswerAction actions[] = {
  { "received", "receipt", NC_ ("receipt", "Received") },
  { "done", "receipt", NC_ ("receipt", "Done") },
  { "undone", "receipt", NC_ ("receipt", "Read, not done") },
  { "none", NULL, N_ ("Take Back") },
};

struct _MusterNoticePane
{
  AdwBin parent_instance;

  MusterContext *context;           /* owned, NULL before the first was shown */
  MusterGroup *group;               /* owned */
  MusterScheduledNotice *scheduled; /* owned, NULL while none is shown */
  MusterId id;                      /* of the notice */
  MusterQuietHours quiet;           /* of the group */
  char *text;                       /* owned: as it is sent; NULL where it can't be filled in */
  char *reminder;                   /* owned: for those who have not answered; NULL if all have */
  GCancellable *cancellable;        /* owned, NULL while nothing is being read */

  GtkBox *box; /* of what is made anew whenever something changed */
  MusterAnswerList *answers;
};

G_DEFINE_FINAL_TYPE (MusterNoticePane, muster_notice_pane, ADW_TYPE_BIN)

/* What a worker reads. */
typedef struct
{
  MusterGroup *group; /* owned */
  MusterId id;
  gint64 now;
} Request;

typedef struct
{
  MusterScheduledNotice *scheduled; /* owned */
  MusterNoticeAnswers *answers;     /* owned */
  MusterPolicy *policy;             /* owned */
  char *text;                       /* owned, NULL where it can't be filled in */
  char *trouble;                    /* owned, NULL if there is none: why not */
} Answer;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->group);
  g_free (request);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->scheduled, muster_scheduled_notice_free);
  g_clear_pointer (&answer->answers, muster_notice_answers_free);
  g_clear_pointer (&answer->policy, muster_policy_free);
  g_free (answer->text);
  g_free (answer->trouble);
  g_free (answer);
}

/* The text as it was or would be sent. */
static void
read_text (Answer *answer, MusterDatabase *db, const Request *request)
{
  const MusterNotice *notice = answer->scheduled->notice;
  g_autoptr (GError) error = NULL;
  gint64 at = notice->sent_at != MUSTER_NOTICE_NO_TIME ? notice->sent_at
                                                       : MAX (answer->scheduled->at, request->now);

  answer->text = muster_notice_text_read (db, request->group, answer->scheduled, at, NULL, &error);
  if (answer->text == NULL)
    answer->trouble = g_strdup (error->message);
}

static gpointer
read_answer (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (MusterNotice) notice = muster_notice_table_load (db, &request->id, error);
  MusterDay today = muster_day_from_seconds (request->now);
  Answer *answer = g_new0 (Answer, 1);

  if (notice != NULL)
    answer->scheduled = muster_notice_schedule_find (db, notice, zone, error);
  if (answer->scheduled != NULL)
    answer->answers = muster_notice_answers_read (db, notice, today, error);
  if (answer->answers != NULL)
    answer->policy = muster_policy_load (db, &notice->group, today, error);
  if (answer->policy != NULL)
    {
      read_text (answer, db, request);
      return answer;
    }

  answer_free (answer);
  return NULL;
}

static const MusterNotice *
get_notice (MusterNoticePane *self)
{
  return self->scheduled->notice;
}

static void
back_cb (MusterNoticePane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "notices.back", NULL);
}

static void
copy (MusterNoticePane *self, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.failed", "s", _ ("Text copied"));
}

static void
send_now (MusterNoticePane *self)
{
  if (self->text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  muster_notice_edit_send (GTK_WIDGET (self), self->context, get_notice (self),
                           muster_notice_edit_get_now (self->context));
}

static void
night_response_cb (MusterNoticePane *self, const char *response)
{
  gint64 now;

  if (self->scheduled == NULL)
    return;
  now = muster_notice_edit_get_now (self->context);
  if (g_str_equal (response, "copy"))
    copy (self, self->text);
  else if (g_str_equal (response, "send"))
    send_now (self);
  else if (g_str_equal (response, "morning"))
    muster_notice_edit_plan (GTK_WIDGET (self), self->context, get_notice (self),
                             muster_quiet_hours_get_end (&self->quiet, now));
}

/* @response: what goes on in spite of the quiet hours: "copy" or "send" */
static void
ask_at_night (MusterNoticePane *self, const char *response, const char *label)
{
  gint64 now = muster_notice_edit_get_now (self->context);
  g_autofree char *end =
      muster_words_for_wall_clock (muster_quiet_hours_get_end (&self->quiet, now));
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (window), _ ("These Are Quiet Hours"), NULL));

  adw_message_dialog_format_body (dialog, _ ("The group is to be left in peace until %s."), end);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "morning",
                                    _ ("Plan for the Morning"), response, label, NULL);
  adw_message_dialog_set_response_appearance (dialog, "morning", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "morning");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (night_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
is_night (MusterNoticePane *self)
{
  return get_notice (self)->standing == MUSTER_NOTICE_PLANNED &&
         muster_quiet_hours_has (&self->quiet, muster_notice_edit_get_now (self->context));
}

static void
copy_cb (MusterNoticePane *self)
{
  if (self->text == NULL)
    return;
  if (is_night (self))
    ask_at_night (self, "copy", _ ("Copy Anyway"));
  else
    copy (self, self->text);
}

static void
send_cb (MusterNoticePane *self)
{
  if (is_night (self))
    ask_at_night (self, "send", _ ("Send Now"));
  else
    send_now (self);
}

static void
edit_cb (MusterNoticePane *self)
{
  muster_notice_dialog_present (GTK_WIDGET (self), self->context, self->group, get_notice (self));
}

static void
cancel_cb (MusterNoticePane *self)
{
  muster_notice_edit_set_standing (GTK_WIDGET (self), self->context, get_notice (self),
                                   MUSTER_NOTICE_CANCELLED);
}

static void
close_cb (MusterNoticePane *self)
{
  muster_notice_edit_set_standing (GTK_WIDGET (self), self->context, get_notice (self),
                                   MUSTER_NOTICE_CLOSED);
}

static void
reopen_cb (MusterNoticePane *self)
{
  muster_notice_edit_set_standing (GTK_WIDGET (self), self->context, get_notice (self),
                                   get_notice (self)->sent_at != MUSTER_NOTICE_NO_TIME
                                       ? MUSTER_NOTICE_SENT
                                       : MUSTER_NOTICE_PLANNED);
}

static void
paste_cb (MusterNoticePane *self)
{
  muster_reply_paste_present_for_notice (GTK_WIDGET (self), self->context, self->group,
                                         get_notice (self));
}

static void
remind_cb (MusterNoticePane *self)
{
  if (self->reminder != NULL)
    copy (self, self->reminder);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.failed", "s",
                                _ ("Everybody has answered."));
}

static void
chosen_cb (MusterNoticePane *self, char **ids, const char *action)
{
  MusterReceiptState state = MUSTER_RECEIPT_NONE;

  if (self->scheduled == NULL)
    return;
  (void) muster_receipt_state_find (action, &state);
  muster_notice_edit_receive (GTK_WIDGET (self), self->context, get_notice (self),
                              (const char *const *) ids, state);
}

/* When, to whom, what is wanted and by when. */
static char *
dup_facts (MusterNoticePane *self)
{
  const MusterNotice *notice = get_notice (self);
  g_autofree char *audience =
      muster_audience_dup_title (notice->audience != NULL ? notice->audience : "all");
  gint64 at = notice->sent_at != MUSTER_NOTICE_NO_TIME ? notice->sent_at : self->scheduled->at;
  g_autofree char *when = at != MUSTER_NOTICE_NO_TIME ? muster_words_for_wall_clock (at) : NULL;
  gint64 limit = muster_notice_get_limit (notice);
  g_autoptr (GString) text = g_string_new (muster_notice_standing_get_title (notice->standing));

  if (when != NULL)
    g_string_append_printf (text, " · %s", when);
  if (self->scheduled->event != NULL)
    g_string_append_printf (text, " · %s", self->scheduled->event->title);
  g_string_append_printf (text, " · %s · %s", audience,
                          muster_notice_wants_get_title (notice->wants));
  if (limit != MUSTER_NOTICE_NO_TIME)
    {
      g_autofree char *until = muster_words_for_wall_clock (limit);

      g_string_append_printf (text, _ (" · until %s"), until);
    }
  else if (notice->minutes > 0 && notice->wants != MUSTER_NOTICE_WANTS_NOTHING)
    g_string_append_printf (
        text, ngettext (" · within %d minute", " · within %d minutes", (gulong) notice->minutes),
        (int) notice->minutes);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
add_label (MusterNoticePane *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->box, label);
  return label;
}

static void
add_heading (MusterNoticePane *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  GtkWidget *title = gtk_label_new (get_notice (self)->title);

  gtk_widget_set_tooltip_text (back, _ ("All Notices"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("All Notices"), -1);
  g_signal_connect_object (back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (back, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "title-2");
  gtk_box_append (GTK_BOX (row), back);
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (self->box, row);
}

static void
add_buttons (MusterNoticePane *self)
{
  MusterNoticeStanding standing = get_notice (self)->standing;
  GtkWidget *buttons = gtk_flow_box_new ();
  GtkWidget *button;

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (buttons), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (buttons), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (buttons), 6);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (buttons), 4);
  gtk_box_append (self->box, buttons);
  button = muster_section_add_button (buttons, _ ("Copy the Text"), G_CALLBACK (copy_cb), self);
  gtk_widget_set_sensitive (button, self->text != NULL);
  if (standing == MUSTER_NOTICE_PLANNED)
    {
      button = muster_section_add_button (buttons, _ ("Copy and Mark as Sent"),
                                          G_CALLBACK (send_cb), self);
      gtk_widget_add_css_class (button, "suggested-action");
      gtk_widget_set_sensitive (button, self->text != NULL);
      muster_section_add_button (buttons, _ ("Edit…"), G_CALLBACK (edit_cb), self);
      muster_section_add_button (buttons, _ ("Call Off"), G_CALLBACK (cancel_cb), self);
      return;
    }
  if (standing == MUSTER_NOTICE_SENT)
    {
      muster_section_add_button (buttons, _ ("Paste Replies…"), G_CALLBACK (paste_cb), self);
      muster_section_add_button (buttons, _ ("Copy the Reminder"), G_CALLBACK (remind_cb), self);
      muster_section_add_button (buttons, _ ("Close the Notice"), G_CALLBACK (close_cb), self);
    }
  else
    muster_section_add_button (buttons, _ ("Open Again"), G_CALLBACK (reopen_cb), self);
}

static char *
dup_detail (const MusterReceipt *receipt)
{
  g_autofree char *when = receipt->answered_at != MUSTER_NOTICE_NO_TIME
                              ? muster_words_for_wall_clock (receipt->answered_at)
                              : NULL;
  const char *way = muster_reply_way_get_title (receipt->way);

  return when != NULL ? g_strdup_printf ("%s, %s", when, way) : g_strdup (way);
}

static void
show_answers (MusterNoticePane *self, const MusterNoticeAnswers *answers)
{
  g_autofree MusterAnswerRow *rows = g_new0 (MusterAnswerRow, MAX (answers->rows->len, 1));
  g_autoptr (GPtrArray) details = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < answers->rows->len; i++)
    {
      const MusterNoticeAnswer *answer = &g_array_index (answers->rows, MusterNoticeAnswer, i);
      MusterReceiptState state =
          answer->receipt != NULL ? answer->receipt->state : MUSTER_RECEIPT_NONE;

      rows[i].id = answer->member->id;
      rows[i].name = muster_roster_member_get_name (answer->member);
      rows[i].nickname = muster_roster_get_shown_nickname (answers->roster, answer->member);
      rows[i].state = answer->is_late ? _ ("Late") : muster_receipt_state_get_title (state);
      if (answer->receipt != NULL)
        {
          g_ptr_array_add (details, dup_detail (answer->receipt));
          rows[i].detail = details->pdata[details->len - 1];
        }
      rows[i].is_outstanding = answer->is_outstanding;
      rows[i].is_warning = answer->is_late;
      rows[i].action =
          !answer->is_outstanding ? 3
          : get_notice (self)->wants == MUSTER_NOTICE_WANTS_DONE && state != MUSTER_RECEIPT_NONE
              ? 1
              : 0;
    }
  muster_answer_list_show (self->answers, rows, answers->rows->len);
}

static void
show_answer (MusterNoticePane *self, Answer *answer)
{
  gboolean is_sent;
  g_autofree char *facts = NULL;
  GtkWidget *child, *label;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_clear_pointer (&self->scheduled, muster_scheduled_notice_free);
  self->scheduled = g_steal_pointer (&answer->scheduled);
  g_free (self->text);
  self->text = g_steal_pointer (&answer->text);
  g_free (self->reminder);
  self->reminder =
      muster_notice_text_dup_reminder (self->group, get_notice (self), answer->answers);
  if (!muster_quiet_hours_parse (muster_policy_get (answer->policy, "quiet-hours"), &self->quiet,
                                 NULL))
    self->quiet = (MusterQuietHours){ 0, 0 };

  add_heading (self);
  facts = dup_facts (self);
  add_label (self, facts, "dim-label");
  label = add_label (self, self->text != NULL ? self->text : answer->trouble,
                     self->text != NULL ? "card" : "error");
  gtk_label_set_selectable (GTK_LABEL (label), self->text != NULL);
  if (self->text != NULL)
    gtk_widget_add_css_class (label, "notice-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Text of the notice"), -1);
  add_buttons (self);
  is_sent = get_notice (self)->sent_at != MUSTER_NOTICE_NO_TIME;
  gtk_widget_set_visible (GTK_WIDGET (self->answers), is_sent);
  if (is_sent)
    show_answers (self, answer->answers);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterNoticePane) self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (answer == NULL)
    {
      if (self->context != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        back_cb (self); /* it was taken back */
      return;
    }
  if (self->context != NULL)
    {
      g_clear_object (&self->cancellable);
      show_answer (self, answer);
    }
  answer_free (answer);
}

static void
muster_notice_pane_dispose (GObject *object)
{
  MusterNoticePane *self = MUSTER_NOTICE_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->group);
  g_clear_pointer (&self->scheduled, muster_scheduled_notice_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->reminder, g_free);

  G_OBJECT_CLASS (muster_notice_pane_parent_class)->dispose (object);
}

static void
muster_notice_pane_class_init (MusterNoticePaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_notice_pane_dispose;
}

static void
muster_notice_pane_init (MusterNoticePane *self)
{
  GtkBox *column = muster_section_new_box (ADW_BIN (self));

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (column, GTK_WIDGET (self->box));
  self->answers = MUSTER_ANSWER_LIST (muster_answer_list_new (actions, G_N_ELEMENTS (actions)));
  gtk_widget_set_visible (GTK_WIDGET (self->answers), FALSE);
  g_signal_connect_object (self->answers, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (column, GTK_WIDGET (self->answers));
}

GtkWidget *
muster_notice_pane_new (void)
{
  return g_object_new (MUSTER_TYPE_NOTICE_PANE, NULL);
}

/**
 * muster_notice_pane_show:
 * @notice: of @group
 *
 * Reads the notice and shows it; to be called again when the store has changed.
 */
void
muster_notice_pane_show (MusterNoticePane *self, MusterContext *context, MusterGroup *group,
                         const MusterId *notice)
{
  Request *request = g_new0 (Request, 1);

  g_return_if_fail (MUSTER_IS_NOTICE_PANE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_set_object (&self->context, context);
  g_set_object (&self->group, group);
  self->id = *notice;
  self->cancellable = g_cancellable_new ();
  request->group = muster_group_copy (group); /* the worker's own */
  request->id = *notice;
  request->now = muster_notice_edit_get_now (context);
  muster_store_read_async (muster_context_get_store (context), read_answer, request, request_free,
                           answer_free, self->cancellable, read_cb, g_object_ref (self));
}
