/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"

G_BEGIN_DECLS

#define MUSTER_DAYS_PER_WEEK 7

/**
 * MusterWeekday:
 *
 * Numbered as strftime(3) numbers them.
 */
typedef enum
{
  MUSTER_SUNDAY,
  MUSTER_MONDAY,
  MUSTER_TUESDAY,
  MUSTER_WEDNESDAY,
  MUSTER_THURSDAY,
  MUSTER_FRIDAY,
  MUSTER_SATURDAY,
} MusterWeekday;

MusterWeekday muster_weekday_get (MusterDay day);
MusterWeekday muster_weekday_get_first (void);
MusterDay muster_week_get_start (MusterDay day, MusterWeekday first);
guint muster_month_grid_get (MusterDay day, MusterWeekday first, MusterDay *out_start);

G_END_DECLS
