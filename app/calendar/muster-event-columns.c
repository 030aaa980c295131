/* muster-event-columns.c - which events of a day stand side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-columns"

#include "config.h"

#include "muster-event-columns.h"

/* All that overlap, directly or by way of others, are equally wide. */
static void
share (MusterColumn *columns, guint n, GArray *ends)
{
  for (guint i = 0; i < n; i++)
    columns[i].n_columns = ends->len;
  g_array_set_size (ends, 0);
}

/* The first column that is free again. */
static void
take_column (MusterColumn *event, GArray *ends)
{
  for (event->column = 0; event->column < ends->len; event->column++)
    if (g_array_index (ends, int, event->column) <= event->from)
      {
        g_array_index (ends, int, event->column) = event->to;
        return;
      }
  g_array_append_val (ends, event->to);
}

/**
 * muster_columns_place:
 * @columns: sorted by @from
 */
void
muster_columns_place (MusterColumn *columns, guint n_columns)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (int)); /* of each column */
  guint begin = 0; /* the first of those that overlap */
  int last = G_MININT;

  for (guint i = 0; i < n_columns; i++)
    {
      if (columns[i].from >= last)
        {
          share (columns + begin, i - begin, ends);
          begin = i;
        }
      take_column (&columns[i], ends);
      last = MAX (last, columns[i].to);
    }
  share (columns + begin, n_columns - begin, ends);
}
