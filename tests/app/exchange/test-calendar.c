/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "muster-calendar-reader.h"
#include "muster-calendar-writer.h"
#include "muster-day.h"

#define EVENT(lines)                                                                               \
  "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\n" lines "END:VEVENT\r\nEND:VCALENDAR\r\n"
#define BERLIN                                                                                     \
  "BEGIN:VTIMEZONE\r\nTZID:Home\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\n"                  \
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"          \
  "END:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\n"                                  \
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"           \
  "END:DAYLIGHT\r\nEND:VTIMEZONE\r\n"

/* An event is TITLE START/END ZONE, then what else there is; warnings are counted. */
static const struct
{
  const char *label, *text, *expected;
  guint n_warnings;
} rows[] = {
  { "in UTC", EVENT ("SUMMARY:a\r\nDTSTART:20260302T190000Z\r\nDTEND:20260302T200000Z\r\n"),
    "a 2026-03-02T19:00:00/2026-03-02T20:00:00 UTC;", 0 },
  { "with a zone, and a duration",
    EVENT ("SUMMARY:a\r\nDTSTART;TZID=Europe/Berlin:20260302T190000\r\nDURATION:PT90M\r\n"),
    "a 2026-03-02T19:00:00/2026-03-02T20:30:00 Europe/Berlin;", 0 },
  { "floating, without an end", EVENT ("SUMMARY:a\r\nDTSTART:20260302T190000\r\n"),
    "a 2026-03-02T19:00:00/2026-03-02T19:00:00 -;", 0 },
  { "a day", EVENT ("SUMMARY:a\r\nDTSTART;VALUE=DATE:20260302\r\n"),
    "a 2026-03-02T00:00:00/2026-03-03T00:00:00 day;", 0 },
  { "three days",
    EVENT ("SUMMARY:a\r\nDTSTART;VALUE=DATE:20260302\r\nDTEND;VALUE=DATE:20260305\r\n"),
    "a 2026-03-02T00:00:00/2026-03-05T00:00:00 day;", 0 },
  { "the end in another zone",
    EVENT ("SUMMARY:a\r\nDTSTART;TZID=Europe/Berlin:20260302T190000\r\nDTEND:20260302T190000Z\r\n"),
    "a 2026-03-02T19:00:00/2026-03-02T20:00:00 Europe/Berlin;", 0 },
  { "names in any case, quoted parameters, folded lines",
    "begin:vcalendar\nBegin:vEvent\nuid:u\nsummary;LANGUAGE=\"zh\":年会\n  "
    "大家\ndtstart;tzid=\"Asia/Shanghai\":2026\n"
    " 0302T190000\nend:vevent\nend:vcalendar\n",
    "年会 大家 2026-03-02T19:00:00/2026-03-02T19:00:00 Asia/Shanghai;", 0 },
  { "without a calendar around it",
    "BEGIN:VEVENT\nSUMMARY:a\nDTSTART:20260302T190000Z\nEND:VEVENT\n",
    "a 2026-03-02T19:00:00/2026-03-02T19:00:00 UTC;", 0 },
  { "two calendars in a file",
    EVENT ("SUMMARY:a\r\nDTSTART:20260302T190000Z\r\n")
        EVENT ("SUMMARY:b\r\nDTSTART:20260303T190000Z\r\n"),
    "a 2026-03-02T19:00:00/2026-03-02T19:00:00 UTC;b 2026-03-03T19:00:00/2026-03-03T19:00:00 UTC;",
    0 },
  { "empty lines in the middle, lone carriage returns",
    "BEGIN:VEVENT\r\rSUMMARY:a\r\rDTSTART:20260302T190000Z\rEND:VEVENT\r",
    "a 2026-03-02T19:00:00/2026-03-02T19:00:00 UTC;", 0 },
  { "cut off", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\nDTSTART:20260302T190000Z\n",
    "a 2026-03-02T19:00:00/2026-03-02T19:00:00 UTC;", 1 },
  { "the end of the first is missing",
    "BEGIN:VEVENT\nSUMMARY:a\nDTSTART:20260302T190000Z\nBEGIN:VEVENT\nSUMMARY:b\n"
    "DTSTART:20260303T190000Z\nEND:VEVENT\n",
    "a 2026-03-02T19:00:00/2026-03-02T19:00:00 UTC;b 2026-03-03T19:00:00/2026-03-03T19:00:00 UTC;",
    1 },
  { "without a start", EVENT ("SUMMARY:a\r\n"), "", 1 },
  { "ends before it begins",
    EVENT ("SUMMARY:a\r\nDTSTART:20260302T190000Z\r\nDTEND:20260301T190000Z\r\n"),
    "a 2026-03-02T19:00:00/2026-03-02T19:00:00 UTC;", 1 },
  { "Mozilla's zone",
    EVENT ("SUMMARY:a\r\nDTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20260302T190000\r\n"),
    "a 2026-03-02T19:00:00/2026-03-02T19:00:00 Europe/Berlin;", 0 },
  { "Windows' zone", EVENT ("SUMMARY:a\r\nDTSTART;TZID=China Standard Time:20260302T190000\r\n"),
    "a 2026-03-02T19:00:00/2026-03-02T19:00:00 Asia/Shanghai;", 0 },
  { "a zone by its rules, defined behind its use",
    EVENT ("SUMMARY:a\r\nDTSTART;TZID=Home:20260302T190000\r\n") BERLIN,
    "a 2026-03-02T19:00:00/2026-03-02T19:00:00 Europe/Berlin;", 1 },
  { "a zone that nobody knows", EVENT ("SUMMARY:a\r\nDTSTART;TZID=Nowhere:20260302T190000\r\n"),
    "a 2026-03-02T19:00:00/2026-03-02T19:00:00 -;", 1 },
  { "repeating, without some days, in several ways of saying it",
    EVENT (
        "SUMMARY:a\r\nDTSTART;TZID=Asia/Shanghai:20260302T190000\r\nRRULE:FREQ=WEEKLY\r\n"
        "EXDATE;TZID=Asia/Shanghai:20260309T190000,20260316T190000\r\nEXDATE:20260323T110000Z\r\n"
        "EXDATE:20260330T190000\r\n"),
    "a 2026-03-02T19:00:00/2026-03-02T19:00:00 Asia/Shanghai RRULE:FREQ=WEEKLY "
    "EXDATE:20260309T190000 EXDATE:20260316T190000 EXDATE:20260323T190000 EXDATE:20260330T190000;",
    0 },
  { "more days, as periods and as dates",
    EVENT ("SUMMARY:a\r\nDTSTART:20260302T190000Z\r\nRDATE;VALUE=PERIOD:20260303T190000Z/PT1H\r\n"
           "RDATE:20260304T190000Z\r\n"),
    "a 2026-03-02T19:00:00/2026-03-02T19:00:00 UTC RDATE:20260303T190000 RDATE:20260304T190000;",
    0 },
  { "a rule that is none: the event stays",
    EVENT ("SUMMARY:a\r\nDTSTART:20260302T190000Z\r\nRRULE:FREQ=FORTNIGHTLY\r\n"),
    "a 2026-03-02T19:00:00/2026-03-02T19:00:00 UTC;", 1 },
  { "one changed time of a series",
    EVENT ("SUMMARY:a\r\nDTSTART:20260310T190000Z\r\nRECURRENCE-ID:20260309T190000Z\r\n"),
    "a 2026-03-10T19:00:00/2026-03-10T19:00:00 UTC changed=2026-03-09T19:00:00;", 0 },
  { "and all later ones",
    EVENT ("SUMMARY:a\r\nDTSTART:20260310T190000Z\r\n"
           "RECURRENCE-ID;RANGE=THISANDFUTURE:20260309T190000Z\r\n"),
    "a 2026-03-10T19:00:00/2026-03-10T19:00:00 UTC changed=2026-03-09T19:00:00+;", 0 },
  { "alarms",
    EVENT ("SUMMARY:a\r\nDTSTART:20260310T190000Z\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n"
           "TRIGGER:-PT15M\r\nEND:VALARM\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P1D\r\n"
           "END:VALARM\r\n"),
    "a 2026-03-10T19:00:00/2026-03-10T19:00:00 UTC alarms=15,1440;", 0 },
  { "before 1970", EVENT ("SUMMARY:a\r\nDTSTART:19690310T190000Z\r\n"),
    "a 1969-03-10T19:00:00/1969-03-10T19:00:00 UTC;", 0 },
  { "the last day", EVENT ("SUMMARY:a\r\nDTSTART:99991231T100000Z\r\n"),
    "a 9999-12-31T10:00:00/9999-12-31T10:00:00 UTC;", 0 },
  { "a leap day far away", EVENT ("SUMMARY:a\r\nDTSTART;VALUE=DATE:88000229\r\n"),
    "a 8800-02-29T00:00:00/8800-03-01T00:00:00 day;", 0 },
  { "no such day", EVENT ("SUMMARY:a\r\nDTSTART:20260230T190000Z\r\n"), "", 1 },
  { "no such day, far away", EVENT ("SUMMARY:a\r\nDTSTART:90010229T190000Z\r\n"), "", 1 },
  { "no calendar at all", "hello", "", 0 },
};

