/* The steps of DESIGN.md, "The silence rule".  The dates here were worked out by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "muster-silence.h"

#define NO_RECORDS MUSTER_SILENCE_NO_RECORDS
#define EXEMPT MUSTER_SILENCE_EXEMPT
#define NEWCOMER MUSTER_SILENCE_NEWCOMER
#define ACTIVE MUSTER_SILENCE_ACTIVE
#define UNSURE MUSTER_SILENCE_UNSURE
#define REMIND MUSTER_SILENCE_REMIND
#define SILENT MUSTER_SILENCE_SILENT
#define NOT_COVERED MUSTER_SILENCE_NOT_COVERED

typedef struct
{
  const char *label;
  const char *day;      /* NULL: 2026-11-20 */
  const char *coverage; /* NULL: 2025-01-01/2026-11-20 */
  const char *joined, *seen, *signs, *leave;
  gboolean exempt, resembles;
  MusterSilenceState state;
  const char *last, *window, *gap, *as_of; /* NULL: not looked at; of a gap: there is none */
} Row;

static MusterDay
read_day (const char *text)
{
  MusterDay day = MUSTER_DAY_NONE;

  if (text != NULL)
    g_assert_true (muster_day_parse (text, &day));
  return day;
}

static MusterDayRanges *
read_ranges (const char *text)
{
  MusterDayRanges *ranges = muster_day_ranges_new ();
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) ends = g_strsplit (parts[i], "/", 2);

      muster_day_ranges_add (ranges, read_day (ends[0]),
                             *ends[1] != '\0' ? read_day (ends[1]) : MUSTER_DAY_RANGES_NO_END);
    }

  return ranges;
}

static GArray *
read_signs (const char *text)
{
  GArray *signs = g_array_new (FALSE, FALSE, sizeof (MusterDay));
  g_auto (GStrv) days = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; days[i] != NULL; i++)
    {
      MusterDay day = read_day (days[i]);

      g_array_append_val (signs, day);
    }

  return signs;
}

static void
assert_day (MusterDay day, const char *expected)
{
  g_autofree char *text = muster_day_dup_text (day);

  if (expected != NULL)
    g_assert_cmpstr (text, ==, expected);
}

static void
assert_gap (const MusterSilenceVerdict *verdict, const char *expected)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (verdict->has_gap, ==, expected != NULL);
  if (expected == NULL)
    return;

  from = muster_day_dup_text (verdict->gap.from);
  to = muster_day_dup_text (verdict->gap.to);
  text = g_strdup_printf ("%s/%s", from, to);
  g_assert_cmpstr (text, ==, expected);
}

static void
check_row (const Row *row, const MusterSilencePolicy *policy)
{
  const char *covered = row->coverage != NULL ? row->coverage : "2025-01-01/2026-11-20";
  g_autoptr (MusterDayRanges) coverage = read_ranges (covered);
  g_autoptr (MusterDayRanges) leave = row->leave != NULL ? read_ranges (row->leave) : NULL;
  g_autoptr (GArray) signs = read_signs (row->signs);
  MusterSilenceGroup group = { *policy, coverage,
                               read_day (row->day != NULL ? row->day : "2026-11-20") };
  MusterSilenceMember member = { .joined = read_day (row->joined),
                                 .first_seen = read_day (row->seen),
                                 .signs = (const MusterDay *) signs->data,
                                 .n_signs = signs->len,
                                 .leave = leave,
                                 .exempt = row->exempt,
                                 .resembles_unmatched = row->resembles };
  MusterSilenceVerdict verdict = muster_silence_judge (&group, &member);

  g_test_message ("%s: %s", row->label, muster_silence_state_get_id (verdict.state));
  g_assert_cmpstr (muster_silence_state_get_id (verdict.state), ==,
                   muster_silence_state_get_id (row->state));
  assert_day (verdict.last, row->last);
  assert_day (verdict.window_from, row->window);
  assert_day (verdict.as_of, row->as_of);
  assert_gap (&verdict, row->gap);
}

