/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterDay:
 *
 * A calendar date as the number of days since 1970-01-01, in the proleptic
 * Gregorian calendar and without a time zone.  Later is larger; the difference
 * of two is a number of days.  %MUSTER_DAY_NONE is no date.
 */
typedef gint32 MusterDay;

#define MUSTER_DAY_NONE G_MININT32
#define MUSTER_DAY_LENGTH 11 /* bytes for YYYY-MM-DD and its end */

/**
 * MusterPeriod:
 *
 * A length of calendar time: months and days are kept apart because a month
 * has no fixed number of days.
 */
typedef struct
{
  int months;
  int days;
} MusterPeriod;

MusterDay muster_day_from_ymd (int year, int month, int day);
void muster_day_to_ymd (MusterDay self, int *out_year, int *out_month, int *out_day);
MusterDay muster_day_from_seconds (gint64 seconds);
gboolean muster_day_parse (const char *text, MusterDay *out_day);
void muster_day_format (MusterDay self, char out[MUSTER_DAY_LENGTH]);
char *muster_day_dup_text (MusterDay self) G_GNUC_WARN_UNUSED_RESULT;

MusterDay muster_day_add_months (MusterDay self, int months);
MusterDay muster_day_add_period (MusterDay self, MusterPeriod period);

gboolean muster_period_parse (const char *text, MusterPeriod *out_period);
char *muster_period_dup_text (MusterPeriod self) G_GNUC_WARN_UNUSED_RESULT;

gint64 muster_time_parse (const char *text, gboolean *out_valid);
char *muster_time_dup_text (gint64 seconds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
