/* muster-event-time.c - which time of which event is meant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-time"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-event-people.h"
#include "muster-event-table.h"
#include "muster-recurrence.h"

#define SECONDS_PER_DAY 86400

void
muster_event_time_clear (MusterEventTime *self)
{
  g_free (self->title);
}

static GPtrArray *
list_named (MusterDatabase *db, MusterGroup *group, const char *name, GError **error)
{
  g_autoptr (GPtrArray) events =
      muster_event_table_list (db, muster_group_get_id (group), G_MININT64, G_MAXINT64, error);

  for (guint i = events != NULL ? events->len : 0; i > 0; i--)
    {
      const MusterEvent *event = events->pdata[i - 1];
      g_autofree char *id = muster_id_dup_text (&event->id);

      if (strcmp (id, name) != 0 && g_strcmp0 (event->title, name) != 0)
        g_ptr_array_remove_index (events, i - 1);
    }
  return g_steal_pointer (&events);
}

/* Of a series the time that is asked for, else the last one that has begun, else the first. */
static gboolean
choose_time (const MusterEvent *event, const gint64 *wanted, MusterDay today, gint64 *out_time)
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
                                  G_MAXINT16);
  *out_time = times->len > 0 ? g_array_index (times, gint64, times->len - 1) : event->start_at;
  return TRUE;
}

/**
 * muster_event_time_find:
 * @event: (nullable): an id, or a title that only one event of the group has
 * @time: (nullable): wall clock of the time of a series
 * @out_status: set on failure, of which the user was told
 */
gboolean
muster_event_time_find (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                        const char *event, const gint64 *time, MusterEventTime *out_time,
                        int *out_status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;
  const MusterEvent *found;

  if (event == NULL)
    {
      *out_status =
          muster_command_fail_usage (context, "%s", _ ("Which event? Say --event ID or TITLE."));
      return FALSE;
    }
  events = list_named (muster_store_get_database (store, NULL), group, event, &error);
  if (events == NULL)
    {
      *out_status = muster_command_fail (context, error);
      return FALSE;
    }
  if (events->len != 1)
    {
      *out_status = muster_command_fail_usage (
          context,
          events->len == 0 ? _ ("There is no event “%s”.")
                           : _ ("There are several events “%s”. Say which by its id."),
          event);
      return FALSE;
    }

  found = events->pdata[0];
  if (!choose_time (found, time, muster_clock_get_today (context->clock), &out_time->original_at))
    {
      *out_status =
          muster_command_fail_usage (context, _ ("“%s” does not happen at that time."), event);
      return FALSE;
    }
  out_time->event = found->id;
  out_time->title = g_strdup (found->title);
  out_time->capacity = found->capacity;
  return TRUE;
}
