/* muster-window-actions.c - what the menus and keys of the window do
 *
 * Pages tell the window what they did through win.done and win.failed, so that
 * every change is followed by a toast that can take it back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-window"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-calendar-saving.h"
#include "muster-event-dialog.h"
#include "muster-event-table.h"
#include "muster-export.h"
#include "muster-form-dialog.h"
#include "muster-group-dialog.h"
#include "muster-group-settings.h"
#include "muster-group-table.h"
#include "muster-history-window.h"
#include "muster-import-assistant.h"
#include "muster-member-edit.h"
#include "muster-policy.h"
#include "muster-preferences.h"
#include "muster-publish-dialog.h"
#include "muster-sample.h"
#include "muster-undo.h"
#include "muster-window-private.h"

typedef struct
{
  GtkWidget *dialog;  /* owned */
  MusterGroup *group; /* owned */
  char *naming;       /* owned */
  MusterDay today;
  MusterId id;
} NewGroup;

static void
new_group_free (NewGroup *data)
{
  g_clear_object (&data->dialog);
  g_clear_object (&data->group);
  g_free (data->naming);
  g_free (data);
}

static MusterStore *
get_store (MusterWindow *self)
{
  return muster_context_get_store (self->context);
}

/* One at a time: an older one must not offer to undo what came later. */
static void
show_toast (MusterWindow *self, AdwToast *toast)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_object (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * muster_window_toast:
 *
 * Says @text, plain, for a few seconds.
 */
void
muster_window_toast (MusterWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  show_toast (self, adw_toast_new (escaped));
}

static void
done_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterWindow *self = MUSTER_WINDOW (widget);
  g_autofree char *escaped = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  show_toast (self, toast);
}

static void
failed_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  muster_window_toast (MUSTER_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
publish_calendar_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterWindow *self = MUSTER_WINDOW (widget);

  if (self->context != NULL && self->group != NULL)
    gtk_window_present (
        GTK_WINDOW (muster_publish_dialog_new (GTK_WINDOW (self), self->context, self->group)));
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterUndoReport) report = muster_undo_finish (MUSTER_STORE (source), result, &error);
  g_autofree char *text = report != NULL ? muster_undo_report_dup_text (report) : NULL;

  muster_window_toast (self, text != NULL ? text : error->message);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterWindow *self = MUSTER_WINDOW (widget);

  if (self->context != NULL)
    muster_undo_last_async (get_store (self), NULL, undone_cb, g_object_ref (self));
}

static void
redo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterWindow *self = MUSTER_WINDOW (widget);

  if (self->context != NULL)
    muster_undo_redo_async (get_store (self), NULL, undone_cb, g_object_ref (self));
}

static void
history_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterWindow *self = MUSTER_WINDOW (widget);

  if (self->context != NULL)
    gtk_window_present (GTK_WINDOW (muster_history_window_new (GTK_WINDOW (self), self->context)));
}

static gboolean
write_group (MusterChange *change, gpointer user_data, GCancellable *cancellable, GError **error)
{
  NewGroup *data = user_data;

  if (!muster_group_table_insert (change, data->group, &data->id, error))
    return FALSE;
  return data->naming[0] == '\0' ||
         muster_policy_set (change, &data->id, "naming", data->naming, data->today, error);
}

static void
group_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NewGroup *data = user_data;
  g_autoptr (GError) error = NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (data->dialog));

  if (!muster_store_write_finish (MUSTER_STORE (source), result, &error))
    {
      muster_group_dialog_set_problem (MUSTER_GROUP_DIALOG (data->dialog), error->message);
    }
  else if (parent != NULL)
    {
      muster_window_reload_groups (MUSTER_WINDOW (parent));
      muster_window_select_group (MUSTER_WINDOW (parent), &data->id);
      gtk_window_destroy (GTK_WINDOW (data->dialog));
    }
  new_group_free (data);
}

static void
create_group_cb (MusterWindow *self, MusterGroupDialog *dialog)
{
  NewGroup *data = g_new0 (NewGroup, 1);
  g_autofree char *name = g_strstrip (g_strdup (muster_group_dialog_get_name (dialog)));
  g_autofree char *title = g_strdup_printf (_ ("Create the group “%s”"), name);

  data->dialog = g_object_ref (GTK_WIDGET (dialog));
  data->group = muster_group_new (&(MusterId){ { 0 } }, name);
  data->naming = g_strdup (muster_group_dialog_get_naming (dialog));
  data->today = muster_clock_get_today (muster_context_get_clock (self->context));
  muster_group_set_platform (data->group, muster_group_dialog_get_platform (dialog));
  muster_store_write_async (get_store (self), title, write_group, data, NULL, NULL, group_made_cb,
                            data);
}

