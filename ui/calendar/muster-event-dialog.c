/* muster-event-dialog.c - an event as a form: a new one, or one time of a stored one
 *
 * What was typed stays until it is stored: bad input is told beside the form.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-attachment-rows.h"
#include "muster-day-row.h"
#include "muster-event-dialog.h"
#include "muster-event-edit.h"
#include "muster-event-kind.h"
#include "muster-event-scope.h"
#include "muster-group-table.h"
#include "muster-input-error.h"
#include "muster-recurrence-rows.h"
#include "muster-reminder-rows.h"
#include "muster-typed.h"
#include "muster-zone-row.h"

#define SECONDS_PER_DAY 86400

struct _MusterEventDialog
{
  AdwWindow parent_instance;

  MusterContext *context; /* owned */
  GtkWidget *parent;      /* owned: shows the toast */
  MusterEvent *shown;     /* owned: as it is stored; its id is none for a new one */
  gint64 original_at;
  GPtrArray *groups; /* owned, of MusterGroup */
  gint64 start;      /* wall clock, the last that could be read */
  gboolean is_filling;
  gboolean is_rule_edited;

  GtkRevealer *problem_revealer;
  GtkLabel *problem_label;
  GtkEditable *title_row;
  AdwComboRow *kind_row;
  AdwComboRow *size_row;
  AdwComboRow *group_row;
  GtkSwitch *all_day_switch;
  MusterDayRow *start_day_row;
  GtkEditable *start_time_row;
  MusterDayRow *end_day_row;
  GtkEditable *end_time_row;
  MusterZoneRow *zone_row;
  MusterRecurrenceRows *recurrence_rows;
  GtkEditable *place_row;
  GtkSpinButton *capacity_spin;
  GtkEditable *fee_row;
  GtkEditable *currency_row;
  MusterDayRow *deadline_day_row;
  GtkEditable *deadline_time_row;
  GtkTextView *description_view;
  MusterReminderRows *reminder_rows;
  MusterAttachmentRows *attachment_rows;
};

G_DEFINE_FINAL_TYPE (MusterEventDialog, muster_event_dialog, ADW_TYPE_WINDOW)

/* One form on its way into the store. */
typedef struct
{
  MusterEventDialog *dialog; /* owned */
  MusterEvent *event;        /* owned */
  MusterId id;
  gint64 original_at;
  MusterEventScope scope;
  char *title; /* owned: what the history says */
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_object_unref (save->dialog);
  muster_event_free (save->event);
  g_free (save->title);
  g_free (save);
}

static void
show_problem (MusterEventDialog *self, const char *text)
{
  if (text != NULL)
    gtk_label_set_label (self->problem_label, text);
  gtk_revealer_set_reveal_child (self->problem_revealer, text != NULL);
}

static gboolean
fail (gpointer row, GError **error, const char *text)
{
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_widget_grab_focus (GTK_WIDGET (row));
  muster_input_error_set (error, MUSTER_INPUT_ERROR_MALFORMED, 0, "%s", text);
  return FALSE;
}

static void
changed_cb (MusterEventDialog *self, GtkWidget *row)
{
  if (row != NULL)
    gtk_widget_remove_css_class (row, "error");
  show_problem (self, NULL);
}

static void
rule_changed_cb (MusterEventDialog *self)
{
  self->is_rule_edited = TRUE;
  show_problem (self, NULL);
}

/* A date and a time of day; FALSE if either can't be read. */
static gboolean
read_moment (MusterEventDialog *self, MusterDayRow *day_row, GtkEditable *time_row, gint64 *out)
{
  gboolean all_day = gtk_switch_get_active (self->all_day_switch);
  MusterDay day;
  int seconds = 0;

  if (!muster_day_row_get_day (day_row, &day) || day == MUSTER_DAY_NONE ||
      (!all_day && !muster_typed_time (gtk_editable_get_text (time_row), &seconds)))
    return FALSE;

  *out = (gint64) day * SECONDS_PER_DAY + seconds;
  return TRUE;
}

static void
show_moment (MusterDayRow *day_row, GtkEditable *time_row, gint64 wall)
{
  g_autofree char *time = muster_typed_dup_time (wall);

  muster_day_row_set_day (day_row, muster_day_from_seconds (wall));
  gtk_editable_set_text (time_row, time);
}

/* The end keeps its distance from the beginning. */
static void
move_end (MusterEventDialog *self, gint64 start)
{
  gint64 end;

  if (!read_moment (self, self->end_day_row, self->end_time_row, &end))
    return;
  self->is_filling = TRUE;
  if (gtk_switch_get_active (self->all_day_switch))
    muster_day_row_set_day (self->end_day_row, muster_day_from_seconds (end + start - self->start));
  else
    show_moment (self->end_day_row, self->end_time_row, end + start - self->start);
  self->is_filling = FALSE;
}

