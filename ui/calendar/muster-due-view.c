/* muster-due-view.c - what is overdue, and what is due in the next weeks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-due-view"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "muster-agenda-list.h"
#include "muster-due-list.h"
#include "muster-due-view.h"
#include "muster-event.h"

#define DAYS 31 /* ahead */
#define MAX_ROWS 500
#define SECONDS_PER_DAY 86400

struct _MusterDueView
{
  MusterCalendarView parent_instance;

  GtkWidget *stack;
  MusterAgendaList *list;
};

G_DEFINE_FINAL_TYPE (MusterDueView, muster_due_view, MUSTER_TYPE_CALENDAR_VIEW)

static gboolean
is_about_member (MusterDueKind kind)
{
  return kind == MUSTER_DUE_REMINDER || kind == MUSTER_DUE_MUTE || kind == MUSTER_DUE_BIRTHDAY ||
         kind == MUSTER_DUE_ANNIVERSARY;
}

static char *
dup_about (const MusterDue *due)
{
  const char *kind = muster_due_kind_get_title (due->kind);

  return due->detail != NULL ? g_strdup_printf ("%s · %s", kind, due->detail) : g_strdup (kind);
}

static MusterCalendarItem *
new_item (const MusterDue *due, GTimeZone *viewer)
{
  MusterCalendarItem *item = muster_calendar_item_new ();

  item->event = due->event;
  item->original_at = due->original_at;
  item->group = due->group;
  if (is_about_member (due->kind))
    item->membership = due->subject;
  else if (due->kind == MUSTER_DUE_TASK)
    item->task = due->subject;
  item->title = g_strdup (due->title);
  item->place = dup_about (due);
  item->all_day = due->all_day;
  item->overdue = due->overdue;
  item->start = due->at;
  item->end = due->at + (due->all_day ? SECONDS_PER_DAY : 0);
  muster_calendar_item_settle_days (item, viewer);
  return item;
}

static GPtrArray *
read_due (MusterDatabase *db, const MusterCalendarRange *range, GTimeZone *viewer, gint64 now,
          GError **error)
{
  gint64 end = muster_event_to_utc (viewer, (gint64) range->to * SECONDS_PER_DAY);
  g_autoptr (GPtrArray) dues = muster_due_list (db, range->group, now, end, viewer, error);
  g_autoptr (GPtrArray) items = NULL;

  if (dues == NULL)
    return NULL;

  items = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_calendar_item_unref);
  for (guint i = 0; i < dues->len; i++)
    g_ptr_array_add (items, new_item (dues->pdata[i], viewer));
  return muster_calendar_item_name_groups (db, items, error) ? g_steal_pointer (&items) : NULL;
}

static void
muster_due_view_update (MusterCalendarView *view)
{
  MusterDueView *self = MUSTER_DUE_VIEW (view);
  GPtrArray *items = muster_calendar_view_get_items (view);

  muster_agenda_list_show_due (self->list, items, muster_calendar_view_get_state (view), MAX_ROWS);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), items->len > 0 ? "list" : "empty");
}

/* From today on, whatever day is selected elsewhere. */
static void
muster_due_view_get_range (MusterCalendarView *view, MusterDay *out_from, MusterDay *out_to)
{
  *out_from = muster_calendar_view_get_state (view)->today;
  *out_to = *out_from + DAYS;
}

static MusterDay
muster_due_view_step (MusterCalendarView *view, int direction)
{
  return muster_calendar_view_get_state (view)->day;
}

static char *
muster_due_view_dup_title (MusterCalendarView *view)
{
  return g_strdup (_ ("What Is Due"));
}

static GPtrArray *
muster_due_view_list_stops (MusterCalendarView *view)
{
  GPtrArray *stops = g_ptr_array_new ();

  muster_agenda_list_add_rows (MUSTER_DUE_VIEW (view)->list, stops);
  return stops;
}

static void
muster_due_view_class_init (MusterDueViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MusterCalendarViewClass *view_class = MUSTER_CALENDAR_VIEW_CLASS (klass);

  view_class->get_range = muster_due_view_get_range;
  view_class->read = read_due;
  view_class->step = muster_due_view_step;
  view_class->dup_title = muster_due_view_dup_title;
  view_class->update = muster_due_view_update;
  view_class->list_stops = muster_due_view_list_stops;

  g_type_ensure (MUSTER_TYPE_AGENDA_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-due-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterDueView, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterDueView, list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
muster_due_view_init (MusterDueView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
