/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"

G_BEGIN_DECLS

#define MUSTER_DAY_RANGES_NO_END G_MAXINT32 /* of a leave without a known end */

/**
 * MusterDayRange:
 *
 * Days in a row; both ends belong to it.
 */
typedef struct
{
  MusterDay from;
  MusterDay to;
} MusterDayRange;

typedef struct _MusterDayRanges MusterDayRanges;

MusterDayRanges *muster_day_ranges_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_day_ranges_free (MusterDayRanges *self);
void muster_day_ranges_add (MusterDayRanges *self, MusterDay from, MusterDay to);

gboolean muster_day_ranges_is_empty (const MusterDayRanges *self);
MusterDay muster_day_ranges_get_last (const MusterDayRanges *self);
const MusterDayRange *muster_day_ranges_get (const MusterDayRanges *self, guint *out_n);
gint64 muster_day_ranges_count (const MusterDayRanges *self, MusterDay from, MusterDay to);
gboolean muster_day_ranges_cover (const MusterDayRanges *self, MusterDay from, MusterDay to,
                                  const MusterDayRanges *except, MusterDayRange *out_gap);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterDayRanges, muster_day_ranges_free)

G_END_DECLS