static void
when_changed_cb (MusterEventDialog *self)
{
  gboolean all_day = gtk_switch_get_active (self->all_day_switch);
  gint64 start;

  if (self->is_filling)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->start_time_row), !all_day);
  gtk_widget_set_visible (GTK_WIDGET (self->end_time_row), !all_day);
  gtk_widget_set_visible (GTK_WIDGET (self->zone_row), !all_day);
  gtk_widget_remove_css_class (GTK_WIDGET (self->start_day_row), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->start_time_row), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->end_day_row), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->end_time_row), "error");
  show_problem (self, NULL);
  if (!read_moment (self, self->start_day_row, self->start_time_row, &start))
    return;

  if (muster_day_from_seconds (start) != muster_day_from_seconds (self->start) || !all_day)
    move_end (self, start);
  self->start = start;
  muster_recurrence_rows_set_start (self->recurrence_rows, start, all_day);
}

static char *
dup_stripped (GtkEditable *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
take_text (char **text, char *value)
{
  g_free (*text);
  *text = value;
}

static gboolean
read_when (MusterEventDialog *self, MusterEvent *event, GError **error)
{
  gboolean all_day = gtk_switch_get_active (self->all_day_switch);
  const char *wanted = all_day ? _ ("Write a date such as 2026-03-02.")
                               : _ ("Write a date such as 2026-03-02 and a time such as 19:00.");
  MusterDay day;
  gboolean has_day = muster_day_row_get_day (self->start_day_row, &day) && day != MUSTER_DAY_NONE;

  event->all_day = all_day;
  if (!read_moment (self, self->start_day_row, self->start_time_row, &event->start_at))
    return fail (has_day ? (gpointer) self->start_time_row : self->start_day_row, error, wanted);
  has_day = muster_day_row_get_day (self->end_day_row, &day) && day != MUSTER_DAY_NONE;
  if (!read_moment (self, self->end_day_row, self->end_time_row, &event->end_at))
    return fail (has_day ? (gpointer) self->end_time_row : self->end_day_row, error, wanted);
  if (all_day)
    event->end_at += SECONDS_PER_DAY;
  if (event->end_at < event->start_at)
    return fail (self->end_day_row, error, _ ("The event ends before it begins."));

  take_text (&event->zone, all_day ? NULL : g_strdup (muster_zone_row_get_zone (self->zone_row)));
  return TRUE;
}

/* No time of day means the end of the day. */
static gboolean
read_deadline (MusterEventDialog *self, MusterEvent *event, GError **error)
{
  g_autofree char *time = dup_stripped (self->deadline_time_row);
  int seconds = SECONDS_PER_DAY - 60;
  MusterDay day;

  if (!muster_day_row_get_day (self->deadline_day_row, &day))
    return fail (self->deadline_day_row, error, _ ("Write a date such as 2026-03-02."));
  if (time != NULL && !muster_typed_time (time, &seconds))
    return fail (self->deadline_time_row, error, _ ("Write a time such as 19:00."));
  if (day == MUSTER_DAY_NONE && time != NULL)
    return fail (self->deadline_day_row, error, _ ("Until which day can people sign up?"));

  event->sign_up_until =
      day != MUSTER_DAY_NONE ? (gint64) day * SECONDS_PER_DAY + seconds : MUSTER_EVENT_NO_TIME;
  return TRUE;
}

static char *
dup_description (MusterEventDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->description_view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strchomp (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
read_what (MusterEventDialog *self, MusterEvent *event)
{
  guint kind = adw_combo_row_get_selected (self->kind_row);
  guint group = adw_combo_row_get_selected (self->group_row);

  take_text (&event->title, dup_stripped (self->title_row));
  if (kind < MUSTER_N_EVENT_KINDS)
    take_text (&event->kind, g_strdup (muster_event_kind_get_key (kind)));
  take_text (&event->size,
             g_strdup (muster_event_size_get_key (adw_combo_row_get_selected (self->size_row))));
  event->group =
      group > 0 ? *muster_group_get_id (self->groups->pdata[group - 1]) : (MusterId){ { 0 } };
  take_text (&event->place, dup_stripped (self->place_row));
  event->capacity = gtk_spin_button_get_value_as_int (self->capacity_spin);
  take_text (&event->currency, dup_stripped (self->currency_row));
  take_text (&event->description, dup_description (self));
  take_text (&event->attachments, muster_attachment_rows_dup_lines (self->attachment_rows));
}

/* What is stored stays where nothing was edited, down to the spelling of the rule. */
static MusterEvent *
read_form (MusterEventDialog *self, GError **error)
{
  g_autoptr (MusterEvent) event = muster_event_copy (self->shown);
  g_autofree char *rule = NULL;
  g_autofree char *reminders = NULL;

  read_what (self, event);
  if (event->title == NULL)
    {
      fail (self->title_row, error, _ ("The event has no title."));
      return NULL;
    }
  if (!read_when (self, event, error) || !read_deadline (self, event, error))
    return NULL;
  if (!muster_typed_amount (gtk_editable_get_text (self->fee_row), &event->fee))
    {
      fail (self->fee_row, error, _ ("Write an amount such as 30 or 12.50."));
      return NULL;
    }
  if (!muster_reminder_rows_read (self->reminder_rows, &reminders, error) ||
      !muster_recurrence_rows_read (self->recurrence_rows, &rule, error))
    return NULL;

  take_text (&event->reminders, g_steal_pointer (&reminders));
  if (self->is_rule_edited)
    take_text (&event->recurrence, g_steal_pointer (&rule));
  return muster_event_check (event, error) ? g_steal_pointer (&event) : NULL;
}

static gboolean
write_event (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Save *save = data;

  return muster_event_edit_save (change, &save->id, save->original_at, save->event, save->scope,
                                 error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Save *save = user_data;
  MusterEventDialog *self = save->dialog;
  g_autoptr (GError) error = NULL;

  if (muster_store_write_finish (MUSTER_STORE (source), result, &error))
    {
      gtk_widget_activate_action (self->parent, "win.done", "s", save->title);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "event.save", TRUE);
      show_problem (self, error->message);
    }
  save_free (save);
}

static void
write_form (MusterEventDialog *self, MusterEvent *event, MusterEventScope scope)
{
  Save *save = g_new0 (Save, 1);

  save->dialog = g_object_ref (self);
  save->event = event;
  save->id = self->shown->id;
  save->original_at = self->original_at;
  save->scope = scope;
  /* TRANSLATORS: a title in the history: the title of an event */
  save->title = g_strdup_printf (muster_id_is_none (&save->id) ? _ ("Add the event %s")
                                                               : _ ("Change the event %s"),
                                 event->title);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "event.save", FALSE);
  muster_store_write_async (muster_context_get_store (self->context), save->title, write_event,
                            save, NULL, NULL, saved_cb, save);
}

static void
scope_chosen_cb (MusterEventScope scope, gpointer data)
{
  MusterEventDialog *self = data;
  g_autoptr (GError) error = NULL;
  MusterEvent *event = read_form (self, &error);

  if (event != NULL)
    write_form (self, event, scope);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterEventDialog *self = MUSTER_EVENT_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterEvent) event = read_form (self, &error);

  show_problem (self, error != NULL ? error->message : NULL);
  if (event == NULL)
    return;

  if (muster_id_is_none (&self->shown->id) || self->shown->recurrence == NULL)
    write_form (self, g_steal_pointer (&event), MUSTER_EVENT_ALL);
  else
    muster_event_scope_ask (widget, _ ("Save the Changes?"), !self->is_rule_edited, FALSE,
                            scope_chosen_cb, g_object_ref (self), g_object_unref);
}

static void
muster_event_dialog_finalize (GObject *object)
{
  MusterEventDialog *self = MUSTER_EVENT_DIALOG (object);

  g_clear_object (&self->context);
  g_clear_object (&self->parent);
  g_clear_pointer (&self->shown, muster_event_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (muster_event_dialog_parent_class)->finalize (object);
}

static void
muster_event_dialog_class_init (MusterEventDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = muster_event_dialog_finalize;

  g_type_ensure (MUSTER_TYPE_DAY_ROW);
  g_type_ensure (MUSTER_TYPE_ZONE_ROW);
  g_type_ensure (MUSTER_TYPE_RECURRENCE_ROWS);
  g_type_ensure (MUSTER_TYPE_REMINDER_ROWS);
  g_type_ensure (MUSTER_TYPE_ATTACHMENT_ROWS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-event-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, group_row);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, all_day_switch);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, start_day_row);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, start_time_row);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, end_day_row);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, end_time_row);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, zone_row);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, recurrence_rows);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, capacity_spin);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, fee_row);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, currency_row);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, deadline_day_row);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, deadline_time_row);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, description_view);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, reminder_rows);
  gtk_widget_class_bind_template_child (widget_class, MusterEventDialog, attachment_rows);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rule_changed_cb);
  gtk_widget_class_install_action (widget_class, "event.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "event.save",
                                       NULL);
}

