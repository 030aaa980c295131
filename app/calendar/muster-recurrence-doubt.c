/* muster-recurrence-doubt.c - rules that libical is known to work out wrongly
 *
 * What the manual lists under REPEATING EVENTS; found with libical's own cases, which
 * tests/app/calendar/test-recurrence-agrees.c runs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-recurrence"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-recurrence-private.h"

#define LONG_YEARS_WEEK 53

static gboolean
has_below (const short *values, short limit)
{
  for (guint i = 0; values[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    if (values[i] < limit)
      return TRUE;
  return FALSE;
}

static gboolean
has (const short *values, short value)
{
  for (guint i = 0; values[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    if (values[i] == value)
      return TRUE;
  return FALSE;
}

static gboolean
has_twice (const short *values)
{
  for (guint i = 0; values[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    if (has (values + i + 1, values[i]))
      return TRUE;
  return FALSE;
}

static gboolean
names_times_of_day (const struct icalrecurrencetype *rule)
{
  return muster_recurrence_is_given (rule->by_hour) ||
         muster_recurrence_is_given (rule->by_minute) ||
         muster_recurrence_is_given (rule->by_second);
}

static gboolean
are_positions_ignored (const struct icalrecurrencetype *rule)
{
  return muster_recurrence_is_given (rule->by_set_pos) &&
         (rule->freq < ICAL_MONTHLY_RECURRENCE || names_times_of_day (rule));
}

static gboolean
are_weeks_wrong (const struct icalrecurrencetype *rule)
{
  return muster_recurrence_is_given (rule->by_week_no) &&
         (!muster_recurrence_is_given (rule->by_day) || rule->interval > 1 ||
          has (rule->by_week_no, LONG_YEARS_WEEK));
}

static gboolean
do_ends_never_fit (const struct icalrecurrencetype *rule)
{
  return (rule->freq <= ICAL_DAILY_RECURRENCE && has_below (rule->by_month_day, 0)) ||
         (rule->freq < ICAL_DAILY_RECURRENCE && has_below (rule->by_year_day, 0));
}

/* Every seventh hour, of those only three and six o'clock. */
static gboolean
is_interval_lost (const struct icalrecurrencetype *rule)
{
  if (rule->freq == ICAL_SECONDLY_RECURRENCE)
    return muster_recurrence_is_given (rule->by_second);
  return rule->interval > 1 &&
         ((rule->freq == ICAL_MINUTELY_RECURRENCE &&
           muster_recurrence_is_given (rule->by_minute)) ||
          (rule->freq == ICAL_HOURLY_RECURRENCE && muster_recurrence_is_given (rule->by_hour)));
}

/**
 * muster_recurrence_is_doubtful:
 *
 * Returns: whether a rule is of a kind whose times may be wrong, so that somebody should look
 */
gboolean
muster_recurrence_is_doubtful (MusterRecurrence *self)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const struct icalrecurrencetype *rule =
          &g_array_index (self->rules, struct icalrecurrencetype, i);

      if (are_positions_ignored (rule) || are_weeks_wrong (rule) || do_ends_never_fit (rule) ||
          is_interval_lost (rule) || has_twice (rule->by_day) ||
          (self->all_day && names_times_of_day (rule)))
        return TRUE;
    }
  return FALSE;
}

/**
 * muster_recurrence_dup_warning:
 * @lines: as they were given to muster_recurrence_new()
 *
 * Returns: (transfer full) (nullable): what somebody who writes this rule should know, translated
 */
char *
muster_recurrence_dup_warning (MusterRecurrence *self, const char *lines)
{
  if (!muster_recurrence_has_times (self))
    return g_strdup_printf (_ ("The rule never comes true; the event happens once: %s"), lines);
  if (muster_recurrence_is_doubtful (self))
    return g_strdup_printf (_ ("The days of this rule may be worked out wrongly; look at them: %s"),
                            lines);
  return NULL;
}
