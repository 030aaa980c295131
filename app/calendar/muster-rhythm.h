/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"

G_BEGIN_DECLS

#define MUSTER_RHYTHM_DEFAULT "small=2/P1W,medium=1/P2W,large=1/P1M" /* "2-2-1" */

/**
 * MusterRhythm:
 * @size: owned: of the events: small, medium, large
 * @number: how many there should be in each period
 * @period: whole weeks, or whole months
 *
 * How often a group wants events of one size.
 */
typedef struct
{
  char *size;
  guint number;
  MusterPeriod period;
} MusterRhythm;

GPtrArray *muster_rhythm_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_rhythm_get_period (const MusterRhythm *self, MusterDay day, MusterDay *out_from,
                               MusterDay *out_to);

G_END_DECLS
