/* muster-sample-calendar.c - the calendar of a sample group
 *
 * Part of sample.  Writes events with sign-ups, attendance, money and tasks,
 * and what the group plans.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sample-calendar"

#include "config.h"

#include <string.h>

#include "muster-attendance-record.h"
#include "muster-checklist.h"
#include "muster-content-plan.h"
#include "muster-event-table.h"
#include "muster-payment-table.h"
#include "muster-plan-mark-table.h"
#include "muster-policy.h"
#include "muster-sample-calendar.h"
#include "muster-sign-up-table.h"
#include "muster-task-table.h"

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)
#define DAYS_PER_WEEK 7
#define FIRST_MONDAY 4 /* 5 January 1970, in days since 1970 */
#define GUEST_EVERY 5  /* who brings somebody along */
#define EVENING (19 * 60 * 60)
#define DEPOSIT 300000 /* hundredths */
#define PLAN_DAYS 10   /* before today, of which the content plan has marks */

/* One event of the table as it is written. */
typedef struct
{
  MusterSampleGroup *group;
  MusterChange *change;
  const MusterSampleEvent *plan;
  const MusterEvent *event;
  GPtrArray *members; /* of MusterSamplePerson, the ordinary ones */
} Writing;

static MusterDay
get_today (const MusterSampleGroup *self)
{
  return self->end + self->spec->end;
}

/* Ordinary members: what they do in the calendar changes no other check. */
static GPtrArray *
list_ordinary (const MusterSampleGroup *self)
{
  GPtrArray *members = g_ptr_array_new ();

  for (guint i = 0; i < self->people->len; i++)
    if (((const MusterSamplePerson *) self->people->pdata[i])->plan == NULL)
      g_ptr_array_add (members, self->people->pdata[i]);
  return members;
}

static char *
dup_member (const Writing *self, guint nth)
{
  const MusterSamplePerson *person = self->members->pdata[nth % self->members->len];

  return muster_id_dup_text (&person->membership);
}

static gint64
get_start (const MusterSampleGroup *self, const MusterSampleEvent *plan)
{
  MusterDay day = get_today (self) + plan->day;

  while (plan->weekday > 0 && (day - FIRST_MONDAY) % DAYS_PER_WEEK != plan->weekday - 1)
    day++;
  return day * SECONDS_PER_DAY + MAX (plan->minute, 0) * 60;
}

static MusterEvent *
make_event (const MusterSampleGroup *self, const MusterSampleEvent *plan)
{
  MusterEvent *event = muster_event_new ();

  event->group = *muster_group_get_id (self->group);
  event->title = g_strdup (plan->title);
  g_free (event->kind);
  event->kind = g_strdup (plan->kind);
  event->size = g_strdup (plan->size);
  event->place = g_strdup (plan->place);
  event->description = g_strdup (plan->description);
  event->recurrence = g_strdup (plan->rule);
  event->all_day = plan->minute < 0;
  event->start_at = get_start (self, plan);
  event->end_at =
      event->start_at + (event->all_day ? SECONDS_PER_DAY : (gint64) plan->minutes * 60);
  event->capacity = plan->capacity;
  event->fee = plan->fee;
  event->currency = plan->fee > 0 ? g_strdup ("CNY") : NULL;
  if (plan->n_yes > 0)
    event->sign_up_until = (get_today (self) + plan->until) * SECONDS_PER_DAY + EVENING;
  return event;
}

