/* scenario-calendar.c - the calendar of a small group for a test of the checks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-calendar.h"

#include <string.h>

#include "muster-attendance-table.h"
#include "muster-checklist.h"
#include "muster-event-table.h"
#include "muster-plan-mark-table.h"
#include "muster-sign-up-table.h"
#include "muster-task-table.h"

#define HOUR 3600

static gint64
parse_time (const char *text)
{
  g_autofree char *full =
      strchr (text, 'T') != NULL ? g_strdup (text) : g_strconcat (text, "T19:00", NULL);
  gboolean valid;
  gint64 time = muster_time_parse (full, &valid);

  g_assert_true (valid);
  return time;
}

static void
add_event (MusterChange *change, const MusterId *group, char **words)
{
  g_autoptr (MusterEvent) event = muster_event_new ();

  event->group = *group;
  event->title = g_strdup (words[1]);
  event->start_at = parse_time (words[2]);
  event->end_at = event->start_at + 2 * HOUR;
  for (char **word = words + 3; *word != NULL; word++)
    if (g_str_has_prefix (*word, "size="))
      event->size = g_strdup (*word + strlen ("size="));
    else if (g_str_has_prefix (*word, "repeat="))
      event->recurrence = g_strconcat ("RRULE:", *word + strlen ("repeat="), NULL);
    else if (g_str_has_prefix (*word, "until="))
      event->sign_up_until = parse_time (*word + strlen ("until="));
    else if (g_str_equal (*word, "cancelled"))
      {
        g_free (event->standing);
        event->standing = g_strdup ("cancelled");
      }
    else
      g_error ("an event has no “%s”", *word);
  g_assert_true (muster_event_table_insert (change, event, NULL));
}

static MusterEvent *
find_event (MusterChange *change, const MusterId *group, const char *title)
{
  g_autoptr (GPtrArray) events = muster_event_table_list (muster_change_get_database (change),
                                                          group, G_MININT64, G_MAXINT64, NULL);

  for (guint i = 0; i < events->len; i++)
    {
      MusterEvent *event = events->pdata[i];

      if (g_str_equal (event->title, title))
        return muster_event_copy (event);
    }

  g_error ("there is no event “%s”", title);
}

static void
add_task (MusterChange *change, const MusterId *group, char **words)
{
  g_autoptr (MusterTask) task = muster_task_new ();
  g_autoptr (MusterEvent) event = NULL;

  task->group = *group;
  task->title = g_strdup (words[3]);
  if (!g_str_equal (words[1], "-"))
    {
      event = find_event (change, group, words[1]);
      task->event = event->id;
      task->original_at = event->start_at;
    }
  if (!muster_checklist_parse_offset (words[2], &task->anchor, &task->minutes))
    task->due_at = parse_time (words[2]);
  if (words[4] != NULL)
    g_assert_true (muster_task_state_find (words[4], &task->state));
  if (words[4] != NULL && words[5] != NULL)
    task->done_at = parse_time (words[5]);
  g_assert_true (muster_task_table_insert (change, task, NULL));
}

static void
add_attendance (MusterChange *change, const MusterId *group, char **words,
                ScenarioFindMember find_member, gpointer data)
{
  g_autoptr (MusterEvent) event = find_event (change, group, words[1]);
  MusterAttendance attendance = { .event = event->id, .original_at = event->start_at };
  g_autofree char *person = find_member (data, words[2]);

  attendance.person = person;
  g_assert_true (muster_attendance_state_find (words[3], &attendance.state));
  g_assert_true (muster_attendance_table_insert (change, &attendance, NULL));
}

static void
add_sign_up (MusterChange *change, const MusterId *group, char **words,
             ScenarioFindMember find_member, gpointer data)
{
  g_autoptr (MusterEvent) event = find_event (change, group, words[1]);
  g_autofree char *person = find_member (data, words[2]);
  MusterSignUp sign_up = {
    .event = event->id, .original_at = event->start_at, .person = person, .position = 1
  };

  for (guint i = 0; i < MUSTER_N_SIGN_UP_ANSWERS; i++)
    if (g_str_equal (muster_sign_up_answer_get_key ((MusterSignUpAnswer) i), words[3]))
      sign_up.answer = (MusterSignUpAnswer) i;
  g_assert_true (muster_sign_up_table_set (change, &sign_up, NULL));
}

/**
 * scenario_calendar_take_line:
 *
 * Returns: whether the line is one of the calendar
 */
gboolean
scenario_calendar_take_line (MusterChange *change, const MusterId *group, char **words,
                             ScenarioFindMember find_member, gpointer data)
{
  MusterDay day;

  if (g_str_equal (words[0], "event"))
    add_event (change, group, words);
  else if (g_str_equal (words[0], "task"))
    add_task (change, group, words);
  else if (g_str_equal (words[0], "attended"))
    add_attendance (change, group, words, find_member, data);
  else if (g_str_equal (words[0], "signed"))
    add_sign_up (change, group, words, find_member, data);
  else if (g_str_equal (words[0], "mark") && muster_day_parse (words[1], &day))
    g_assert_true (muster_plan_mark_table_set (change, group, words[2], day, TRUE, NULL));
  else
    return FALSE;

  return TRUE;
}