static void
new_group_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterWindow *self = MUSTER_WINDOW (widget);
  GtkWidget *dialog;

  if (self->context == NULL)
    return;

  dialog = muster_group_dialog_new (GTK_WINDOW (self));
  g_signal_connect_object (dialog, "create", G_CALLBACK (create_group_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
member_accepted_cb (MusterWindow *self, MusterFormDialog *dialog)
{
  if (self->group != NULL)
    muster_member_edit_add (GTK_WIDGET (self), self->context, muster_group_get_id (self->group),
                            muster_form_dialog_get_text (dialog, "name"),
                            muster_form_dialog_get_text (dialog, "nickname"),
                            muster_form_dialog_get_text (dialog, "phone"));
}

static void
new_member_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterWindow *self = MUSTER_WINDOW (widget);
  MusterFormDialog *dialog;

  if (self->group == NULL || muster_id_is_none (muster_group_get_id (self->group)))
    return;
  dialog = muster_form_dialog_new (GTK_WINDOW (self), _ ("Add a Member"), NULL, _ ("Add"));
  muster_form_dialog_add_entry (dialog, "name", _ ("Name"), NULL, TRUE);
  muster_form_dialog_add_entry (dialog, "nickname", _ ("Nickname"), NULL, FALSE);
  muster_form_dialog_add_entry (dialog, "phone", _ ("Phone"), NULL, FALSE);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (member_accepted_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* At the next full hour, for an hour. */
static void
new_event_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterWindow *self = MUSTER_WINDOW (widget);
  g_autoptr (MusterEvent) draft = muster_event_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 now;

  if (self->context == NULL)
    return;

  now = muster_event_to_wall (
      zone, muster_clock_get_now (muster_context_get_clock (self->context)) / G_USEC_PER_SEC);
  draft->start_at = (now / 3600 + 1) * 3600;
  draft->end_at = draft->start_at + 3600;
  if (self->group != NULL)
    draft->group = *muster_group_get_id (self->group);
  muster_event_dialog_present (widget, self->context, draft, draft->start_at);
}

static void
search_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterWindow *self = MUSTER_WINDOW (widget);

  if (self->members_bin == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->tabs, "members");
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  muster_members_page_focus_search (self->members_page);
}

static void
show_member_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterWindow *self = MUSTER_WINDOW (widget);
  MusterId membership;

  if (self->members_bin == NULL ||
      !muster_id_parse (g_variant_get_string (parameter, NULL), &membership))
    return;
  adw_view_stack_set_visible_child_name (self->tabs, "members");
  muster_members_page_show_member (self->members_page, &membership);
}

static void
imported_cb (MusterWindow *self, MusterGroup *group)
{
  muster_window_reload_groups (self);
  muster_window_select_group (self, muster_group_get_id (group));
  adw_view_stack_set_visible_child_name (self->tabs, "rollcall");
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
}

static MusterImportAssistant *
open_assistant (MusterWindow *self)
{
  MusterImportAssistant *assistant;

  if (self->context == NULL)
    return NULL;
  assistant = muster_import_assistant_new (GTK_WINDOW (self), self->context,
                                           G_LIST_MODEL (self->groups), self->group);
  g_signal_connect_object (assistant, "finished", G_CALLBACK (imported_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (assistant));
  return assistant;
}

static void
import_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  (void) open_assistant (MUSTER_WINDOW (widget));
}

static void
import_clipboard_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterImportAssistant *assistant = open_assistant (MUSTER_WINDOW (widget));

  if (assistant != NULL)
    muster_import_assistant_paste (assistant);
}

static void
group_settings_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterWindow *self = MUSTER_WINDOW (widget);

  if (self->group != NULL && !muster_id_is_none (muster_group_get_id (self->group)))
    gtk_window_present (
        GTK_WINDOW (muster_group_settings_new (GTK_WINDOW (self), self->context, self->group)));
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterWindow *self = MUSTER_WINDOW (widget);

  if (self->group != NULL && !muster_id_is_none (muster_group_get_id (self->group)))
    muster_export_ask (GTK_WINDOW (self), self->context, self->group);
}

/* The page of one, or for an empty id the ledger. */
static void
open_violation_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterWindow *self = MUSTER_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->tabs, "rules");
  gtk_widget_activate_action (adw_bin_get_child (self->rules_bin), "rules.open-violation", "s",
                              g_variant_get_string (parameter, NULL));
}

static void
export_calendar_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterWindow *self = MUSTER_WINDOW (widget);

  if (self->group != NULL)
    muster_calendar_saving_ask (GTK_WINDOW (self), self->context, self->group);
}

static void
sampled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sample", TRUE);
  if (!muster_sample_write_finish (MUSTER_STORE (source), result, &error))
    muster_window_toast (self, error->message);
}

