/* muster-date-text.c - a date as a person writes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-date-text"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-date-text.h"

/**
 * muster_date_text_dup:
 *
 * Returns: (transfer full): the date in words of the user's language: 1 July 2026, 2026年7月1日
 */
char *
muster_date_text_dup (MusterDay day)
{
  int year, month, day_of_month;
  g_autoptr (GDateTime) date = NULL;

  muster_day_to_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  if (date == NULL)
    return muster_day_dup_text (day);

  /* TRANSLATORS: a date for g_date_time_format(): 1 July 2026 */
  return g_date_time_format (date, _ ("%-d %B %Y"));
}
