/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-clock.h"
#include "muster-day.h"

static void
test_add_months (void)
{
  static const struct
  {
    const char *label, *day;
    int months;
    const char *expected;
  } rows[] = {
    { "plain", "2026-01-15", 1, "2026-02-15" },
    { "clamped, common year", "2026-01-31", 1, "2026-02-28" },
    { "clamped, leap year", "2024-01-31", 1, "2024-02-29" },
    { "three months to a leap February", "2023-11-30", 3, "2024-02-29" },
    { "three months to a common February", "2025-11-30", 3, "2026-02-28" },
    { "over the year", "2026-12-31", 2, "2027-02-28" },
    { "a year from the leap day", "2024-02-29", 12, "2025-02-28" },
    { "back", "2026-03-31", -1, "2026-02-28" },
    { "back over the year", "2026-01-31", -2, "2025-11-30" },
    { "century without leap day", "2100-01-30", 1, "2100-02-28" },
    { "nothing", "2026-05-31", 0, "2026-05-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterDay day;
      g_autofree char *text = NULL;

      g_test_message ("%s", rows[i].label);
      g_assert_true (muster_day_parse (rows[i].day, &day));
      text = muster_day_dup_text (muster_day_add_months (day, rows[i].months));
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *label, *text;
    gboolean valid;
    MusterDay expected;
  } rows[] = {
    { "epoch", "1970-01-01", TRUE, 0 },
    { "day before", "1969-12-31", TRUE, -1 },
    { "leap day", "2000-02-29", TRUE, 11016 },
    { "no leap day", "1900-02-29", FALSE, 0 },
    { "month 13", "2026-13-01", FALSE, 0 },
    { "day 0", "2026-01-00", FALSE, 0 },
    { "rest", "2026-01-01x", FALSE, 0 },
    { "short", "2026-1-1", FALSE, 0 },
    { "empty", "", FALSE, 0 },
    { "year 0", "0000-01-01", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterDay day = 77;

      g_test_message ("%s", rows[i].label);
      g_assert_cmpint (muster_day_parse (rows[i].text, &day), ==, rows[i].valid);
      g_assert_cmpint (day, ==, rows[i].valid ? rows[i].expected : 77);
    }
}

/* Every day of 800 years against GLib's calendar. */
static void
test_calendar_agrees_with_glib (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, G_DATE_JANUARY, 1700);
  MusterDay day = muster_day_from_ymd (1700, 1, 1);

  for (int i = 0; i < 292194; i++, day++, g_date_add_days (date, 1))
    {
      int y, m, d;

      muster_day_to_ymd (day, &y, &m, &d);
      g_assert_cmpint (y, ==, g_date_get_year (date));
      g_assert_cmpint (m, ==, g_date_get_month (date));
      g_assert_cmpint (d, ==, g_date_get_day (date));
      g_assert_cmpint (muster_day_from_ymd (y, m, d), ==, day);
    }
}

static void
test_period (void)
{
  static const struct
  {
    const char *label, *text, *expected;
  } rows[] = {
    { "months", "P3M", "P3M" },        { "years", "P1Y6M", "P18M" },    { "weeks", "P2W", "P14D" },
    { "days", "P7D", "P7D" },          { "mixed", "P1M10D", "P1M10D" }, { "nothing", "P", NULL },
    { "zero", "P0D", "P0D" },          { "order", "P1D1M", NULL },      { "twice", "P1M1M", NULL },
    { "time", "PT1H", NULL },          { "no P", "3M", NULL },          { "no number", "PM", NULL },
    { "huge", "P99999999999M", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterPeriod period;
      gboolean valid = muster_period_parse (rows[i].text, &period);
      g_autofree char *text = valid ? muster_period_dup_text (period) : NULL;

      g_test_message ("%s", rows[i].label);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_time (void)
{
  static const struct
  {
    const char *label, *text, *expected;
  } rows[] = {
    { "T", "2026-07-01T08:23:04", "2026-07-01T08:23:04" },
    { "space", "2026-07-01 08:23:04", "2026-07-01T08:23:04" },
    { "minutes", "2026-07-01T08:23", "2026-07-01T08:23:00" },
    { "before 1970", "1969-12-31T23:59:59", "1969-12-31T23:59:59" },
    { "hour 24", "2026-07-01T24:00:00", NULL },
    { "zone", "2026-07-01T08:23:04Z", NULL },
    { "date", "2026-07-01", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean valid;
      gint64 seconds = muster_time_parse (rows[i].text, &valid);
      g_autofree char *text = valid ? muster_time_dup_text (seconds) : NULL;

      g_test_message ("%s", rows[i].label);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_clock (void)
{
  MusterClock *clock = muster_clock_new_fixed ((gint64) 86400 * G_USEC_PER_SEC);

  g_assert_cmpint (muster_clock_get_today (clock), ==, 1);
  muster_clock_set_fixed (clock, 0);
  g_assert_cmpint (muster_clock_get_today (clock), ==, 0);
  g_assert_finalize_object (clock);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/day/add-months", test_add_months);
  g_test_add_func ("/day/parse", test_parse);
  g_test_add_func ("/day/calendar-agrees-with-glib", test_calendar_agrees_with_glib);
  g_test_add_func ("/day/period", test_period);
  g_test_add_func ("/day/time", test_time);
  g_test_add_func ("/day/clock", test_clock);
  return g_test_run ();
}
