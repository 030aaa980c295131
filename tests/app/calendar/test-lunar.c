/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "muster-lunar.h"
#include "muster-solar-term.h"

static MusterDay
day_of (const char *text)
{
  MusterDay day = MUSTER_DAY_NONE;

  g_assert_true (muster_day_parse (text, &day));
  return day;
}

/* Dates as the calendars printed in China give them. */
static const struct
{
  const char *label, *day;
  MusterLunarDate date;
} dates[] = {
  { "new year 1900", "1900-01-31", { 1900, 1, FALSE, 1 } },
  { "new year 1985", "1985-02-20", { 1985, 1, FALSE, 1 } },
  { "new year 2000", "2000-02-05", { 2000, 1, FALSE, 1 } },
  { "new year 2010", "2010-02-14", { 2010, 1, FALSE, 1 } },
  { "new year 2024", "2024-02-10", { 2024, 1, FALSE, 1 } },
  { "new year 2025", "2025-01-29", { 2025, 1, FALSE, 1 } },
  { "new year 2026", "2026-02-17", { 2026, 1, FALSE, 1 } },
  { "new year 2027", "2027-02-06", { 2027, 1, FALSE, 1 } },
  { "new year 2030", "2030-02-03", { 2030, 1, FALSE, 1 } },
  { "the eve is the year before's", "2026-02-16", { 2025, 12, FALSE, 29 } },
  { "mid-autumn 2020", "2020-10-01", { 2020, 8, FALSE, 15 } },
  { "mid-autumn 2026", "2026-09-25", { 2026, 8, FALSE, 15 } },
  { "dragon boats 2023", "2023-06-22", { 2023, 5, FALSE, 5 } },
  { "leap fourth of 2020", "2020-05-23", { 2020, 4, TRUE, 1 } },
  { "leap second of 2023", "2023-03-22", { 2023, 2, TRUE, 1 } },
  { "leap sixth of 2025", "2025-07-25", { 2025, 6, TRUE, 1 } },
  { "leap ninth of 2014", "2014-10-24", { 2014, 9, TRUE, 1 } },
  { "leap eleventh of 2033", "2033-12-22", { 2033, 11, TRUE, 1 } },
  { "new moon seven minutes before midnight", "2012-08-17", { 2012, 7, FALSE, 1 } },
  { "new moon two minutes after midnight", "2018-11-08", { 2018, 10, FALSE, 1 } },
  { "leap sixth of 1987", "1987-07-26", { 1987, 6, TRUE, 1 } },
  { "leap second of 1917", "1917-03-23", { 1917, 2, TRUE, 1 } },
  { "leap eighth of 1995", "1995-09-25", { 1995, 8, TRUE, 1 } },
};

static void
test_dates (void)
{
  g_autoptr (MusterLunar) lunar = muster_lunar_new ();

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      MusterDay day = day_of (dates[i].day), back = MUSTER_DAY_NONE;
      MusterLunarDate date = { 0 };

      g_test_message ("%s", dates[i].label);
      g_assert_true (muster_lunar_from_day (lunar, day, &date));
      g_assert_cmpint (date.year, ==, dates[i].date.year);
      g_assert_cmpint (date.month, ==, dates[i].date.month);
      g_assert_cmpint (date.leap, ==, dates[i].date.leap);
      g_assert_cmpint (date.day, ==, dates[i].date.day);
      g_assert_true (muster_lunar_to_day (lunar, &dates[i].date, &back));
      g_assert_cmpint (back, ==, day);
    }
}

static const struct
{
  const char *label;
  MusterLunarDate date;
} none[] = {
  { "no leap sixth in 2026", { 2026, 6, TRUE, 1 } },
  { "the sixth of 2025 is leap, the fifth is not", { 2025, 5, TRUE, 1 } },
  { "no thirtieth of the twelfth in 2025", { 2025, 12, FALSE, 30 } },
  { "no month 13", { 2026, 13, FALSE, 1 } },
  { "no month 0", { 2026, 0, FALSE, 1 } },
  { "no day 31", { 2026, 1, FALSE, 31 } },
  { "too early", { 1599, 1, FALSE, 1 } },
  { "too late", { 2401, 1, FALSE, 1 } },
};

