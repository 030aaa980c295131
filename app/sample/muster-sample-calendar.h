/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-sample-group.h"

G_BEGIN_DECLS

/**
 * MusterSampleEvent:
 * @day: of the first time, after today
 * @weekday: 1 for Monday: the first such day from @day on; 0 for @day itself
 * @minute: of the day when it begins; -1 for a day without times
 * @minutes: how long it lasts
 * @fee: hundredths
 * @until: the deadline of signing up, in days after today; only where @n_yes is more than 0
 * @n_yes: how many have signed up; every fifth with a guest
 * @n_paid: of those
 * @n_recorded: of how many the attendance was written down, in each of the last times
 * @n_times: how many of the last times were recorded
 * @absent: how many of them stayed away each time; half as many were excused
 * @checklist: tasks, as in a group's checklist; %NULL for none
 * @n_done: how many of the first of these tasks are done
 *
 * An event of a sample group.
 */
typedef struct
{
  const char *group;
  const char *title;
  const char *kind;
  const char *size;
  const char *place;
  const char *description;
  const char *rule;
  int day;
  int weekday;
  int minute;
  int minutes;
  gint64 capacity;
  gint64 fee;
  int until;
  guint n_yes;
  guint n_paid;
  guint n_recorded;
  guint n_times;
  guint n_absent;
  const char *checklist;
  guint n_done;
} MusterSampleEvent;

/**
 * MusterSampleTask:
 * @day: when it is due, after today
 *
 * A task with a time of its own.
 */
typedef struct
{
  const char *group;
  const char *title;
  const char *owner;
  int day;
  gboolean done;
} MusterSampleTask;

/**
 * MusterSamplePlan:
 * @since: from how many days before today it holds
 *
 * A setting of a group's policy that is about its calendar.
 */
typedef struct
{
  const char *group;
  const char *key;
  const char *value;
  int since;
} MusterSamplePlan;

const MusterSampleEvent *muster_sample_list_events (guint *out_n);
const MusterSampleTask *muster_sample_list_tasks (guint *out_n);
const MusterSamplePlan *muster_sample_list_plans (guint *out_n);

gboolean
muster_sample_group_write_calendar (MusterSampleGroup *self, MusterChange *change, GError **error);

G_END_DECLS