static void
test_rule (void)
{
  static const Row rows[] = {
    /* how long */
    { .label = "spoke today", .signs = "2026-11-20", .state = ACTIVE, .last = "2026-11-20" },
    { .label = "a day short of a month", .signs = "2026-10-21", .state = ACTIVE },
    { .label = "a month to the day",
      .signs = "2026-10-20",
      .state = REMIND,
      .last = "2026-10-20",
      .window = "2026-10-20" },
    { .label = "two months", .signs = "2026-09-20", .state = REMIND },
    { .label = "a day short of three months", .signs = "2026-08-21", .state = REMIND },
    { .label = "three months to the day",
      .signs = "2026-08-20",
      .state = SILENT,
      .last = "2026-08-20",
      .window = "2026-08-21" },
    { .label = "four months", .signs = "2026-07-20", .state = SILENT, .window = "2026-08-21" },
    { .label = "before the records begin",
      .signs = "2024-06-01",
      .state = SILENT,
      .last = "2024-06-01" },
    { .label = "the latest of several",
      .signs = "2026-03-01,2026-10-30,2026-05-01",
      .state = ACTIVE,
      .last = "2026-10-30" },
    /* counted from what */
    { .label = "never spoke",
      .joined = "2025-03-01",
      .state = SILENT,
      .last = "2025-03-01",
      .window = "2026-08-21" },
    { .label = "joined three months ago to the day",
      .joined = "2026-08-20",
      .state = SILENT,
      .window = "2026-08-21" },
    { .label = "joined a day later",
      .joined = "2026-08-21",
      .state = REMIND,
      .last = "2026-08-21" },
    { .label = "a sign goes before the joining",
      .joined = "2025-03-01",
      .signs = "2026-11-01",
      .state = ACTIVE,
      .last = "2026-11-01" },
    { .label = "the joining before the first list",
      .joined = "2026-07-01",
      .seen = "2026-01-01",
      .state = SILENT,
      .last = "2026-07-01" },
    { .label = "first seen three months ago",
      .seen = "2026-08-20",
      .state = SILENT,
      .last = "2026-08-20" },
    { .label = "first seen a day later",
      .seen = "2026-08-21",
      .state = REMIND,
      .last = "2026-08-21" },
    { .label = "first seen yesterday", .seen = "2026-11-19", .state = ACTIVE },
    { .label = "first seen a month ago, no grace", .seen = "2026-10-20", .state = REMIND },
    { .label = "nothing is known", .state = NOT_COVERED },
    { .label = "rejoined, spoke only before",
      .joined = "2026-10-01",
      .signs = "2026-01-05",
      .state = SILENT,
      .last = "2026-01-05",
      .window = "2026-10-01" },
    { .label = "rejoined before the window",
      .joined = "2026-08-01",
      .signs = "2026-01-05",
      .state = SILENT,
      .window = "2026-08-21" },
    /* grace and exemption */
    { .label = "joined a month ago to the day",
      .joined = "2026-10-20",
      .state = REMIND,
      .last = "2026-10-20" },
    { .label = "joined a day later, in grace", .joined = "2026-10-21", .state = NEWCOMER },
    { .label = "joined today", .joined = "2026-11-20", .state = NEWCOMER },
    { .label = "joins tomorrow", .joined = "2026-11-21", .state = NEWCOMER },
    { .label = "in grace, spoke in an earlier time",
      .joined = "2026-11-01",
      .signs = "2026-01-05",
      .state = NEWCOMER },
    { .label = "in grace, spoke",
      .joined = "2026-11-01",
      .signs = "2026-11-02",
      .state = NEWCOMER },
    { .label = "exempt", .signs = "2025-02-01", .exempt = TRUE, .state = EXEMPT },
    { .label = "exempt, nothing is known", .exempt = TRUE, .state = EXEMPT },
    { .label = "exempt newcomer", .joined = "2026-11-10", .exempt = TRUE, .state = EXEMPT },
    /* ends of months */
    { .label = "30 Nov to 28 Feb",
      .day = "2026-02-28",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2025-11-30",
      .state = SILENT,
      .window = "2025-12-01" },
    { .label = "29 Nov to 28 Feb",
      .day = "2026-02-28",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2025-11-29",
      .state = SILENT },
    { .label = "28 Nov to 28 Feb",
      .day = "2026-02-28",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2025-11-28",
      .state = SILENT },
    { .label = "1 Dec on 28 Feb",
      .day = "2026-02-28",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2025-12-01",
      .state = REMIND },
    { .label = "27 Nov to 27 Feb",
      .day = "2026-02-27",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2025-11-27",
      .state = SILENT,
      .window = "2025-11-28" },
    { .label = "28 Nov on 27 Feb",
      .day = "2026-02-27",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2025-11-28",
      .state = REMIND },
    { .label = "30 Nov on 27 Feb",
      .day = "2026-02-27",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2025-11-30",
      .state = REMIND },
    { .label = "30 Nov to 29 Feb",
      .day = "2024-02-29",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2023-11-30",
      .state = SILENT,
      .window = "2023-12-01" },
    { .label = "29 Nov to 29 Feb",
      .day = "2024-02-29",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2023-11-29",
      .state = SILENT },
    { .label = "29 Nov on 28 Feb of a leap year",
      .day = "2024-02-28",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2023-11-29",
      .state = REMIND },
    { .label = "28 Nov to 28 Feb of a leap year",
      .day = "2024-02-28",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2023-11-28",
      .state = SILENT,
      .window = "2023-11-29" },
    { .label = "31 Jan to 28 Feb",
      .day = "2026-02-28",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2026-01-31",
      .state = REMIND },
    { .label = "31 Jan on 27 Feb",
      .day = "2026-02-27",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2026-01-31",
      .state = ACTIVE },
    { .label = "31 Jan on 28 Feb of a leap year",
      .day = "2024-02-28",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2024-01-31",
      .state = ACTIVE },
    { .label = "31 Jan to 29 Feb",
      .day = "2024-02-29",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2024-01-31",
      .state = REMIND },
    { .label = "28 Jan to 28 Feb",
      .day = "2026-02-28",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2026-01-28",
      .state = REMIND },
    { .label = "28 Feb to 28 Mar",
      .day = "2026-03-28",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2026-02-28",
      .state = REMIND },
    { .label = "28 Feb on 27 Mar",
      .day = "2026-03-27",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2026-02-28",
      .state = ACTIVE },
    { .label = "31 Mar to 30 Apr",
      .day = "2026-04-30",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2026-03-31",
      .state = REMIND },
    { .label = "28 Feb on 31 May",
      .day = "2026-05-31",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2026-02-28",
      .state = SILENT,
      .window = "2026-03-01" },
    { .label = "28 Feb to 28 May",
      .day = "2026-05-28",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2026-02-28",
      .state = SILENT,
      .window = "2026-03-01" },
    { .label = "28 Feb on 27 May",
      .day = "2026-05-27",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2026-02-28",
      .state = REMIND },
    { .label = "over new year",
      .day = "2026-01-15",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2025-10-15",
      .state = SILENT,
      .window = "2025-10-16" },
    { .label = "over new year, a day short",
      .day = "2026-01-14",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2025-10-15",
      .state = REMIND },
    { .label = "30 Sep on 31 Dec",
      .day = "2026-12-31",
      .coverage = "2023-01-01/2026-12-31",
      .signs = "2026-09-30",
      .state = SILENT,
      .window = "2026-10-01" },
    { .label = "grace from 31 Jan on 27 Feb",
      .day = "2026-02-27",
      .coverage = "2023-01-01/2026-12-31",
      .joined = "2026-01-31",
      .state = NEWCOMER },
    { .label = "grace from 31 Jan to 28 Feb",
      .day = "2026-02-28",
      .coverage = "2023-01-01/2026-12-31",
      .joined = "2026-01-31",
      .state = REMIND },
    { .label = "grace from 31 Jan on 28 Feb of a leap year",
      .day = "2024-02-28",
      .coverage = "2023-01-01/2026-12-31",
      .joined = "2024-01-31",
      .state = NEWCOMER },
    { .label = "grace from 31 Jan to 29 Feb",
      .day = "2024-02-29",
      .coverage = "2023-01-01/2026-12-31",
      .joined = "2024-01-31",
      .state = REMIND },
    /* gaps in the records */
    { .label = "a day within the window",
      .coverage = "2025-01-01/2026-09-10,2026-09-12/2026-11-20",
      .signs = "2026-07-01",
      .state = NOT_COVERED,
      .gap = "2026-09-11/2026-09-11" },
    { .label = "before the window",
      .coverage = "2025-01-01/2026-07-31,2026-08-21/2026-11-20",
      .signs = "2026-07-01",
      .state = SILENT },
    { .label = "the first day of the window",
      .coverage = "2025-01-01/2026-08-20,2026-08-22/2026-11-20",
      .signs = "2026-07-01",
      .state = NOT_COVERED,
      .gap = "2026-08-21/2026-08-21" },
    { .label = "records begin with the window",
      .coverage = "2026-08-21/2026-11-20",
      .joined = "2025-01-01",
      .state = SILENT },
    { .label = "records begin a day later",
      .coverage = "2026-08-22/2026-11-20",
      .joined = "2025-01-01",
      .state = NOT_COVERED,
      .gap = "2026-08-21/2026-08-21" },
    { .label = "records begin late",
      .coverage = "2026-10-01/2026-11-20",
      .joined = "2025-01-01",
      .state = NOT_COVERED,
      .window = "2026-08-21",
      .gap = "2026-08-21/2026-09-30" },
    { .label = "rejoined when records begin",
      .coverage = "2026-10-01/2026-11-20",
      .joined = "2026-10-01",
      .signs = "2026-01-05",
      .state = SILENT,
      .window = "2026-10-01" },
    { .label = "rejoined a day before records begin",
      .coverage = "2026-10-02/2026-11-20",
      .joined = "2026-10-01",
      .signs = "2026-01-05",
      .state = NOT_COVERED,
      .gap = "2026-10-01/2026-10-01" },
    { .label = "first seen, records begin later",
      .coverage = "2026-08-22/2026-11-20",
      .seen = "2026-08-01",
      .state = NOT_COVERED,
      .gap = "2026-08-21/2026-08-21" },
    { .label = "since the last message",
      .coverage = "2025-01-01/2026-10-15,2026-10-17/2026-11-20",
      .signs = "2026-10-01",
      .state = UNSURE,
      .gap = "2026-10-16/2026-10-16" },
    { .label = "before the last message",
      .coverage = "2025-01-01/2026-08-01,2026-10-01/2026-11-20",
      .signs = "2026-10-01",
      .state = REMIND },
    { .label = "the very day of the last sign",
      .coverage = "2026-10-02/2026-11-20",
      .signs = "2026-10-01",
      .state = UNSURE,
      .gap = "2026-10-01/2026-10-01" },
    { .label = "since the joining",
      .coverage = "2026-10-01/2026-11-20",
      .joined = "2026-09-15",
      .state = UNSURE,
      .gap = "2026-09-15/2026-09-30" },
    { .label = "first seen, all covered since",
      .coverage = "2026-09-15/2026-11-20",
      .seen = "2026-09-15",
      .state = REMIND },
    { .label = "active in spite of one",
      .coverage = "2025-01-01/2026-11-05,2026-11-10/2026-11-20",
      .signs = "2026-11-01",
      .state = ACTIVE },
    { .label = "records that adjoin",
      .coverage = "2025-01-01/2026-09-10,2026-09-11/2026-11-20",
      .signs = "2026-07-01",
      .state = SILENT },
    { .label = "records that overlap, out of order",
      .coverage = "2026-09-01/2026-11-20,2025-01-01/2026-10-01",
      .signs = "2026-07-01",
      .state = SILENT },
    { .label = "records within records",
      .coverage = "2025-01-01/2026-11-20,2026-03-01/2026-03-05",
      .signs = "2026-07-01",
      .state = SILENT },
    { .label = "filled by a third",
      .coverage = "2025-01-01/2026-08-31,2026-10-01/2026-11-20,2026-09-01/2026-09-30",
      .signs = "2026-07-01",
      .state = SILENT },
    { .label = "the first of two is named",
      .coverage = "2025-01-01/2026-08-25,2026-08-28/2026-09-10,2026-09-15/2026-11-20",
      .signs = "2026-07-01",
      .state = NOT_COVERED,
      .gap = "2026-08-26/2026-08-27" },
    { .label = "a single day of records",
      .coverage = "2026-11-20/2026-11-20",
      .joined = "2025-01-01",
      .state = NOT_COVERED,
      .gap = "2026-08-21/2026-11-19" },
    /* leave */
    { .label = "ten days move the due date",
      .signs = "2026-08-15",
      .leave = "2026-09-01/2026-09-10",
      .state = REMIND },
    { .label = "not far enough",
      .signs = "2026-08-05",
      .leave = "2026-09-01/2026-09-10",
      .state = SILENT },
    { .label = "just not far enough",
      .signs = "2026-08-10",
      .leave = "2026-09-01/2026-09-10",
      .state = SILENT },
    { .label = "just far enough",
      .signs = "2026-08-10",
      .leave = "2026-09-01/2026-09-11",
      .state = REMIND },
    { .label = "before the last message",
      .signs = "2026-08-10",
      .leave = "2026-07-01/2026-07-31",
      .state = SILENT },
    { .label = "the day of the last message does not count",
      .signs = "2026-08-19",
      .leave = "2026-08-19/2026-08-20",
      .state = SILENT },
    { .label = "the day after it does",
      .signs = "2026-08-20",
      .leave = "2026-08-20/2026-08-21",
      .state = REMIND },
    { .label = "up to the day of the roll call",
      .signs = "2026-08-15",
      .leave = "2026-11-15/2026-11-20",
      .state = REMIND },
    { .label = "and beyond it",
      .signs = "2026-08-15",
      .leave = "2026-11-15/2026-12-31",
      .state = REMIND },
    { .label = "beyond it, not far enough",
      .signs = "2026-08-14",
      .leave = "2026-11-15/2026-12-31",
      .state = SILENT },
    { .label = "without end", .signs = "2026-05-20", .leave = "2026-06-01/", .state = ACTIVE },
    { .label = "after the roll call",
      .signs = "2026-08-15",
      .leave = "2026-11-25/2026-12-01",
      .state = SILENT },
    { .label = "two of ten days",
      .signs = "2026-08-05",
      .leave = "2026-09-01/2026-09-10,2026-10-01/2026-10-10",
      .state = REMIND },
    { .label = "two that overlap count once",
      .signs = "2026-08-05",
      .leave = "2026-09-01/2026-09-10,2026-09-05/2026-09-12",
      .state = SILENT },
    { .label = "makes the reminder not due",
      .signs = "2026-10-15",
      .leave = "2026-11-01/2026-11-10",
      .state = ACTIVE },
    { .label = "from the joining",
      .joined = "2026-08-15",
      .leave = "2026-09-01/2026-09-10",
      .state = REMIND },
    { .label = "does not lengthen the grace",
      .joined = "2026-10-15",
      .leave = "2026-10-20/2026-10-25",
      .state = ACTIVE },
    { .label = "needs no records",
      .coverage = "2025-01-01/2026-08-31,2026-09-11/2026-11-20",
      .signs = "2026-07-01",
      .leave = "2026-09-01/2026-09-10",
      .state = SILENT },
    { .label = "needs none, but its neighbours do",
      .coverage = "2025-01-01/2026-08-31,2026-09-11/2026-11-20",
      .signs = "2026-07-01",
      .leave = "2026-09-02/2026-09-10",
      .state = NOT_COVERED,
      .gap = "2026-09-01/2026-09-01" },
    { .label = "needs no records for a reminder",
      .coverage = "2025-01-01/2026-09-30,2026-10-11/2026-11-20",
      .signs = "2026-09-01",
      .leave = "2026-10-01/2026-10-10",
      .state = REMIND },
    { .label = "neighbours do for a reminder",
      .coverage = "2025-01-01/2026-09-30,2026-10-11/2026-11-20",
      .signs = "2026-09-01",
      .leave = "2026-10-01/2026-10-09",
      .state = UNSURE,
      .gap = "2026-10-10/2026-10-10" },
    { .label = "all the time since",
      .signs = "2026-01-01",
      .leave = "2026-02-01/2026-11-20",
      .state = ACTIVE },
    { .label = "back for a month",
      .signs = "2026-01-01",
      .leave = "2026-02-01/2026-10-20",
      .state = REMIND },
    { .label = "at the window's first day without records",
      .coverage = "2026-08-31/2026-11-20",
      .joined = "2025-01-01",
      .leave = "2026-08-21/2026-08-30",
      .state = SILENT,
      .window = "2026-08-21" },
    /* roll calls of the past, records that end */
    { .label = "a later sign is not known yet",
      .day = "2026-06-30",
      .signs = "2026-06-15,2026-11-01",
      .state = ACTIVE,
      .last = "2026-06-15",
      .as_of = "2026-06-30" },
    { .label = "only later signs",
      .day = "2026-06-30",
      .joined = "2026-01-01",
      .signs = "2026-11-01",
      .state = SILENT,
      .last = "2026-01-01",
      .window = "2026-04-01" },
    { .label = "first seen later", .day = "2026-06-30", .seen = "2026-08-01", .state = ACTIVE },
    { .label = "joined later", .day = "2026-06-30", .joined = "2026-08-01", .state = NEWCOMER },
    { .label = "records end some days before",
      .day = "2026-11-25",
      .signs = "2026-08-20",
      .state = SILENT,
      .as_of = "2026-11-20" },
    { .label = "counted to the end of the records",
      .day = "2026-12-31",
      .signs = "2026-08-21",
      .state = REMIND,
      .as_of = "2026-11-20" },
    { .label = "a sign after the end of the records",
      .day = "2026-12-31",
      .signs = "2026-08-01,2026-12-15",
      .state = SILENT,
      .last = "2026-08-01" },
    { .label = "before the records begin",
      .day = "2024-06-01",
      .joined = "2023-01-01",
      .state = NOT_COVERED,
      .window = "2024-03-02",
      .gap = "2024-03-02/2024-06-01",
      .as_of = "2024-06-01" },
    { .label = "in a gap of the records",
      .day = "2026-05-01",
      .coverage = "2025-01-01/2026-03-01,2026-06-01/2026-11-20",
      .signs = "2026-01-10",
      .state = NOT_COVERED,
      .gap = "2026-03-02/2026-05-01",
      .as_of = "2026-05-01" },
    { .label = "no records at all", .coverage = "", .signs = "2026-01-10", .state = NO_RECORDS },
    { .label = "no records, exempt", .coverage = "", .exempt = TRUE, .state = NO_RECORDS },
    /* senders tied to nobody */
    { .label = "one resembles a silent member",
      .signs = "2026-07-01",
      .resembles = TRUE,
      .state = NOT_COVERED,
      .last = "2026-07-01" },
    { .label = "one resembles a member to be reminded",
      .signs = "2026-09-20",
      .resembles = TRUE,
      .state = REMIND },
    { .label = "one resembles an active member",
      .signs = "2026-11-19",
      .resembles = TRUE,
      .state = ACTIVE },
    { .label = "one resembles an exempt member",
      .signs = "2026-07-01",
      .exempt = TRUE,
      .resembles = TRUE,
      .state = EXEMPT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_row (&rows[i], &MUSTER_SILENCE_POLICY_DEFAULT);
}

static void
test_other_policy (void)
{
  static const MusterSilencePolicy weeks = { { 0, 14 }, { 0, 42 }, { 0, 3 }, 2 };
  static const Row in_weeks[] = {
    { .label = "two weeks to the day", .signs = "2026-11-06", .state = REMIND },
    { .label = "a day short of two weeks", .signs = "2026-11-07", .state = ACTIVE },
    { .label = "six weeks to the day",
      .signs = "2026-10-09",
      .state = SILENT,
      .window = "2026-10-10" },
    { .label = "a day short of six weeks", .signs = "2026-10-10", .state = REMIND },
    { .label = "three days after joining", .joined = "2026-11-17", .state = ACTIVE },
    { .label = "two days after joining", .joined = "2026-11-18", .state = NEWCOMER },
  };
  static const MusterSilencePolicy mixed = { { 1, 10 }, { 2, 15 }, { 0, 0 }, 7 };
  static const Row with_months_and_days[] = {
    { .label = "a month and ten days", .signs = "2026-10-10", .state = REMIND },
    { .label = "a day less", .signs = "2026-10-11", .state = ACTIVE },
    { .label = "two months and 15 days",
      .signs = "2026-09-05",
      .state = SILENT,
      .window = "2026-09-06" },
    { .label = "a day less than that", .signs = "2026-09-06", .state = REMIND },
    { .label = "no grace", .joined = "2026-11-20", .state = ACTIVE },
    { .label = "no grace, joins tomorrow", .joined = "2026-11-21", .state = NEWCOMER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (in_weeks); i++)
    check_row (&in_weeks[i], &weeks);
  for (guint i = 0; i < G_N_ELEMENTS (with_months_and_days); i++)
    check_row (&with_months_and_days[i], &mixed);
}

static void
test_stale (void)
{
  static const struct
  {
    const char *label, *day, *coverage;
    gboolean stale;
  } rows[] = {
    { "up to date", "2026-11-20", "2026-01-01/2026-11-20", FALSE },
    { "a week old", "2026-11-20", "2026-01-01/2026-11-13", FALSE },
    { "a week and a day", "2026-11-20", "2026-01-01/2026-11-12", TRUE },
    { "the newest counts", "2026-11-20", "2026-11-15/2026-11-16,2026-01-01/2026-02-01", FALSE },
    { "a roll call of the past", "2026-03-01", "2026-01-01/2026-11-12", FALSE },
    { "no records", "2026-11-20", "", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MusterDayRanges) coverage = read_ranges (rows[i].coverage);
      MusterSilenceGroup group = { MUSTER_SILENCE_POLICY_DEFAULT, coverage,
                                   read_day (rows[i].day) };

      g_test_message ("%s", rows[i].label);
      g_assert_cmpint (muster_silence_is_stale (&group), ==, rows[i].stale);
    }
}

static void
test_basis (void)
{
  g_autoptr (MusterDayRanges) coverage = read_ranges ("2026-01-01/2026-11-20");
  MusterSilenceGroup group = { MUSTER_SILENCE_POLICY_DEFAULT, coverage, read_day ("2026-11-20") };
  MusterDay sign = read_day ("2026-05-31");
  MusterSilenceMember member = { .joined = MUSTER_DAY_NONE, .first_seen = MUSTER_DAY_NONE };
  MusterSilenceVerdict verdict = muster_silence_judge (&group, &member);

  g_assert_cmpint (verdict.basis, ==, MUSTER_SILENCE_BASIS_NONE);
  g_assert_cmpint (verdict.due_silent, ==, MUSTER_DAY_NONE);
  member.first_seen = sign;
  verdict = muster_silence_judge (&group, &member);
  g_assert_cmpint (verdict.basis, ==, MUSTER_SILENCE_BASIS_FIRST_SEEN);
  member.joined = sign;
  verdict = muster_silence_judge (&group, &member);
  g_assert_cmpint (verdict.basis, ==, MUSTER_SILENCE_BASIS_JOINED);
  member.signs = &sign;
  member.n_signs = 1;
  verdict = muster_silence_judge (&group, &member);
  g_assert_cmpint (verdict.basis, ==, MUSTER_SILENCE_BASIS_SIGN);
  assert_day (verdict.due_remind, "2026-06-30");
  assert_day (verdict.due_silent, "2026-08-31");
}

static void
assert_normal (const MusterDayRanges *ranges)
{
  guint n = 0;
  const MusterDayRange *all = muster_day_ranges_get (ranges, &n);

  for (guint i = 0; i < n; i++)
    g_assert_true (all[i].from <= all[i].to && (i == 0 || all[i].from > all[i - 1].to + 1));
}

/* Against the slow way: a flag for each day. */
static void
test_ranges (void)
{
  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GRand) dice = g_rand_new_with_seed ((guint32) round);
      g_autoptr (MusterDayRanges) ranges = muster_day_ranges_new ();
      g_autoptr (MusterDayRanges) except = muster_day_ranges_new ();
      gboolean in[60] = { FALSE }, out[60] = { FALSE };
      int from = g_rand_int_range (dice, 0, 60), to = g_rand_int_range (dice, 0, 60);
      int n = 0, gap = -1;
      MusterDayRange found = { -1, -1 };

      for (int i = g_rand_int_range (dice, 0, 8); i > 0; i--)
        {
          int a = g_rand_int_range (dice, 0, 60), n_days = g_rand_int_range (dice, -1, 12);
          int b = MIN (a + n_days, 59);
          gboolean first = g_rand_boolean (dice);

          muster_day_ranges_add (first ? ranges : except, a, b);
          for (int day = a; day <= b; day++)
            (first ? in : out)[day] = TRUE;
        }
      assert_normal (ranges);
      for (int day = from; day <= to; day++)
        {
          n += in[day] ? 1 : 0;
          if (!in[day] && !out[day] && gap < 0)
            gap = day;
        }
      g_assert_cmpint (muster_day_ranges_count (ranges, from, to), ==, n);
      g_assert_cmpint (muster_day_ranges_cover (ranges, from, to, except, &found), ==, gap < 0);
      g_assert_cmpint (found.from, ==, gap);
      for (int day = found.from; gap >= 0 && day <= found.to; day++)
        g_assert_false (in[day] || out[day]);
      g_assert_true (gap < 0 || found.to == to || in[found.to + 1] || out[found.to + 1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/silence/rule", test_rule);
  g_test_add_func ("/silence/other-policy", test_other_policy);
  g_test_add_func ("/silence/stale", test_stale);
  g_test_add_func ("/silence/basis", test_basis);
  g_test_add_func ("/silence/ranges", test_ranges);
  return g_test_run ();
}
