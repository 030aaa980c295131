/* muster-sample-random.c - the dice of the sample groups
 *
 * Part of sample.  A linear congruential generator with mixed output: GLib's
 * own may change its numbers between versions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sample-random"

#include "config.h"

#include "muster-sample-random.h"

/**
 * muster_sample_random_below:
 * @limit: at least 1
 *
 * Returns: 0 to @limit - 1
 */
guint
muster_sample_random_below (MusterSampleRandom *self, guint limit)
{
  guint64 x;

  self->state = self->state * G_GUINT64_CONSTANT (6364136223846793005) +
                G_GUINT64_CONSTANT (1442695040888963407);
  x = self->state ^ (self->state >> 29);
  return (guint) ((x >> 24) % limit);
}

/**
 * muster_sample_random_between:
 *
 * Returns: @from to @to, both included
 */
int
muster_sample_random_between (MusterSampleRandom *self, int from, int to)
{
  return from + (int) muster_sample_random_below (self, (guint) (to - from + 1));
}