static void
test_no_such_day (void)
{
  g_autoptr (MusterLunar) lunar = muster_lunar_new ();

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      MusterDay day = 5;

      g_test_message ("%s", none[i].label);
      g_assert_false (muster_lunar_to_day (lunar, &none[i].date, &day));
      g_assert_cmpint (day, ==, 5);
    }
}

/* Every day there and back: also a proof that no two days have one name. */
static void
test_there_and_back (void)
{
  g_autoptr (MusterLunar) lunar = muster_lunar_new ();
  MusterDay last = day_of ("2040-01-01");

  for (MusterDay day = day_of ("2019-01-01"); day < last; day++)
    {
      MusterLunarDate date = { 0 };
      MusterDay back = MUSTER_DAY_NONE;

      g_assert_true (muster_lunar_from_day (lunar, day, &date));
      g_assert_true (muster_lunar_to_day (lunar, &date, &back));
      g_assert_cmpint (back, ==, day);
    }
}

static void
test_names (void)
{
  g_autofree char *leap = muster_lunar_dup_month_name (6, TRUE);
  g_autofree char *last = muster_lunar_dup_month_name (12, FALSE);

  g_assert_cmpstr (muster_lunar_get_day_name (1), ==, "初一");
  g_assert_cmpstr (muster_lunar_get_day_name (20), ==, "二十");
  g_assert_cmpstr (muster_lunar_get_day_name (21), ==, "廿一");
  g_assert_cmpstr (muster_lunar_get_day_name (30), ==, "三十");
  g_assert_cmpstr (leap, ==, "闰六月");
  g_assert_cmpstr (last, ==, "腊月");
}

/* As the almanacs have them; some within minutes of midnight. */
static const struct
{
  const char *day, *term;
} terms[] = {
  { "2026-01-05", "Minor Cold" },
  { "2026-01-20", "Major Cold" },
  { "2026-02-04", "Start of Spring" },
  { "2026-02-18", "Rain Water" },
  { "2026-03-05", "Awakening of Insects" },
  { "2026-03-20", "Spring Equinox" },
  { "2026-04-05", "Clear and Bright" },
  { "2026-04-20", "Grain Rain" },
  { "2026-05-05", "Start of Summer" },
  { "2026-05-21", "Grain Buds" },
  { "2026-06-05", "Grain in Ear" },
  { "2026-06-21", "Summer Solstice" },
  { "2026-07-07", "Minor Heat" },
  { "2026-07-23", "Major Heat" },
  { "2026-08-07", "Start of Autumn" },
  { "2026-08-23", "End of Heat" },
  { "2026-09-07", "White Dew" },
  { "2026-09-23", "Autumn Equinox" },
  { "2026-10-08", "Cold Dew" },
  { "2026-10-23", "Frost’s Descent" },
  { "2026-11-07", "Start of Winter" },
  { "2026-11-22", "Minor Snow" },
  { "2026-12-07", "Major Snow" },
  { "2026-12-22", "Winter Solstice" },
  { "2021-12-21", "Winter Solstice" }, /* 23:59:09 */
  { "2025-02-03", "Start of Spring" }, /* 22:10 */
  { "2024-02-04", "Start of Spring" },
  { "2017-02-03", "Start of Spring" }, /* 23:34 */
  { "2020-12-21", "Winter Solstice" },
  { "2008-04-04", "Clear and Bright" },
};

static void
test_terms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      MusterDay day = day_of (terms[i].day);

      g_test_message ("%s", terms[i].day);
      g_assert_cmpstr (muster_solar_term_get (day), ==, terms[i].term);
      g_assert_null (muster_solar_term_get (day - 1));
      g_assert_null (muster_solar_term_get (day + 1));
    }
}

static void
test_terms_of_each_year (void)
{
  for (int year = 1900; year <= 2100; year++)
    {
      guint n = 0;

      for (MusterDay day = muster_day_from_ymd (year, 1, 1);
           day < muster_day_from_ymd (year + 1, 1, 1); day++)
        n += muster_solar_term_get (day) != NULL;
      g_assert_cmpuint (n, ==, 24);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lunar/dates", test_dates);
  g_test_add_func ("/lunar/no-such-day", test_no_such_day);
  g_test_add_func ("/lunar/there-and-back", test_there_and_back);
  g_test_add_func ("/lunar/names", test_names);
  g_test_add_func ("/solar-term/days", test_terms);
  g_test_add_func ("/solar-term/each-year", test_terms_of_each_year);
  return g_test_run ();
}
