/* muster-recurrence.c - when an event happens again
 *
 * libical works out the rules; this file keeps it to the wall clock, to the
 * days that are asked for, and within bounds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-recurrence"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#include "muster-day.h"
#include "muster-event.h"
#include "muster-input-error.h"
#include "muster-recurrence-private.h"

#define MAX_STEPS 50000 /* of one rule that counts, or of hours and less */

gint64
muster_recurrence_to_seconds (struct icaltimetype time)
{
  return (gint64) muster_day_from_ymd (time.year, time.month, time.day) * SECONDS_PER_DAY +
         time.hour * 3600 + time.minute * 60 + time.second;
}

struct icaltimetype
muster_recurrence_to_time (gint64 seconds, gboolean is_date)
{
  struct icaltimetype time = icaltime_null_time ();
  MusterDay day = muster_day_from_seconds (seconds);
  int rest = (int) (seconds - (gint64) day * SECONDS_PER_DAY);

  muster_day_to_ymd (day, &time.year, &time.month, &time.day);
  time.is_date = is_date;
  if (!is_date)
    {
      time.hour = rest / 3600;
      time.minute = rest / 60 % 60;
      time.second = rest % 60;
    }
  return time;
}

int
muster_recurrence_compare_seconds (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* A rule ends where the event's own clock says so.  A date means the whole of that day. */
static void
settle_until (struct icalrecurrencetype *rule, gboolean all_day, GTimeZone *zone)
{
  if (icaltime_is_null_time (rule->until))
    return;

  if (rule->until.is_date && !all_day)
    rule->until = muster_recurrence_to_time (
        muster_recurrence_to_seconds (rule->until) + SECONDS_PER_DAY - 1, FALSE);
  else if (!rule->until.is_date && all_day)
    rule->until = muster_recurrence_to_time (muster_recurrence_to_seconds (rule->until), TRUE);
  else if (icaltime_is_utc (rule->until))
    rule->until = muster_recurrence_to_time (
        muster_event_to_wall (zone, muster_recurrence_to_seconds (rule->until)), FALSE);
}

static gboolean
take_rule (MusterRecurrence *self, const char *value, GTimeZone *zone, GError **error)
{
  struct icalrecurrencetype rule = icalrecurrencetype_from_string (value);

  if (rule.freq == ICAL_NO_RECURRENCE)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_MALFORMED, 0,
                              _ ("“%s” is not a rule for repeating."), value);
      return FALSE;
    }

  if (muster_recurrence_rule_is_too_fine (&rule, self->start))
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, 0,
                              _ ("“%s” would take too long to work out."), value);
      return FALSE;
    }

  settle_until (&rule, self->all_day, zone);
  g_array_append_val (self->rules, rule);
  return TRUE;
}

static gboolean
take_dates (GArray *dates, const char *value, gboolean all_day, GTimeZone *zone, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      struct icaltimetype time = icaltime_from_string (*part);
      gint64 seconds;

      if (icaltime_is_null_time (time))
        {
          muster_input_error_set (error, MUSTER_INPUT_ERROR_MALFORMED, 0,
                                  _ ("“%s” is not a date for repeating."), *part);
          return FALSE;
        }
      seconds = muster_recurrence_to_seconds (time);
      if (icaltime_is_utc (time) && !all_day)
        seconds = muster_event_to_wall (zone, seconds);
      g_array_append_val (dates, seconds);
    }
  return TRUE;
}

static gboolean
take_line (MusterRecurrence *self, const char *line, GTimeZone *zone, GError **error)
{
  if (g_str_has_prefix (line, "RRULE:"))
    return take_rule (self, line + strlen ("RRULE:"), zone, error);
  if (g_str_has_prefix (line, "RDATE:"))
    return take_dates (self->more, line + strlen ("RDATE:"), self->all_day, zone, error);
  if (g_str_has_prefix (line, "EXDATE:"))
    return take_dates (self->less, line + strlen ("EXDATE:"), self->all_day, zone, error);

  muster_input_error_set (error, MUSTER_INPUT_ERROR_MALFORMED, 0,
                          _ ("“%s” is not a rule for repeating."), line);
  return FALSE;
}

/**
 * muster_recurrence_new:
 * @lines: (nullable): RRULE:…, RDATE:… and EXDATE:… without parameters, one a line; times end in Z
 *   where they are UTC, else they are wall clock
 * @start: wall clock of the first time, in seconds as if it were UTC
 * @all_day: dates, not times
 * @zone: of the event
 *
 * Returns: (transfer full): the recurrence; %NULL with @error set for a line that can't be read
 */
MusterRecurrence *
muster_recurrence_new (const char *lines, gint64 start, gboolean all_day, GTimeZone *zone,
                       GError **error)
{
  g_autoptr (MusterRecurrence) self = g_new0 (MusterRecurrence, 1);
  g_auto (GStrv) split = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  self->start = start;
  self->all_day = all_day;
  self->rules = g_array_new (FALSE, FALSE, sizeof (struct icalrecurrencetype));
  self->more = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->less = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (char **line = split; *line != NULL; line++)
    if (**line != '\0' && !take_line (self, *line, zone, error))
      return NULL;

  g_array_sort (self->more, muster_recurrence_compare_seconds);
  g_array_sort (self->less, muster_recurrence_compare_seconds);
  return g_steal_pointer (&self);
}

