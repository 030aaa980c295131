/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "calendar-fixture.h"
#include "muster-checklist.h"
#include "muster-content-plan.h"
#include "muster-event-edit.h"
#include "muster-event-table.h"
#include "muster-rhythm.h"
#include "muster-task-plan.h"
#include "muster-task-table.h"

/* A group with one event: times of day as START/END, or days. */
static CalendarFixture *
open_with (const char *start, const char *end, const char *rule)
{
  CalendarFixture *self = calendar_fixture_new ();
  g_autoptr (MusterEvent) event = muster_event_new ();
  MusterChange *change;
  GError *error = NULL;

  change = calendar_fixture_begin (self);
  self->group = calendar_fixture_add_group (change, "a");
  event->group = self->group;
  event->title = g_strdup ("Meeting");
  event->start_at = calendar_fixture_parse_time (start);
  event->end_at = calendar_fixture_parse_time (end);
  event->all_day = g_str_has_suffix (start, "T00:00") && g_str_has_suffix (end, "T00:00");
  event->recurrence = g_strdup (rule);
  muster_event_table_insert (change, event, &error);
  g_assert_no_error (error);
  self->event = event->id;
  calendar_fixture_commit (change);
  return self;
}

static void
add_checklist (CalendarFixture *self, gint64 original_at, const char *text, guint expected)
{
  MusterChange *change = calendar_fixture_begin (self);
  GError *error = NULL;
  guint added;

  muster_checklist_add_to_event (change, &self->group, &self->event, original_at, text, &added,
                                 &error);
  g_assert_no_error (error);
  g_assert_cmpuint (added, ==, expected);
  calendar_fixture_commit (change);
}

