/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "calendar-fixture.h"
#include "muster-attendance-table.h"
#include "muster-day.h"
#include "muster-event-edit.h"
#include "muster-event-table.h"
#include "muster-occurrence.h"
#include "muster-participation.h"
#include "muster-sign-up-table.h"

#define ONCE "a|UTC|2026-03-02T19:00:00|2026-03-02T20:00:00|"
#define MONDAYS "a|UTC|2026-03-02T19:00:00|2026-03-02T20:00:00|RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=4"
#define PLAIN "a|UTC|2026-03-02T19:00:00|2026-03-02T20:00:00|RRULE:FREQ=WEEKLY;COUNT=3"
#define MOVED_ONE "=2026-03-09T19:00:00|b|UTC|2026-03-10T08:00:00|2026-03-10T09:00:00"
#define NAMED_ONE "=2026-03-09T19:00:00|b|UTC|2026-03-09T19:00:00|2026-03-09T20:00:00"

/* Events are written as calendar_fixture_add_event() reads them.  Expected is
 * TITLE@START, of the year 2026, with +1 where somebody has answered and come at that time. */
static const struct
{
  const char *label;
  const char *events[3];
  const char *answered; /* the times, in order */
  const char *at;
  const char *edit; /* delete, or KEY=VALUE of the form, several */
  MusterEventScope scope;
  const char *expected; /* or ! and a part of the reason */
} rows[] = {
  { "single: title",
    { ONCE },
    "2026-03-02T19:00:00",
    "2026-03-02T19:00:00",
    "title=x",
    MUSTER_EVENT_THIS,
    "x@03-02T19+1" },
  { "single: moved, answers go along",
    { ONCE },
    "2026-03-02T19:00:00",
    "2026-03-02T19:00:00",
    "start=2026-03-05T10:00:00",
    MUSTER_EVENT_ALL,
    "a@03-05T10+1" },
  { "single: becomes a series",
    { ONCE },
    "2026-03-02T19:00:00",
    "2026-03-02T19:00:00",
    "rule=RRULE:FREQ=DAILY;COUNT=2",
    MUSTER_EVENT_THIS,
    "a@03-02T19+1 a@03-03T19" },
  { "single: taken out, answers too",
    { ONCE },
    "2026-03-02T19:00:00",
    "2026-03-02T19:00:00",
    "delete",
    MUSTER_EVENT_THIS,
    "" },
  { "this: another title",
    { MONDAYS },
    "2026-03-09T19:00:00",
    "2026-03-09T19:00:00",
    "title=x",
    MUSTER_EVENT_THIS,
    "a@03-02T19 x@03-09T19+1 a@03-16T19 a@03-23T19" },
  { "this: moved, answers stay with it",
    { MONDAYS },
    "2026-03-09T19:00:00",
    "2026-03-09T19:00:00",
    "start=2026-03-11T08:00:00",
    MUSTER_EVENT_THIS,
    "a@03-02T19 a@03-11T08+1 a@03-16T19 a@03-23T19" },
  { "this: moved twice",
    { PLAIN, MOVED_ONE },
    "",
    "2026-03-09T19:00:00",
    "start=2026-03-12T08:00:00",
    MUSTER_EVENT_THIS,
    "a@03-02T19 b@03-12T08 a@03-16T19" },
  { "this: taken out",
    { MONDAYS },
    "2026-03-09T19:00:00 2026-03-16T19:00:00",
    "2026-03-09T19:00:00",
    "delete",
    MUSTER_EVENT_THIS,
    "a@03-02T19 a@03-16T19+1 a@03-23T19" },
  { "this: a changed one taken out",
    { PLAIN, MOVED_ONE },
    "",
    "2026-03-09T19:00:00",
    "delete",
    MUSTER_EVENT_THIS,
    "a@03-02T19 a@03-16T19" },
  { "this: the last one taken out takes the event",
    { "a|UTC|2026-03-02T19:00:00|2026-03-02T20:00:00|RRULE:FREQ=DAILY;COUNT=1" },
    "",
    "2026-03-02T19:00:00",
    "delete",
    MUSTER_EVENT_THIS,
    "" },
  { "all: the hour",
    { MONDAYS },
    "2026-03-09T19:00:00 2026-03-16T19:00:00",
    "2026-03-09T19:00:00",
    "start=2026-03-09T20:00:00",
    MUSTER_EVENT_ALL,
    "a@03-02T20 a@03-09T20+1 a@03-16T20+1 a@03-23T20" },
  { "all: by a week, so that the answers cross",
    { MONDAYS },
    "2026-03-02T19:00:00 2026-03-09T19:00:00",
    "2026-03-02T19:00:00",
    "start=2026-03-09T19:00:00",
    MUSTER_EVENT_ALL,
    "a@03-09T19+1 a@03-16T19+1 a@03-23T19 a@03-30T19" },
  { "all: every Monday becomes every Tuesday",
    { MONDAYS },
    "2026-03-16T19:00:00",
    "2026-03-09T19:00:00",
    "start=2026-03-10T19:00:00",
    MUSTER_EVENT_ALL,
    "a@03-03T19 a@03-10T19 a@03-17T19+1 a@03-24T19" },
  { "all: dates left out are moved along",
    { "a|UTC|2026-03-02T19:00:00|2026-03-02T20:00:00|RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=4\n"
      "EXDATE:20260309T190000" },
    "",
    "2026-03-16T19:00:00",
    "start=2026-03-17T19:00:00",
    MUSTER_EVENT_ALL,
    "a@03-03T19 a@03-17T19 a@03-24T19" },
  { "all: the second Monday becomes the second Tuesday, the tenth stays the tenth",
    { "a|UTC|2026-03-09T19:00:00|2026-03-09T20:00:00|RRULE:FREQ=MONTHLY;BYDAY=2MO;COUNT=4" },
    "2026-06-08T19:00:00",
    "2026-03-09T19:00:00",
    "start=2026-03-10T19:00:00",
    MUSTER_EVENT_ALL,
    "a@03-10T19 a@04-14T19 a@05-12T19 a@06-09T19+1" },
  { "all: the last day becomes the one before",
    { "a|UTC|2026-01-31T19:00:00|2026-01-31T20:00:00|RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3" },
    "2026-02-28T19:00:00",
    "2026-01-31T19:00:00",
    "start=2026-01-30T19:00:00",
    MUSTER_EVENT_ALL,
    "a@01-30T19 a@02-27T19+1 a@03-30T19" },
  { "all: a rule that can't be moved along is told",
    { "a|UTC|2026-03-02T19:00:00|2026-03-02T20:00:00|"
      "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;COUNT=3" },
    "",
    "2026-03-02T19:00:00",
    "start=2026-03-03T19:00:00",
    MUSTER_EVENT_ALL,
    "!can’t be moved along" },
  { "all: one was changed, then the series is moved",
    { PLAIN, MOVED_ONE },
    "2026-03-09T19:00:00",
    "2026-03-02T19:00:00",
    "start=2026-03-03T19:00:00",
    MUSTER_EVENT_ALL,
    "a@03-03T19 b@03-10T08+1 a@03-17T19" },
  { "all: one has another title, then the series is moved: it goes along",
    { PLAIN, NAMED_ONE },
    "2026-03-09T19:00:00",
    "2026-03-02T19:00:00",
    "start=2026-03-03T19:00:00",
    MUSTER_EVENT_ALL,
    "a@03-03T19 b@03-10T19+1 a@03-17T19" },
  { "all: a new title spares the one that has its own",
    { PLAIN, NAMED_ONE },
    "",
    "2026-03-02T19:00:00",
    "title=x",
    MUSTER_EVENT_ALL,
    "x@03-02T19 b@03-09T19 x@03-16T19" },
  { "all: from the one that was changed",
    { PLAIN, MOVED_ONE },
    "",
    "2026-03-09T19:00:00",
    "title=x start=2026-03-10T09:00:00",
    MUSTER_EVENT_ALL,
    "x@03-02T20 x@03-10T09 x@03-16T20" },
  { "all: without times of day",
    { MONDAYS },
    "2026-03-09T19:00:00",
    "2026-03-09T19:00:00",
    "day=2026-03-09T00:00:00",
    MUSTER_EVENT_ALL,
    "a@03-02T00 a@03-09T00+1 a@03-16T00 a@03-23T00" },
  { "all: another rule; where somebody has come it stays",
    { MONDAYS },
    "2026-03-09T19:00:00",
    "2026-03-02T19:00:00",
    "rule=RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2",
    MUSTER_EVENT_ALL,
    "a@03-02T19 a@03-09T19+1 a@03-16T19" },
  { "all: once only, from the time that was open",
    { PLAIN },
    "2026-03-09T19:00:00",
    "2026-03-09T19:00:00",
    "rule=",
    MUSTER_EVENT_ALL,
    "a@03-09T19+1" },
  { "all: taken out with what was changed",
    { PLAIN, MOVED_ONE },
    "2026-03-09T19:00:00",
    "2026-03-02T19:00:00",
    "delete",
    MUSTER_EVENT_ALL,
    "" },
  { "later: another title; what was counted counts on",
    { MONDAYS },
    "2026-03-09T19:00:00 2026-03-16T19:00:00",
    "2026-03-16T19:00:00",
    "title=x",
    MUSTER_EVENT_THIS_AND_LATER,
    "a@03-02T19 a@03-09T19+1 x@03-16T19+1 x@03-23T19" },
  { "later: moved by a day",
    { MONDAYS },
    "2026-03-23T19:00:00",
    "2026-03-16T19:00:00",
    "start=2026-03-17T08:00:00",
    MUSTER_EVENT_THIS_AND_LATER,
    "a@03-02T19 a@03-09T19 a@03-17T08 a@03-24T08+1" },
  { "later: a changed time goes to the later series",
    { PLAIN, MOVED_ONE },
    "2026-03-09T19:00:00",
    "2026-03-09T19:00:00",
    "title=x",
    MUSTER_EVENT_THIS_AND_LATER,
    "a@03-02T19 x@03-10T08+1 x@03-16T19" },
  { "later: a changed time before stays",
    { PLAIN, MOVED_ONE },
    "2026-03-09T19:00:00",
    "2026-03-16T19:00:00",
    "title=x",
    MUSTER_EVENT_THIS_AND_LATER,
    "a@03-02T19 b@03-10T08+1 x@03-16T19" },
  { "later: from the first is all",
    { PLAIN },
    "",
    "2026-03-02T19:00:00",
    "title=x",
    MUSTER_EVENT_THIS_AND_LATER,
    "x@03-02T19 x@03-09T19 x@03-16T19" },
  { "later: dates more and less are shared out",
    { "a|UTC|2026-03-02T19:00:00|2026-03-02T20:00:00|RRULE:FREQ=WEEKLY;UNTIL=20260331T000000\n"
      "RDATE:20260304T190000,20260325T190000\nEXDATE:20260309T190000,20260330T190000" },
    "",
    "2026-03-16T19:00:00",
    "title=x",
    MUSTER_EVENT_THIS_AND_LATER,
    "a@03-02T19 a@03-04T19 x@03-16T19 x@03-23T19 x@03-25T19" },
  { "later: from a date beside the rule, which keeps its weekday",
    { "a|UTC|2026-03-02T19:00:00|2026-03-02T20:00:00|RRULE:FREQ=WEEKLY;COUNT=3\n"
      "RDATE:20260311T190000" },
    "",
    "2026-03-11T19:00:00",
    "title=x",
    MUSTER_EVENT_THIS_AND_LATER,
    "a@03-02T19 a@03-09T19 x@03-11T19 x@03-16T19" },
  { "later: two rules go on as they were",
    { "a|UTC|2026-03-02T19:00:00|2026-03-02T20:00:00|RRULE:FREQ=WEEKLY;COUNT=3\n"
      "RRULE:FREQ=MONTHLY;COUNT=3" },
    "",
    "2026-03-09T19:00:00",
    "title=x",
    MUSTER_EVENT_THIS_AND_LATER,
    "a@03-02T19 x@03-09T19 x@03-16T19 x@04-02T19 x@05-02T19" },
  { "later: taken out",
    { MONDAYS },
    "2026-03-02T19:00:00 2026-03-16T19:00:00",
    "2026-03-16T19:00:00",
    "delete",
    MUSTER_EVENT_THIS_AND_LATER,
    "a@03-02T19+1 a@03-09T19" },
  { "days: one moved",
    { "a|day|2026-03-02T00:00:00|2026-03-03T00:00:00|RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3" },
    "2026-03-09T00:00:00",
    "2026-03-09T00:00:00",
    "start=2026-03-10T00:00:00",
    MUSTER_EVENT_THIS_AND_LATER,
    "a@03-02T00 a@03-10T00+1 a@03-17T00" },
  { "not at that time",
    { MONDAYS },
    "",
    "2026-03-10T19:00:00",
    "title=x",
    MUSTER_EVENT_THIS,
    "!does not happen at that time" },
  { "ends before it begins",
    { ONCE },
    "",
    "2026-03-02T19:00:00",
    "end=2026-03-02T18:59:59",
    MUSTER_EVENT_ALL,
    "!ends before it begins" },
  { "unknown zone",
    { ONCE },
    "",
    "2026-03-02T19:00:00",
    "zone=Mars/Olympus",
    MUSTER_EVENT_ALL,
    "!no time zone" },
  { "a rule that never comes true",
    { ONCE },
    "",
    "2026-03-02T19:00:00",
    "rule=RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    MUSTER_EVENT_ALL,
    "!never comes true" },
  { "before 1970",
    { ONCE },
    "",
    "2026-03-02T19:00:00",
    "start=1969-12-31T23:59:59",
    MUSTER_EVENT_ALL,
    "!1970 to 9999" },
  { "after 9999",
    { ONCE },
    "",
    "2026-03-02T19:00:00",
    "end=+10000-01-01",
    MUSTER_EVENT_ALL,
    "!1970 to 9999" },
};

