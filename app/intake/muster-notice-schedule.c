/* muster-notice-schedule.c - when notices are to be sent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-notice-schedule"

#include "config.h"

#include "muster-event-edit.h"
#include "muster-notice-schedule.h"
#include "muster-notice-table.h"
#include "muster-store-error.h"

#define SECONDS_PER_MINUTE 60
#define MORNING (9 * 60 * 60) /* when an event without times of day is announced */

void
muster_scheduled_notice_free (MusterScheduledNotice *self)
{
  muster_notice_free (self->notice);
  g_clear_pointer (&self->event, muster_event_free);
  g_free (self);
}

/* NULL without @error where the event is called off or gone. */
static MusterEvent *
load_event (MusterDatabase *db, const MusterNotice *notice, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MusterEvent) event =
      muster_event_edit_load (db, &notice->event, notice->original_at, &local_error);

  if (event != NULL && g_strcmp0 (event->standing, "cancelled") == 0)
    return NULL;
  if (event == NULL &&
      !g_error_matches (local_error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND) &&
      !g_error_matches (local_error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID))
    g_propagate_error (error, g_steal_pointer (&local_error));
  return g_steal_pointer (&event);
}

/* The beginning of @event on the keeper's wall clock. */
static gint64
get_start (const MusterEvent *event, GTimeZone *viewer)
{
  g_autoptr (GTimeZone) own = NULL;

  if (event->all_day)
    return event->start_at + MORNING;
  if (event->zone == NULL)
    return event->start_at;

  own = muster_event_dup_zone (event);
  return muster_event_to_wall (viewer, muster_event_to_utc (own, event->start_at));
}

/**
 * muster_notice_schedule_find:
 * @viewer: the keeper's zone
 *
 * Returns: (transfer full): the notice with its event and its time; %NULL with @error set on
 * trouble
 */
MusterScheduledNotice *
muster_notice_schedule_find (MusterDatabase *db, const MusterNotice *notice, GTimeZone *viewer,
                             GError **error)
{
  g_autoptr (MusterEvent) event = NULL;
  g_autoptr (GError) local_error = NULL;
  MusterScheduledNotice *scheduled;

  if (!muster_id_is_none (&notice->event))
    event = load_event (db, notice, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  scheduled = g_new0 (MusterScheduledNotice, 1);
  scheduled->notice = muster_notice_copy (notice);
  scheduled->at = notice->planned_at;
  if (notice->lead != MUSTER_NOTICE_NO_TIME)
    scheduled->at = event != NULL ? get_start (event, viewer) - notice->lead * SECONDS_PER_MINUTE
                                  : MUSTER_NOTICE_NO_TIME;
  scheduled->event = g_steal_pointer (&event);
  return scheduled;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const MusterScheduledNotice *x = *(const MusterScheduledNotice *const *) a;
  const MusterScheduledNotice *y = *(const MusterScheduledNotice *const *) b;

  return x->at < y->at ? -1 : x->at > y->at;
}

/**
 * muster_notice_schedule_list:
 * @group: (nullable): %NULL for all groups
 * @viewer: the keeper's zone
 *
 * Returns: (transfer full) (element-type MusterScheduledNotice): planned notices that have a time,
 *   in its order; not those of events that are called off or gone
 */
GPtrArray *
muster_notice_schedule_list (MusterDatabase *db, const MusterId *group, GTimeZone *viewer,
                             GError **error)
{
  g_autoptr (GPtrArray) notices =
      muster_notice_table_list_standing (db, group, MUSTER_NOTICE_PLANNED, error);
  g_autoptr (GPtrArray) scheduled =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_scheduled_notice_free);

  for (guint i = 0; notices != NULL && i < notices->len; i++)
    {
      g_autoptr (MusterScheduledNotice) one =
          muster_notice_schedule_find (db, notices->pdata[i], viewer, error);

      if (one == NULL)
        return NULL;
      if (one->at != MUSTER_NOTICE_NO_TIME)
        g_ptr_array_add (scheduled, g_steal_pointer (&one));
    }
  if (notices == NULL)
    return NULL;

  g_ptr_array_sort (scheduled, compare);
  return g_steal_pointer (&scheduled);
}