static char *
dup_plan (CalendarFixture *self)
{
  g_autoptr (GPtrArray) planned =
      muster_task_plan_list (calendar_fixture_get_database (self), &self->group, G_MAXINT64, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < planned->len; i++)
    {
      const MusterPlannedTask *task = planned->pdata[i];
      g_autofree char *due = muster_time_dup_text (task->due);

      due[strlen ("2026-12-01T19:00")] = '\0';
      g_string_append_printf (text, "%s%s@%s", i > 0 ? " " : "", task->task->title,
                              due + strlen ("2026-"));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_offsets (void)
{
  static const struct
  {
    const char *label, *start, *end, *checklist, *expected;
    guint n;
  } rows[] = {
    { "every unit", "2026-12-10T19:00", "2026-12-10T21:00",
      "-1w week;-3d days; -1h hour\n-30m half; 0 start; +2h after;+1d next",
      "week@12-03T19:00 days@12-07T19:00 hour@12-10T18:00 half@12-10T18:30 start@12-10T19:00 "
      "after@12-10T23:00 next@12-11T21:00",
      7 },
    { "over midnight", "2026-12-10T22:00", "2026-12-11T01:00", "+1d next", "next@12-12T01:00", 1 },
    { "a day: its end is its last day", "2026-12-10T00:00", "2026-12-11T00:00",
      "-1d before;+1d next", "before@12-09T00:00 next@12-11T00:00", 2 },
    { "two days", "2026-12-10T00:00", "2026-12-12T00:00", "+1d next", "next@12-12T00:00", 1 },
    { "the same twice is once", "2026-12-10T19:00", "2026-12-10T21:00", "-3d a;-3d a",
      "a@12-07T19:00", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CalendarFixture *self = open_with (rows[i].start, rows[i].end, NULL);
      g_autofree char *text = NULL;

      g_test_message ("%s", rows[i].label);
      add_checklist (self, calendar_fixture_parse_time (rows[i].start), rows[i].checklist,
                     rows[i].n);
      add_checklist (self, calendar_fixture_parse_time (rows[i].start), rows[i].checklist, 0);
      text = dup_plan (self);
      g_assert_cmpstr (text, ==, rows[i].expected);
      calendar_fixture_free (self);
    }
}

/* What everybody has: seven, from a week before to the day after. */
static void
test_default (void)
{
  CalendarFixture *self = open_with ("2026-12-10T19:00", "2026-12-10T21:00", NULL);
  g_autoptr (GPtrArray) tasks = NULL;

  add_checklist (self, calendar_fixture_parse_time ("2026-12-10T19:00"), "", 7);
  tasks = muster_task_table_list (calendar_fixture_get_database (self), &self->event,
                                  calendar_fixture_parse_time ("2026-12-10T19:00"), NULL);
  g_assert_cmpint (((MusterTask *) tasks->pdata[0])->minutes, ==, -7 * 24 * 60);
  g_assert_cmpint (((MusterTask *) tasks->pdata[6])->minutes, ==, 24 * 60);
  g_assert_cmpuint (((MusterTask *) tasks->pdata[6])->position, ==, 7);
  g_clear_pointer (&tasks, g_ptr_array_unref);
  calendar_fixture_free (self);
}

/* A moved event takes its tasks along: one time of a series, all, and what is called off has none.
 */
static void
test_moved (void)
{
  static const struct
  {
    const char *label, *start;
    MusterEventScope scope;
    const char *expected;
  } rows[] = {
    { "one time", "2026-12-11T20:00", MUSTER_EVENT_THIS, "t@12-10T20:00" },
    { "all", "2026-12-11T20:00", MUSTER_EVENT_ALL, "t@12-10T20:00" },
    { "this and later", "2026-12-09T08:00", MUSTER_EVENT_THIS_AND_LATER, "t@12-08T08:00" },
    { "taken out", NULL, MUSTER_EVENT_THIS, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CalendarFixture *self =
          open_with ("2026-12-03T19:00", "2026-12-03T21:00", "RRULE:FREQ=WEEKLY;COUNT=4");
      gint64 time = calendar_fixture_parse_time ("2026-12-10T19:00");
      gint64 start = rows[i].start != NULL ? calendar_fixture_parse_time (rows[i].start) : 0;
      g_autofree char *text = NULL;
      MusterChange *change;
      GError *error = NULL;

      g_test_message ("%s", rows[i].label);
      add_checklist (self, time, "-1d t", 1);
      change = calendar_fixture_begin (self);
      if (start != 0)
        muster_event_edit_move (change, &self->event, time, start, start + 7200, rows[i].scope,
                                &error);
      else
        muster_event_edit_delete (change, &self->event, time, rows[i].scope, &error);
      g_assert_no_error (error);
      calendar_fixture_commit (change);
      text = dup_plan (self);
      g_assert_cmpstr (text, ==, rows[i].expected);
      calendar_fixture_free (self);
    }
}

static void
test_state (void)
{
  CalendarFixture *self = open_with ("2026-12-10T19:00", "2026-12-10T21:00", NULL);
  MusterDatabase *db = calendar_fixture_get_database (self);
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *text = NULL;
  MusterChange *change;

  add_checklist (self, calendar_fixture_parse_time ("2026-12-10T19:00"), "-2d a;-1d b;+1h c", 3);
  tasks = muster_task_table_list (db, &self->event,
                                  calendar_fixture_parse_time ("2026-12-10T19:00"), NULL);
  change = calendar_fixture_begin (self);
  g_assert_true (muster_task_table_set_state (change, &((MusterTask *) tasks->pdata[0])->id,
                                              MUSTER_TASK_DONE, NULL));
  g_assert_true (muster_task_table_set_state (change, &((MusterTask *) tasks->pdata[1])->id,
                                              MUSTER_TASK_DROPPED, NULL));
  calendar_fixture_commit (change);
  after = muster_task_table_list (db, &self->event,
                                  calendar_fixture_parse_time ("2026-12-10T19:00"), NULL);
  g_assert_cmpint (((MusterTask *) after->pdata[0])->done_at, ==,
                   CALENDAR_FIXTURE_NOW / G_USEC_PER_SEC);
  text = dup_plan (self);
  g_assert_cmpstr (text, ==, "c@12-10T22:00");
  g_clear_pointer (&tasks, g_ptr_array_unref);
  g_clear_pointer (&after, g_ptr_array_unref);
  calendar_fixture_free (self);
}

static void
test_refused (void)
{
  static const char *const wrong[] = {
    "a task", "-3x a", "-3d", "3d a", "-d a", "-3d  ;x", "-99999999999999999999d a",
    "--3d a", "-3dd a"
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GError *error = NULL;

      g_test_message ("%s", wrong[i]);
      g_assert_null (muster_checklist_parse (wrong[i], &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
    }
}

static void
test_offset_words (void)
{
  static const struct
  {
    const char *offset, *again, *words;
  } rows[] = {
    { "-7d", "-7d", "7 days before" },  { "-1w", "-7d", "7 days before" },
    { "-60m", "-1h", "1 hour before" }, { "+90m", "+90m", "90 minutes after" },
    { "0", "0", "when it begins" },     { "+0m", "+0d", "when it ends" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterTaskAnchor anchor;
      gint64 minutes;
      g_autofree char *again = NULL;
      g_autofree char *words = NULL;

      g_assert_true (muster_checklist_parse_offset (rows[i].offset, &anchor, &minutes));
      again = muster_checklist_dup_offset (anchor, minutes);
      words = muster_checklist_dup_offset_words (anchor, minutes);
      g_assert_cmpstr (again, ==, rows[i].again);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_rhythm (void)
{
  static const struct
  {
    const char *text, *day, *from, *to; /* NULL: refused */
  } rows[] = {
    { "small=2/P1W", "2026-11-21", "2026-11-16", "2026-11-22" },
    { "small=2/P1W", "2026-11-16", "2026-11-16", "2026-11-22" },
    { "medium=1/P2W", "2026-11-21", "2026-11-09", "2026-11-22" },
    { "large=1/P1M", "2028-02-29", "2028-02-01", "2028-02-29" },
    { " large = 1 / P3M ", "2026-11-21", "2026-10-01", "2026-12-31" },
    { "small=0/P1W", NULL, NULL, NULL },
    { "small=2", NULL, NULL, NULL },
    { "huge=2/P1W", NULL, NULL, NULL },
    { "small=2/P10D", NULL, NULL, NULL },
    { "small=2/P5M", NULL, NULL, NULL },
    { "small=-2/P1W", NULL, NULL, NULL },
    { "small", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rhythms = muster_rhythm_parse (rows[i].text, &error);
      MusterDay day, from, to;
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_true ((rhythms == NULL) == (rows[i].day == NULL));
      g_assert_true ((error != NULL) == (rows[i].day == NULL));
      if (rhythms == NULL)
        continue;
      g_assert_true (muster_day_parse (rows[i].day, &day));
      muster_rhythm_get_period (rhythms->pdata[0], day, &from, &to);
      first = muster_day_dup_text (from);
      last = muster_day_dup_text (to);
      g_assert_cmpstr (first, ==, rows[i].from);
      g_assert_cmpstr (last, ==, rows[i].to);
    }
}

static void
test_content_plan (void)
{
  static const struct
  {
    const char *text;
    int columns; /* -1: refused */
  } rows[] = {
    { "", 0 },
    { "daily News;fri A member shares\n\nSUN Thanks", 3 },
    { "daily", -1 },
    { "someday News", -1 },
    { "daily a;mon a", -1 },
  };
  g_autofree char *fallback = muster_content_plan_dup_default ();
  g_autoptr (GPtrArray) defaults = muster_content_plan_parse (fallback, NULL);

  g_assert_cmpuint (defaults->len, ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) columns = muster_content_plan_parse (rows[i].text, &error);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (columns != NULL ? (int) columns->len : -1, ==, rows[i].columns);
      g_assert_true ((error != NULL) == (columns == NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tasks/offsets", test_offsets);
  g_test_add_func ("/tasks/default", test_default);
  g_test_add_func ("/tasks/moved", test_moved);
  g_test_add_func ("/tasks/state", test_state);
  g_test_add_func ("/tasks/refused", test_refused);
  g_test_add_func ("/tasks/offset-words", test_offset_words);
  g_test_add_func ("/tasks/rhythm", test_rhythm);
  g_test_add_func ("/tasks/content-plan", test_content_plan);
  return g_test_run ();
}
