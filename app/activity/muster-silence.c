/* muster-silence.c - the silence rule
 *
 * Part of activity; rollcall asks it.  A pure function of dates, coverage and
 * policy.  The steps are those of DESIGN.md, "The silence rule".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-silence"

#include "config.h"

#include "muster-silence.h"

/* Step 1: the earlier of the roll call's date and the last covered date. */
MusterDay
muster_silence_get_as_of (const MusterSilenceGroup *group)
{
  g_return_val_if_fail (group != NULL, MUSTER_DAY_NONE);

  if (muster_day_ranges_is_empty (group->coverage))
    return MUSTER_DAY_NONE;

  return MIN (group->day, muster_day_ranges_get_last (group->coverage));
}

/**
 * muster_silence_is_stale:
 *
 * Returns: whether the group gets the finding `stale-records`: it has no records, or they end
 *   longer ago than the policy allows
 */
gboolean
muster_silence_is_stale (const MusterSilenceGroup *group)
{
  MusterDay as_of = muster_silence_get_as_of (group);

  return as_of == MUSTER_DAY_NONE || group->day - as_of > group->policy.stale_days;
}

/* Step 2. */
static void
find_last (const MusterSilenceMember *member, MusterSilenceVerdict *verdict)
{
  for (guint i = 0; i < member->n_signs; i++)
    if (member->signs[i] <= verdict->as_of && member->signs[i] > verdict->last)
      {
        verdict->last = member->signs[i];
        verdict->basis = MUSTER_SILENCE_BASIS_SIGN;
      }
  if (verdict->last != MUSTER_DAY_NONE)
    return;

  if (member->joined != MUSTER_DAY_NONE)
    {
      verdict->last = member->joined;
      verdict->basis = MUSTER_SILENCE_BASIS_JOINED;
    }
  else if (member->first_seen != MUSTER_DAY_NONE)
    {
      verdict->last = member->first_seen;
      verdict->basis = MUSTER_SILENCE_BASIS_FIRST_SEEN;
    }
}

/* Step 4.  The day of the sign itself is no day of waiting; the day of the roll call is one. */
static MusterDay
get_due (const MusterSilenceMember *member, const MusterSilenceVerdict *verdict,
         MusterPeriod period)
{
  gint64 due = muster_day_add_period (verdict->last, period);

  if (member->leave != NULL)
    due += muster_day_ranges_count (member->leave, verdict->last + 1, verdict->as_of);

  return (MusterDay) MIN (due, G_MAXINT32);
}

/* Step 7: the first day w with w + period > @as_of.  Clamping at the ends of months makes several
 * days lead to the same one, so that going back from @as_of can only be the start of a search. */
static MusterDay
get_window_start (MusterDay as_of, MusterPeriod period)
{
  MusterDay day = muster_day_add_months (as_of - period.days, -period.months);

  while (muster_day_add_period (day, period) <= as_of)
    day++;

  return day;
}

static void
look_for_gap (const MusterSilenceGroup *group, const MusterSilenceMember *member,
              MusterSilenceVerdict *verdict, MusterDay from)
{
  verdict->window_from = from;
  verdict->has_gap = !muster_day_ranges_cover (group->coverage, from, verdict->as_of, member->leave,
                                               &verdict->gap);
}

/* Steps 5 to 8. */
static MusterSilenceState
judge_dates (const MusterSilenceGroup *group, const MusterSilenceMember *member,
             MusterSilenceVerdict *verdict)
{
  MusterDay from;

  verdict->due_remind = get_due (member, verdict, group->policy.remind);
  verdict->due_silent = get_due (member, verdict, group->policy.silent);
  if (verdict->due_remind > verdict->as_of)
    return MUSTER_SILENCE_ACTIVE;

  if (verdict->due_silent > verdict->as_of)
    {
      look_for_gap (group, member, verdict, verdict->last);
      return verdict->has_gap ? MUSTER_SILENCE_UNSURE : MUSTER_SILENCE_REMIND;
    }

  from = get_window_start (verdict->as_of, group->policy.silent);
  if (member->joined != MUSTER_DAY_NONE)
    from = MAX (from, member->joined);
  look_for_gap (group, member, verdict, from);
  if (verdict->has_gap || member->resembles_unmatched)
    return MUSTER_SILENCE_NOT_COVERED;

  return MUSTER_SILENCE_SILENT;
}

/**
 * muster_silence_judge:
 *
 * Says what can be said about one member, and from which dates.  An exempt member is never a
 * finding, even one of whom nothing at all is known.
 */
MusterSilenceVerdict
muster_silence_judge (const MusterSilenceGroup *group, const MusterSilenceMember *member)
{
  MusterSilenceVerdict verdict = { .state = MUSTER_SILENCE_NO_RECORDS,
                                   .as_of = MUSTER_DAY_NONE,
                                   .last = MUSTER_DAY_NONE,
                                   .due_remind = MUSTER_DAY_NONE,
                                   .due_silent = MUSTER_DAY_NONE,
                                   .window_from = MUSTER_DAY_NONE };

  g_return_val_if_fail (group != NULL, verdict);
  g_return_val_if_fail (member != NULL, verdict);

  verdict.as_of = muster_silence_get_as_of (group);
  if (verdict.as_of == MUSTER_DAY_NONE)
    return verdict;

  find_last (member, &verdict);
  if (member->exempt)
    verdict.state = MUSTER_SILENCE_EXEMPT;
  else if (verdict.last == MUSTER_DAY_NONE)
    verdict.state = MUSTER_SILENCE_NOT_COVERED;
  else if (member->joined != MUSTER_DAY_NONE &&
           muster_day_add_period (member->joined, group->policy.grace) > verdict.as_of)
    verdict.state = MUSTER_SILENCE_NEWCOMER;
  else
    verdict.state = judge_dates (group, member, &verdict);

  return verdict;
}

/**
 * muster_silence_state_get_id:
 *
 * Returns: a short stable word; of a finding, the id of its check
 */
const char *
muster_silence_state_get_id (MusterSilenceState state)
{
  static const char *const ids[] = { "no-records", "exempt", "newcomer", "active",
                                     "unsure",     "remind", "silent",   "not-covered" };

  g_return_val_if_fail (state < G_N_ELEMENTS (ids), NULL);

  return ids[state];
}
