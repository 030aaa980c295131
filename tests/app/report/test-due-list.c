/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "../rollcall/scenario.h"
#include "muster-due-list.h"
#include "muster-due-reminder.h"

#define NOW "2026-11-21T12:00"
#define UNTIL "2026-12-21T12:00"

/* One group, and what is due from noon of 21 November on: KIND:TITLE@TIME, with ! where overdue.
 * Kinds are the first letters: t, r(eminder), s(igning up), a(ttendance), n(otice), w(aiting for
 * answers), m(uted), b, y(ears), q. */
static const struct
{
  const char *label, *scenario, *expected;
} rows[] = {
  { "nothing", "member 张三\n", "" },
  { "a task to come", "event a 2026-11-30\ntask a -3d t\n", "t:t@11-27T19:00" },
  { "a task that is overdue", "event a 2026-11-23\ntask a -3d t\n", "t:t@11-20T19:00!" },
  { "a task of this morning", "task - 2026-11-21T09:00 t\n", "t:t@11-21T09:00!" },
  { "a task beyond the time", "event a 2027-01-30\ntask a -3d t\n", "" },
  { "done and dropped", "event a 2026-11-30\ntask a -3d t done 2026-11-20\ntask a -2d u dropped\n",
    "" },
  { "signing up ends", "event a 2026-12-30 until=2026-12-01T18:00\n", "s:a@12-01T18:00" },
  { "signing up has ended", "event a 2026-12-30 until=2026-11-21T11:00\n", "" },
  { "signing up ends, but it is called off",
    "event a 2026-12-30 until=2026-12-01T18:00 cancelled\n", "" },
  { "signing up for each time of a series",
    "event a 2026-11-26 until=2026-11-25T18:00 repeat=FREQ=WEEKLY;COUNT=2\n",
    "s:a@11-25T18:00 s:a@12-02T18:00" },
  { "nobody wrote down who came", "member 张三\nevent a 2026-11-19\nsigned a 张三 yes\n",
    "a:a@11-19T21:00!" },
  { "nobody signed up", "member 张三\nevent a 2026-11-19\nsigned a 张三 no\n", "" },
  { "somebody wrote it down",
    "member 张三\nevent a 2026-11-19\nsigned a 张三 yes\nattended a 张三 absent\n", "" },
  { "it is not over", "member 张三\nevent a 2026-11-21\nsigned a 张三 yes\n", "" },
  { "long ago", "member 张三\nevent a 2026-10-01\nsigned a 张三 yes\n", "" },
  { "birthday and anniversary", "member 张三 born=1990-11-21 joined=2020-12-01\n",
    "b:张三@11-21T00:00 y:张三@12-01T00:00" },
  { "a notice to send", "member 张三\nnotice n - at=2026-11-22T09:00\n", "n:n@11-22T09:00" },
  { "a notice that should have been sent", "member 张三\nnotice n - at=2026-11-21T09:00\n",
    "n:n@11-21T09:00!" },
  { "a notice before an event", "event a 2026-11-30\nnotice n - before=a,60\n", "n:n@11-30T18:00" },
  { "a notice before an event that is called off",
    "event a 2026-11-30 cancelled\nnotice n - before=a,60\n", "" },
  { "a notice to be answered", "member 张三\nnotice n 2026-11-21T11:50 within=30\n",
    "w:n@11-21T12:20" },
  { "a notice that was not answered", "member 张三\nnotice n 2026-11-21T09:00 within=30\n",
    "w:n@11-21T09:30!" },
  { "a notice that everybody answered",
    "member 张三\nnotice n 2026-11-21T09:00 within=30\n"
    "answered n 张三 received 2026-11-21T09:10\n",
    "" },
  { "somebody is muted",
    "member 张三\nviolation 张三 2026-11-20\nruling 张三 sanction 2026-11-20 mute~PT24H\n"
    "ruling 张三 carried-out 2026-11-21\n",
    "m:张三@11-22T00:00" },
  { "rule questions", "policy special-days questions\n", "q:@12-07T00:00" },
  { "reminded", "member 张三\nfollowup 2026-11-18 张三 remind reminded 2026-11-25\n",
    "r:张三@11-25T00:00" },
  { "reminded until today", "member 张三\nfollowup 2026-11-18 张三 remind reminded 2026-11-21\n",
    "r:张三@11-21T00:00" },
  { "the deadline is over", "member 张三\nfollowup 2026-11-10 张三 remind reminded 2026-11-20\n",
    "r:张三@11-20T00:00!" },
  { "reminded, then exempted",
    "member 张三\nfollowup 2026-11-18 张三 remind reminded 2026-11-25\n"
    "followup 2026-11-19 张三 remind exempt\n",
    "" },
  { "reminded, and left since",
    "member 张三 standing=left,2026-11-19\nfollowup 2026-11-18 张三 remind reminded 2026-11-25\n",
    "" },
};

