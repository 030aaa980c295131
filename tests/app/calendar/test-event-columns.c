/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "muster-event-columns.h"

#define MAX_EVENTS 8

/* Events are written as FROM-TO in hours, what comes out as COLUMN/HOW MANY. */
static const struct
{
  const char *label;
  const char *events;
  const char *placed;
} rows[] = {
  { "nothing", "", "" },
  { "alone", "9-10", "0/1" },
  { "one after the other", "9-10 10-11", "0/1 0/1" },
  { "at the same time", "9-10 9-10 9-10", "0/3 1/3 2/3" },
  { "overlapping by way of another", "9-12 10-11 11-13", "0/2 1/2 1/2" },
  { "a new group after a gap", "9-11 10-11 12-13", "0/2 1/2 0/1" },
  { "a free column is used again", "8-12 8-9 9-10 10-11", "0/2 1/2 1/2 1/2" },
  { "the longest decides when the group ends", "8-20 9-10 19-21 20-22", "0/2 1/2 1/2 0/2" },
};

static guint
parse (const char *text, MusterColumn *events)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = 0;

  for (char **word = words; *word != NULL && **word != '\0'; word++)
    {
      int from, to;

      g_assert_cmpint (sscanf (*word, "%d-%d", &from, &to), ==, 2);
      events[n++] = (MusterColumn){ .from = from * 60, .to = to * 60 };
    }
  return n;
}

static void
test_place (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterColumn events[MAX_EVENTS];
      guint n = parse (rows[i].events, events);
      g_autoptr (GString) placed = g_string_new (NULL);

      g_test_message ("%s", rows[i].label);
      muster_columns_place (events, n);
      for (guint j = 0; j < n; j++)
        g_string_append_printf (placed, "%s%u/%u", j > 0 ? " " : "", events[j].column,
                                events[j].n_columns);
      g_assert_cmpstr (placed->str, ==, rows[i].placed);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-columns/place", test_place);
  return g_test_run ();
}
