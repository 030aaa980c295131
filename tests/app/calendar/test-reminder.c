/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar-fixture.h"
#include "muster-event-table.h"
#include "muster-reminder.h"

/* An event of one hour from @start on, UTC; minutes stand between commas. */
static const struct
{
  const char *label, *start, *recurrence, *standing, *minutes, *after, *until;
  const char *expected; /* times without the year, UTC */
} rows[] = {
  { "none wanted", "2026-11-21T19:00:00", NULL, "planned", "", "2026-11-01T00:00:00",
    "2026-12-01T00:00:00", "" },
  { "at the start", "2026-11-21T19:00:00", NULL, "planned", "0", "2026-11-21T18:00:00",
    "2026-11-21T19:00:00", "11-21T19:00" },
  { "its own moment belongs to the end", "2026-11-21T19:00:00", NULL, "planned", "10",
    "2026-11-21T18:50:00", "2026-11-21T20:00:00", "" },
  { "several", "2026-11-21T19:00:00", NULL, "planned", "10,60,1440", "2026-11-20T00:00:00",
    "2026-11-21T19:00:00", "11-20T19:00 11-21T18:00 11-21T18:50" },
  { "a week before", "2026-11-28T19:00:00", NULL, "planned", "10080", "2026-11-21T00:00:00",
    "2026-11-22T00:00:00", "11-21T19:00" },
  { "each time of a series", "2026-11-02T19:00:00", "RRULE:FREQ=WEEKLY", "planned", "15",
    "2026-11-10T00:00:00", "2026-11-25T00:00:00", "11-16T18:45 11-23T18:45" },
  { "cancelled", "2026-11-21T19:00:00", NULL, "cancelled", "10", "2026-11-21T00:00:00",
    "2026-11-22T00:00:00", "" },
};

static void
add_event (CalendarFixture *self, guint i)
{
  g_autoptr (MusterEvent) event = muster_event_new ();
  g_autoptr (GError) error = NULL;
  MusterChange *change = calendar_fixture_begin (self);

  event->title = g_strdup ("t");
  event->zone = g_strdup ("UTC");
  event->start_at = calendar_fixture_parse_time (rows[i].start);
  event->end_at = event->start_at + 3600;
  event->recurrence = g_strdup (rows[i].recurrence);
  g_free (event->standing);
  event->standing = g_strdup (rows[i].standing);
  event->reminders = g_strdelimit (g_strdup (rows[i].minutes), ",", '\n');
  muster_event_table_insert (change, event, &error);
  g_assert_no_error (error);
  calendar_fixture_commit (change);
}

static char *
dup_moments (GPtrArray *reminders)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < reminders->len; i++)
    {
      const MusterReminder *reminder = reminders->pdata[i];
      g_autofree char *moment = muster_time_dup_text (reminder->at);

      g_string_append_printf (text, "%s%.11s", i > 0 ? " " : "", moment + 5);
    }
  return g_string_free (text, FALSE);
}

static void
test_list (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CalendarFixture *self = calendar_fixture_new ();
      g_autoptr (GPtrArray) found = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *moments = NULL;

      g_test_message ("%s", rows[i].label);
      add_event (self, i);
      found = muster_reminder_list (calendar_fixture_get_database (self),
                                    calendar_fixture_parse_time (rows[i].after),
                                    calendar_fixture_parse_time (rows[i].until), utc, &error);
      g_assert_no_error (error);
      moments = dup_moments (found);
      g_assert_cmpstr (moments, ==, rows[i].expected);
      calendar_fixture_free (self);
    }
}

static const struct
{
  const char *label, *now, *start;
  gboolean all_day;
  const char *place, *expected;
} texts[] = {
  { "now", "2026-11-21T19:00:00", "2026-11-21T19:00:00", FALSE, NULL, "Now" },
  { "one minute", "2026-11-21T18:59:00", "2026-11-21T19:00:00", FALSE, NULL, "In 1 minute" },
  { "minutes", "2026-11-21T18:50:00", "2026-11-21T19:00:00", FALSE, "Hall",
    "In 10 minutes · Hall" },
  { "hours", "2026-11-21T12:00:00", "2026-11-21T19:00:00", FALSE, "", "Today at 19:00" },
  { "after midnight", "2026-11-20T22:00:00", "2026-11-21T00:30:00", FALSE, NULL,
    "Tomorrow at 00:30" },
  { "a week", "2026-11-14T12:00:00", "2026-11-21T19:00:00", FALSE, NULL,
    "Saturday, 21 November, 19:00" },
  { "begun", "2026-11-21T19:30:00", "2026-11-21T19:00:00", FALSE, NULL, "It has begun" },
  { "over", "2026-11-21T20:30:00", "2026-11-21T19:00:00", FALSE, NULL, "It is over" },
  { "today, all day", "2026-11-21T12:00:00", "2026-11-21T00:00:00", TRUE, NULL, "Today" },
  { "tomorrow, all day", "2026-11-20T12:00:00", "2026-11-21T00:00:00", TRUE, NULL, "Tomorrow" },
  { "a day, all day", "2026-11-18T12:00:00", "2026-11-21T00:00:00", TRUE, NULL,
    "Saturday, 21 November" },
};

static void
test_text (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint64 start = calendar_fixture_parse_time (texts[i].start);
      MusterReminder reminder = { .start = start,
                                  .end = start + (texts[i].all_day ? 86400 : 3600),
                                  .all_day = texts[i].all_day,
                                  .place = (char *) texts[i].place };
      g_autofree char *text =
          muster_reminder_dup_text (&reminder, calendar_fixture_parse_time (texts[i].now), utc);

      g_test_message ("%s", texts[i].label);
      g_assert_cmpstr (text, ==, texts[i].expected);
    }
}

static void
test_refused (void)
{
  const char *const reminders[] = { "soon", "-5", "86401", "10\n\n20", "1.5" };

  for (guint i = 0; i < G_N_ELEMENTS (reminders); i++)
    {
      g_autoptr (MusterEvent) event = muster_event_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", reminders[i]);
      event->title = g_strdup ("t");
      event->reminders = g_strdup (reminders[i]);
      g_assert_false (muster_event_check (event, &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  muster_database_set_up_process ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder/list", test_list);
  g_test_add_func ("/reminder/text", test_text);
  g_test_add_func ("/reminder/refused", test_refused);
  return g_test_run ();
}
