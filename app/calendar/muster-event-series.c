/* muster-event-series.c - a series, or a single event, with all that belongs to it
 *
 * A changed time is an event of its own that names the series.  Changed times,
 * answers and attendance stay with the time to which they belong when that is
 * moved, or goes to another series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-series"

#include "config.h"

#include <string.h>

#include "muster-day.h"
#include "muster-event-series.h"
#include "muster-event-table.h"
#include "muster-participation.h"

/* Where the times of a series go. */
typedef struct
{
  MusterRecurrence *before; /* owned */
  MusterRecurrence *after;  /* owned */
  gboolean is_moved;        /* by muster_recurrence_move() */
  gint64 by;
} Route;

static void
route_clear (Route *self)
{
  g_clear_pointer (&self->before, muster_recurrence_free);
  g_clear_pointer (&self->after, muster_recurrence_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Route, route_clear)

/**
 * muster_event_series_open_recurrence:
 *
 * Returns: (transfer full): when the event happens, in wall clock of its zone
 */
MusterRecurrence *
muster_event_series_open_recurrence (const MusterEvent *event, GError **error)
{
  g_autoptr (GTimeZone) zone = muster_event_dup_zone (event);

  return muster_recurrence_new (event->recurrence, event->start_at, event->all_day, zone, error);
}

/**
 * muster_event_series_move_time:
 * @time: wall clock, or %MUSTER_EVENT_NO_TIME
 */
gint64
muster_event_series_move_time (gint64 time, gint64 by)
{
  return time != MUSTER_EVENT_NO_TIME ? time + by : time;
}

/**
 * muster_event_series_apply_edits:
 * @if_same: what @target has of its own, and not as @before has it, stays
 *
 * Texts and numbers in which @before and @after differ become those of @after.
 */
void
muster_event_series_apply_edits (MusterEvent *target, const MusterEvent *before,
                                 const MusterEvent *after, gboolean if_same)
{
  static const gsize texts[] = {
    G_STRUCT_OFFSET (MusterEvent, kind),        G_STRUCT_OFFSET (MusterEvent, title),
    G_STRUCT_OFFSET (MusterEvent, place),       G_STRUCT_OFFSET (MusterEvent, description),
    G_STRUCT_OFFSET (MusterEvent, zone),        G_STRUCT_OFFSET (MusterEvent, standing),
    G_STRUCT_OFFSET (MusterEvent, currency),    G_STRUCT_OFFSET (MusterEvent, reminders),
    G_STRUCT_OFFSET (MusterEvent, attachments), G_STRUCT_OFFSET (MusterEvent, size),
  };
  static const gsize numbers[] = { G_STRUCT_OFFSET (MusterEvent, capacity),
                                   G_STRUCT_OFFSET (MusterEvent, fee) };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *old = G_STRUCT_MEMBER (char *, before, texts[i]);
      const char *new = G_STRUCT_MEMBER (char *, after, texts[i]);
      char **own = &G_STRUCT_MEMBER (char *, target, texts[i]);

      if (g_strcmp0 (old, new) == 0 || (if_same && g_strcmp0 (*own, old) != 0))
        continue;
      g_free (*own);
      *own = g_strdup (new);
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gint64 old = G_STRUCT_MEMBER (gint64, before, numbers[i]);
      gint64 new = G_STRUCT_MEMBER (gint64, after, numbers[i]);
      gint64 *own = &G_STRUCT_MEMBER (gint64, target, numbers[i]);

      if (old != new && !(if_same && *own != old))
        *own = new;
    }
  target->group = after->group;
}

static gint64
route_find (const Route *self, gint64 time)
{
  return self->is_moved ? muster_recurrence_map (self->before, self->after, time) : time + self->by;
}

/* A changed time that still begins and ends as its series does goes on doing so. */
static void
follow_series (MusterEvent *changed, const MusterEvent *before, const MusterEvent *after,
               gint64 time)
{
  gboolean at_its_time = changed->start_at == changed->original_at &&
                         changed->end_at - changed->start_at == before->end_at - before->start_at;

  muster_event_series_apply_edits (changed, before, after, TRUE);
  if (at_its_time)
    {
      changed->sign_up_until =
          muster_event_series_move_time (changed->sign_up_until, time - changed->start_at);
      changed->start_at = time;
      changed->end_at = time + after->end_at - after->start_at;
      changed->all_day = after->all_day;
    }
  changed->original_at = time;
  changed->sequence++;
}

static gboolean
move_changed (MusterChange *change, GPtrArray *changed, const MusterEvent *before,
              const MusterEvent *after, const Route *route, GError **error)
{
  for (guint i = 0; i < changed->len; i++)
    {
      MusterEvent *event = changed->pdata[i];

      follow_series (event, before, after, route_find (route, event->original_at));
      if (!muster_event_table_update (change, event, error))
        return FALSE;
    }

  return TRUE;
}

/* Where somebody has answered or come, the event goes on happening whatever the rule says. */
static gboolean
keep_times (const Route *route, GArray *from, GArray *to)
{
  gboolean is_changed = FALSE;

  for (guint i = 0; i < from->len; i++)
    {
      gint64 time = g_array_index (to, gint64, i);

      if (!muster_recurrence_has_time (route->before, g_array_index (from, gint64, i)) ||
          muster_recurrence_has_time (route->after, time))
        continue;
      muster_recurrence_put_in (route->after, time);
      is_changed = TRUE;
    }
  return is_changed;
}