static gboolean
write_sign_ups (const Writing *self, GError **error)
{
  for (guint i = 0; i < self->plan->n_yes; i++)
    {
      g_autofree char *person = dup_member (self, i);
      MusterSignUp sign_up = { .event = self->event->id,
                               .original_at = self->event->start_at,
                               .person = person,
                               .position = i + 1,
                               .guests = i % GUEST_EVERY == GUEST_EVERY - 1,
                               .answered_at = (get_today (self->group) - 4) * SECONDS_PER_DAY };

      if (!muster_sign_up_table_set (self->change, &sign_up, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
pay (const Writing *self, MusterPaymentKind kind, char *person, gint64 amount, const char *note,
     GError **error)
{
  MusterPayment payment = { .event = self->event->id,
                            .original_at = self->event->start_at,
                            .person = person,
                            .kind = kind,
                            .amount = amount,
                            .currency = self->event->currency,
                            .day = get_today (self->group) - 2,
                            .note = (char *) note };

  return muster_payment_table_insert (self->change, &payment, error);
}

static gboolean
write_money (const Writing *self, GError **error)
{
  for (guint i = 0; i < self->plan->n_paid; i++)
    {
      g_autofree char *person = dup_member (self, i);
      gint64 heads = 1 + (i % GUEST_EVERY == GUEST_EVERY - 1);

      if (!pay (self, MUSTER_PAYMENT_PAID, person, self->plan->fee * heads, NULL, error))
        return FALSE;
    }

  return self->plan->n_paid == 0 ||
         pay (self, MUSTER_PAYMENT_EXPENSE, NULL, DEPOSIT, "场地定金", error);
}

/* The first stay away, the next are excused, the others came. */
static gboolean
write_attendance (const Writing *self, gint64 time, GError **error)
{
  guint n_excused = self->plan->n_absent / 2;

  for (guint i = 0; i < self->plan->n_recorded; i++)
    {
      g_autofree char *person = dup_member (self, i);
      MusterAttendance attendance = { .event = self->event->id,
                                      .original_at = time,
                                      .person = person };

      attendance.state = i < self->plan->n_absent               ? MUSTER_ATTENDANCE_ABSENT
                         : i < self->plan->n_absent + n_excused ? MUSTER_ATTENDANCE_EXCUSED
                                                                : MUSTER_ATTENDANCE_PRESENT;
      if (!muster_attendance_record_write (self->change, &attendance, self->event->title, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_tasks (const Writing *self, GError **error)
{
  g_autoptr (GPtrArray) tasks = NULL;
  guint added;

  if (self->plan->checklist == NULL)
    return TRUE;
  if (!muster_checklist_add_to_event (self->change, &self->event->group, &self->event->id,
                                      self->event->start_at, self->plan->checklist, &added, error))
    return FALSE;

  tasks = muster_task_table_list (muster_change_get_database (self->change), &self->event->id,
                                  self->event->start_at, error);
  for (guint i = 0; tasks != NULL && i < self->plan->n_done; i++)
    if (!muster_task_table_set_state (self->change, &((MusterTask *) tasks->pdata[i])->id,
                                      MUSTER_TASK_DONE, error))
      return FALSE;

  return tasks != NULL;
}

static gboolean
write_event (MusterSampleGroup *group, MusterChange *change, const MusterSampleEvent *plan,
             GPtrArray *members, GError **error)
{
  g_autoptr (MusterEvent) event = make_event (group, plan);
  Writing self = { group, change, plan, event, members };

  if (!muster_event_table_insert (change, event, error) || !write_sign_ups (&self, error) ||
      !write_money (&self, error) || !write_tasks (&self, error))
    return FALSE;
  for (guint i = 0; i < plan->n_times; i++)
    if (!write_attendance (&self, event->start_at + i * DAYS_PER_WEEK * SECONDS_PER_DAY, error))
      return FALSE;

  return TRUE;
}

static gboolean
write_own_task (MusterSampleGroup *self, MusterChange *change, const MusterSampleTask *plan,
                GError **error)
{
  g_autoptr (MusterTask) task = muster_task_new ();

  task->group = *muster_group_get_id (self->group);
  task->title = g_strdup (plan->title);
  task->owner = g_strdup (plan->owner);
  task->due_at = (get_today (self) + plan->day) * SECONDS_PER_DAY + EVENING;
  if (plan->done)
    {
      task->state = MUSTER_TASK_DONE;
      task->done_at = (get_today (self) + plan->day) * SECONDS_PER_DAY;
    }
  return muster_task_table_insert (change, task, error);
}

/* All columns were seen to but the last of every day. */
static gboolean
write_marks (MusterSampleGroup *self, MusterChange *change, const char *text, GError **error)
{
  g_autoptr (GPtrArray) columns = muster_content_plan_parse (text, error);

  for (guint i = 0; columns != NULL && i < columns->len; i++)
    {
      const MusterContentColumn *column = columns->pdata[i];

      if (i == 2)
        continue;
      for (MusterDay day = get_today (self) - PLAN_DAYS; day < get_today (self); day++)
        if (muster_content_column_is_due (column, day) &&
            !muster_plan_mark_table_set (change, muster_group_get_id (self->group), column->title,
                                         day, TRUE, error))
          return FALSE;
    }

  return columns != NULL;
}

static gboolean
write_plan (MusterSampleGroup *self, MusterChange *change, const MusterSamplePlan *plan,
            GError **error)
{
  return muster_policy_set (change, muster_group_get_id (self->group), plan->key, plan->value,
                            get_today (self) - plan->since, error) &&
         (strcmp (plan->key, "content-plan") != 0 ||
          write_marks (self, change, plan->value, error));
}

/**
 * muster_sample_group_write_calendar:
 *
 * Writes what happens in a group whose people are written already.
 */
gboolean
muster_sample_group_write_calendar (MusterSampleGroup *self, MusterChange *change, GError **error)
{
  g_autoptr (GPtrArray) members = list_ordinary (self);
  guint n_events, n_tasks, n_plans;
  const MusterSampleEvent *events = muster_sample_list_events (&n_events);
  const MusterSampleTask *tasks = muster_sample_list_tasks (&n_tasks);
  const MusterSamplePlan *plans = muster_sample_list_plans (&n_plans);

  for (guint i = 0; i < n_plans; i++)
    if (strcmp (plans[i].group, self->spec->name) == 0 &&
        !write_plan (self, change, &plans[i], error))
      return FALSE;
  for (guint i = 0; i < n_events; i++)
    if (strcmp (events[i].group, self->spec->name) == 0 &&
        !write_event (self, change, &events[i], members, error))
      return FALSE;
  for (guint i = 0; i < n_tasks; i++)
    if (strcmp (tasks[i].group, self->spec->name) == 0 &&
        !write_own_task (self, change, &tasks[i], error))
      return FALSE;

  return TRUE;
}
