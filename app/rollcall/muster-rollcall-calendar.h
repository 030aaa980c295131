/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-day.h"
#include "muster-policy.h"

G_BEGIN_DECLS

#define MUSTER_ROLLCALL_PLAN_DAYS 7 /* before the day, of which the content plan is looked at */

/**
 * MusterRollcallCalendar:
 * @tasks: (element-type MusterPlannedTask): not done on the day
 * @rhythms: (element-type MusterRhythm): what the policy asks for
 * @columns: (element-type MusterContentColumn): what the policy asks for
 * @events: (element-type MusterOccurrence): of the periods that the rhythm looks at
 * @marks: (element-type MusterPlanMark): of the days before
 * @shares: (nullable) (element-type utf8 MusterAttendanceShare): by membership in hexadecimal
 *   digits; %NULL where the policy asks for nothing
 * @titles: (element-type MusterId utf8): of the events that @shares speak of
 *
 * What the checks know of a group's calendar; all is owned.
 */
typedef struct
{
  GPtrArray *tasks;
  GPtrArray *rhythms;
  GPtrArray *columns;
  GPtrArray *events;
  GPtrArray *marks;
  GHashTable *shares;
  GHashTable *titles;
} MusterRollcallCalendar;

MusterRollcallCalendar *
muster_rollcall_calendar_read (MusterDatabase *db, const MusterId *group, MusterPolicy *policy,
                               MusterDay on, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_rollcall_calendar_free (MusterRollcallCalendar *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRollcallCalendar, muster_rollcall_calendar_free)

G_END_DECLS
