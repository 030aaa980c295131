/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterLunarDate:
 * @year: the Gregorian year in which this Chinese year begins
 * @month: 1 to 12
 * @leap: it is the month put in after the ordinary one of the same number
 * @day: 1 to 30
 *
 * A date of the Chinese calendar, as it is reckoned in Beijing.
 */
typedef struct
{
  int year;
  int month;
  gboolean leap;
  int day;
} MusterLunarDate;

/**
 * MusterLunar:
 *
 * Turns days into Chinese dates and back.  Not for several threads at once.
 */
typedef struct _MusterLunar MusterLunar;

MusterLunar *muster_lunar_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_lunar_free (MusterLunar *self);

gboolean muster_lunar_from_day (MusterLunar *self, MusterDay day, MusterLunarDate *out_date);
gboolean muster_lunar_to_day (MusterLunar *self, const MusterLunarDate *date, MusterDay *out_day);

const char *muster_lunar_get_day_name (int day);
char *muster_lunar_dup_month_name (int month, gboolean leap) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterLunar, muster_lunar_free)

G_END_DECLS
