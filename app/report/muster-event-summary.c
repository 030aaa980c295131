/* muster-event-summary.c - one time of an event in numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-summary"

#include "config.h"

#include "muster-attendance-share.h"
#include "muster-event-edit.h"
#include "muster-event-summary.h"
#include "muster-sign-up-table.h"
#include "muster-task-table.h"

void
muster_event_summary_free (MusterEventSummary *self)
{
  g_clear_pointer (&self->balances, muster_balances_free);
  g_free (self);
}

static void
count_sign_ups (MusterEventSummary *self, GPtrArray *sign_ups, gint64 capacity)
{
  guint first = muster_sign_up_find_waiting (sign_ups, capacity);

  self->waiting = muster_sign_up_count_waiting (sign_ups, capacity, &self->coming);
  for (guint i = 0; i < sign_ups->len; i++)
    {
      const MusterSignUp *sign_up = sign_ups->pdata[i];

      self->maybe += sign_up->answer == MUSTER_SIGN_UP_MAYBE;
      self->no += sign_up->answer == MUSTER_SIGN_UP_NO;
      self->withdrawn += sign_up->answer == MUSTER_SIGN_UP_WITHDRAWN;
      if (sign_up->answer == MUSTER_SIGN_UP_YES && i < first)
        self->guests += sign_up->guests;
    }
}

static void
count_attendance (MusterEventSummary *self, GPtrArray *attendance)
{
  MusterAttendanceShare share = { 0 };

  for (guint i = 0; i < attendance->len; i++)
    {
      MusterAttendanceState state = ((const MusterAttendance *) attendance->pdata[i])->state;

      share.n_present += state == MUSTER_ATTENDANCE_PRESENT;
      share.n_excused += state == MUSTER_ATTENDANCE_EXCUSED;
      share.n_absent += state == MUSTER_ATTENDANCE_ABSENT;
    }
  self->present = share.n_present;
  self->excused = share.n_excused;
  self->absent = share.n_absent;
  self->percent = muster_attendance_share_get_percent (&share);
}

static void
count_tasks (MusterEventSummary *self, GPtrArray *tasks)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      self->tasks_open += ((const MusterTask *) tasks->pdata[i])->state == MUSTER_TASK_OPEN;
      self->tasks_done += ((const MusterTask *) tasks->pdata[i])->state == MUSTER_TASK_DONE;
    }
}

/**
 * muster_event_summary_read:
 *
 * Returns: (transfer full): the numbers of that time of the event
 */
MusterEventSummary *
muster_event_summary_read (MusterDatabase *db, const MusterId *event, gint64 original_at,
                           GError **error)
{
  g_autoptr (MusterEventSummary) self = g_new0 (MusterEventSummary, 1);
  g_autoptr (MusterEvent) time = muster_event_edit_load (db, event, original_at, error);
  g_autoptr (GPtrArray) sign_ups = NULL;
  g_autoptr (GPtrArray) attendance = NULL;
  g_autoptr (GPtrArray) tasks = NULL;

  if (time != NULL)
    self->balances = muster_balances_read (db, event, original_at, error);
  if (self->balances != NULL)
    sign_ups = muster_sign_up_table_list (db, event, original_at, error);
  if (sign_ups != NULL)
    attendance = muster_attendance_table_list (db, event, original_at, error);
  if (attendance != NULL)
    tasks = muster_task_table_list (db, event, original_at, error);
  if (tasks == NULL)
    return NULL;

  count_sign_ups (self, sign_ups, time->capacity);
  count_attendance (self, attendance);
  count_tasks (self, tasks);
  return g_steal_pointer (&self);
}
