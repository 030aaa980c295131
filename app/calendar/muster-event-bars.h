/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-month-grid.h"

G_BEGIN_DECLS

/**
 * MusterBar:
 * @first: column of its first day, 0 to 6
 * @last: column of its last day, not before @first
 * @lane: which line of the week it stands on, from 0
 * @shown: whether it has room
 *
 * An event in a week of the month's page.
 */
typedef struct
{
  guint first;
  guint last;
  guint lane;
  gboolean shown;
} MusterBar;

void muster_bars_place (MusterBar *bars, guint n_bars, guint capacity,
                        guint out_hidden[MUSTER_DAYS_PER_WEEK]);

G_END_DECLS
