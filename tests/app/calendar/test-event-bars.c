/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-event-bars.h"

#define MAX_BARS 8

/* Bars are written as FIRST-LAST, what comes out as LANE, with an x behind one that has no room. */
static const struct
{
  const char *label;
  const char *bars;
  guint capacity;
  const char *placed;
  const char *hidden; /* a number a day */
} rows[] = {
  { "nothing", "", 3, "", "0000000" },
  { "side by side on a line", "0-0 1-1 6-6", 3, "0 0 0", "0000000" },
  { "one below the other", "2-2 2-2 2-2", 3, "0 1 2", "0000000" },
  { "a long one above", "0-6 3-3", 3, "0 1", "0000000" },
  { "fills a gap", "0-3 0-1 4-6 2-3", 3, "0 1 0 1", "0000000" },
  { "one too many leaves a line for how many", "2-2 2-2 2-2 2-2", 3, "0 1 2x 3x", "0020000" },
  { "only the full day", "2-2 2-2 2-2 2-2 3-3 3-3 3-3", 3, "0 1 2x 3x 0 1 2", "0020000" },
  { "a long one is hidden on all its days", "2-2 2-2 2-2 1-3", 3, "0 1 2x 3x", "0121000" },
  { "no room at all", "5-5 0-6", 0, "0x 1x", "1111121" },
  { "the whole week", "0-6 0-6", 2, "0 1", "0000000" },
};

static guint
parse (const char *text, MusterBar *bars)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = 0;

  for (char **word = words; *word != NULL && **word != '\0'; word++)
    bars[n++] =
        (MusterBar){ .first = (guint) ((*word)[0] - '0'), .last = (guint) ((*word)[2] - '0') };
  return n;
}

static void
test_place (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterBar bars[MAX_BARS];
      guint n = parse (rows[i].bars, bars);
      guint hidden[MUSTER_DAYS_PER_WEEK];
      g_autoptr (GString) placed = g_string_new (NULL);
      g_autoptr (GString) left = g_string_new (NULL);

      g_test_message ("%s", rows[i].label);
      muster_bars_place (bars, n, rows[i].capacity, hidden);
      for (guint j = 0; j < n; j++)
        g_string_append_printf (placed, "%s%u%s", j > 0 ? " " : "", bars[j].lane,
                                bars[j].shown ? "" : "x");
      for (guint j = 0; j < MUSTER_DAYS_PER_WEEK; j++)
        g_string_append_printf (left, "%u", hidden[j]);
      g_assert_cmpstr (placed->str, ==, rows[i].placed);
      g_assert_cmpstr (left->str, ==, rows[i].hidden);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-bars/place", test_place);
  return g_test_run ();
}
