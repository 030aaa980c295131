/* muster-lunar.c - dates of the Chinese calendar
 *
 * Part of calendar; anyone above may call it.  The calendar is worked out from
 * the moon and the sun by the rules of GB/T 33661-2017: a month begins on the day
 * of the new moon in Beijing; the winter solstice lies in month 11; if there are
 * thirteen months from one solstice's to the next, the first without a principal
 * term is the leap month.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-lunar"

#include "config.h"

#include <math.h>

#include "muster-almanac.h"
#include "muster-lunar.h"

#define FIRST_YEAR 1600
#define LAST_YEAR 2400
#define MAX_MONTHS 13     /* of a solstice year */
#define SOLSTICE_MONTH 11 /* its first month */
#define DEGREES_PER_PRINCIPAL_TERM 30
#define WINTER_SOLSTICE 270 /* degrees */
#define DAYS_PER_MONTH 29.530588861
#define NEW_MOON_OF_2000 10962.6 /* days since 1970 */

/* From the month of one winter solstice to the month of the next, named after
 * the Gregorian year in which it ends. */
typedef struct
{
  int year;
  guint n_months;
  MusterDay starts[MAX_MONTHS + 1]; /* of each month, and the end */
  guint leap;                       /* which of them is a leap month; 0 for none */
} SolsticeYear;

struct _MusterLunar
{
  SolsticeYear known[2]; /* those asked for last, by the parity of the year */
};

static const char *const day_names[] = {
  "初一", "初二", "初三", "初四", "初五", "初六", "初七", "初八", "初九", "初十",
  "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十",
  "廿一", "廿二", "廿三", "廿四", "廿五", "廿六", "廿七", "廿八", "廿九", "三十",
};

static const char *const month_names[] = {
  "正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "腊月",
};

/* The day in Beijing on which the moon is new for the nth time since 2000. */
static MusterDay
get_month_start (int n)
{
  double time = muster_almanac_get_new_moon (n);
  MusterDay day = (MusterDay) floor (time) + 1;

  while (muster_almanac_get_beijing_midnight (day) > time)
    day--;
  return day;
}

/* How often the moon was new since 2000 when it was last so, on or before @day. */
static int
find_month (MusterDay day)
{
  int n = (int) floor ((day - NEW_MOON_OF_2000) / DAYS_PER_MONTH) + 1;

  while (get_month_start (n) > day)
    n--;
  return n;
}

static int
get_term_before (MusterDay day)
{
  double midnight = muster_almanac_get_beijing_midnight (day);

  return (int) (muster_almanac_get_sun_longitude (midnight) / DEGREES_PER_PRINCIPAL_TERM);
}

static MusterDay
get_winter_solstice (int year)
{
  MusterDay day = muster_day_from_ymd (year, 12, 18);

  while (get_term_before (day + 1) != WINTER_SOLSTICE / DEGREES_PER_PRINCIPAL_TERM)
    day++;
  return day;
}

static void
solstice_year_fill (SolsticeYear *self, int year)
{
  int first = find_month (get_winter_solstice (year - 1));
  int last = find_month (get_winter_solstice (year));

  self->year = year;
  self->n_months = (guint) (last - first);
  self->leap = 0;
  for (guint i = 0; i <= self->n_months; i++)
    self->starts[i] = get_month_start (first + (int) i);
  for (guint i = 1; i < self->n_months && self->n_months == MAX_MONTHS && self->leap == 0; i++)
    if (get_term_before (self->starts[i]) == get_term_before (self->starts[i + 1]))
      self->leap = i;
}

static const SolsticeYear *
get_solstice_year (MusterLunar *self, int year)
{
  SolsticeYear *found = &self->known[year & 1];

  if (found->year != year)
    solstice_year_fill (found, year);
  return found;
}

static void
name_month (const SolsticeYear *year, guint i, MusterLunarDate *out_date)
{
  guint passed = year->leap != 0 && i >= year->leap ? i - 1 : i;

  out_date->month = (SOLSTICE_MONTH - 1 + (int) passed) % 12 + 1;
  out_date->leap = year->leap != 0 && i == year->leap;
  out_date->year = out_date->month >= SOLSTICE_MONTH ? year->year - 1 : year->year;
}

static gboolean
is_year (int year)
{
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

MusterLunar *
muster_lunar_new (void)
{
  return g_new0 (MusterLunar, 1);
}

void
muster_lunar_free (MusterLunar *self)
{
  g_free (self);
}

/**
 * muster_lunar_from_day:
 * @out_date: (out caller-allocates): untouched on failure
 *
 * Returns: whether the day lies in the years 1600 to 2400.  As China's almanacs
 *   have it from 1912 on; before, and far ahead, a month may begin a day off.
 */
gboolean
muster_lunar_from_day (MusterLunar *self, MusterDay day, MusterLunarDate *out_date)
{
  const SolsticeYear *found;
  int year, month, month_day;
  guint i = 0;

  muster_day_to_ymd (day, &year, &month, &month_day);
  if (!is_year (year))
    return FALSE;

  found = get_solstice_year (self, year);
  if (day >= found->starts[found->n_months])
    found = get_solstice_year (self, year + 1);
  while (day >= found->starts[i + 1])
    i++;
  name_month (found, i, out_date);
  out_date->day = day - found->starts[i] + 1;
  return TRUE;
}

/**
 * muster_lunar_to_day:
 * @out_day: (out): untouched on failure
 *
 * Returns: whether the year has that day: most have no leap month, and about
 *   half of the months no thirtieth
 */
gboolean
muster_lunar_to_day (MusterLunar *self, const MusterLunarDate *date, MusterDay *out_day)
{
  const SolsticeYear *year;

  if (!is_year (date->year) || date->day < 1)
    return FALSE;
  year = get_solstice_year (self, date->month >= SOLSTICE_MONTH ? date->year + 1 : date->year);
  for (guint i = 0; i < year->n_months; i++)
    {
      MusterLunarDate first;

      name_month (year, i, &first);
      if (first.month != date->month || first.leap != !!date->leap)
        continue;
      if (date->day > year->starts[i + 1] - year->starts[i])
        return FALSE;
      *out_day = year->starts[i] + date->day - 1;
      return TRUE;
    }
  return FALSE;
}

/**
 * muster_lunar_get_day_name:
 * @day: 1 to 30
 *
 * Returns: the Chinese name, 初一 to 三十, in every language: there is no other
 */
const char *
muster_lunar_get_day_name (int day)
{
  g_return_val_if_fail (day >= 1 && day <= (int) G_N_ELEMENTS (day_names), "");
  return day_names[day - 1];
}

/**
 * muster_lunar_dup_month_name:
 * @month: 1 to 12
 *
 * Returns: (transfer full): the Chinese name, 正月 to 腊月, with 闰 before a leap month
 */
char *
muster_lunar_dup_month_name (int month, gboolean leap)
{
  g_return_val_if_fail (month >= 1 && month <= (int) G_N_ELEMENTS (month_names), g_strdup (""));
  return g_strconcat (leap ? "闰" : "", month_names[month - 1], NULL);
}
