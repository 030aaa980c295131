/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day-ranges.h"

G_BEGIN_DECLS

/**
 * MusterSilencePolicy:
 * @remind: silence after which a member is reminded
 * @silent: silence after which a member is listed
 * @grace: time after joining in which nothing is asked
 * @stale_days: records that end more days ago are stale
 */
typedef struct
{
  MusterPeriod remind;
  MusterPeriod silent;
  MusterPeriod grace;
  int stale_days;
} MusterSilencePolicy;

#define MUSTER_SILENCE_POLICY_DEFAULT                                                              \
  ((MusterSilencePolicy){                                                                          \
      .remind = { 1, 0 }, .silent = { 3, 0 }, .grace = { 1, 0 }, .stale_days = 7 })

/**
 * MusterSilenceState:
 * @MUSTER_SILENCE_NO_RECORDS: the group has no coverage at all; nothing can be said
 * @MUSTER_SILENCE_EXEMPT: by standing or role
 * @MUSTER_SILENCE_NEWCOMER: within the grace after joining
 * @MUSTER_SILENCE_ACTIVE: heard of lately
 * @MUSTER_SILENCE_UNSURE: long enough for a reminder, but days are not covered: no finding
 * @MUSTER_SILENCE_REMIND: finding `remind`
 * @MUSTER_SILENCE_SILENT: finding `silent`
 * @MUSTER_SILENCE_NOT_COVERED: finding `not-covered`
 */
typedef enum
{
  MUSTER_SILENCE_NO_RECORDS,
  MUSTER_SILENCE_EXEMPT,
  MUSTER_SILENCE_NEWCOMER,
  MUSTER_SILENCE_ACTIVE,
  MUSTER_SILENCE_UNSURE,
  MUSTER_SILENCE_REMIND,
  MUSTER_SILENCE_SILENT,
  MUSTER_SILENCE_NOT_COVERED,
} MusterSilenceState;

/**
 * MusterSilenceBasis:
 *
 * What the silence is counted from.
 */
typedef enum
{
  MUSTER_SILENCE_BASIS_NONE,
  MUSTER_SILENCE_BASIS_SIGN,
  MUSTER_SILENCE_BASIS_JOINED,
  MUSTER_SILENCE_BASIS_FIRST_SEEN,
} MusterSilenceBasis;

/**
 * MusterSilenceGroup:
 * @coverage: the days that imported records span
 * @day: D, the date of the roll call
 */
typedef struct
{
  MusterSilencePolicy policy;
  const MusterDayRanges *coverage;
  MusterDay day;
} MusterSilenceGroup;

/**
 * MusterSilenceMember:
 * @joined: %MUSTER_DAY_NONE if not known
 * @first_seen: first day on which a list or record shows the person; %MUSTER_DAY_NONE if none
 * @signs: (array length=n_signs): days of counted signs of life, in any order; those after the
 *   roll call's view of the records do no harm
 * @leave: (nullable): days of leave
 * @exempt: by standing or role
 * @resembles_unmatched: whether a sender tied to nobody has a name like this member's
 *
 * All dates are local calendar dates.
 */
typedef struct
{
  MusterDay joined;
  MusterDay first_seen;
  const MusterDay *signs;
  guint n_signs;
  const MusterDayRanges *leave;
  gboolean exempt;
  gboolean resembles_unmatched;
} MusterSilenceMember;

/**
 * MusterSilenceVerdict:
 * @as_of: E, the day that the statement holds for; %MUSTER_DAY_NONE without records
 * @last: the day that silence is counted from; %MUSTER_DAY_NONE if there is none
 * @due_remind: when the reminder is due; %MUSTER_DAY_NONE if there is no @last
 * @due_silent: when the listing is due
 * @window_from: first day that must be covered for what is said, or would be said
 * @has_gap: whether days of that window are not covered
 * @gap: if so, the first such days
 */
typedef struct
{
  MusterSilenceState state;
  MusterDay as_of;
  MusterSilenceBasis basis;
  MusterDay last;
  MusterDay due_remind;
  MusterDay due_silent;
  MusterDay window_from;
  gboolean has_gap;
  MusterDayRange gap;
} MusterSilenceVerdict;

MusterDay muster_silence_get_as_of (const MusterSilenceGroup *group);
gboolean muster_silence_is_stale (const MusterSilenceGroup *group);
MusterSilenceVerdict
muster_silence_judge (const MusterSilenceGroup *group, const MusterSilenceMember *member);
const char *muster_silence_state_get_id (MusterSilenceState state);

G_END_DECLS
