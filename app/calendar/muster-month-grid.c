/* muster-month-grid.c - which days stand on the page of a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-month-grid"

#include "config.h"

#include <langinfo.h>

#include "muster-month-grid.h"

#define THURSDAY_1970 MUSTER_THURSDAY /* the day 0 */
#define SUNDAY_ORIGIN 19971130        /* of glibc: its weeks are counted from a Sunday */

MusterWeekday
muster_weekday_get (MusterDay day)
{
  int rest = (day + THURSDAY_1970) % MUSTER_DAYS_PER_WEEK;

  return (MusterWeekday) (rest < 0 ? rest + MUSTER_DAYS_PER_WEEK : rest);
}

/**
 * muster_weekday_get_first:
 *
 * Returns: the day with which weeks begin where the computer is, after LC_TIME
 */
MusterWeekday
muster_weekday_get_first (void)
{
#ifdef __GLIBC__ /* its enum, which no #ifdef sees */
  union
  {
    const char *text;
    unsigned int word; /* glibc gives a number in the place of the pointer */
  } origin = { .text = nl_langinfo (_NL_TIME_WEEK_1STDAY) };
  int first = *nl_langinfo (_NL_TIME_FIRST_WEEKDAY) - 1 + (origin.word != SUNDAY_ORIGIN);

  return (MusterWeekday) (first % MUSTER_DAYS_PER_WEEK);
#else
  return MUSTER_MONDAY;
#endif
}

/**
 * muster_week_get_start:
 * @first: the day with which weeks begin
 *
 * Returns: the first day of the week of @day
 */
MusterDay
muster_week_get_start (MusterDay day, MusterWeekday first)
{
  return day -
         (int) (muster_weekday_get (day) + MUSTER_DAYS_PER_WEEK - first) % MUSTER_DAYS_PER_WEEK;
}

/**
 * muster_month_grid_get:
 * @day: any day of the month
 * @first: the day with which weeks begin
 * @out_start: the first day that stands on the page, of this month or the one before
 *
 * Returns: how many weeks the page has: 4 to 6
 */
guint
muster_month_grid_get (MusterDay day, MusterWeekday first, MusterDay *out_start)
{
  int year, month, of_month;
  MusterDay begin, next;

  muster_day_to_ymd (day, &year, &month, &of_month);
  begin = day - of_month + 1;
  next = muster_day_add_months (begin, 1);
  *out_start = muster_week_get_start (begin, first);
  return (guint) (next - *out_start + MUSTER_DAYS_PER_WEEK - 1) / MUSTER_DAYS_PER_WEEK;
}
