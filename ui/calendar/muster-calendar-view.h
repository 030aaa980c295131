/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-calendar-item.h"
#include "muster-month-grid.h"

G_BEGIN_DECLS

/**
 * MusterCalendarState:
 * @day: the selected one, which decides what is in view
 * @now: minute of @today
 * @first: the day with which weeks begin
 * @groups: items of several groups are shown: each says whose it is
 * @chinese: days of the Chinese calendar are shown, too
 *
 * What all views of the calendar share.
 */
typedef struct
{
  MusterDay day;
  MusterDay today;
  int now;
  MusterWeekday first;
  gboolean groups;
  gboolean chinese;
} MusterCalendarState;

/**
 * MusterCalendarRead:
 * @now: seconds since 1970
 *
 * Reads what a view shows, on a worker.
 *
 * Returns: (transfer full) (element-type MusterCalendarItem)
 */
typedef GPtrArray *(*MusterCalendarRead) (MusterDatabase *db, const MusterCalendarRange *range,
                                          GTimeZone *viewer, gint64 now, GError **error);

#define MUSTER_TYPE_CALENDAR_VIEW (muster_calendar_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (MusterCalendarView, muster_calendar_view, MUSTER, CALENDAR_VIEW,
                          GtkWidget)

/**
 * MusterCalendarViewClass:
 * @get_range: which days are read to show @day, the last one not among them
 * @read: the items of these days; by default all that happens
 * @step: the day from which the page before or after is shown
 * @dup_title: what is in view, in few words
 * @update: shows the state and the items
 * @tick: (nullable): the minute is another one
 * @list_stops: (transfer full): widgets that Tab goes through on the selected day: the day itself
 *   first, then its items
 */
struct _MusterCalendarViewClass
{
  GtkWidgetClass parent_class;

  void (*get_range) (MusterCalendarView *self, MusterDay *out_from, MusterDay *out_to);
  MusterCalendarRead read;
  MusterDay (*step) (MusterCalendarView *self, int direction);
  char *(*dup_title) (MusterCalendarView *self);
  void (*update) (MusterCalendarView *self);
  void (*tick) (MusterCalendarView *self);
  GPtrArray *(*list_stops) (MusterCalendarView *self);
};

const MusterCalendarState *muster_calendar_view_get_state (MusterCalendarView *self);
GPtrArray *muster_calendar_view_get_items (MusterCalendarView *self);
void muster_calendar_view_show (MusterCalendarView *self, const MusterCalendarState *state);
void muster_calendar_view_tick (MusterCalendarView *self, int now);
void muster_calendar_view_take_items (MusterCalendarView *self, GPtrArray *items);

void
muster_calendar_view_get_range (MusterCalendarView *self, MusterDay *out_from, MusterDay *out_to);
MusterCalendarRead muster_calendar_view_get_read (MusterCalendarView *self);
MusterDay muster_calendar_view_step (MusterCalendarView *self, int direction);
char *muster_calendar_view_dup_title (MusterCalendarView *self) G_GNUC_WARN_UNUSED_RESULT;

MusterCalendarItem *muster_calendar_view_get_focus_item (MusterCalendarView *self);
void muster_calendar_view_focus_day (MusterCalendarView *self);
void muster_calendar_view_focus_item (MusterCalendarView *self, const MusterId *event,
                                      gint64 wall_start);
void muster_calendar_view_place (GtkWidget *child, int x, int y, int width, int height);
void muster_calendar_view_connect (const MusterCalendarItem *item, GtkActionable *actionable);
void muster_calendar_view_move (MusterCalendarView *self, const MusterCalendarItem *item,
                                gint64 start_by, gint64 end_by);
void muster_calendar_view_later (MusterCalendarView *self);

G_END_DECLS
