/* muster-calendar-item.c - one thing on a calendar, ready to be shown
 *
 * Puts beside the times of events what a view needs: the group's name and
 * colour, and days and minutes where the viewer is.  Made on a worker.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-calendar-item"

#include "config.h"

#include "muster-calendar-item.h"
#include "muster-group-colour.h"
#include "muster-group-table.h"
#include "muster-occurrence.h"
#include "muster-sign-up-table.h"
#include "muster-special-day.h"

#define SECONDS_PER_DAY 86400
#define SECONDS_PER_MINUTE 60

G_DEFINE_BOXED_TYPE (MusterCalendarItem, muster_calendar_item, muster_calendar_item_ref,
                     muster_calendar_item_unref)

static void
clear (gpointer data)
{
  MusterCalendarItem *self = data;

  g_free (self->group_name);
  g_free (self->title);
  g_free (self->place);
}

MusterCalendarItem *
muster_calendar_item_new (void)
{
  return g_atomic_rc_box_new0 (MusterCalendarItem);
}

MusterCalendarItem *
muster_calendar_item_ref (MusterCalendarItem *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
muster_calendar_item_unref (MusterCalendarItem *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * muster_calendar_item_is_event:
 *
 * Returns: whether it can be opened, moved and deleted
 */
gboolean
muster_calendar_item_is_event (const MusterCalendarItem *self)
{
  return !muster_id_is_none (&self->event);
}

/**
 * muster_calendar_item_is_bar:
 *
 * Returns: whether it is a matter of days rather than of hours
 */
gboolean
muster_calendar_item_is_bar (const MusterCalendarItem *self)
{
  return self->all_day || self->end - self->start >= SECONDS_PER_DAY;
}

/**
 * muster_calendar_item_get_shown_last_day:
 *
 * Returns: the last day on which a month's page shows it; an evening that ends after midnight
 *   belongs to its first day
 */
MusterDay
muster_calendar_item_get_shown_last_day (const MusterCalendarItem *self)
{
  return muster_calendar_item_is_bar (self) ? self->last_day : self->first_day;
}

/**
 * muster_calendar_item_settle_days:
 *
 * Works out days and minutes from its times.  A moment where an event ends belongs to the day
 * before if that is all it has of the next.
 */
void
muster_calendar_item_settle_days (MusterCalendarItem *self, GTimeZone *viewer)
{
  gint64 start = muster_event_to_wall (viewer, self->start);
  gint64 end = MAX (muster_event_to_wall (viewer, self->end), start);

  self->first_day = muster_day_from_seconds (start);
  self->last_day = muster_day_from_seconds (end > start ? end - 1 : end);
  self->from_minute =
      (int) (start - (gint64) self->first_day * SECONDS_PER_DAY) / SECONDS_PER_MINUTE;
  self->to_minute = (int) (end - (gint64) self->last_day * SECONDS_PER_DAY) / SECONDS_PER_MINUTE;
}

/**
 * muster_calendar_item_compare:
 *
 * The order in which a day's page lists them: whole days first, longer ones before shorter ones,
 * then by the clock; birthdays and the like come last, so that they hide no event where there is
 * little room.  Compares pointers to items, as g_ptr_array_sort() does.
 */
int
muster_calendar_item_compare (gconstpointer a, gconstpointer b)
{
  const MusterCalendarItem *x = *(const MusterCalendarItem *const *) a;
  const MusterCalendarItem *y = *(const MusterCalendarItem *const *) b;
  gboolean x_bar = muster_calendar_item_is_bar (x), y_bar = muster_calendar_item_is_bar (y);

  if (muster_calendar_item_is_event (x) != muster_calendar_item_is_event (y))
    return muster_calendar_item_is_event (x) ? -1 : 1;
  if (x_bar != y_bar)
    return x_bar ? -1 : 1;
  if (x_bar && x->first_day != y->first_day)
    return x->first_day < y->first_day ? -1 : 1;
  if (x_bar && x->last_day != y->last_day)
    return x->last_day > y->last_day ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  return g_strcmp0 (x->title, y->title);
}

static void
settle_wall_clock (MusterCalendarItem *item, const MusterEvent *event)
{
  item->wall_start = event->recurrence != NULL ? item->original_at : event->start_at;
  item->wall_end = item->wall_start + event->end_at - event->start_at;
}

static MusterCalendarItem *
new_event (const MusterOccurrence *occurrence, GTimeZone *viewer)
{
  const MusterEvent *event = occurrence->event;
  MusterCalendarItem *item = muster_calendar_item_new ();

  item->group = event->group;
  item->event = occurrence->series;
  item->original_at = occurrence->original_at;
  item->start = occurrence->start;
  item->end = occurrence->end;
  item->title = g_strdup (event->title);
  item->place = g_strdup (event->place);
  item->all_day = event->all_day;
  item->repeats = event->recurrence != NULL || !muster_id_is_none (&event->series);
  item->cancelled = g_strcmp0 (event->standing, "cancelled") == 0;
  settle_wall_clock (item, event);
  muster_calendar_item_settle_days (item, viewer);
  return item;
}

