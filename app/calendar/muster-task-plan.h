/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-task.h"

G_BEGIN_DECLS

/**
 * MusterPlannedTask:
 * @event: owned: the time of the event as it is now; %NULL for a task of the group alone
 * @due: wall clock in the event's zone
 *
 * A task that has a time by which it is to be done.
 */
typedef struct
{
  MusterTask *task; /* owned */
  MusterEvent *event;
  gint64 due;
} MusterPlannedTask;

void muster_planned_task_free (MusterPlannedTask *self);
gint64 muster_planned_task_get_utc (const MusterPlannedTask *self, GTimeZone *viewer);
GPtrArray *muster_task_plan_list (MusterDatabase *db, const MusterId *group, gint64 at,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