static GArray *
map_times (const Route *route, GArray *from)
{
  GArray *to = g_array_sized_new (FALSE, FALSE, sizeof (gint64), from->len);

  for (guint i = 0; i < from->len; i++)
    {
      gint64 time = route_find (route, g_array_index (from, gint64, i));

      g_array_append_val (to, time);
    }
  return to;
}

static gboolean
route_init (Route *self, const MusterEvent *before, const MusterEvent *after, gint64 by,
            gboolean is_moved, GError **error)
{
  self->before = muster_event_series_open_recurrence (before, error);
  self->after = self->before != NULL ? muster_event_series_open_recurrence (after, error) : NULL;
  self->is_moved = is_moved;
  self->by = by;
  return self->after != NULL;
}

/**
 * muster_event_series_replace:
 * @after: a stored event or series with its new contents
 * @by: by how many seconds its times move
 * @is_moved: its rule is what muster_recurrence_move() made of the one before: the tenth time stays
 *   the tenth, whatever @by says
 *
 * Stores new contents.  Changed times, answers and attendance go along; a time
 * to which any answer or attendance belongs stays, whatever the new rule says.
 */
gboolean
muster_event_series_replace (MusterChange *change, MusterEvent *after, gint64 by, gboolean is_moved,
                             GError **error)
{
  MusterDatabase *db = muster_change_get_database (change);
  g_autoptr (MusterEvent) before = muster_event_table_load (db, &after->id, error);
  g_autoptr (GPtrArray) changed = NULL;
  g_autoptr (GArray) from = NULL;
  g_autoptr (GArray) to = NULL;
  g_auto (Route) route = { 0 };

  if (before != NULL)
    changed = muster_event_table_list_changed (db, &after->id, error);
  if (changed != NULL)
    from = muster_participation_list_times (db, &after->id, error);
  if (from == NULL || !muster_event_check (after, error) ||
      !route_init (&route, before, after, by, is_moved, error))
    return FALSE;

  to = map_times (&route, from);
  if (keep_times (&route, from, to))
    {
      g_free (after->recurrence);
      after->recurrence = muster_recurrence_dup_text (route.after);
    }
  return muster_event_table_update (change, after, error) &&
         move_changed (change, changed, before, after, &route, error) &&
         muster_participation_move (change, &after->id, from, to, error);
}

/* What comes from @at on becomes a series of its own; @series is what comes before. */
static gboolean
cut (MusterEvent *series, MusterEvent *later, gint64 at, GError **error)
{
  g_autoptr (MusterRecurrence) first = muster_event_series_open_recurrence (series, error);
  g_autoptr (MusterRecurrence) second = NULL;
  gint64 length = series->end_at - series->start_at, start;

  if (first != NULL)
    second = muster_event_series_open_recurrence (series, error);
  if (second == NULL || !muster_recurrence_begin_at (second, at, &start, error))
    return FALSE;

  muster_recurrence_end_before (first, at);
  g_free (series->recurrence);
  series->recurrence = muster_recurrence_dup_text (first);
  g_free (later->recurrence);
  later->recurrence = muster_recurrence_dup_text (second);
  later->sign_up_until =
      muster_event_series_move_time (later->sign_up_until, start - later->start_at);
  later->start_at = start;
  later->end_at = start + length;
  return TRUE;
}

/**
 * muster_event_series_cut:
 * @series: (inout): of which what comes before @at is left
 * @at: wall clock of one of its times, not the first
 *
 * Returns: (transfer full): what comes from @at on, with a name of its own; %NULL with @error set
 * if the rule can't be cut
 */
MusterEvent *
muster_event_series_cut (MusterEvent *series, gint64 at, GError **error)
{
  g_autoptr (MusterEvent) later = muster_event_copy (series);
  g_autofree char *day = muster_day_dup_text (muster_day_from_seconds (at));

  if (!cut (series, later, at, error))
    return NULL;

  g_free (later->uid);
  later->uid = g_strdup_printf ("%s/%s", series->uid, day);
  return g_steal_pointer (&later);
}

/* Changed times from @at on belong to the later series. */
static gboolean
hand_over_changed (MusterChange *change, const MusterEvent *series, const MusterEvent *later,
                   gint64 at, GError **error)
{
  g_autoptr (GPtrArray) changed =
      muster_event_table_list_changed (muster_change_get_database (change), &series->id, error);

  for (guint i = 0; changed != NULL && i < changed->len; i++)
    {
      MusterEvent *event = changed->pdata[i];

      if (event->original_at < at)
        continue;
      event->series = later->id;
      g_free (event->uid);
      event->uid = g_strdup (later->uid);
      if (!muster_event_table_update (change, event, error))
        return FALSE;
    }
  return changed != NULL;
}

/**
 * muster_event_series_split:
 * @at: wall clock of one of its times, not the first
 * @out_later: the series that begins then
 *
 * Ends a series and begins another where it ended.
 */
gboolean
muster_event_series_split (MusterChange *change, const MusterEvent *series, gint64 at,
                           MusterId *out_later, GError **error)
{
  g_autoptr (MusterEvent) first = muster_event_copy (series);
  g_autoptr (MusterEvent) later = muster_event_series_cut (first, at, error);

  if (later == NULL)
    return FALSE;
  first->sequence++;
  if (!muster_event_table_update (change, first, error) ||
      !muster_event_table_insert (change, later, error) ||
      !hand_over_changed (change, series, later, at, error) ||
      !muster_participation_hand_over (change, &series->id, at, &later->id, error))
    return FALSE;

  *out_later = later->id;
  return TRUE;
}