static void
add_people (CalendarFixture *self, MusterChange *change, const char *times)
{
  g_auto (GStrv) split = g_strsplit (times, " ", -1);

  for (char **time = split; *time != NULL && **time != '\0'; time++)
    {
      MusterSignUp sign_up = { .event = self->event,
                               .original_at = calendar_fixture_parse_time (*time),
                               .person = (char *) "Cy" };
      MusterAttendance attendance = { .event = self->event,
                                      .original_at = calendar_fixture_parse_time (*time),
                                      .person = (char *) "Cy",
                                      .state = MUSTER_ATTENDANCE_PRESENT };

      g_assert_true (muster_sign_up_table_set (change, &sign_up, NULL));
      g_assert_true (muster_attendance_table_insert (change, &attendance, NULL));
    }
}

static void
set_text (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static void
fill_form (MusterEvent *event, const char *edit)
{
  g_auto (GStrv) split = g_strsplit (edit, " ", -1);

  for (char **pair = split; *pair != NULL; pair++)
    {
      const char *value = strchr (*pair, '=') + 1;
      gint64 length = event->end_at - event->start_at;

      if (g_str_has_prefix (*pair, "title="))
        set_text (&event->title, value);
      else if (g_str_has_prefix (*pair, "zone="))
        set_text (&event->zone, value);
      else if (g_str_has_prefix (*pair, "rule="))
        set_text (&event->recurrence, *value != '\0' ? value : NULL);
      else if (g_str_has_prefix (*pair, "end="))
        event->end_at = calendar_fixture_parse_time (value);
      else
        {
          event->start_at = calendar_fixture_parse_time (value);
          event->all_day = event->all_day || g_str_has_prefix (*pair, "day=");
          event->end_at = event->start_at + (g_str_has_prefix (*pair, "day=") ? 86400 : length);
        }
    }
}

static gboolean
run (CalendarFixture *self, MusterChange *change, guint i, GError **error)
{
  gint64 at = calendar_fixture_parse_time (rows[i].at);
  g_autoptr (MusterEvent) event = NULL;

  if (g_str_equal (rows[i].edit, "delete"))
    return muster_event_edit_delete (change, &self->event, at, rows[i].scope, error);

  event = muster_event_edit_load (muster_change_get_database (change), &self->event, at, error);
  if (event == NULL)
    return FALSE;
  fill_form (event, rows[i].edit);
  return muster_event_edit_save (change, &self->event, at, event, rows[i].scope, error);
}

static char *
dup_found (CalendarFixture *self)
{
  MusterDatabase *db = calendar_fixture_get_database (self);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GPtrArray) found =
      muster_occurrence_list (db, NULL, calendar_fixture_parse_time ("2026-01-01T00:00:00"),
                              calendar_fixture_parse_time ("2027-01-01T00:00:00"), zone, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const MusterOccurrence *occurrence = found->pdata[i];
      g_autofree char *time = muster_time_dup_text (occurrence->start);
      g_autoptr (GPtrArray) answers =
          muster_sign_up_table_list (db, &occurrence->series, occurrence->original_at, NULL);
      g_autoptr (GPtrArray) came =
          muster_attendance_table_list (db, &occurrence->series, occurrence->original_at, NULL);

      time[strlen ("2026-03-02T19")] = '\0';
      g_string_append_printf (text, "%s%s@%s", i > 0 ? " " : "", occurrence->event->title,
                              time + strlen ("2026-"));
      g_assert_cmpuint (answers->len, ==, came->len);
      if (answers->len > 0)
        g_string_append_printf (text, "+%u", answers->len);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
count_words (const char *text, const char *part)
{
  g_auto (GStrv) split = g_strsplit (text, part, -1);

  return g_strv_length (split) - 1;
}

static void
check_row (guint i)
{
  CalendarFixture *self = calendar_fixture_new ();
  MusterChange *change = calendar_fixture_begin (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean done;

  for (guint j = 0; j < G_N_ELEMENTS (rows[i].events) && rows[i].events[j] != NULL; j++)
    calendar_fixture_add_event (self, change, rows[i].events[j]);
  add_people (self, change, rows[i].answered);
  calendar_fixture_commit (change);

  change = calendar_fixture_begin (self);
  done = run (self, change, i, &error);
  if (*rows[i].expected == '!')
    {
      g_assert_false (done);
      g_assert_nonnull (strstr (error->message, rows[i].expected + 1));
      muster_change_cancel (change);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_true (done);
      g_assert_true (muster_change_commit (change, NULL));
    }
  g_assert_finalize_object (change);

  text = dup_found (self);
  if (*rows[i].expected != '!')
    g_assert_cmpstr (text, ==, rows[i].expected);
  else
    g_assert_cmpuint (count_words (text, "@"), >, 0);
  calendar_fixture_free (self);
}

static void
test_edits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].label);
      check_row (i);
    }
}

