/* muster-recurrence-skip.c - passes over times of a rule that counts, without walking
 *
 * Part of muster-recurrence.c.  A rule of days or weeks has the same number of
 * times in any stretch as long as its interval, so that whole stretches before
 * the first wanted day can be taken off its count.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-recurrence"

#include "config.h"

#include "muster-recurrence-private.h"

#define DAYS_PER_WEEK 7

/* Only what comes in even steps. */
static gboolean
is_even (const struct icalrecurrencetype *rule)
{
  return !muster_recurrence_is_given (rule->by_second) &&
         !muster_recurrence_is_given (rule->by_minute) &&
         !muster_recurrence_is_given (rule->by_hour) &&
         !muster_recurrence_is_given (rule->by_month_day) &&
         !muster_recurrence_is_given (rule->by_year_day) &&
         !muster_recurrence_is_given (rule->by_week_no) &&
         !muster_recurrence_is_given (rule->by_month) &&
         !muster_recurrence_is_given (rule->by_set_pos) &&
         (rule->freq == ICAL_WEEKLY_RECURRENCE ||
          (rule->freq == ICAL_DAILY_RECURRENCE && !muster_recurrence_is_given (rule->by_day)));
}

/* How many times libical counts in a stretch of one interval; a day said twice, twice. */
static int
count_days (const struct icalrecurrencetype *rule)
{
  int n = 0;

  while (n < ICAL_BY_DAY_SIZE && rule->by_day[n] != ICAL_RECURRENCE_ARRAY_MAX)
    n++;
  return MAX (1, n);
}

/**
 * muster_recurrence_skip:
 * @rule: one that counts; its count goes down
 * @start: its first time, wall clock
 * @from: what lies before is not wanted
 *
 * Returns: from when on the rule is to be followed; its count is 0 when it is over before @from
 */
gint64
muster_recurrence_skip (struct icalrecurrencetype *rule, gint64 start, gint64 from)
{
  gint64 step, n_steps, n_times;

  if (from <= start || !is_even (rule))
    return start;

  step = (gint64) rule->interval * SECONDS_PER_DAY *
         (rule->freq == ICAL_WEEKLY_RECURRENCE ? DAYS_PER_WEEK : 1);
  n_steps = (from - start) / step;
  n_times = n_steps * count_days (rule);
  rule->count = n_times < rule->count ? rule->count - (int) n_times : 0;
  return start + n_steps * step;
}