static void
sample_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterWindow *self = MUSTER_WINDOW (widget);

  if (self->context == NULL)
    return;
  gtk_widget_action_set_enabled (widget, "win.sample", FALSE);
  muster_window_toast (self, _ ("Making the sample groups…"));
  muster_sample_write_async (get_store (self),
                             muster_clock_get_today (muster_context_get_clock (self->context)),
                             NULL, sampled_cb, g_object_ref (self));
}

static void
tab_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterWindow *self = MUSTER_WINDOW (widget);
  const char *name = g_variant_get_string (parameter, NULL);

  if (adw_view_stack_get_child_by_name (self->tabs, name) != NULL)
    adw_view_stack_set_visible_child_name (self->tabs, name);
}

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_leaflet_navigate (MUSTER_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, MusterWindow *self)
{
  MusterImportAssistant *assistant = open_assistant (self);

  return assistant != NULL &&
         muster_import_assistant_open_list (assistant, g_value_get_boxed (value));
}

static GdkDragAction
enter_cb (GtkDropTarget *target, double x, double y, MusterWindow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "drop-ready");
  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target, MusterWindow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-ready");
}

/**
 * muster_window_accept_drops:
 *
 * A file dropped anywhere on the window becomes an import.
 */
void
muster_window_accept_drops (MusterWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  g_signal_connect_object (target, "enter", G_CALLBACK (enter_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * muster_window_install_actions:
 *
 * The commands of the window, by name; app/muster-application.c gives them keys.
 */
void
muster_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.done", "s", done_action);
  gtk_widget_class_install_action (klass, "win.failed", "s", failed_action);
  gtk_widget_class_install_action (klass, "win.publish-calendar", NULL, publish_calendar_action);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (klass, "win.history", NULL, history_action);
  gtk_widget_class_install_action (klass, "win.new-group", NULL, new_group_action);
  gtk_widget_class_install_action (klass, "win.new-event", NULL, new_event_action);
  gtk_widget_class_install_action (klass, "win.new-member", NULL, new_member_action);
  gtk_widget_class_install_action (klass, "win.search", NULL, search_action);
  gtk_widget_class_install_action (klass, "win.show-member", "s", show_member_action);
  gtk_widget_class_install_action (klass, "win.import", NULL, import_action);
  gtk_widget_class_install_action (klass, "win.import-clipboard", NULL, import_clipboard_action);
  gtk_widget_class_install_action (klass, "win.group-settings", NULL, group_settings_action);
  gtk_widget_class_install_action (klass, "win.export", NULL, export_action);
  gtk_widget_class_install_action (klass, "win.export-calendar", NULL, export_calendar_action);
  gtk_widget_class_install_action (klass, "win.sample", NULL, sample_action);
  gtk_widget_class_install_action (klass, "win.tab", "s", tab_action);
  gtk_widget_class_install_action (klass, "win.open-violation", "s", open_violation_action);
  gtk_widget_class_install_action (klass, "win.back", NULL, back_action);
}

/**
 * muster_window_import_files:
 *
 * Opens the assistant with the files, which it takes one after the other.
 */
void
muster_window_import_files (MusterWindow *self, GFile **files, int n_files)
{
  GdkFileList *list = gdk_file_list_new_from_array (files, (gsize) n_files);
  MusterImportAssistant *assistant = open_assistant (self);

  if (assistant != NULL)
    (void) muster_import_assistant_open_list (assistant, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
}

/* @parameter: (transfer floating) */
static void
show_calendar (MusterWindow *self, const char *action, GVariant *parameter)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (parameter);

  adw_view_stack_set_visible_child_name (self->tabs, "calendar");
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  gtk_widget_activate_action_variant (adw_bin_get_child (self->calendar_bin), action, owned);
}

/**
 * muster_window_show_event:
 * @event: a single event, or a series; none: what is due
 * @original_at: which time of the series: wall clock
 *
 * Opens the calendar of its group at the page of the event.
 */
void
muster_window_show_event (MusterWindow *self, const MusterId *event, gint64 original_at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterEvent) found = NULL;
  MusterDatabase *db;
  char id[MUSTER_ID_TEXT_SIZE];

  if (self->context == NULL)
    return;
  if (muster_id_is_none (event))
    {
      show_calendar (self, "calendar.view", g_variant_new_string ("due"));
      return;
    }
  db = muster_store_get_database (get_store (self), &error);
  if (db != NULL)
    found = muster_event_table_load (db, event, &error);
  if (found == NULL)
    {
      muster_window_toast (self, error->message);
      return;
    }

  muster_id_format (event, id);
  muster_window_select_group (self, &found->group);
  show_calendar (self, "calendar.open", g_variant_new ("(sx)", id, original_at));
}

void
muster_window_show_preferences (MusterWindow *self)
{
  const char *path = self->context != NULL ? muster_store_get_path (get_store (self)) : "";

  gtk_window_present (
      GTK_WINDOW (muster_preferences_new (GTK_WINDOW (self), self->settings, path)));
}