static gint64
parse (const char *text)
{
  gboolean valid;
  gint64 time = muster_time_parse (text, &valid);

  g_assert_true (valid);
  return time;
}

static char *
dup_found (Scenario *scenario, const MusterId *group)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GPtrArray) found = muster_due_list (scenario_get_database (scenario), group,
                                                 parse (NOW), parse (UNTIL), zone, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const MusterDue *due = found->pdata[i];
      g_autofree char *time = muster_time_dup_text (due->at);
      const char *name = g_str_has_prefix (due->title, "张三") ? "张三"
                         : strstr (due->title, "“a”") != NULL  ? "a"
                         : due->kind == MUSTER_DUE_TASK        ? due->title
                         : due->kind == MUSTER_DUE_NOTICE      ? due->title
                         : due->kind == MUSTER_DUE_ANSWER      ? due->title
                                                               : "";

      time[strlen ("2026-12-01T18:00")] = '\0';
      g_string_append_printf (text, "%s%c:%s@%s%s", i > 0 ? " " : "", "trsanwmbyq"[due->kind], name,
                              time + strlen ("2026-"), due->overdue ? "!" : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_list (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Scenario *scenario = scenario_new (rows[i].scenario);
      g_autofree char *of_group = dup_found (scenario, scenario_get_group (scenario));
      g_autofree char *of_all = dup_found (scenario, NULL);

      g_test_message ("%s", rows[i].label);
      g_assert_cmpstr (of_group, ==, rows[i].expected);
      g_assert_cmpstr (of_all, ==, rows[i].expected);
      scenario_free (scenario);
    }
}

/* What there is a word about at its time: from 11:30, until 18:00 of the next day. */
static const struct
{
  const char *label, *scenario, *expected;
} reminding[] = {
  { "a task with a time", "task - 2026-11-21T15:00 t\n", "Task@11-21T15:00" },
  { "a task that is too early", "task - 2026-11-21T11:30 t\n", "" },
  { "a task that is too late", "task - 2026-11-22T18:01 t\n", "" },
  { "a notice to send", "member 张三\nnotice n - at=2026-11-22T09:00\n",
    "Notice to send@11-22T09:00" },
  { "its time limit", "member 张三\nnotice n 2026-11-21T11:50 within=30\n",
    "Time limit of a notice@11-21T12:20" },
  { "a day without a time", "member 张三 born=1990-11-22\n", "" },
};

static char *
dup_reminders (Scenario *scenario)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GPtrArray) found =
      muster_due_reminder_list (scenario_get_database (scenario), parse ("2026-11-21T11:30"),
                                parse ("2026-11-22T18:00"), zone, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const MusterReminder *reminder = found->pdata[i];
      g_autofree char *time = muster_time_dup_text (reminder->at);

      time[strlen ("2026-12-01T18:00")] = '\0';
      g_string_append_printf (text, "%s%s@%s", i > 0 ? " " : "", reminder->place,
                              time + strlen ("2026-"));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_reminding (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (reminding); i++)
    {
      Scenario *scenario = scenario_new (reminding[i].scenario);
      g_autofree char *found = dup_reminders (scenario);

      g_test_message ("%s", reminding[i].label);
      g_assert_cmpstr (found, ==, reminding[i].expected);
      scenario_free (scenario);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/due-list/list", test_list);
  g_test_add_func ("/due-list/reminding", test_reminding);
  return g_test_run ();
}
