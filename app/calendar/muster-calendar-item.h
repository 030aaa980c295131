/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "muster-database.h"
#include "muster-day.h"
#include "muster-id.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_CALENDAR_ITEM (muster_calendar_item_get_type ())

/**
 * MusterCalendarItem:
 * @event: the event, or the series that it is a time of; none of a birthday and the like
 * @membership: whose birthday or the like it is; none of an event
 * @task: the task that is due; none of all else
 * @group: none for the keeper's own
 * @group_name: %NULL for the keeper's own
 * @original_at: which time of the series: wall clock of its zone; of a single event its start
 * @wall_start: on the clock of the event's own zone
 * @place: where it is; of what is due: what it is about
 * @colour: of the group; see muster_group_colour_get()
 * @overdue: it should be done by now
 * @repeats: it is one time of a series
 * @first_day: where the viewer is
 * @last_day: the last one of which it takes a part
 * @from_minute: of @first_day
 * @to_minute: of @last_day, up to 1440
 * @n_coming: people with their guests, as are @n_maybe and @n_waiting; 0 unless asked for
 *
 * One thing on a calendar, as it is shown to one viewer.  Read only; counted references, from any
 * thread.
 */
typedef struct
{
  MusterId event;
  MusterId membership;
  MusterId task;
  MusterId group;
  char *group_name;
  gint64 original_at;
  gint64 wall_start;
  gint64 wall_end;
  gint64 start;
  gint64 end;
  char *title;
  char *place;
  guint colour;
  gboolean all_day;
  gboolean repeats;
  gboolean cancelled;
  gboolean overdue;
  MusterDay first_day;
  MusterDay last_day;
  int from_minute;
  int to_minute;
  guint n_coming;
  guint n_maybe;
  guint n_waiting;
} MusterCalendarItem;

/**
 * MusterCalendarRange:
 * @group: (nullable): %NULL for all groups and the keeper's own events
 * @from: the first day
 * @to: the day after the last
 * @answers: whether sign-ups are counted, too
 */
typedef struct
{
  const MusterId *group;
  MusterDay from;
  MusterDay to;
  gboolean answers;
} MusterCalendarRange;

GType muster_calendar_item_get_type (void);
MusterCalendarItem *muster_calendar_item_new (void) G_GNUC_WARN_UNUSED_RESULT;
MusterCalendarItem *muster_calendar_item_ref (MusterCalendarItem *self);
void muster_calendar_item_unref (MusterCalendarItem *self);

gboolean muster_calendar_item_is_event (const MusterCalendarItem *self);
gboolean muster_calendar_item_is_bar (const MusterCalendarItem *self);
MusterDay muster_calendar_item_get_shown_last_day (const MusterCalendarItem *self);
void muster_calendar_item_settle_days (MusterCalendarItem *self, GTimeZone *viewer);
int muster_calendar_item_compare (gconstpointer a, gconstpointer b);

gboolean muster_calendar_item_name_groups (MusterDatabase *db, GPtrArray *items, GError **error);
GPtrArray *muster_calendar_item_list (MusterDatabase *db, const MusterCalendarRange *range,
                                      GTimeZone *viewer, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCalendarItem, muster_calendar_item_unref)

G_END_DECLS