static void
append_entry (GString *text, const MusterCalendarEntry *entry)
{
  g_autofree char *start = muster_time_dup_text (entry->start);
  g_autofree char *end = muster_time_dup_text (entry->end);
  g_autofree char *rules = g_strdup (entry->recurrence != NULL ? entry->recurrence : "");
  g_autofree char *alarms = g_strdup (entry->alarms != NULL ? entry->alarms : "");

  g_string_append_printf (text, "%s %s/%s %s", entry->title, start, end,
                          entry->all_day        ? "day"
                          : entry->zone != NULL ? entry->zone
                                                : "-");
  if (*rules != '\0')
    g_string_append_printf (text, " %s", g_strdelimit (rules, "\n", ' '));
  if (*alarms != '\0')
    g_string_append_printf (text, " alarms=%s", g_strdelimit (alarms, "\n", ','));
  if (entry->is_changed)
    {
      g_autofree char *original = muster_time_dup_text (entry->original);

      g_string_append_printf (text, " changed=%s%s", original, entry->and_later ? "+" : "");
    }
  g_string_append_c (text, ';');
}

static char *
dup_read (const char *text, guint *out_n_warnings, MusterCalendarWriter *writer)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  MusterTextSource *source = muster_text_source_new_for_bytes (bytes, "x.ics", "UTF-8", NULL);
  MusterCalendarReader *reader = muster_calendar_reader_new (source);
  GString *found = g_string_new (NULL);
  MusterCalendarEntry *entry;

  while ((entry = muster_calendar_reader_next (reader)) != NULL)
    {
      append_entry (found, entry);
      if (writer != NULL)
        muster_calendar_writer_add (writer, entry);
      muster_calendar_entry_free (entry);
    }
  *out_n_warnings = muster_warnings_get_n_kept (muster_calendar_reader_get_warnings (reader));
  g_assert_finalize_object (reader);
  g_assert_finalize_object (source);
  return g_string_free (found, FALSE);
}

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n_warnings;
      g_autofree char *found = NULL;

      g_test_message ("%s", rows[i].label);
      found = dup_read (rows[i].text, &n_warnings, NULL);
      g_assert_cmpstr (found, ==, rows[i].expected);
      g_assert_cmpuint (n_warnings, ==, rows[i].n_warnings);
    }
}

/* What was read and is written reads the same again, without a warning but of UTC's end. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MusterCalendarWriter) writer = muster_calendar_writer_new ("群 日历", 0);
      guint n_warnings;
      g_autofree char *first = dup_read (rows[i].text, &n_warnings, writer);
      g_autofree char *text = muster_calendar_writer_finish (writer);
      g_autofree char *second = dup_read (text, &n_warnings, NULL);
      g_autofree char *expected = g_strdup (first);
      char *plus = strstr (expected, "+;"); /* ranges are split when they are taken in */

      if (plus != NULL)
        memmove (plus, plus + 1, strlen (plus));
      g_test_message ("%s", rows[i].label);
      g_assert_cmpstr (second, ==, expected);
      g_assert_cmpuint (n_warnings, ==, 0);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/read", test_read);
  g_test_add_func ("/calendar/round-trip", test_round_trip);
  return g_test_run ();
}
