/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-event-detail.h"

/* People are written as NAME:ANSWER:GUESTS:ATTENDANCE, an answer of y, m, n, w or -, an attendance
 * of p, e, a or -; "*" before the name is no member. */
static const struct
{
  const char *label;
  const char *people;
  gint64 capacity;
  const char *waiting; /* names */
  guint coming, n_waiting, maybe, no, unanswered;
  int percent;
} rows[] = {
  { "nobody", "", 0, "", 0, 0, 0, 0, 0, -1 },
  { "all find room", "a:y:0:- b:y:2:- c:m:0:- d:n:0:- e:-:0:-", 0, "", 4, 0, 1, 1, 1, -1 },
  { "the last waits", "a:y:0:- b:y:0:- c:y:0:-", 2, "c", 2, 1, 0, 0, 0, -1 },
  { "guests count, and nobody is overtaken", "a:y:0:- b:y:2:- c:y:0:-", 3, "b c", 1, 2, 0, 0, 0,
    -1 },
  { "who withdrew makes room, and has answered", "a:w:0:- b:y:0:-", 1, "", 1, 0, 0, 0, 0, -1 },
  { "a stranger who has not answered is not missed", "*a:-:0:p b:-:0:-", 0, "", 0, 0, 0, 0, 1,
    100 },
  { "of those recorded only", "a:-:0:p b:-:0:a c:-:0:e d:-:0:-", 0, "", 0, 0, 0, 0, 4, 33 },
};

static MusterParticipant *
make_person (const char *text, guint position)
{
  g_auto (GStrv) parts = g_strsplit (text + (*text == '*'), ":", -1);
  MusterParticipant *person = muster_participant_new (parts[0], parts[0], NULL, *text != '*');
  MusterParticipantState state = {
    .has_answered = *parts[1] != '-',
    .answer = *parts[1] == 'y'   ? MUSTER_SIGN_UP_YES
              : *parts[1] == 'm' ? MUSTER_SIGN_UP_MAYBE
              : *parts[1] == 'n' ? MUSTER_SIGN_UP_NO
                                 : MUSTER_SIGN_UP_WITHDRAWN,
    .guests = (guint) g_ascii_digit_value (*parts[2]),
    .position = position,
    .attendance = *parts[3] == 'p'   ? MUSTER_ATTENDANCE_PRESENT
                  : *parts[3] == 'e' ? MUSTER_ATTENDANCE_EXCUSED
                  : *parts[3] == 'a' ? MUSTER_ATTENDANCE_ABSENT
                                     : MUSTER_ATTENDANCE_NOT_RECORDED,
  };

  muster_participant_set_state (person, &state);
  return person;
}

static void
test_counts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) texts = g_strsplit (rows[i].people, " ", -1);
      g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GString) waiting = g_string_new (NULL);
      MusterEventCounts counts;

      g_test_message ("%s", rows[i].label);
      for (char **text = texts; *text != NULL && **text != '\0'; text++)
        g_ptr_array_add (people, make_person (*text, people->len + 1));
      muster_event_detail_settle_waiting (people, rows[i].capacity);
      muster_event_detail_count (people, &counts);
      for (guint j = 0; j < people->len; j++)
        if (muster_participant_get_state (people->pdata[j])->waits)
          g_string_append_printf (waiting, "%s%s", waiting->len > 0 ? " " : "",
                                  muster_participant_get_name (people->pdata[j]));
      g_assert_cmpstr (waiting->str, ==, rows[i].waiting);
      g_assert_cmpuint (counts.coming, ==, rows[i].coming);
      g_assert_cmpuint (counts.waiting, ==, rows[i].n_waiting);
      g_assert_cmpuint (counts.maybe, ==, rows[i].maybe);
      g_assert_cmpuint (counts.no, ==, rows[i].no);
      g_assert_cmpuint (counts.unanswered, ==, rows[i].unanswered);
      g_assert_cmpint (counts.percent, ==, rows[i].percent);
      g_assert_cmpuint (muster_event_detail_get_next_position (people), ==, people->len + 1);
    }
}

static void
test_matches (void)
{
  static const struct
  {
    const char *typed;
    gboolean found;
  } keys[] = {
    { "常", TRUE },       { "志勤", TRUE },   { "czq", TRUE },  { "cz", TRUE },
    { "changzhi", TRUE }, { "zhiqin", TRUE }, { "后勤", TRUE }, { "gzh", FALSE },
    { "hangzhi", FALSE }, { "in", FALSE },
  };
  MusterParticipant *person = muster_participant_new ("id", "常志勤", "后勤部", TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_test_message ("%s", keys[i].typed);
      g_assert_cmpint (muster_participant_matches (person, keys[i].typed), ==, keys[i].found);
    }
  g_assert_finalize_object (person);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-detail/counts", test_counts);
  g_test_add_func ("/event-detail/matches", test_matches);
  return g_test_run ();
}
