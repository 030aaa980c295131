/* muster-day.c - calendar dates, calendar months and ISO 8601 periods
 *
 * Plain numbers without a time zone, so that a rule can count with them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-day"

#include "config.h"

#include "muster-day.h"

#define SECONDS_PER_DAY 86400
#define DAYS_PER_ERA 146097 /* 400 Gregorian years */
#define EPOCH_OFFSET 719468 /* days from 0000-03-01 to 1970-01-01 */

static int
days_in_month (int year, int month)
{
  return g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

/* Reads @n digits at *@text and moves it on. */
static gboolean
read_digits (const char **text, int n, int *out)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return FALSE;
      value = value * 10 + ((*text)[i] - '0');
    }

  *text += n;
  *out = value;
  return TRUE;
}

static gboolean
read_date (const char **text, MusterDay *out)
{
  int year, month, day;

  if (!read_digits (text, 4, &year) || *(*text)++ != '-' || !read_digits (text, 2, &month) ||
      *(*text)++ != '-' || !read_digits (text, 2, &day))
    return FALSE;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_in_month (year, month))
    return FALSE;

  *out = muster_day_from_ymd (year, month, day);
  return TRUE;
}

/**
 * muster_day_from_ymd:
 * @month: 1 to 12
 * @day: 1 to 31; not checked against the month's length
 *
 * The count of days runs through years that begin in March, so that the leap
 * day is the last one.
 */
MusterDay
muster_day_from_ymd (int year, int month, int day)
{
  int y = month <= 2 ? year - 1 : year;
  int era = (y >= 0 ? y : y - 399) / 400;
  int year_of_era = y - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  return era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
         day_of_year - EPOCH_OFFSET;
}

void
muster_day_to_ymd (MusterDay self, int *out_year, int *out_month, int *out_day)
{
  int shifted = self + EPOCH_OFFSET;
  int era = (shifted >= 0 ? shifted : shifted - DAYS_PER_ERA + 1) / DAYS_PER_ERA;
  int day_of_era = shifted - era * DAYS_PER_ERA;
  int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / (DAYS_PER_ERA - 1)) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int month_from_march = (5 * day_of_year + 2) / 153;
  int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;

  *out_year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  *out_month = month;
  *out_day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
}

/**
 * muster_day_from_seconds:
 * @seconds: seconds since 1970-01-01T00:00:00 on the clock whose date is wanted
 */
MusterDay
muster_day_from_seconds (gint64 seconds)
{
  return (MusterDay) ((seconds >= 0 ? seconds : seconds - (SECONDS_PER_DAY - 1)) / SECONDS_PER_DAY);
}

/**
 * muster_day_parse:
 * @text: YYYY-MM-DD and nothing else
 * @out_day: set only on success
 */
gboolean
muster_day_parse (const char *text, MusterDay *out_day)
{
  MusterDay day;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!read_date (&text, &day) || *text != '\0')
    return FALSE;

  *out_day = day;
  return TRUE;
}

void
muster_day_format (MusterDay self, char out[MUSTER_DAY_LENGTH])
{
  int year, month, day;

  muster_day_to_ymd (self, &year, &month, &day);
  g_snprintf (out, MUSTER_DAY_LENGTH, "%04u-%02u-%02u", (guint) year % 10000, (guint) month % 100,
              (guint) day % 100);
}

/**
 * muster_day_dup_text:
 *
 * Returns: (transfer full) (nullable): YYYY-MM-DD, or %NULL for %MUSTER_DAY_NONE
 */
char *
muster_day_dup_text (MusterDay self)
{
  char text[MUSTER_DAY_LENGTH];

  if (self == MUSTER_DAY_NONE)
    return NULL;

  muster_day_format (self, text);
  return g_strdup (text);
}

/**
 * muster_day_add_months:
 *
 * Calendar months, clamped at the end of the month: 31 January and one month
 * is 28 or 29 February.
 */
MusterDay
muster_day_add_months (MusterDay self, int months)
{
  int year, month, day, count;

  muster_day_to_ymd (self, &year, &month, &day);
  count = year * 12 + (month - 1) + months;
  year = count / 12;
  month = count % 12 + 1;
  return muster_day_from_ymd (year, month, MIN (day, days_in_month (year, month)));
}

MusterDay
muster_day_add_period (MusterDay self, MusterPeriod period)
{
  return muster_day_add_months (self, period.months) + period.days;
}

/**
 * muster_period_parse:
 * @text: an ISO 8601 period of whole years, months, weeks and days: P1Y6M, P3M, P2W, P10D
 * @out_period: set only on success
 */
gboolean
muster_period_parse (const char *text, MusterPeriod *out_period)
{
  static const char units[] = "YMWD";
  MusterPeriod period = { 0, 0 };
  const char *unit = units;

  g_return_val_if_fail (text != NULL, FALSE);

  if (*text++ != 'P' || *text == '\0')
    return FALSE;

  while (*text != '\0')
    {
      char *end = NULL;
      guint64 n;
      const char *found;

      if (!g_ascii_isdigit (*text))
        return FALSE;
      n = g_ascii_strtoull (text, &end, 10);
      found = *end != '\0' ? strchr (unit, *end) : NULL;
      if (n > 10000 || found == NULL)
        return FALSE;

      if (*found == 'Y')
        period.months += (int) n * 12;
      else if (*found == 'M')
        period.months += (int) n;
      else
        period.days += (int) n * (*found == 'W' ? 7 : 1);
      unit = found + 1;
      text = end + 1;
    }

  *out_period = period;
  return TRUE;
}

char *
muster_period_dup_text (MusterPeriod self)
{
  g_autoptr (GString) text = g_string_new ("P");

  if (self.months != 0)
    g_string_append_printf (text, "%dM", self.months);
  if (self.days != 0 || self.months == 0)
    g_string_append_printf (text, "%dD", self.days);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * muster_time_parse:
 * @text: YYYY-MM-DDTHH:MM:SS, with a space for the T if need be; seconds may be left out
 * @out_valid: whether @text was such a time
 *
 * Returns: seconds since 1970-01-01T00:00:00 on the same clock, without conversion; 0 if invalid
 */
gint64
muster_time_parse (const char *text, gboolean *out_valid)
{
  MusterDay day;
  int hour, minute, second = 0;

  g_return_val_if_fail (text != NULL, 0);
  g_return_val_if_fail (out_valid != NULL, 0);

  *out_valid = FALSE;
  if (!read_date (&text, &day) || (*text != 'T' && *text != ' '))
    return 0;
  text++;
  if (!read_digits (&text, 2, &hour) || *text++ != ':' || !read_digits (&text, 2, &minute))
    return 0;
  if (*text == ':' && (text++, !read_digits (&text, 2, &second)))
    return 0;
  if (*text != '\0' || hour > 23 || minute > 59 || second > 60)
    return 0;

  *out_valid = TRUE;
  return (gint64) day * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
}

/**
 * muster_time_dup_text:
 * @seconds: seconds since 1970-01-01T00:00:00 on any one clock
 *
 * Returns: (transfer full): YYYY-MM-DDTHH:MM:SS on that clock
 */
char *
muster_time_dup_text (gint64 seconds)
{
  MusterDay day = muster_day_from_seconds (seconds);
  int rest = (int) (seconds - (gint64) day * SECONDS_PER_DAY);
  char date[MUSTER_DAY_LENGTH];

  muster_day_format (day, date);
  return g_strdup_printf ("%sT%02d:%02d:%02d", date, rest / 3600, rest / 60 % 60, rest % 60);
}
