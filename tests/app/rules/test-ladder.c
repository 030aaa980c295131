/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "muster-ladder.h"

static const struct
{
  const char *label;
  const char *text;
  const char *printed; /* NULL: refused */
  const char *error;   /* a part of the sentence */
} ladders[] = {
  { "default", "1 private; 2 named; 3 mute PT24H; 4 remove",
    "1 private; 2 named; 3 mute PT24H; 4 remove", NULL },
  { "nothing", "", "", NULL },
  { "only separators", " ; \n;", "", NULL },
  { "fines", "1 private; 2 fine 50; 3 fine 100.5", "1 private; 2 fine 50; 3 fine 100.50", NULL },
  { "several at a step", "1 named+fine 50; 2 points 2 + mute P1D",
    "1 named + fine 50; 2 mute PT24H + points 2", NULL },
  { "a line a step", "1 private\n2 remove\n", "1 private; 2 remove", NULL },
  { "an hour and a half", "1 mute PT1H30M", "1 mute PT90M", NULL },
  { "days and hours", "1 mute P1DT2H", "1 mute PT26H", NULL },
  { "gap", "1 private; 3 remove", NULL, "step 2 is missing before step 3" },
  { "begins late", "2 private", NULL, "step 1 is missing before step 2" },
  { "doubled", "1 private; 1 named", NULL, "step 1 twice" },
  { "backwards", "1 private; 2 named; 1 remove", NULL, "step 1 twice, or out of order" },
  { "step 0", "0 private", NULL, "is no step" },
  { "no number", "private; named", NULL, "“private” is no step" },
  { "no space", "1private", NULL, "is no step" },
  { "huge number", "99999999999999999999 private", NULL, "step 1 is missing" },
  { "unknown word", "1 shout", NULL, "“shout” can’t follow" },
  { "nothing at the step", "1 ", NULL, "is no step" },
  { "nothing after the plus", "1 private +", NULL, "“” can’t follow" },
  { "same word twice", "1 fine 50 + fine 60", NULL, "“fine” stands twice" },
  { "mute without a time", "1 mute", NULL, "“mute” can’t follow" },
  { "mute for nothing", "1 mute PT0H", NULL, "“mute PT0H”" },
  { "mute for months", "1 mute P3M", NULL, "“mute P3M”" },
  { "mute, units twice", "1 mute PT1H1H", NULL, "“mute PT1H1H”" },
  { "mute, days behind T", "1 mute PT1D", NULL, "“mute PT1D”" },
  { "mute for ever", "1 mute P367D", NULL, "“mute P367D”" },
  { "fine of nothing", "1 fine 0", NULL, "“fine 0”" },
  { "fine below nothing", "1 fine -5", NULL, "“fine -5”" },
  { "fine without an amount", "1 fine", NULL, "“fine” can’t follow" },
  { "fine in thirds", "1 fine 0.333", NULL, "“fine 0.333”" },
  { "half a point", "1 points 0.5", NULL, "“points 0.5”" },
  { "private with an amount", "1 private 5", NULL, "“private 5”" },
};

static void
test_ladders (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ladders); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterLadder) ladder = muster_ladder_parse (ladders[i].text, &error);
      g_autofree char *printed = ladder != NULL ? muster_ladder_dup_text (ladder) : NULL;

      g_test_message ("%s", ladders[i].label);
      g_assert_cmpstr (printed, ==, ladders[i].printed);
      if (ladders[i].error != NULL)
        g_assert_nonnull (strstr (error->message, ladders[i].error));
      g_assert_cmpint (muster_ladder_check_policy ("ladder", ladders[i].text, NULL), ==,
                       ladders[i].printed != NULL);
      g_assert_true (muster_ladder_check_policy ("naming", ladders[i].text, NULL));
    }
}

static void
test_length (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MusterLadder) ladder = NULL;

  for (guint step = 1; step <= MUSTER_LADDER_MAX_STEPS; step++)
    g_string_append_printf (text, "%u private;", step);
  ladder = muster_ladder_parse (text->str, NULL);
  g_assert_nonnull (ladder);
  g_assert_cmpint (muster_ladder_get_n_steps (ladder), ==, MUSTER_LADDER_MAX_STEPS);
  g_assert_nonnull (muster_ladder_get_step (ladder, MUSTER_LADDER_MAX_STEPS));
  g_assert_null (muster_ladder_get_step (ladder, MUSTER_LADDER_MAX_STEPS + 1));
  g_assert_null (muster_ladder_get_step (ladder, 0));

  g_string_append_printf (text, "%u private;", MUSTER_LADDER_MAX_STEPS + 1);
  g_assert_null (muster_ladder_parse (text->str, NULL));
}

static void
test_titles (void)
{
  MusterSanction sanction;
  g_autofree char *title = NULL;

  g_assert_true (
      muster_sanction_parse ("named + mute PT24H + fine 50 + points 1", &sanction, NULL));
  title = muster_sanction_dup_title (&sanction);
  g_assert_cmpstr (title, ==,
                   "Named in the group + Muted for 24 hours + Fine of 50 + "
                   "1 penalty point");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ladder/ladders", test_ladders);
  g_test_add_func ("/ladder/length", test_length);
  g_test_add_func ("/ladder/titles", test_titles);
  return g_test_run ();
}
