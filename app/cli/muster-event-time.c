/* muster-event-time.c - which time of which event is meant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-time"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-day.h"
#include "muster-event-people.h"
#include "muster-event-table.h"
#include "muster-occurrence.h"

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

/**
 * muster_event_time_fail:
 *
 * Returns: the exit status
 */
int
muster_event_time_fail (MusterCommandContext *context, const char *text)
{
  return muster_command_fail_usage (context, _ ("“%s” is not a time like 2026-03-02T19:00."), text);
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
  if (!muster_occurrence_choose (found, time, muster_clock_get_today (context->clock),
                                 &out_time->original_at))
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
