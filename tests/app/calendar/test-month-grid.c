/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "muster-month-grid.h"

static void
test_pages (void)
{
  static const struct
  {
    const char *label, *day;
    MusterWeekday first;
    const char *start;
    guint n_weeks;
  } rows[] = {
    { "begins on the first day of the week", "2026-06-15", MUSTER_MONDAY, "2026-06-01", 5 },
    { "begins a day earlier", "2026-11-21", MUSTER_MONDAY, "2026-10-26", 6 },
    { "the same from Sunday", "2026-11-21", MUSTER_SUNDAY, "2026-11-01", 5 },
    { "four weeks", "2027-02-10", MUSTER_MONDAY, "2027-02-01", 4 },
    { "six weeks from Sunday", "2026-08-31", MUSTER_SUNDAY, "2026-07-26", 6 },
    { "a leap year", "2024-02-29", MUSTER_MONDAY, "2024-01-29", 5 },
    { "over the end of the year", "2026-12-31", MUSTER_MONDAY, "2026-11-30", 5 },
    { "before 1970", "1969-12-05", MUSTER_MONDAY, "1969-12-01", 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterDay day, start;
      g_autofree char *text = NULL;

      g_test_message ("%s", rows[i].label);
      g_assert_true (muster_day_parse (rows[i].day, &day));
      g_assert_cmpuint (muster_month_grid_get (day, rows[i].first, &start), ==, rows[i].n_weeks);
      text = muster_day_dup_text (start);
      g_assert_cmpstr (text, ==, rows[i].start);
      g_assert_cmpint (muster_weekday_get (start), ==, rows[i].first);
    }
}

static void
test_weekdays (void)
{
  static const struct
  {
    const char *day;
    MusterWeekday weekday;
  } rows[] = {
    { "1970-01-01", MUSTER_THURSDAY },
    { "1969-12-28", MUSTER_SUNDAY },
    { "2026-11-21", MUSTER_SATURDAY },
    { "2026-11-23", MUSTER_MONDAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterDay day;

      g_test_message ("%s", rows[i].day);
      g_assert_true (muster_day_parse (rows[i].day, &day));
      g_assert_cmpint (muster_weekday_get (day), ==, rows[i].weekday);
      g_assert_cmpint (muster_week_get_start (day, rows[i].weekday), ==, day);
      g_assert_cmpint (muster_week_get_start (day + 6, rows[i].weekday), ==, day);
    }
}

static void
test_first (void)
{
  MusterWeekday first;

  g_assert_nonnull (setlocale (LC_TIME, "C"));
  first = muster_weekday_get_first ();
  g_assert_cmpint (first, ==, MUSTER_SUNDAY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/month-grid/pages", test_pages);
  g_test_add_func ("/month-grid/weekdays", test_weekdays);
  g_test_add_func ("/month-grid/first", test_first);
  return g_test_run ();
}
