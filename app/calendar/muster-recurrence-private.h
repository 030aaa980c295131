/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libical/ical.h>

#include "muster-recurrence.h"

G_BEGIN_DECLS

#define SECONDS_PER_DAY 86400

struct _MusterRecurrence
{
  gint64 start;
  gboolean all_day;
  GArray *rules; /* owned, of struct icalrecurrencetype */
  GArray *more;  /* owned, of gint64, sorted */
  GArray *less;  /* owned, of gint64, sorted */
};

/* Whether a list of a rule, BYMONTH and the like, is there. */
static inline gboolean
muster_recurrence_is_given (const short *values)
{
  return values[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

gint64 muster_recurrence_to_seconds (struct icaltimetype time);
struct icaltimetype muster_recurrence_to_time (gint64 seconds, gboolean is_date);
int muster_recurrence_compare_seconds (gconstpointer a, gconstpointer b);
gint64 muster_recurrence_skip (struct icalrecurrencetype *rule, gint64 start, gint64 from);
gboolean muster_recurrence_rule_fits (const struct icalrecurrencetype *rule, gint64 start);
gboolean muster_recurrence_rule_is_too_fine (const struct icalrecurrencetype *rule, gint64 start);
void muster_recurrence_say_days (struct icalrecurrencetype *rule, gint64 start);

G_END_DECLS
