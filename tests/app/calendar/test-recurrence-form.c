/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-recurrence-form.h"
#include "muster-zone-list.h"

#define START (G_GINT64_CONSTANT (20514) * 86400 + 19 * 3600) /* Monday 2026-03-02, 19:00 */

static const struct
{
  const char *label, *lines;
  MusterRepeat repeat;
  const char *made; /* NULL: as it was */
  const char *words;
} rows[] = {
  { "once", NULL, MUSTER_REPEAT_NEVER, NULL, "Once" },
  { "daily", "RRULE:FREQ=DAILY", MUSTER_REPEAT_DAILY, NULL, "Every day" },
  { "every third day, often", "RRULE:FREQ=DAILY;INTERVAL=3;COUNT=5", MUSTER_REPEAT_DAILY, NULL,
    "Every 3 days, 5 times" },
  { "weekly, weekday left to the start", "RRULE:FREQ=WEEKLY", MUSTER_REPEAT_WEEKLY,
    "RRULE:FREQ=WEEKLY;BYDAY=MO", "Every week on Monday" },
  { "two weekdays", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", MUSTER_REPEAT_WEEKLY, NULL,
    "Every 2 weeks on Monday, Thursday" },
  { "Sunday", "RRULE:FREQ=WEEKLY;BYDAY=SU", MUSTER_REPEAT_WEEKLY, NULL, "Every week on Sunday" },
  { "until a time of day later than the start's",
    "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20260330T200000", MUSTER_REPEAT_WEEKLY,
    "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20260330T235959", "Every week on Monday, until 2026-03-30" },
  { "until a time of day before the start's", "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20260330T000000",
    MUSTER_REPEAT_WEEKLY, "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20260329T235959",
    "Every week on Monday, until 2026-03-29" },
  { "until a day", "RRULE:FREQ=DAILY;UNTIL=20260330", MUSTER_REPEAT_DAILY,
    "RRULE:FREQ=DAILY;UNTIL=20260330T235959", "Every day, until 2026-03-30" },
  { "monthly", "RRULE:FREQ=MONTHLY", MUSTER_REPEAT_MONTHLY, "RRULE:FREQ=MONTHLY;BYMONTHDAY=2",
    "Every month on day 2" },
  { "the first Monday", "RRULE:FREQ=MONTHLY;BYDAY=1MO", MUSTER_REPEAT_MONTHLY_WEEKDAY, NULL,
    "Every month on the first Monday" },
  { "the second Tuesday is not the start's", "RRULE:FREQ=MONTHLY;BYDAY=2TU", MUSTER_REPEAT_OWN,
    NULL, "By a rule of its own" },
  { "yearly", "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=2", MUSTER_REPEAT_YEARLY, "RRULE:FREQ=YEARLY",
    "Every year on 2 March" },
  { "work days of a month", "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", MUSTER_REPEAT_OWN,
    NULL, "By a rule of its own" },
  { "two rules", "RRULE:FREQ=WEEKLY\nRRULE:FREQ=MONTHLY", MUSTER_REPEAT_OWN, NULL,
    "By a rule of its own" },
  { "weeks that begin on Sunday", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SU",
    MUSTER_REPEAT_OWN, NULL, "By a rule of its own" },
  { "dates beside the rule stay", "RRULE:FREQ=DAILY\nEXDATE:20260303T190000", MUSTER_REPEAT_DAILY,
    NULL, "Every day" },
  { "dates alone stay", "RDATE:20260303T190000", MUSTER_REPEAT_NEVER, NULL, "Once" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (MusterRecurrenceForm) form;
      g_autofree char *lines = NULL;
      g_autofree char *words = NULL;

      g_test_message ("%s", rows[i].label);
      muster_recurrence_form_init (&form, rows[i].lines, START, FALSE);
      g_assert_cmpint (form.repeat, ==, rows[i].repeat);
      lines = muster_recurrence_form_dup_lines (&form, START, FALSE);
      g_assert_cmpstr (lines, ==, rows[i].made != NULL ? rows[i].made : rows[i].lines);
      words = muster_recurrence_form_dup_words (&form, START);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_last_weekday (void)
{
  gint64 fifth = START + 28 * 86400; /* the fifth Monday of March */
  g_auto (MusterRecurrenceForm) form;
  g_autofree char *lines = NULL;
  g_autofree char *words = NULL;

  muster_recurrence_form_init (&form, NULL, fifth, FALSE);
  form.repeat = MUSTER_REPEAT_MONTHLY_WEEKDAY;
  lines = muster_recurrence_form_dup_lines (&form, fifth, FALSE);
  g_assert_cmpstr (lines, ==, "RRULE:FREQ=MONTHLY;BYDAY=-1MO");
  words = muster_recurrence_form_dup_words (&form, fifth);
  g_assert_cmpstr (words, ==, "Every month on the last Monday");
}

static void
test_zones (void)
{
  g_auto (GStrv) names = muster_zone_list_dup_names ();

  g_assert_cmpstr (names[0], ==, "UTC");
  g_assert_true (g_strv_contains ((const char *const *) names, "Asia/Shanghai"));
  g_assert_true (g_strv_contains ((const char *const *) names, "Europe/Berlin"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recurrence-form/rows", test_rows);
  g_test_add_func ("/recurrence-form/last-weekday", test_last_weekday);
  g_test_add_func ("/recurrence-form/zones", test_zones);
  return g_test_run ();
}
