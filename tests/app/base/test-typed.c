/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-day.h"
#include "muster-typed.h"

static void
test_time (void)
{
  static const struct
  {
    const char *text;
    int minutes; /* since midnight; -1: refused */
  } rows[] = {
    { "19:00", 1140 }, { " 7:05 ", 425 }, { "19：30", 1170 },
    { "1930", 1170 },  { "930", 570 },    { "7", 420 },
    { "0", 0 },        { "23:59", 1439 }, { "24:00", -1 },
    { "19:60", -1 },   { "19:5", -1 },    { "", -1 },
    { "noon", -1 },    { "19:00x", -1 },  { "２０:００", 1200 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int seconds = -60;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (muster_typed_time (rows[i].text, &seconds), ==, rows[i].minutes >= 0);
      g_assert_cmpint (seconds, ==, rows[i].minutes * 60);
    }
}

static void
test_amount (void)
{
  static const struct
  {
    const char *text;
    gint64 hundredths; /* -1: refused */
    const char *shown;
  } rows[] = {
    { "12", 1200, "12" },       { "12.5", 1250, "12.50" },
    { "12,05", 1205, "12.05" }, { "", 0, "0" },
    { "0.01", 1, "0.01" },      { "-1", -1, NULL },
    { "12.", -1, NULL },        { "1.234", -1, NULL },
    { "ten", -1, NULL },        { "9999999999", -1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 amount = -1;
      g_autofree char *shown = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (muster_typed_amount (rows[i].text, &amount), ==, rows[i].hundredths >= 0);
      g_assert_cmpint (amount, ==, rows[i].hundredths);
      if (rows[i].shown == NULL)
        continue;
      shown = muster_typed_dup_amount (amount);
      g_assert_cmpstr (shown, ==, rows[i].shown);
    }
}

static void
test_moment (void)
{
  static const struct
  {
    const char *text, *time; /* NULL: refused */
  } rows[] = {
    { "2026-03-02", "2026-03-02T00:00:00" },
    { "2026-03-02 19:00", "2026-03-02T19:00:00" },
    { " 2026-03-02T19:05 ", "2026-03-02T19:05:00" },
    { "2026-02-30", NULL },
    { "2026-03-02T25:00", NULL },
    { "2026-03-02 19", NULL },
    { "tomorrow", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 wall = -1;
      g_autofree char *text = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (muster_typed_moment (rows[i].text, &wall), ==, rows[i].time != NULL);
      text = wall != -1 ? muster_time_dup_text (wall) : NULL;
      g_assert_cmpstr (text, ==, rows[i].time);
    }
}

static void
test_minutes (void)
{
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (int));

  g_assert_true (muster_typed_minutes ("45, 120\n0", minutes));
  g_assert_cmpuint (minutes->len, ==, 3);
  g_assert_cmpint (g_array_index (minutes, int, 1), ==, 120);
  g_assert_false (muster_typed_minutes ("soon", minutes));
  g_assert_false (muster_typed_minutes ("99999999", minutes));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed/time", test_time);
  g_test_add_func ("/typed/amount", test_amount);
  g_test_add_func ("/typed/moment", test_moment);
  g_test_add_func ("/typed/minutes", test_minutes);
  return g_test_run ();
}
