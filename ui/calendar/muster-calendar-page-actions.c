/* muster-calendar-page-actions.c - what the keeper does in the calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-calendar-page"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-calendar-edit.h"
#include "muster-calendar-page-private.h"
#include "muster-edit.h"
#include "muster-event-dialog.h"
#include "muster-event-page.h"
#include "muster-task-table.h"

#define SECONDS_PER_DAY 86400
#define SECONDS_PER_HOUR 3600
#define FIRST_HOUR 8 /* of a new event, unless it is today */
#define LAST_HOUR 22

static MusterContext *
get_context (MusterCalendarPage *self)
{
  return muster_group_page_get_context (MUSTER_GROUP_PAGE (self));
}

static void
today_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (widget);

  muster_calendar_page_go_to (self, self->state.today);
}

static void
go_to_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  muster_calendar_page_go_to (MUSTER_CALENDAR_PAGE (widget), g_variant_get_int32 (parameter));
}

static void
go_days_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (widget);

  muster_calendar_page_go_to (self, self->state.day + g_variant_get_int32 (parameter));
}

static void
go_pages_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (widget);

  muster_calendar_page_go_to (self, muster_calendar_view_step (muster_calendar_page_get_view (self),
                                                               g_variant_get_int32 (parameter)));
}

/* To the day of the week that stands at the place given. */
static void
go_week_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (widget);

  muster_calendar_page_go_to (self, muster_week_get_start (self->state.day, self->state.first) +
                                        g_variant_get_int32 (parameter));
}

static void
list_day_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (widget);

  self->state.day = g_variant_get_int32 (parameter);
  muster_calendar_page_set_view (self, "agenda");
}

static void
jump_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (widget);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->title_button)))
    gtk_menu_button_popup (self->title_button);
}

static void
reload_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  muster_group_page_refresh (MUSTER_GROUP_PAGE (widget));
}

/* At the next full hour of the selected day. */
static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (widget);
  int hour = self->state.day == self->state.today ? self->state.now / 60 + 1 : FIRST_HOUR;

  gtk_widget_activate_action (
      widget, "calendar.new", "(xb)",
      (gint64) self->state.day * SECONDS_PER_DAY + MIN (hour, LAST_HOUR) * SECONDS_PER_HOUR, FALSE);
}

static MusterCalendarItem *
find_item (MusterCalendarPage *self, const char *id, gint64 original_at)
{
  GPtrArray *items = muster_calendar_view_get_items (muster_calendar_page_get_view (self));
  MusterId event;

  for (guint i = 0; muster_id_parse (id, &event) && i < items->len; i++)
    {
      MusterCalendarItem *item = items->pdata[i];

      if (muster_id_equal (&item->event, &event) && item->original_at == original_at)
        return item;
    }
  return NULL;
}

static void
move (MusterCalendarPage *self, MusterCalendarItem *item, gint64 start_by, gint64 end_by)
{
  if (start_by != 0 || end_by != 0)
    muster_calendar_edit_move (GTK_WIDGET (self), get_context (self), item, start_by, end_by);
}

static void
move_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (widget);
  MusterCalendarItem *item;
  const char *id;
  gint64 original_at, start_by, end_by;

  g_variant_get (parameter, "(&sxxx)", &id, &original_at, &start_by, &end_by);
  item = find_item (self, id, original_at);
  if (item != NULL)
    move (self, item, start_by, end_by);
}

/* What is due is not the event itself. */
static MusterCalendarItem *
get_chosen_event (MusterCalendarPage *self)
{
  MusterCalendarItem *item =
      muster_calendar_view_get_focus_item (muster_calendar_page_get_view (self));

  return item != NULL && muster_calendar_item_is_event (item) && !g_str_equal (self->view, "due")
             ? item
             : NULL;
}

/* The focus goes with the event. */
static void
move_days_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (widget);
  MusterCalendarView *view = muster_calendar_page_get_view (self);
  MusterCalendarItem *item = get_chosen_event (self);
  int days = g_variant_get_int32 (parameter);
  gint64 by = (gint64) days * SECONDS_PER_DAY;

  if (item == NULL)
    return;
  self->state.day = item->first_day + days;
  muster_calendar_view_focus_item (view, &item->event, item->wall_start + by);
  move (self, item, by, by);
}

