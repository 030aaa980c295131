/* muster-words.c - dates, times and numbers as the window writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-words"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-words.h"

/**
 * muster_words_for_day:
 *
 * Returns: (transfer full): a date such as "20 November 2026"; empty for no date
 */
char *
muster_words_for_day (MusterDay day)
{
  g_autoptr (GDateTime) date = NULL;

  if (day == MUSTER_DAY_NONE)
    return g_strdup ("");

  date = g_date_time_new_from_unix_utc ((gint64) day * 24 * 60 * 60);
  /* TRANSLATORS: a date, see strftime(3) */
  return g_date_time_format (date, _ ("%-d %B %Y"));
}

/**
 * muster_words_for_moment:
 * @time_us: microseconds since 1970
 *
 * Returns: (transfer full): date and time on this computer's clock
 */
char *
muster_words_for_moment (gint64 time_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  /* TRANSLATORS: a date and a time, see strftime(3) */
  return g_date_time_format (local, _ ("%-d %B %Y, %H:%M"));
}

/**
 * muster_words_for_wall_clock:
 * @seconds: since 1970 of a time that needs no conversion
 *
 * Returns: (transfer full): date and time
 */
char *
muster_words_for_wall_clock (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return g_date_time_format (time, _ ("%-d %B %Y, %H:%M"));
}

/**
 * muster_words_for_count:
 *
 * Returns: (transfer full): a number with the separators of the language
 */
char *
muster_words_for_count (guint64 count)
{
  return g_strdup_printf ("%'" G_GUINT64_FORMAT, count);
}
