/* muster-rhythm.c - how often a group wants events of which size
 *
 * Written as small=2/P1W,medium=1/P2W,large=1/P1M: two small ones a week, a
 * medium one a fortnight, a large one a month.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rhythm"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-event-kind.h"
#include "muster-rhythm.h"
#include "muster-store-error.h"

#define DAYS_PER_WEEK 7
#define FIRST_MONDAY 4 /* 5 January 1970, in days since 1970 */
#define MAX_NUMBER 100
#define MAX_DAYS (53 * DAYS_PER_WEEK)
#define MAX_MONTHS 12

static gboolean
is_size (const char *word)
{
  for (guint i = 0; i < MUSTER_N_EVENT_SIZES; i++)
    if (g_strcmp0 (muster_event_size_get_key (i), word) == 0)
      return TRUE;

  return FALSE;
}

static void
rhythm_free (gpointer data)
{
  MusterRhythm *self = data;

  g_free (self->size);
  g_free (self);
}

/* Whole weeks or whole months, so that each period has a first day. */
static gboolean
is_countable (MusterPeriod period)
{
  return period.months > 0
             ? period.days == 0 && period.months <= MAX_MONTHS && 12 % period.months == 0
             : period.days > 0 && period.days % DAYS_PER_WEEK == 0 && period.days <= MAX_DAYS;
}

static MusterRhythm *
parse_entry (const char *entry)
{
  g_auto (GStrv) sides = g_strsplit (entry, "=", 2);
  g_auto (GStrv) values =
      sides[0] != NULL && sides[1] != NULL ? g_strsplit (sides[1], "/", 2) : NULL;
  MusterPeriod period;
  guint64 number;
  MusterRhythm *rhythm;

  if (values == NULL || values[0] == NULL || values[1] == NULL ||
      !is_size (g_strstrip (sides[0])) ||
      !g_ascii_string_to_unsigned (g_strstrip (values[0]), 10, 1, MAX_NUMBER, &number, NULL) ||
      !muster_period_parse (g_strstrip (values[1]), &period) || !is_countable (period))
    return NULL;

  rhythm = g_new0 (MusterRhythm, 1);
  rhythm->size = g_strdup (sides[0]);
  rhythm->number = (guint) number;
  rhythm->period = period;
  return rhythm;
}

/**
 * muster_rhythm_parse:
 * @text: empty for no rhythm
 *
 * Returns: (transfer full) (element-type MusterRhythm): an entry a size; %NULL with @error set
 *   where it can't be read
 */
GPtrArray *
muster_rhythm_parse (const char *text, GError **error)
{
  g_auto (GStrv) entries = g_strsplit (text, ",", -1);
  g_autoptr (GPtrArray) rhythms = g_ptr_array_new_with_free_func (rhythm_free);

  for (char **entry = entries; *entry != NULL; entry++)
    {
      MusterRhythm *rhythm;

      if (*g_strstrip (*entry) == '\0')
        continue;
      rhythm = parse_entry (*entry);
      if (rhythm == NULL)
        {
          g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                       _ ("“%s” is no rhythm. Write it as “small=2/P1W” for two small events a "
                          "week; sizes are small, medium and large."),
                       *entry);
          return NULL;
        }
      g_ptr_array_add (rhythms, rhythm);
    }
  return g_steal_pointer (&rhythms);
}

/**
 * muster_rhythm_get_period:
 * @out_from: the first day of the period in which @day lies: a Monday, or the first of a month
 * @out_to: its last day
 */
void
muster_rhythm_get_period (const MusterRhythm *self, MusterDay day, MusterDay *out_from,
                          MusterDay *out_to)
{
  int year, month, day_of_month;

  if (self->period.months > 0)
    {
      muster_day_to_ymd (day, &year, &month, &day_of_month);
      month -= (month - 1) % self->period.months;
      *out_from = muster_day_from_ymd (year, month, 1);
      *out_to = muster_day_add_months (*out_from, self->period.months) - 1;
      return;
    }

  day_of_month = (day - FIRST_MONDAY) % self->period.days;
  *out_from = day - (day_of_month < 0 ? day_of_month + self->period.days : day_of_month);
  *out_to = *out_from + self->period.days - 1;
}
