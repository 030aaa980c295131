/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "muster-day.h"
#include "muster-recurrence.h"

#define MAX_TIMES 400

static const struct
{
  const char *label, *zone, *start, *lines, *from, *to, *expected;
} rows[] = {
  { "no rule: once", "UTC", "2026-03-02T19:00:00", "", "2026-01-01", "2027-01-01", "03-02T19" },
  { "three Mondays", "UTC", "2026-03-02T19:00:00", "RRULE:FREQ=WEEKLY;COUNT=3", "2026-01-01",
    "2027-01-01", "03-02T19 03-09T19 03-16T19" },
  { "counted from the start, not from the window", "UTC", "2026-03-02T19:00:00",
    "RRULE:FREQ=WEEKLY;COUNT=3", "2026-03-10", "2027-01-01", "03-16T19" },
  { "endless, far away", "UTC", "1990-01-01T08:00:00", "RRULE:FREQ=DAILY", "2026-05-01",
    "2026-05-03", "05-01T08 05-02T08" },
  { "the first Monday", "UTC", "2026-01-05T10:00:00", "RRULE:FREQ=MONTHLY;BYDAY=1MO", "2026-02-01",
    "2026-05-01", "02-02T10 03-02T10 04-06T10" },
  { "the last day of the month", "UTC", "2026-01-31T10:00:00", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1",
    "2026-02-01", "2026-05-01", "02-28T10 03-31T10 04-30T10" },
  { "the 31st only where there is one", "UTC", "2026-01-31T10:00:00",
    "RRULE:FREQ=MONTHLY;BYMONTHDAY=31", "2026-02-01", "2026-06-01", "03-31T10 05-31T10" },
  { "29 February, every leap year", "UTC", "2024-02-29T10:00:00", "RRULE:FREQ=YEARLY", "2025-01-01",
    "2029-01-01", "02-29T10" },
  { "a fortnight", "UTC", "2026-03-02T19:00:00", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE",
    "2026-03-01", "2026-03-22", "03-02T19 03-04T19 03-16T19 03-18T19" },
  { "until a moment, in UTC, on the clock of Shanghai", "Asia/Shanghai", "2026-03-02T07:00:00",
    "RRULE:FREQ=DAILY;UNTIL=20260303T230000Z", "2026-01-01", "2027-01-01",
    "03-02T07 03-03T07 03-04T07" },
  { "until a day means all of it", "UTC", "2026-03-02T19:00:00", "RRULE:FREQ=DAILY;UNTIL=20260304",
    "2026-01-01", "2027-01-01", "03-02T19 03-03T19 03-04T19" },
  { "until before the start: the first time stays", "UTC", "2026-03-02T19:00:00",
    "RRULE:FREQ=DAILY;UNTIL=20250101T000000", "2026-01-01", "2027-01-01", "03-02T19" },
  { "never fits: the first time stays", "UTC", "2026-03-02T19:00:00",
    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01", "2027-01-01", "03-02T19" },
  { "never fits, and the window is elsewhere", "UTC", "2026-03-02T19:00:00",
    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-04-01", "2027-01-01", "" },
  { "without one day", "UTC", "2026-03-02T19:00:00",
    "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20260309T190000", "2026-01-01", "2027-01-01",
    "03-02T19 03-16T19" },
  { "without one day, said in UTC", "Asia/Shanghai", "2026-03-02T19:00:00",
    "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20260309T110000Z", "2026-01-01", "2027-01-01",
    "03-02T19 03-16T19" },
  { "without all: nothing is left", "UTC", "2026-03-02T19:00:00",
    "RRULE:FREQ=WEEKLY;COUNT=2\nEXDATE:20260302T190000,20260309T190000", "2026-01-01", "2027-01-01",
    "" },
  { "a day more, and one twice", "UTC", "2026-03-02T19:00:00",
    "RRULE:FREQ=WEEKLY;COUNT=2\nRDATE:20260305T190000,20260309T190000", "2026-01-01", "2027-01-01",
    "03-02T19 03-05T19 03-09T19" },
  { "two rules", "UTC", "2026-03-02T19:00:00",
    "RRULE:FREQ=WEEKLY;COUNT=2\nRRULE:FREQ=MONTHLY;COUNT=2", "2026-01-01", "2027-01-01",
    "03-02T19 03-09T19 04-02T19" },
  { "days, not times", "UTC", "2026-12-31T00:00:00", "RRULE:FREQ=YEARLY;COUNT=2", "2026-01-01",
    "2027-01-01", "12-31T00" },
  { "from is in, to is out", "UTC", "2026-03-02T00:00:00", "RRULE:FREQ=DAILY", "2026-03-02",
    "2026-03-04", "03-02T00 03-03T00" },
  { "before 1970", "UTC", "1969-12-31T10:00:00", "RRULE:FREQ=DAILY;COUNT=2", "1969-01-01",
    "1971-01-01", "12-31T10 01-01T10" },
};

static gint64
parse (const char *text)
{
  gboolean valid;
  gint64 seconds = muster_time_parse (text, &valid);

  g_assert_true (valid);
  return seconds;
}

static char *
dup_times (GArray *times)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < times->len; i++)
    {
      g_autofree char *time = muster_time_dup_text (g_array_index (times, gint64, i));

      time[strlen ("2026-03-02T19")] = '\0';
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", time + strlen ("2026-"));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_list (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
      g_autofree char *from = g_strconcat (rows[i].from, "T00:00:00", NULL);
      g_autofree char *to = g_strconcat (rows[i].to, "T00:00:00", NULL);
      g_autoptr (MusterRecurrence) recurrence = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) times = NULL;
      g_autofree char *text = NULL;

      g_test_message ("%s", rows[i].label);
      recurrence =
          muster_recurrence_new (rows[i].lines, parse (rows[i].start), FALSE, zone, &error);
      g_assert_no_error (error);
      times = muster_recurrence_list (recurrence, parse (from), parse (to), MAX_TIMES);
      text = dup_times (times);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_bounds (void)
{
  static const struct
  {
    const char *label, *lines;
    gboolean endless;
    guint n;
  } bounds[] = {
    { "once", "", FALSE, 1 },
    { "counted", "RRULE:FREQ=DAILY;COUNT=5", FALSE, 5 },
    { "until", "RRULE:FREQ=DAILY;UNTIL=20260303", FALSE, 2 },
    { "endless", "RRULE:FREQ=DAILY", TRUE, 10 },
    { "one of two ends", "RRULE:FREQ=DAILY;COUNT=5\nRRULE:FREQ=YEARLY", TRUE, 10 },
    { "every second", "RRULE:FREQ=SECONDLY", TRUE, 10 },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  gint64 start = parse ("2026-03-02T00:00:00");

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      g_autoptr (MusterRecurrence) recurrence =
          muster_recurrence_new (bounds[i].lines, start, FALSE, zone, NULL);
      g_autoptr (GArray) times = NULL;

      g_test_message ("%s", bounds[i].label);
      g_assert_cmpint (muster_recurrence_is_endless (recurrence), ==, bounds[i].endless);
      times = muster_recurrence_list (recurrence, 0, parse ("2126-01-01T00:00:00"), 10);
      g_assert_cmpuint (times->len, ==, bounds[i].n);
    }
}

static void
test_refused (void)
{
  static const char *const lines[] = {
    "RRULE:FREQ=SOMETIMES",
    "RRULE:",
    "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=29",
    "EXDATE:yesterday",
    "RDATE:2026",
    "DTSTART:20260101",
    "x",
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", lines[i]);
      g_assert_null (muster_recurrence_new (lines[i], 0, FALSE, zone, &error));
      g_assert_nonnull (error);
    }
}

/* What never comes true must be told at once, what keeps one waiting must be found. */
static const struct
{
  const char *start, *rule;
  gboolean has_times;
} fits[] = {
  { "2026-03-02T19:00:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", FALSE },
  { "2026-03-02T19:00:00", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", FALSE },
  { "2026-03-02T19:00:00", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", FALSE },
  { "2026-03-02T19:00:00", "FREQ=HOURLY;BYMONTH=4,6,9,11;BYMONTHDAY=31", FALSE },
  { "2026-03-02T19:00:00", "FREQ=MONTHLY;BYDAY=6MO", FALSE },
  { "2026-03-02T19:00:00", "FREQ=YEARLY;BYYEARDAY=1;BYMONTH=3", FALSE },
  { "2026-03-02T19:00:00", "FREQ=YEARLY;BYWEEKNO=30;BYDAY=MO;BYMONTH=1", FALSE },
  { "2026-01-31T19:00:00", "FREQ=MONTHLY;BYMONTH=2", FALSE },
  { "2026-01-31T19:00:00", "FREQ=YEARLY;BYMONTH=6", FALSE },
  { "2026-03-02T19:00:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", TRUE },
  { "2026-03-02T19:00:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", TRUE },
  { "2026-03-02T19:00:00", "FREQ=YEARLY;BYYEARDAY=366", TRUE },
  { "2026-03-02T19:00:00", "FREQ=YEARLY;BYYEARDAY=-366", TRUE },
  { "2026-03-02T19:00:00", "FREQ=MONTHLY;BYDAY=5MO", TRUE },
  { "2026-03-02T19:00:00", "FREQ=MONTHLY;BYDAY=-5MO", TRUE },
  { "2026-03-02T19:00:00", "FREQ=YEARLY;BYDAY=53MO", TRUE },
  { "2026-03-02T19:00:00", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=FR;BYMONTH=1", TRUE },
  { "2024-02-29T19:00:00", "FREQ=YEARLY", TRUE },
  { "2026-01-31T19:00:00", "FREQ=MONTHLY", TRUE },
};

static void
test_fits (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      g_autofree char *lines = g_strconcat ("RRULE:", fits[i].rule, NULL);
      gboolean valid = FALSE;
      gint64 start = muster_time_parse (fits[i].start, &valid);
      g_autoptr (MusterRecurrence) recurrence =
          muster_recurrence_new (lines, start, FALSE, zone, NULL);
      gint64 before = g_get_monotonic_time ();

      g_test_message ("%s from %s", fits[i].rule, fits[i].start);
      g_assert_cmpint (muster_recurrence_has_times (recurrence), ==, fits[i].has_times);
      g_test_message ("%" G_GINT64_FORMAT " us", g_get_monotonic_time () - before);
    }
}

/* As the manual lists them. */
static const struct
{
  const char *rule;
  gboolean is_doubtful;
} doubts[] = {
  { "FREQ=WEEKLY;BYDAY=MO,WE,FR", FALSE },
  { "FREQ=MONTHLY;BYDAY=1MO", FALSE },
  { "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", FALSE },
  { "FREQ=MONTHLY;BYMONTHDAY=-1", FALSE },
  { "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", FALSE },
  { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", FALSE },
  { "FREQ=HOURLY;INTERVAL=3", FALSE },
  { "FREQ=WEEKLY;BYDAY=MO,TU,WE;BYSETPOS=1", TRUE },
  { "FREQ=MONTHLY;BYDAY=1MO;BYHOUR=8,14;BYSETPOS=2", TRUE },
  { "FREQ=YEARLY;BYWEEKNO=20", TRUE },
  { "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", TRUE },
  { "FREQ=YEARLY;INTERVAL=2;BYWEEKNO=20;BYDAY=MO", TRUE },
  { "FREQ=DAILY;BYMONTHDAY=-1", TRUE },
  { "FREQ=HOURLY;BYHOUR=12;BYYEARDAY=-1", TRUE },
  { "FREQ=HOURLY;INTERVAL=7;BYHOUR=3,6", TRUE },
  { "FREQ=SECONDLY;BYSECOND=5,4", TRUE },
  { "FREQ=WEEKLY;BYDAY=SU,TH,TH", TRUE },
};

static void
test_doubtful (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (doubts); i++)
    {
      g_autofree char *lines = g_strconcat ("RRULE:", doubts[i].rule, NULL);
      g_autoptr (MusterRecurrence) recurrence = muster_recurrence_new (lines, 0, FALSE, zone, NULL);

      g_test_message ("%s", doubts[i].rule);
      g_assert_cmpint (muster_recurrence_is_doubtful (recurrence), ==, doubts[i].is_doubtful);
    }
}

/* Wherever one begins to look, the times are those that the whole has from there on. */
static void
test_anywhere (void)
{
  static const struct
  {
    const char *label, *start, *rule;
  } cases[] = {
    { "days", "2026-03-02T19:00:00", "FREQ=DAILY;COUNT=40" },
    { "every third day", "2026-03-02T19:00:00", "FREQ=DAILY;INTERVAL=3;COUNT=25" },
    { "some days of the week only", "2026-03-02T19:00:00", "FREQ=DAILY;BYDAY=MO,FR;COUNT=25" },
    { "weeks", "2026-03-04T19:00:00", "FREQ=WEEKLY;COUNT=20" },
    { "two days a week", "2026-03-04T19:00:00", "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=25" },
    { "three days, every second week", "2026-03-04T19:00:00",
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO,FR;COUNT=25" },
    { "weeks from Sunday", "2026-03-04T19:00:00",
      "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,SA;COUNT=25" },
    { "the same day twice", "2026-03-02T19:00:00", "FREQ=WEEKLY;BYDAY=MO,MO;COUNT=10" },
    { "months", "2026-01-31T19:00:00", "FREQ=MONTHLY;COUNT=15" },
    { "two times a day", "2026-03-02T08:00:00", "FREQ=DAILY;BYHOUR=8,20;COUNT=25" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
      g_autofree char *lines = g_strconcat ("RRULE:", cases[i].rule, NULL);
      gboolean valid;
      gint64 start = muster_time_parse (cases[i].start, &valid);
      g_autoptr (MusterRecurrence) recurrence =
          muster_recurrence_new (lines, start, FALSE, zone, NULL);
      g_autoptr (GArray) whole = muster_recurrence_list (recurrence, start, G_MAXINT32, MAX_TIMES);

      g_test_message ("%s", cases[i].label);
      g_assert_cmpuint (whole->len, >=, 5);
      for (guint j = 0; j < whole->len; j++)
        {
          gint64 from = g_array_index (whole, gint64, j);
          g_autoptr (GArray) rest =
              muster_recurrence_list (recurrence, from, G_MAXINT32, MAX_TIMES);

          g_assert_cmpmem (rest->data, rest->len * sizeof (gint64),
                           &g_array_index (whole, gint64, j), (whole->len - j) * sizeof (gint64));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recurrence/list", test_list);
  g_test_add_func ("/recurrence/anywhere", test_anywhere);
  g_test_add_func ("/recurrence/bounds", test_bounds);
  g_test_add_func ("/recurrence/refused", test_refused);
  g_test_add_func ("/recurrence/doubtful", test_doubtful);
  g_test_add_func ("/recurrence/fits", test_fits);
  return g_test_run ();
}
