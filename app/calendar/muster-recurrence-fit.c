/* muster-recurrence-fit.c - whether a rule ever comes true, and how long it may keep one waiting
 *
 * libical looks for the next time step by step and can't be interrupted: the 30th of
 * February keeps it busy for seconds, every second of a 29 February for minutes.  So the
 * days are looked at first, by the parts of the rule that speak of days.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-recurrence"

#include "config.h"

#include "muster-recurrence-private.h"

#include "muster-day.h"

#define DAYS_LOOKED_AT                                                                             \
  (41 * 366) /* 29 February on a given day of the week comes again within 40 years */
#define DAYS_PER_WEEK 7
#define WEEK_SLACK 3 /* days by which the first week of a year may begin before or after it */
#define MAX_STEPS_TO_WAIT 3000000 /* about half a second */

/* A day in all the ways in which a rule may name it. */
typedef struct
{
  int month, month_day, days_of_month;
  int year_day, days_of_year;
  int week_day; /* as libical counts: 1 is Sunday */
} Day;

static void
day_fill (Day *self, MusterDay day)
{
  int year, next_month, next_year;
  MusterDay new_year;

  muster_day_to_ymd (day, &year, &self->month, &self->month_day);
  next_month = self->month % 12 + 1;
  next_year = self->month == 12 ? year + 1 : year;
  new_year = muster_day_from_ymd (year, 1, 1);
  self->days_of_month =
      muster_day_from_ymd (next_year, next_month, 1) - muster_day_from_ymd (year, self->month, 1);
  self->year_day = day - new_year + 1;
  self->days_of_year = muster_day_from_ymd (year + 1, 1, 1) - new_year;
  self->week_day = ((day + 4) % DAYS_PER_WEEK + DAYS_PER_WEEK) % DAYS_PER_WEEK + 1;
}