static void
muster_event_dialog_init (MusterEventDialog *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
}

static void
set_text (GtkEditable *row, const char *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

/* A kind of the keeper's own is the last of the list, and only for this event. */
static void
fill_kinds (MusterEventDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) sizes = gtk_string_list_new (NULL);
  guint kind = MUSTER_N_EVENT_KINDS, size = 0;

  for (guint i = 0; i < MUSTER_N_EVENT_KINDS; i++)
    {
      const char *key = muster_event_kind_get_key (i);

      gtk_string_list_append (kinds, muster_event_kind_get_title (key));
      if (g_strcmp0 (key, self->shown->kind) == 0)
        kind = i;
    }
  if (kind == MUSTER_N_EVENT_KINDS)
    gtk_string_list_append (kinds, self->shown->kind != NULL ? self->shown->kind : "");
  for (guint i = 0; i < MUSTER_N_EVENT_SIZES; i++)
    {
      const char *key = muster_event_size_get_key (i);

      gtk_string_list_append (sizes, muster_event_size_get_title (key));
      if (g_strcmp0 (key, self->shown->size) == 0)
        size = i;
    }
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  adw_combo_row_set_selected (self->kind_row, kind);
  adw_combo_row_set_model (self->size_row, G_LIST_MODEL (sizes));
  adw_combo_row_set_selected (self->size_row, size);
}

