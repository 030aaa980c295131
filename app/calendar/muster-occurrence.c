/* muster-occurrence.c - what happens between two moments
 *
 * Puts together single events, the times of series, and the times of series
 * that were changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-occurrence"

#include "config.h"

#include <string.h>

#include "muster-event-table.h"
#include "muster-occurrence.h"
#include "muster-recurrence.h"

#define MARGIN 93600 /* seconds by which the clocks of two zones differ at most: 26 hours */
#define CHANGE_OF_CLOCKS                                                                           \
  3600                   /* seconds by which one day's clock may differ from the next one's        \
                          */
#define MAX_CHOICE 50000 /* times of a series before today */
#define SECONDS_PER_DAY 86400

typedef struct
{
  GPtrArray *found;    /* owned, of MusterOccurrence */
  GHashTable *changed; /* owned: id of the series -> GPtrArray of MusterEvent of @events */
  GHashTable *zones;   /* owned: name -> GTimeZone; GLib reads a zone anew that nobody holds */
  gint64 from;
  gint64 to;
  GTimeZone *viewer;
} Search;

void
muster_occurrence_free (MusterOccurrence *self)
{
  muster_event_free (self->event);
  g_free (self);
}

static GTimeZone *
find_zone (Search *search, const MusterEvent *event)
{
  const char *name = event->zone != NULL ? event->zone : "";
  GTimeZone *zone = g_hash_table_lookup (search->zones, name);

  if (zone == NULL)
    {
      zone = muster_event_dup_zone (event);
      g_hash_table_insert (search->zones, g_strdup (name), zone);
    }
  return zone;
}

/* An event without times of day is of the day on which it is, wherever the viewer is. */
static GTimeZone *
find_clock (Search *search, const MusterEvent *event)
{
  return event->all_day || event->zone == NULL ? search->viewer : find_zone (search, event);
}

static void
add (Search *search, const MusterEvent *event, const MusterId *series, gint64 original_at,
     gint64 start_at)
{
  GTimeZone *zone = find_clock (search, event);
  gint64 start = muster_event_to_utc (zone, start_at);
  gint64 end = muster_event_to_utc (zone, start_at + event->end_at - event->start_at);
  MusterOccurrence *occurrence;

  if (start >= search->to || end < search->from || (end == search->from && start < search->from))
    return;

  occurrence = g_new0 (MusterOccurrence, 1);
  occurrence->event = muster_event_copy (event);
  occurrence->series = *series;
  occurrence->original_at = original_at;
  occurrence->start = start;
  occurrence->end = end;
  g_ptr_array_add (search->found, occurrence);
}

static gboolean
is_changed (GPtrArray *changed, gint64 time)
{
  for (guint i = 0; changed != NULL && i < changed->len; i++)
    if (((const MusterEvent *) changed->pdata[i])->original_at == time)
      return TRUE;

  return FALSE;
}

static void
add_series (Search *search, const MusterEvent *event)
{
  GTimeZone *zone = find_clock (search, event);
  g_autoptr (MusterRecurrence) recurrence =
      muster_recurrence_new (event->recurrence, event->start_at, event->all_day, zone, NULL);
  GPtrArray *changed = g_hash_table_lookup (search->changed, &event->id);
  gint64 length = event->end_at - event->start_at;
  g_autoptr (GArray) times = NULL;

  if (recurrence == NULL)
    {
      add (search, event, &event->id, event->start_at, event->start_at);
      return;
    }

  times = muster_recurrence_list (
      recurrence, muster_event_to_wall (zone, search->from) - length - CHANGE_OF_CLOCKS,
      muster_event_to_wall (zone, search->to) + CHANGE_OF_CLOCKS, MUSTER_OCCURRENCE_MAX_OF_SERIES);
  for (guint i = 0; i < times->len; i++)
    {
      gint64 time = g_array_index (times, gint64, i);

      if (!is_changed (changed, time))
        add (search, event, &event->id, time, time);
    }
}

static gint64
get_original (const MusterEvent *event)
{
  return event->original_at != MUSTER_EVENT_NO_TIME ? event->original_at : event->start_at;
}

static void
index_changed (Search *search, GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      MusterEvent *event = events->pdata[i];
      GPtrArray *of_series = g_hash_table_lookup (search->changed, &event->series);

      if (of_series == NULL)
        {
          of_series = g_ptr_array_new ();
          g_hash_table_insert (search->changed, &event->series, of_series);
        }
      g_ptr_array_add (of_series, event);
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const MusterOccurrence *x = *(const MusterOccurrence *const *) a;
  const MusterOccurrence *y = *(const MusterOccurrence *const *) b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end < y->end ? -1 : 1;
  return g_strcmp0 (x->event->title, y->event->title);
}

/**
 * muster_occurrence_list:
 * @group: (nullable): %NULL for all groups and the keeper's own events
 * @from: seconds since 1970
 * @to: seconds since 1970
 * @viewer: the zone in which days without times of day are meant
 *
 * Returns: (transfer full) (element-type MusterOccurrence): what touches the time from @from to
 *   before @to, in order
 */
GPtrArray *
muster_occurrence_list (MusterDatabase *db, const MusterId *group, gint64 from, gint64 to,
                        GTimeZone *viewer, GError **error)
{
  g_autoptr (GPtrArray) events =
      muster_event_table_list (db, group, from - MARGIN, to + MARGIN, error);
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GHashTable) changed = g_hash_table_new_full (muster_id_hash, muster_id_equal, NULL,
                                                          (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) zones =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_time_zone_unref);
  Search search = { .changed = changed, .zones = zones, .from = from, .to = to, .viewer = viewer };

  if (events != NULL)
    moved = muster_event_table_list_changed (db, NULL, error);
  if (moved == NULL)
    return NULL;

  search.found = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_occurrence_free);
  index_changed (&search, moved);
  for (guint i = 0; i < events->len; i++)
    {
      const MusterEvent *event = events->pdata[i];

      if (event->recurrence != NULL)
        add_series (&search, event);
      else
        add (&search, event, &event->id, get_original (event), event->start_at);
    }
  for (guint i = 0; i < moved->len; i++)
    {
      const MusterEvent *event = moved->pdata[i];

      if (group == NULL || muster_id_equal (&event->group, group))
        add (&search, event, &event->series, get_original (event), event->start_at);
    }
  g_ptr_array_sort (search.found, compare);
  return search.found;
}

/**
 * muster_occurrence_choose:
 * @wanted: (nullable): wall clock of a time of a series; %NULL for the last one that has begun
 *   by the end of @today, else the first
 *
 * Returns: whether @event happens at the time that is wanted
 */
gboolean
muster_occurrence_choose (const MusterEvent *event, const gint64 *wanted, MusterDay today,
                          gint64 *out_time)
{
  g_autoptr (GTimeZone) zone = muster_event_dup_zone (event);
  g_autoptr (MusterRecurrence) recurrence =
      muster_recurrence_new (event->recurrence, event->start_at, event->all_day, zone, NULL);
  gint64 tomorrow = ((gint64) today + 1) * SECONDS_PER_DAY;
  g_autoptr (GArray) times = NULL;

  if (recurrence == NULL)
    return FALSE;
  if (wanted != NULL)
    {
      times = muster_recurrence_list (recurrence, *wanted, *wanted + 1, 1);
      *out_time = *wanted;
      return times->len == 1;
    }

  times = muster_recurrence_list (recurrence, event->start_at, MAX (tomorrow, event->start_at + 1),
                                  MAX_CHOICE);
  *out_time = times->len > 0 ? g_array_index (times, gint64, times->len - 1) : event->start_at;
  return TRUE;
}