static void
delete_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (widget);
  MusterCalendarItem *item = get_chosen_event (self);

  if (item != NULL)
    muster_calendar_edit_delete (widget, get_context (self), item);
}

static void
new_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (widget);
  g_autoptr (MusterEvent) draft = muster_event_new ();

  g_variant_get (parameter, "(xb)", &draft->start_at, &draft->all_day);
  draft->end_at = draft->start_at + (draft->all_day ? SECONDS_PER_DAY : SECONDS_PER_HOUR);
  draft->group = *muster_group_get_id (muster_group_page_get_group (MUSTER_GROUP_PAGE (self)));
  muster_event_dialog_present (widget, get_context (self), draft, draft->start_at);
}

/* The page of an event is made when one is looked at. */
static MusterEventPage *
need_event_page (MusterCalendarPage *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, "event");

  if (page == NULL)
    {
      page = muster_event_page_new (get_context (self));
      gtk_stack_add_named (self->stack, page, "event");
    }
  return MUSTER_EVENT_PAGE (page);
}

/* The way back leads to the same event. */
static void
remember_focus (MusterCalendarPage *self)
{
  MusterCalendarView *view = muster_calendar_page_get_view (self);
  const MusterCalendarItem *item = muster_calendar_view_get_focus_item (view);

  if (item != NULL)
    muster_calendar_view_focus_item (view, &item->event, item->wall_start);
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (widget);
  const char *id;
  gint64 original_at;
  MusterId event;

  g_variant_get (parameter, "(&sx)", &id, &original_at);
  if (!muster_id_parse (id, &event))
    return;
  remember_focus (self);
  muster_event_page_show (need_event_page (self), &event, original_at);
  gtk_stack_set_visible_child_name (self->stack, "event");
}

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (widget);

  gtk_stack_set_visible_child_name (self->stack, "views");
  muster_calendar_view_focus_day (muster_calendar_page_get_view (self));
  muster_group_page_refresh (MUSTER_GROUP_PAGE (self));
}

static void
edit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (widget);
  g_autoptr (MusterEvent) event = muster_event_new ();
  const char *id;
  gint64 original_at;

  g_variant_get (parameter, "(&sx)", &id, &original_at);
  if (muster_id_parse (id, &event->id))
    muster_event_dialog_present (widget, get_context (self), event, original_at);
}

static gboolean
write_finished (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  return muster_task_table_set_state (change, data, MUSTER_TASK_DONE, error);
}

static void
finish_task_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterId task;

  if (muster_id_parse (g_variant_get_string (parameter, NULL), &task))
    muster_edit_run (widget, get_context (MUSTER_CALENDAR_PAGE (widget)), _ ("Mark a task as done"),
                     write_finished, g_memdup2 (&task, sizeof task), g_free);
}

/**
 * muster_calendar_page_install_actions:
 *
 * The commands of the calendar, by name; muster-calendar-view.c gives them keys.
 */
void
muster_calendar_page_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "calendar.today", NULL, today_action);
  gtk_widget_class_install_action (klass, "calendar.go-to", "i", go_to_action);
  gtk_widget_class_install_action (klass, "calendar.go-days", "i", go_days_action);
  gtk_widget_class_install_action (klass, "calendar.go-pages", "i", go_pages_action);
  gtk_widget_class_install_action (klass, "calendar.go-week", "i", go_week_action);
  gtk_widget_class_install_action (klass, "calendar.list-day", "i", list_day_action);
  gtk_widget_class_install_action (klass, "calendar.jump", NULL, jump_action);
  gtk_widget_class_install_action (klass, "calendar.reload", NULL, reload_action);
  gtk_widget_class_install_action (klass, "calendar.add", NULL, add_action);
  gtk_widget_class_install_action (klass, "calendar.open", "(sx)", open_action);
  gtk_widget_class_install_action (klass, "calendar.edit", "(sx)", edit_action);
  gtk_widget_class_install_action (klass, "calendar.back", NULL, back_action);
  gtk_widget_class_install_action (klass, "calendar.new", "(xb)", new_action);
  gtk_widget_class_install_action (klass, "calendar.move", "(sxxx)", move_action);
  gtk_widget_class_install_action (klass, "calendar.move-days", "i", move_days_action);
  gtk_widget_class_install_action (klass, "calendar.delete", NULL, delete_action);
  gtk_widget_class_install_action (klass, "calendar.finish-task", "s", finish_task_action);
}