/* Dragging moves the deadline along, and tells the calendars of others that there is something new.
 */
static void
test_move (void)
{
  CalendarFixture *self = calendar_fixture_new ();
  MusterChange *change = calendar_fixture_begin (self);
  g_autoptr (MusterEvent) event = NULL;

  calendar_fixture_add_event (self, change, ONCE);
  event = muster_event_table_load (muster_change_get_database (change), &self->event, NULL);
  event->sign_up_until = calendar_fixture_parse_time ("2026-03-01T12:00:00");
  g_assert_true (muster_event_table_update (change, event, NULL));
  g_assert_true (muster_event_edit_move (
      change, &self->event, event->start_at, calendar_fixture_parse_time ("2026-03-04T19:00:00"),
      calendar_fixture_parse_time ("2026-03-04T21:00:00"), MUSTER_EVENT_ALL, NULL));
  g_clear_pointer (&event, muster_event_free);
  event = muster_event_table_load (muster_change_get_database (change), &self->event, NULL);
  g_assert_cmpint (event->sign_up_until, ==, calendar_fixture_parse_time ("2026-03-03T12:00:00"));
  g_assert_cmpint (event->end_at, ==, calendar_fixture_parse_time ("2026-03-04T21:00:00"));
  g_assert_cmpint (event->sequence, ==, 1);
  calendar_fixture_cancel (change);
  calendar_fixture_free (self);
}

