/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterSampleRandom:
 *
 * Numbers that look random and are the same on every machine.
 */
typedef struct
{
  guint64 state;
} MusterSampleRandom;

guint muster_sample_random_below (MusterSampleRandom *self, guint limit);
int muster_sample_random_between (MusterSampleRandom *self, int from, int to);

G_END_DECLS
