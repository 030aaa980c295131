/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"
#include "muster-span.h"

G_BEGIN_DECLS

/**
 * MusterHalf:
 *
 * The half of the day that a time of twelve hours is in.
 */
typedef enum
{
  MUSTER_HALF_NONE,
  MUSTER_HALF_AM,
  MUSTER_HALF_PM,
} MusterHalf;

/**
 * MusterDayCache:
 *
 * The last date that was turned into a day: neighbours in a log share it.
 */
typedef struct
{
  guint32 key;
  MusterDay day;
} MusterDayCache;

/* The functions below read at @p, before @end, and give back the place behind what they
 * read; %NULL (or @p, where nothing is fine too) when it isn't there. */

static inline const char *
muster_stamp_number (const char *p, const char *end, guint max_digits, int *out_value,
                     guint *out_digits)
{
  int value = 0;
  guint n = 0;

  while (p < end && n < max_digits && (guint8) (*p - '0') < 10)
    {
      value = value * 10 + (*p++ - '0');
      n++;
    }
  if (n == 0 || (p < end && (guint8) (*p - '0') < 10))
    return NULL;
  *out_value = value;
  *out_digits = n;
  return p;
}

const char *muster_stamp_any_number (const char *p, const char *end, guint max_digits,
                                     int *out_value, guint *out_digits);
const char *muster_stamp_skip_space (const char *p, const char *end);
const char *muster_stamp_skip_invisible (const char *p, const char *end);
const char *muster_stamp_half (const char *p, const char *end, MusterHalf *out_half);
const char *
muster_stamp_clock (const char *p, const char *end, int *out_seconds, gboolean *out_has_seconds);
const char *
muster_stamp_date_ymd (const char *p, const char *end, MusterDayCache *cache, MusterDay *out_day);
const char *muster_stamp_iso (const char *p, const char *end, gint64 *out_time, gint64 *out_utc);

int muster_stamp_apply_half (int seconds, MusterHalf half);
MusterDay muster_stamp_day (MusterDayCache *cache, int year, int month, int day);
MusterSpan muster_span_trim (MusterSpan span);
MusterSpan muster_span_trim_lines (MusterSpan span);

G_END_DECLS