void
muster_recurrence_free (MusterRecurrence *self)
{
  g_array_unref (self->rules);
  g_array_unref (self->more);
  g_array_unref (self->less);
  g_free (self);
}

/* A rule that counts has to be walked from its start, or from where that can be worked out; others
 * may begin at the first wanted day. */
static icalrecur_iterator *
begin (MusterRecurrence *self, struct icalrecurrencetype rule, gint64 from)
{
  gboolean counts = rule.count > 0;
  gint64 start = counts ? muster_recurrence_skip (&rule, self->start, from) : self->start;
  icalrecur_iterator *iterator;

  if (counts && rule.count == 0)
    return NULL;

  iterator = icalrecur_iterator_new (rule, muster_recurrence_to_time (start, self->all_day));
  if (iterator != NULL && !counts && from > start)
    icalrecur_iterator_set_start (iterator, muster_recurrence_to_time (from, self->all_day));
  return iterator;
}

static void
list_rule (MusterRecurrence *self, struct icalrecurrencetype rule, gint64 from, gint64 to,
           guint max, GArray *times)
{
  icalrecur_iterator *iterator =
      muster_recurrence_rule_fits (&rule, self->start) ? begin (self, rule, from) : NULL;
  guint n = 0;

  if (iterator == NULL)
    return;

  for (guint step = 0; step < MAX_STEPS && n < max; step++)
    {
      struct icaltimetype time = icalrecur_iterator_next (iterator);
      gint64 seconds;

      if (icaltime_is_null_time (time))
        break;
      seconds = muster_recurrence_to_seconds (time);
      if (seconds >= to)
        break;
      if (seconds < from)
        continue;
      g_array_append_val (times, seconds);
      n++;
    }
  icalrecur_iterator_free (iterator);
}

/* Sorted, each time once, and without those that are taken out. */
static void
tidy (MusterRecurrence *self, GArray *times, guint max)
{
  guint kept = 0;

  g_array_sort (times, muster_recurrence_compare_seconds);
  for (guint i = 0; i < times->len && kept < max; i++)
    {
      gint64 *time = &g_array_index (times, gint64, i);

      if ((kept > 0 && g_array_index (times, gint64, kept - 1) == *time) ||
          g_array_binary_search (self->less, time, muster_recurrence_compare_seconds, NULL))
        continue;
      g_array_index (times, gint64, kept++) = *time;
    }
  g_array_set_size (times, kept);
}

/* The times, and (where asked) whether a rule or a further date yields any at all. */
static GArray *
list_times (MusterRecurrence *self, gint64 from, gint64 to, guint max, gboolean *out_yields)
{
  gboolean shows_start = self->start >= from && self->start < to;
  GArray *times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean yields = FALSE;

  for (guint i = 0; i < self->rules->len; i++)
    {
      struct icalrecurrencetype rule = g_array_index (self->rules, struct icalrecurrencetype, i);
      g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (gint64));

      list_rule (self, rule, from, to, max + self->less->len, times);
      if (times->len == 0 && (shows_start || out_yields != NULL))
        list_rule (self, rule, self->start, G_MAXINT64, 1, first);
      yields = yields || times->len > 0 || first->len > 0;
    }
  if (!yields && shows_start)
    g_array_append_val (times, self->start);
  for (guint i = 0; i < self->more->len; i++)
    {
      gint64 time = g_array_index (self->more, gint64, i);

      if (time >= from && time < to)
        g_array_append_val (times, time);
    }
  tidy (self, times, max);
  if (out_yields != NULL)
    *out_yields = yields || self->more->len > 0;
  return times;
}

/**
 * muster_recurrence_list:
 * @from: wall clock; times before it are left out
 * @to: wall clock; times from it on are left out
 * @max: how many at most
 *
 * A rule that yields nothing at all leaves the first time, so that no event
 * gets lost by a rule that never fits.
 *
 * Returns: (transfer full) (element-type gint64): when it happens, sorted
 */
GArray *
muster_recurrence_list (MusterRecurrence *self, gint64 from, gint64 to, guint max)
{
  return list_times (self, from, to, max, NULL);
}

/**
 * muster_recurrence_has_times:
 *
 * Returns: %FALSE if the rules never come true, or all times are taken out
 */
gboolean
muster_recurrence_has_times (MusterRecurrence *self)
{
  gboolean yields;
  g_autoptr (GArray) times = list_times (self, G_MININT64, G_MAXINT64, 1, &yields);

  return times->len > 0 && (yields || self->rules->len == 0);
}

gboolean
muster_recurrence_has_time (MusterRecurrence *self, gint64 time)
{
  g_autoptr (GArray) times = muster_recurrence_list (self, time, time + 1, 1);

  return times->len > 0;
}

/**
 * muster_recurrence_is_endless:
 *
 * Returns: whether a rule has neither a number nor a last day
 */
gboolean
muster_recurrence_is_endless (MusterRecurrence *self)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const struct icalrecurrencetype *rule =
          &g_array_index (self->rules, struct icalrecurrencetype, i);

      if (rule->count == 0 && icaltime_is_null_time (rule->until))
        return TRUE;
    }

  return FALSE;
}
