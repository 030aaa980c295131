/* measure.c - what the benches share: the clock, the median, the line of the table
 *
 * Every line is "name | ours | baseline | ratio | target" (tests/bench/run reads
 * it).  The ratio is the median of the ratios of the rounds, because ours and
 * the baseline of one round were measured one after the other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (const double values[MEASURE_ROUNDS])
{
  double sorted[MEASURE_ROUNDS];

  memcpy (sorted, values, sizeof sorted);
  qsort (sorted, MEASURE_ROUNDS, sizeof *sorted, compare_doubles);
  return sorted[MEASURE_ROUNDS / 2];
}

/**
 * measure_since:
 * @start: of g_get_monotonic_time()
 *
 * Returns: milliseconds
 */
double
measure_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

void
measure_print_head (void)
{
  g_print ("name | ours ms | baseline ms | ratio | target\n");
}

void
measure_print (const char *name, const double ours[MEASURE_ROUNDS],
               const double baseline[MEASURE_ROUNDS], const char *target)
{
  double ratios[MEASURE_ROUNDS];

  for (guint i = 0; i < MEASURE_ROUNDS; i++)
    ratios[i] = ours[i] / baseline[i];
  g_print ("%s | %.2f | %.2f | %.3f | %s\n", name, median (ours), median (baseline),
           median (ratios), target);
}

void
measure_remove_database (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      (void) g_unlink (file);
    }
}