/* Whether a list names the nth of @n_all, from the front or from the end. */
static gboolean
names (const short *values, int nth, int n_all)
{
  if (!muster_recurrence_is_given (values))
    return TRUE;
  for (guint i = 0; values[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    if (values[i] == nth || values[i] == nth - n_all - 1)
      return TRUE;
  return FALSE;
}

static gboolean
names_month (const struct icalrecurrencetype *rule, int month)
{
  if (!muster_recurrence_is_given (rule->by_month))
    return TRUE;
  for (guint i = 0; rule->by_month[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    if (icalrecurrencetype_month_month (rule->by_month[i]) == month)
      return TRUE;
  return FALSE;
}

/* To a few days: a week belongs to the year in which most of it lies. */
static gboolean
names_week (const struct icalrecurrencetype *rule, const Day *day)
{
  if (!muster_recurrence_is_given (rule->by_week_no))
    return TRUE;
  for (guint i = 0; rule->by_week_no[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    {
      int week = rule->by_week_no[i];
      int first = week > 0 ? (week - 1) * DAYS_PER_WEEK + 1
                           : day->days_of_year + (week + 1) * DAYS_PER_WEEK - 6;
      int from_week = first - 2 * WEEK_SLACK, to_week = first + 6 + 2 * WEEK_SLACK;

      for (int year_day = day->year_day - day->days_of_year; year_day <= 2 * day->days_of_year;
           year_day += day->days_of_year)
        if (year_day >= from_week && year_day <= to_week)
          return TRUE;
    }
  return FALSE;
}

/* A number before a day counts in the month, or in the year if the rule names no month. */
static gboolean
names_week_day (const struct icalrecurrencetype *rule, const Day *day)
{
  gboolean of_month =
      rule->freq == ICAL_MONTHLY_RECURRENCE || muster_recurrence_is_given (rule->by_month);
  int place = of_month ? day->month_day : day->year_day;
  int n_days = of_month ? day->days_of_month : day->days_of_year;

  if (!muster_recurrence_is_given (rule->by_day))
    return TRUE;
  for (guint i = 0; rule->by_day[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    {
      int nth =
          rule->freq >= ICAL_MONTHLY_RECURRENCE && !muster_recurrence_is_given (rule->by_week_no)
              ? icalrecurrencetype_day_position (rule->by_day[i])
              : 0;

      if ((int) icalrecurrencetype_day_day_of_week (rule->by_day[i]) == day->week_day &&
          (nth == 0 || nth == (place - 1) / DAYS_PER_WEEK + 1 ||
           nth == -((n_days - place) / DAYS_PER_WEEK + 1)))
        return TRUE;
    }
  return FALSE;
}

/* What the rule does not say it takes from the first time. */
static gboolean
is_as_the_first (const struct icalrecurrencetype *rule, const Day *first, const Day *day)
{
  gboolean says_day = muster_recurrence_is_given (rule->by_day) ||
                      muster_recurrence_is_given (rule->by_month_day) ||
                      muster_recurrence_is_given (rule->by_year_day) ||
                      muster_recurrence_is_given (rule->by_week_no);

  if (rule->freq < ICAL_MONTHLY_RECURRENCE || says_day)
    return TRUE;
  if (rule->freq == ICAL_YEARLY_RECURRENCE && !muster_recurrence_is_given (rule->by_month) &&
      day->month != first->month)
    return FALSE;
  return day->month_day == first->month_day;
}

static gboolean
matches (const struct icalrecurrencetype *rule, const Day *first, const Day *day)
{
  return names_month (rule, day->month) && names_week (rule, day) && names_week_day (rule, day) &&
         names (rule->by_month_day, day->month_day, day->days_of_month) &&
         names (rule->by_year_day, day->year_day, day->days_of_year) &&
         is_as_the_first (rule, first, day);
}

/* The longest time without a day that matches, in days; -1 if there is none that does. */
static int
find_longest_gap (const struct icalrecurrencetype *rule, gint64 start, gboolean first_only)
{
  MusterDay first_day = muster_day_from_seconds (start), last = first_day;
  int longest = -1;
  Day first;

  day_fill (&first, first_day);
  for (MusterDay day = first_day; day < first_day + DAYS_LOOKED_AT; day++)
    {
      Day one;

      day_fill (&one, day);
      if (!matches (rule, &first, &one))
        continue;
      longest = MAX (longest, day - last);
      last = day;
      if (first_only)
        break;
    }
  return longest;
}

static gboolean
speaks_of_days (const struct icalrecurrencetype *rule)
{
  return muster_recurrence_is_given (rule->by_month) ||
         muster_recurrence_is_given (rule->by_month_day) ||
         muster_recurrence_is_given (rule->by_year_day) ||
         muster_recurrence_is_given (rule->by_week_no) || muster_recurrence_is_given (rule->by_day);
}

/**
 * muster_recurrence_rule_fits:
 * @start: wall clock of the first time
 *
 * Returns: %FALSE if no day of the next 40 years matches; rules of other calendars are believed
 */
gboolean
muster_recurrence_rule_fits (const struct icalrecurrencetype *rule, gint64 start)
{
  return rule->rscale != NULL || !speaks_of_days (rule) ||
         find_longest_gap (rule, start, TRUE) >= 0;
}

/**
 * muster_recurrence_rule_is_too_fine:
 *
 * Returns: whether working the rule out would take too long: every second of rare days
 */
gboolean
muster_recurrence_rule_is_too_fine (const struct icalrecurrencetype *rule, gint64 start)
{
  gint64 per_day = rule->freq == ICAL_SECONDLY_RECURRENCE   ? SECONDS_PER_DAY
                   : rule->freq == ICAL_MINUTELY_RECURRENCE ? SECONDS_PER_DAY / 60
                                                            : SECONDS_PER_DAY / 3600;

  if (rule->freq >= ICAL_DAILY_RECURRENCE || !speaks_of_days (rule))
    return FALSE;
  return find_longest_gap (rule, start, FALSE) * per_day / MAX (rule->interval, 1) >
         MAX_STEPS_TO_WAIT;
}
