/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "calendar-fixture.h"
#include "muster-occurrence.h"

/* Events are written as calendar_fixture_add_event() reads them. */
static const struct
{
  const char *label, *viewer, *from, *to;
  const char *events[4];
  const char *expected; /* TITLE@UTC, without the year */
} rows[] = {
  { "once",
    "UTC",
    "2026-03-01",
    "2026-04-01",
    { "a|UTC|2026-03-02T19:00:00|2026-03-02T20:00:00|" },
    "a@03-02T19:00" },
  { "outside",
    "UTC",
    "2026-04-01",
    "2026-05-01",
    { "a|UTC|2026-03-02T19:00:00|2026-03-02T20:00:00|" },
    "" },
  { "ends as the window begins",
    "UTC",
    "2026-03-02",
    "2026-03-03",
    { "a|UTC|2026-03-01T19:00:00|2026-03-02T00:00:00|" },
    "" },
  { "reaches into the window",
    "UTC",
    "2026-03-02",
    "2026-03-03",
    { "a|UTC|2026-02-01T19:00:00|2026-03-02T00:00:01|" },
    "a@02-01T19:00" },
  { "a moment without length",
    "UTC",
    "2026-03-02",
    "2026-03-03",
    { "a|UTC|2026-03-02T00:00:00|2026-03-02T00:00:00|" },
    "a@03-02T00:00" },
  { "in another zone",
    "Asia/Shanghai",
    "2026-03-02",
    "2026-03-03",
    { "a|America/New_York|2026-03-01T20:00:00|2026-03-01T21:00:00|" },
    "a@03-02T01:00" },
  { "a day is a day everywhere",
    "Asia/Shanghai",
    "2026-03-02",
    "2026-03-03",
    { "a|day|2026-03-02T00:00:00|2026-03-03T00:00:00|",
      "b|day|2026-03-03T00:00:00|2026-03-04T00:00:00|" },
    "a@03-01T16:00" },
  { "the clocks change, the meeting stays at seven",
    "UTC",
    "2026-03-28",
    "2026-03-31",
    { "a|Europe/Berlin|2026-03-28T19:00:00|2026-03-28T20:00:00|RRULE:FREQ=DAILY" },
    "a@03-28T18:00 a@03-29T17:00 a@03-30T17:00" },
  { "an hour that the clocks leave out",
    "UTC",
    "2026-03-29",
    "2026-03-30",
    { "a|Europe/Berlin|2026-03-29T02:30:00|2026-03-29T03:30:00|" },
    "a@03-29T01:00" },
  { "one time of a series was moved",
    "UTC",
    "2026-03-01",
    "2026-03-20",
    { "a|UTC|2026-03-02T19:00:00|2026-03-02T20:00:00|RRULE:FREQ=WEEKLY;COUNT=3",
      "=2026-03-09T19:00:00|b|UTC|2026-03-10T08:00:00|2026-03-10T09:00:00" },
    "a@03-02T19:00 b@03-10T08:00 a@03-16T19:00" },
  { "out of the window",
    "UTC",
    "2026-03-09",
    "2026-03-10",
    { "a|UTC|2026-03-02T19:00:00|2026-03-02T20:00:00|RRULE:FREQ=WEEKLY;COUNT=3",
      "=2026-03-09T19:00:00|b|UTC|2026-03-12T08:00:00|2026-03-12T09:00:00" },
    "" },
  { "into the window",
    "UTC",
    "2026-05-01",
    "2026-06-01",
    { "a|UTC|2026-03-02T19:00:00|2026-03-02T20:00:00|RRULE:FREQ=WEEKLY;COUNT=3",
      "=2026-03-09T19:00:00|b|UTC|2026-05-12T08:00:00|2026-05-12T09:00:00" },
    "b@05-12T08:00" },
  { "in the order of time, then of titles",
    "UTC",
    "2026-03-02",
    "2026-03-03",
    { "b|UTC|2026-03-02T19:00:00|2026-03-02T20:00:00|",
      "a|UTC|2026-03-02T19:00:00|2026-03-02T20:00:00|",
      "c|UTC|2026-03-02T18:00:00|2026-03-02T20:00:00|" },
    "c@03-02T18:00 a@03-02T19:00 b@03-02T19:00" },
};

static char *
dup_found (CalendarFixture *self, const char *viewer, const char *from, const char *to)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (viewer);
  g_autofree char *first = g_strconcat (from, "T00:00:00", NULL);
  g_autofree char *last = g_strconcat (to, "T00:00:00", NULL);
  g_autoptr (GPtrArray) found = muster_occurrence_list (
      calendar_fixture_get_database (self), NULL,
      muster_event_to_utc (zone, calendar_fixture_parse_time (first)),
      muster_event_to_utc (zone, calendar_fixture_parse_time (last)), zone, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const MusterOccurrence *occurrence = found->pdata[i];
      g_autofree char *time = muster_time_dup_text (occurrence->start);

      time[strlen ("2026-03-02T19:00")] = '\0';
      g_string_append_printf (text, "%s%s@%s", i > 0 ? " " : "", occurrence->event->title,
                              time + strlen ("2026-"));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_list (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CalendarFixture *self = calendar_fixture_new ();
      MusterChange *change = calendar_fixture_begin (self);
      g_autofree char *text = NULL;

      g_test_message ("%s", rows[i].label);
      for (guint j = 0; j < G_N_ELEMENTS (rows[i].events) && rows[i].events[j] != NULL; j++)
        calendar_fixture_add_event (self, change, rows[i].events[j]);
      calendar_fixture_commit (change);
      text = dup_found (self, rows[i].viewer, rows[i].from, rows[i].to);
      g_assert_cmpstr (text, ==, rows[i].expected);
      calendar_fixture_free (self);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *label, *title, *zone;
    gint64 start, end;
    const char *recurrence;
  } bad[] = {
    { "no title", "", NULL, 0, 0, NULL },
    { "ends before it begins", "a", NULL, 100, 99, NULL },
    { "before 1970", "a", NULL, -1, 0, NULL },
    { "after 9999", "a", NULL, 0, G_GINT64_CONSTANT (253402300800), NULL },
    { "unknown zone", "a", "Mars/Olympus", 0, 0, NULL },
    { "no rule", "a", NULL, 0, 0, "RRULE:FREQ=NEVER" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (MusterEvent) event = muster_event_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i].label);
      event->title = g_strdup (bad[i].title);
      event->zone = g_strdup (bad[i].zone);
      event->start_at = bad[i].start;
      event->end_at = bad[i].end;
      event->recurrence = g_strdup (bad[i].recurrence);
      g_assert_false (muster_event_check (event, &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/occurrence/list", test_list);
  g_test_add_func ("/occurrence/refused", test_refused);
  return g_test_run ();
}