static MusterCalendarItem *
new_special_day (const MusterSpecialDay *day, GTimeZone *viewer)
{
  MusterCalendarItem *item = muster_calendar_item_new ();

  item->group = day->group;
  item->membership = day->membership;
  item->title = muster_special_day_dup_title (day);
  item->all_day = TRUE;
  item->wall_start = (gint64) day->day * SECONDS_PER_DAY;
  item->wall_end = item->wall_start + SECONDS_PER_DAY;
  item->start = muster_event_to_utc (viewer, item->wall_start);
  item->end = muster_event_to_utc (viewer, item->wall_end);
  muster_calendar_item_settle_days (item, viewer);
  return item;
}

static gboolean
count_answers (MusterDatabase *db, MusterCalendarItem *item, gint64 capacity, GError **error)
{
  g_autoptr (GPtrArray) sign_ups =
      muster_sign_up_table_list (db, &item->event, item->original_at, error);

  if (sign_ups == NULL)
    return FALSE;

  item->n_waiting = muster_sign_up_count_waiting (sign_ups, capacity, &item->n_coming);
  for (guint i = 0; i < sign_ups->len; i++)
    {
      const MusterSignUp *sign_up = sign_ups->pdata[i];

      if (sign_up->answer == MUSTER_SIGN_UP_MAYBE)
        item->n_maybe += 1 + sign_up->guests;
    }
  return TRUE;
}

/* When a day begins where the viewer is. */
static gint64
get_midnight (GTimeZone *viewer, MusterDay day)
{
  return muster_event_to_utc (viewer, (gint64) day * SECONDS_PER_DAY);
}

static gboolean
add_events (MusterDatabase *db, const MusterCalendarRange *range, GTimeZone *viewer,
            GPtrArray *items, GError **error)
{
  g_autoptr (GPtrArray) occurrences =
      muster_occurrence_list (db, range->group, get_midnight (viewer, range->from),
                              get_midnight (viewer, range->to), viewer, error);

  if (occurrences == NULL)
    return FALSE;

  for (guint i = 0; i < occurrences->len; i++)
    {
      const MusterOccurrence *occurrence = occurrences->pdata[i];
      MusterCalendarItem *item = new_event (occurrence, viewer);

      g_ptr_array_add (items, item);
      if (range->answers && !count_answers (db, item, occurrence->event->capacity, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_special_days (MusterDatabase *db, const MusterCalendarRange *range, GTimeZone *viewer,
                  GPtrArray *items, GError **error)
{
  g_autoptr (GPtrArray) days =
      muster_special_day_list (db, range->group, range->from, range->to - 1, error);

  for (guint i = 0; days != NULL && i < days->len; i++)
    g_ptr_array_add (items, new_special_day (days->pdata[i], viewer));
  return days != NULL;
}

static MusterGroup *
find_group (GPtrArray *groups, const MusterId *id)
{
  for (guint i = 0; i < groups->len; i++)
    if (muster_id_equal (muster_group_get_id (groups->pdata[i]), id))
      return groups->pdata[i];

  return NULL;
}

/**
 * muster_calendar_item_name_groups:
 * @items: (element-type MusterCalendarItem): get the names and colours of their groups
 */
gboolean
muster_calendar_item_name_groups (MusterDatabase *db, GPtrArray *items, GError **error)
{
  g_autoptr (GPtrArray) groups = muster_group_table_list (db, FALSE, error);
  g_autoptr (GHashTable) colours = NULL;

  if (groups != NULL)
    colours = muster_group_colour_load (db, error);
  for (guint i = 0; colours != NULL && i < items->len; i++)
    {
      MusterCalendarItem *item = items->pdata[i];
      MusterGroup *group = find_group (groups, &item->group);

      item->group_name = group != NULL ? g_strdup (muster_group_get_name (group)) : NULL;
      item->colour = GPOINTER_TO_UINT (g_hash_table_lookup (colours, &item->group));
    }
  return colours != NULL;
}

/**
 * muster_calendar_item_list:
 *
 * Returns: (transfer full) (element-type MusterCalendarItem): what touches the days of @range, in
 *   the order of muster_calendar_item_compare()
 */
GPtrArray *
muster_calendar_item_list (MusterDatabase *db, const MusterCalendarRange *range, GTimeZone *viewer,
                           GError **error)
{
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_calendar_item_unref);

  if (!add_events (db, range, viewer, items, error) ||
      !add_special_days (db, range, viewer, items, error) ||
      !muster_calendar_item_name_groups (db, items, error))
    return NULL;

  g_ptr_array_sort (items, muster_calendar_item_compare);
  return g_steal_pointer (&items);
}