static void
fill_groups (MusterEventDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  MusterDatabase *db = muster_store_get_database (muster_context_get_store (self->context), NULL);
  guint selected = 0;

  self->groups = muster_group_table_list (db, FALSE, NULL);
  if (self->groups == NULL)
    self->groups = g_ptr_array_new ();
  gtk_string_list_append (names, _ ("My Own Calendar"));
  for (guint i = 0; i < self->groups->len; i++)
    {
      gtk_string_list_append (names, muster_group_get_name (self->groups->pdata[i]));
      if (muster_id_equal (muster_group_get_id (self->groups->pdata[i]), &self->shown->group))
        selected = i + 1;
    }
  adw_combo_row_set_model (self->group_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->group_row, selected);
}

static void
fill_when (MusterEventDialog *self)
{
  const MusterEvent *event = self->shown;

  gtk_switch_set_active (self->all_day_switch, event->all_day);
  show_moment (self->start_day_row, self->start_time_row, event->start_at);
  show_moment (self->end_day_row, self->end_time_row,
               event->all_day ? MAX (event->end_at - SECONDS_PER_DAY, event->start_at)
                              : event->end_at);
  muster_zone_row_set_zone (self->zone_row, event->zone);
  if (event->sign_up_until != MUSTER_EVENT_NO_TIME)
    show_moment (self->deadline_day_row, self->deadline_time_row, event->sign_up_until);
  self->start = event->start_at;
}

static void
fill (MusterEventDialog *self)
{
  const MusterEvent *event = self->shown;
  g_autofree char *fee = event->fee > 0 ? muster_typed_dup_amount (event->fee) : NULL;

  self->is_filling = TRUE;
  set_text (self->title_row, event->title);
  fill_kinds (self);
  fill_groups (self);
  fill_when (self);
  set_text (self->place_row, event->place);
  gtk_spin_button_set_value (self->capacity_spin, (double) event->capacity);
  set_text (self->fee_row, fee);
  set_text (self->currency_row, event->currency);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->description_view),
                            event->description != NULL ? event->description : "", -1);
  muster_reminder_rows_set_lines (self->reminder_rows, event->reminders);
  muster_attachment_rows_set_lines (self->attachment_rows, event->attachments);
  muster_recurrence_rows_set_lines (self->recurrence_rows, event->recurrence, event->start_at,
                                    event->all_day);
  self->is_filling = FALSE;
  when_changed_cb (self);
}

/**
 * muster_event_dialog_present:
 * @parent: where the keeper asked for it
 * @draft_or_existing: without an id: a new event, filled in so far
 * @original_at: which time of a stored series
 *
 * Shows the form of an event and stores it when the keeper says so.
 */
void
muster_event_dialog_present (GtkWidget *parent, MusterContext *context,
                             const MusterEvent *draft_or_existing, gint64 original_at)
{
  gboolean is_new = muster_id_is_none (&draft_or_existing->id);
  GtkWidget *window = gtk_widget_get_ancestor (parent, GTK_TYPE_WINDOW);
  MusterDatabase *db = muster_store_get_database (muster_context_get_store (context), NULL);
  g_autoptr (MusterEvent) shown = NULL;
  g_autoptr (GError) error = NULL;
  MusterEventDialog *self;

  shown = is_new ? muster_event_copy (draft_or_existing)
                 : muster_event_edit_load (db, &draft_or_existing->id, original_at, &error);
  if (shown == NULL)
    {
      gtk_widget_activate_action (parent, "win.failed", "s", error->message);
      return;
    }

  self = g_object_new (MUSTER_TYPE_EVENT_DIALOG, "transient-for", window, "title",
                       is_new ? _ ("New Event") : _ ("Edit Event"), NULL);
  self->context = g_object_ref (context);
  self->parent = g_object_ref (parent);
  self->shown = g_steal_pointer (&shown);
  self->original_at = original_at;
  self->is_rule_edited = is_new;
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}