/* A page that shows a time which was moved finds out where it went. */
static void
test_find_near (void)
{
  CalendarFixture *self = calendar_fixture_new ();
  MusterChange *change = calendar_fixture_begin (self);
  MusterDatabase *db = muster_change_get_database (change);
  MusterId none = { { 1 } };
  gint64 found = 0;

  calendar_fixture_add_event (self, change, MONDAYS);
  g_assert_true (muster_event_edit_find_near (
      db, &self->event, calendar_fixture_parse_time ("2026-03-10T19:00:00"), &found));
  g_assert_cmpint (found, ==, calendar_fixture_parse_time ("2026-03-09T19:00:00"));
  g_assert_true (muster_event_edit_find_near (
      db, &self->event, calendar_fixture_parse_time ("2026-03-15T19:00:00"), &found));
  g_assert_cmpint (found, ==, calendar_fixture_parse_time ("2026-03-16T19:00:00"));
  g_assert_false (muster_event_edit_find_near (
      db, &self->event, calendar_fixture_parse_time ("2030-03-15T19:00:00"), &found));
  g_assert_false (muster_event_edit_find_near (db, &none, found, &found));
  calendar_fixture_cancel (change);
  calendar_fixture_free (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-edit/edits", test_edits);
  g_test_add_func ("/event-edit/move", test_move);
  g_test_add_func ("/event-edit/find-near", test_find_near);
  return g_test_run ();
}
