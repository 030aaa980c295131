/* mutators-calendar.c - the mutators of the calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mutators.h"

#include "muster-attendance-record.h"
#include "muster-checklist.h"
#include "muster-event-edit.h"
#include "muster-event-series.h"
#include "muster-event-table.h"
#include "muster-followup.h"
#include "muster-participation.h"
#include "muster-payment-table.h"
#include "muster-plan-mark-table.h"
#include "muster-sign-up-table.h"
#include "muster-task-table.h"

static gboolean
attendance_insert (MusterChange *change, World *world, GError **error)
{
  MusterAttendance attendance = { .event = world->event->id,
                                  .person = (char *) "Cy",
                                  .state = MUSTER_ATTENDANCE_EXCUSED };

  return muster_attendance_table_insert (change, &attendance, error);
}

static gboolean
attendance_write (MusterChange *change, World *world, GError **error)
{
  g_autofree char *id = muster_id_dup_text (MEMBER);
  MusterAttendance attendance = { .event = world->event->id,
                                  .person = id,
                                  .state = MUSTER_ATTENDANCE_PRESENT };

  return muster_attendance_record_write (change, &attendance, "Meeting", error);
}

static gboolean
attendance_write_list (MusterChange *change, World *world, GError **error)
{
  MusterSnapshot *snapshot = muster_snapshot_new ();
  MusterSnapshotEntry *entry = muster_snapshot_entry_new ();
  const MusterAttendance each = { .event = world->event->id, .state = MUSTER_ATTENDANCE_ABSENT };
  g_autoptr (MusterSnapshotPlan) list = NULL;

  entry->nickname = g_strdup ("Somebody else");
  g_ptr_array_add (snapshot->entries, entry);
  snapshot->taken_on = TODAY;
  list =
      muster_snapshot_plan_new (muster_change_get_database (change), world->group, snapshot, error);
  return list != NULL &&
         muster_attendance_record_write_list (change, list, &each, "Meeting", error);
}

static gboolean
event_insert (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterEvent) event = muster_event_new ();

  event->group = *GROUP;
  event->title = g_strdup ("Annual meeting");
  return muster_event_table_insert (change, event, error);
}

static gboolean
event_update (MusterChange *change, World *world, GError **error)
{
  world->event->place = g_strdup ("Canteen");
  world->event->start_at += 3600;
  world->event->end_at += 3600;
  return muster_event_table_update (change, world->event, error);
}

static gboolean
event_delete (MusterChange *change, World *world, GError **error)
{
  return muster_participation_delete (change, &world->event->id, G_MININT64, G_MAXINT64, error) &&
         muster_event_table_delete (change, &world->event->id, error);
}

static gboolean
event_edit_save (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterEvent) event =
      muster_event_edit_load (muster_change_get_database (change), &world->event->id, WEEK, error);

  g_free (event->title);
  event->title = g_strdup ("Lecture");
  return muster_event_edit_save (change, &world->event->id, WEEK, event, MUSTER_EVENT_THIS, error);
}

static gboolean
event_edit_move (MusterChange *change, World *world, GError **error)
{
  return muster_event_edit_move (change, &world->event->id, WEEK, WEEK + 3600, WEEK + 7200,
                                 MUSTER_EVENT_THIS_AND_LATER, error);
}

static gboolean
event_edit_delete (MusterChange *change, World *world, GError **error)
{
  return muster_event_edit_delete (change, &world->event->id, 0, MUSTER_EVENT_THIS, error);
}

static gboolean
event_series_replace (MusterChange *change, World *world, GError **error)
{
  world->event->start_at += WEEK;
  world->event->end_at += WEEK;
  return muster_event_series_replace (change, world->event, WEEK, FALSE, error);
}

static gboolean
event_series_split (MusterChange *change, World *world, GError **error)
{
  MusterId later;

  return muster_event_series_split (change, world->event, WEEK, &later, error);
}

static gboolean
participation_move (MusterChange *change, World *world, GError **error)
{
  g_autoptr (GArray) from = muster_participation_list_times (muster_change_get_database (change),
                                                             &world->event->id, NULL);
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = from->len; i > 0; i--)
    g_array_append_val (to, g_array_index (from, gint64, i - 1));
  return muster_participation_move (change, &world->event->id, from, to, error);
}

static gboolean
participation_hand_over (MusterChange *change, World *world, GError **error)
{
  MusterId other = muster_change_new_id (change);

  return muster_participation_hand_over (change, &world->event->id, WEEK, &other, error);
}

static gboolean
participation_delete (MusterChange *change, World *world, GError **error)
{
  return muster_participation_delete (change, &world->event->id, 0, WEEK, error);
}

static gboolean
sign_up_set (MusterChange *change, World *world, GError **error)
{
  MusterSignUp sign_up = {
    .event = world->event->id, .person = (char *) "Cy", .answer = MUSTER_SIGN_UP_MAYBE, .guests = 2
  };

  return muster_sign_up_table_set (change, &sign_up, error);
}

static gboolean
checklist_add (MusterChange *change, World *world, GError **error)
{
  guint added;

  return muster_checklist_add_to_event (change, GROUP, &world->event->id, world->event->start_at,
                                        "", &added, error);
}

static gboolean
payment_insert (MusterChange *change, World *world, GError **error)
{
  MusterPayment payment = {
    .event = world->event->id, .kind = MUSTER_PAYMENT_EXPENSE, .amount = 100, .day = TODAY
  };

  return muster_payment_table_insert (change, &payment, error);
}

static gboolean
payment_delete (MusterChange *change, World *world, GError **error)
{
  return muster_payment_table_delete (change, &world->payment, error);
}

static gboolean
plan_mark_set (MusterChange *change, World *world, GError **error)
{
  return muster_plan_mark_table_set (change, GROUP, "News", TODAY, TRUE, error);
}

static gboolean
task_insert (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterTask) task = muster_task_new ();

  task->group = *GROUP;
  task->title = g_strdup ("Buy flowers");
  return muster_task_table_insert (change, task, error);
}

static gboolean
task_update (MusterChange *change, World *world, GError **error)
{
  g_autoptr (MusterTask) task = muster_task_copy (world->task);

  task->owner = g_strdup ("Cy");
  return muster_task_table_update (change, task, error);
}

static gboolean
task_set_state (MusterChange *change, World *world, GError **error)
{
  return muster_task_table_set_state (change, &world->task->id, MUSTER_TASK_DONE, error);
}

static gboolean
task_delete (MusterChange *change, World *world, GError **error)
{
  return muster_task_table_delete (change, &world->task->id, error);
}

static gboolean
followup_set_task (MusterChange *change, World *world, GError **error)
{
  MusterFinding *finding = muster_finding_new ("task-overdue", MUSTER_SEVERITY_WARNING);
  g_autofree char *id = muster_id_dup_text (&world->task->id);
  gboolean done;

  muster_finding_set_subject (finding, "task", id, world->task->title, NULL);
  done = muster_followup_set_task (change, finding, MUSTER_TASK_DROPPED, error);
  g_assert_finalize_object (finding);
  return done;
}

static gboolean
followup_mark_column (MusterChange *change, World *world, GError **error)
{
  MusterFinding *finding = muster_finding_new ("rhythm", MUSTER_SEVERITY_NOTICE);
  gboolean done;

  muster_finding_add_evidence (finding, "column", "News", NULL);
  muster_finding_add_evidence (finding, "due", "2026-11-20", NULL);
  done = muster_followup_mark_column (change, world->group, finding, error);
  g_assert_finalize_object (finding);
  return done;
}

static gboolean
sign_up_twice (MusterChange *change, const MusterEvent *event, GError **error)
{
  MusterSignUp sign_up = { .event = event->id, .person = (char *) "Dan", .position = 1 };
  MusterSignUp next = { .event = event->id, .original_at = WEEK, .person = (char *) "Dan" };

  return muster_sign_up_table_set (change, &sign_up, error) &&
         muster_sign_up_table_set (change, &next, error);
}

static gboolean
add_task_and_payment (MusterChange *change, World *world, GError **error)
{
  MusterPayment payment = {
    .event = world->event->id, .kind = MUSTER_PAYMENT_INCOME, .amount = 500, .day = TODAY
  };

  world->task = muster_task_new ();
  world->task->group = *GROUP;
  world->task->title = g_strdup ("Book a room");
  if (!muster_task_table_insert (change, world->task, error) ||
      !muster_payment_table_insert (change, &payment, error))
    return FALSE;

  world->payment = payment.id;
  return TRUE;
}

static const MutatorRow rows[] = {
  { "muster_attendance_record_write", attendance_write },
  { "muster_attendance_record_write_list", attendance_write_list },
  { "muster_attendance_table_insert", attendance_insert },
  { "muster_checklist_add_to_event", checklist_add },
  { "muster_event_edit_delete", event_edit_delete },
  { "muster_event_edit_move", event_edit_move },
  { "muster_event_edit_save", event_edit_save },
  { "muster_event_series_replace", event_series_replace },
  { "muster_event_series_split", event_series_split },
  { "muster_event_table_delete", event_delete },
  { "muster_event_table_insert", event_insert },
  { "muster_event_table_update", event_update },
  { "muster_followup_mark_column", followup_mark_column },
  { "muster_followup_set_task", followup_set_task },
  { "muster_participation_delete", participation_delete },
  { "muster_participation_hand_over", participation_hand_over },
  { "muster_participation_move", participation_move },
  { "muster_payment_table_delete", payment_delete },
  { "muster_payment_table_insert", payment_insert },
  { "muster_plan_mark_table_set", plan_mark_set },
  { "muster_sign_up_table_set", sign_up_set },
  { "muster_task_table_delete", task_delete },
  { "muster_task_table_insert", task_insert },
  { "muster_task_table_set_state", task_set_state },
  { "muster_task_table_update", task_update },
};

/**
 * mutators_list_calendar:
 *
 * Returns: the mutators of the calendar, and those of findings about it
 */
const MutatorRow *
mutators_list_calendar (guint *out_n)
{
  *out_n = G_N_ELEMENTS (rows);
  return rows;
}

/**
 * mutators_fill_calendar:
 *
 * Writes an event with answers, a task and a payment.
 */
gboolean
mutators_fill_calendar (MusterChange *change, World *world, GError **error)
{
  world->event = muster_event_new ();
  world->event->group = *GROUP;
  world->event->title = g_strdup ("Meeting");
  world->event->recurrence = g_strdup ("RRULE:FREQ=WEEKLY;COUNT=3");

  return muster_event_table_insert (change, world->event, error) &&
         sign_up_twice (change, world->event, error) && add_task_and_payment (change, world, error);
}
