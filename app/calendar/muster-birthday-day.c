/* muster-birthday-day.c - on which day of a year a birthday is
 *
 * A birthday that a year lacks is kept a little earlier or in the ordinary
 * month, never left out: that of 29 February on the 28th, of a leap month in
 * the month whose number it bears, of the 30th of a month with 29 days on the
 * 29th.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-birthday-day"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-birthday-day.h"
#include "muster-date-text.h"

/* @year is the Gregorian year; of a lunar birthday the one in which the Chinese year begins.  FALSE
 * where the Chinese calendar does not know it. */
static gboolean
find_day (const MusterBirthday *birthday, MusterLunar *lunar, int year, MusterDay *out_day)
{
  MusterLunarDate date = { year, birthday->month, birthday->leap, birthday->day };

  if (!birthday->lunar)
    {
      int last = g_date_get_days_in_month ((GDateMonth) birthday->month, (GDateYear) year);

      *out_day = muster_day_from_ymd (year, birthday->month, MIN (birthday->day, last));
      return TRUE;
    }

  if (muster_lunar_to_day (lunar, &date, out_day))
    return TRUE;
  if (date.leap)
    {
      MusterLunarDate first = { year, birthday->month, TRUE, 1 };
      MusterDay day;

      /* only the year without that leap month turns to the ordinary one */
      date.leap = muster_lunar_to_day (lunar, &first, &day);
      if (muster_lunar_to_day (lunar, &date, out_day))
        return TRUE;
    }
  date.day = MIN (date.day, 29);
  return muster_lunar_to_day (lunar, &date, out_day);
}

/* Whether the birthday can lie within these days at all, without asking the moon: a Chinese year
 * begins from 21 January to 21 February, and its months have 29 or 30 days. */
static gboolean
may_be_within (const MusterBirthday *birthday, int year, MusterDay from, MusterDay to)
{
  int months = birthday->month - 1;
  MusterDay earliest = muster_day_from_ymd (year, 1, 20) + months * 29;
  MusterDay latest = muster_day_from_ymd (year, 2, 22) + (months + 2) * 30;

  return !birthday->lunar || (earliest <= to && latest >= from);
}

/**
 * muster_birthday_find_next:
 * @from: the first day that counts
 * @to: the last one
 * @out_years: how old the person becomes; 0 where the year of birth is not known
 *
 * The day of birth itself is no birthday.
 *
 * Returns: whether there is a birthday within these days; the first one
 */
gboolean
muster_birthday_find_next (const MusterBirthday *birthday, MusterLunar *lunar, MusterDay from,
                           MusterDay to, MusterDay *out_day, int *out_years)
{
  int first, last, month, day;

  muster_day_to_ymd (from, &first, &month, &day);
  muster_day_to_ymd (to, &last, &month, &day);
  if (birthday->lunar) /* the Chinese year goes on to February of the next */
    first--;
  if (birthday->year != 0)
    first = MAX (first, birthday->year + 1);

  for (int year = first; year <= last; year++)
    {
      MusterDay found;

      if (!may_be_within (birthday, year, from, to) || !find_day (birthday, lunar, year, &found) ||
          found < from || found > to)
        continue;
      *out_day = found;
      *out_years = birthday->year != 0 ? year - birthday->year : 0;
      return TRUE;
    }
  return FALSE;
}

/**
 * muster_birthday_dup_words:
 *
 * Returns: (transfer full): for people, translated, so that muster_birthday_parse() reads it again
 */
char *
muster_birthday_dup_words (const MusterBirthday *birthday)
{
  g_autofree char *month = NULL;

  if (!birthday->lunar)
    return muster_birthday_dup_text (birthday);

  month = muster_lunar_dup_month_name (birthday->month, birthday->leap);
  return birthday->year != 0
             /* TRANSLATORS: a birthday by the Chinese calendar: the year, the month (闰四月) and
              * the day (初三) */
             ? g_strdup_printf (_ ("lunar %d-%s%s"), birthday->year, month,
                                muster_lunar_get_day_name (birthday->day))
             /* TRANSLATORS: a birthday by the Chinese calendar: the month (八月) and the day (十五)
              */
             : g_strdup_printf (_ ("lunar %s%s"), month, muster_lunar_get_day_name (birthday->day));
}
