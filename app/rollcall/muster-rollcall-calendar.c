/* muster-rollcall-calendar.c - what the checks look at in the calendar
 *
 * Reads only what the group's policy asks for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rollcall-calendar"

#include "config.h"

#include "muster-attendance-share.h"
#include "muster-content-plan.h"
#include "muster-event-table.h"
#include "muster-occurrence.h"
#include "muster-plan-mark-table.h"
#include "muster-rhythm.h"
#include "muster-rollcall-calendar.h"
#include "muster-task-plan.h"

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)
#define MARGIN SECONDS_PER_DAY /* for the zones of events */

typedef struct
{
  MusterDatabase *db;
  const MusterId *group;
  MusterPolicy *policy;
  MusterDay on;
} Reading;

void
muster_rollcall_calendar_free (MusterRollcallCalendar *self)
{
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->rhythms, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->shares, g_hash_table_unref);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_free (self);
}

/* From the period before the present one to the end of that. */
static gboolean
read_events (MusterRollcallCalendar *self, const Reading *reading, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  MusterDay from = reading->on, to = reading->on;

  for (guint i = 0; i < self->rhythms->len; i++)
    {
      MusterDay first, last, before;

      muster_rhythm_get_period (self->rhythms->pdata[i], reading->on, &first, &last);
      to = MAX (to, last);
      muster_rhythm_get_period (self->rhythms->pdata[i], first - 1, &before, &last);
      from = MIN (from, before);
    }
  self->events =
      self->rhythms->len > 0
          ? muster_occurrence_list (reading->db, reading->group, from * SECONDS_PER_DAY - MARGIN,
                                    (to + 1) * SECONDS_PER_DAY + MARGIN, zone, error)
          : g_ptr_array_new ();
  return self->events != NULL;
}

/* A plan that can't be read was not written by this program: the other checks go on without it. */
static gboolean
read_plans (MusterRollcallCalendar *self, const Reading *reading, GError **error)
{
  self->rhythms = muster_rhythm_parse (muster_policy_get (reading->policy, "rhythm"), NULL);
  if (self->rhythms == NULL)
    self->rhythms = g_ptr_array_new ();
  self->columns =
      muster_content_plan_parse (muster_policy_get (reading->policy, "content-plan"), NULL);
  if (self->columns == NULL)
    self->columns = g_ptr_array_new ();
  self->marks = muster_plan_mark_table_list (
      reading->db, reading->group, reading->on - MUSTER_ROLLCALL_PLAN_DAYS, reading->on - 1, error);
  return self->marks != NULL && read_events (self, reading, error);
}

static gboolean
read_titles (MusterRollcallCalendar *self, const Reading *reading, GError **error)
{
  GHashTableIter iter;
  gpointer value;

  self->titles = g_hash_table_new_full (muster_id_hash, muster_id_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, self->shares);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const MusterAttendanceShare *share = value;

      for (guint i = 0; i < share->absences->len; i++)
        {
          const MusterAttendance *absence = share->absences->pdata[i];
          g_autoptr (MusterEvent) event = NULL;

          if (g_hash_table_contains (self->titles, &absence->event))
            continue;
          event = muster_event_table_load (reading->db, &absence->event, error);
          if (event == NULL)
            return FALSE;
          g_hash_table_insert (self->titles, g_memdup2 (&event->id, sizeof event->id),
                               g_strdup (event->title));
        }
    }
  return TRUE;
}

static gboolean
read_shares (MusterRollcallCalendar *self, const Reading *reading, GError **error)
{
  if (muster_policy_get_number (reading->policy, "absent-times") == 0 &&
      muster_policy_get_number (reading->policy, "attendance-below") == 0)
    return TRUE;

  self->shares = muster_attendance_share_read (reading->db, reading->group,
                                               (reading->on + 1) * SECONDS_PER_DAY, error);
  return self->shares != NULL && read_titles (self, reading, error);
}

/**
 * muster_rollcall_calendar_read:
 * @on: the day of the roll call
 *
 * Returns: (transfer full): the group's calendar
 */
MusterRollcallCalendar *
muster_rollcall_calendar_read (MusterDatabase *db, const MusterId *group, MusterPolicy *policy,
                               MusterDay on, GError **error)
{
  g_autoptr (MusterRollcallCalendar) self = g_new0 (MusterRollcallCalendar, 1);
  const Reading reading = { db, group, policy, on };

  self->tasks = muster_task_plan_list (db, group, (on + 1) * SECONDS_PER_DAY, error);
  if (self->tasks == NULL || !read_plans (self, &reading, error) ||
      !read_shares (self, &reading, error))
    return NULL;

  return g_steal_pointer (&self);
}
