/* muster-reminder.c - when the keeper wants to be reminded of events
 *
 * Part of calendar; what shows reminders asks here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-reminder"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-day.h"
#include "muster-occurrence.h"
#include "muster-reminder.h"

#define SECONDS_PER_MINUTE 60
#define MAX_LEAD (MUSTER_EVENT_MAX_REMINDER * SECONDS_PER_MINUTE)

void
muster_reminder_free (MusterReminder *self)
{
  g_free (self->title);
  g_free (self->place);
  g_free (self);
}

/**
 * muster_reminder_get_id:
 *
 * Returns: of the event, else of what it is about
 */
const MusterId *
muster_reminder_get_id (const MusterReminder *self)
{
  return muster_id_is_none (&self->series) ? &self->subject : &self->series;
}

static void
add (GPtrArray *found, const MusterOccurrence *occurrence, gint64 at)
{
  MusterReminder *reminder = g_new0 (MusterReminder, 1);

  reminder->series = occurrence->series;
  reminder->original_at = occurrence->original_at;
  reminder->at = at;
  reminder->start = occurrence->start;
  reminder->end = occurrence->end;
  reminder->all_day = occurrence->event->all_day;
  reminder->title = g_strdup (occurrence->event->title);
  reminder->place = g_strdup (occurrence->event->place);
  g_ptr_array_add (found, reminder);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const MusterReminder *x = *(const MusterReminder *const *) a;
  const MusterReminder *y = *(const MusterReminder *const *) b;

  return (x->at > y->at) - (x->at < y->at);
}

/**
 * muster_reminder_list:
 * @after: seconds since 1970; reminders of that moment are left out
 * @until: seconds since 1970; reminders of that moment are included
 * @viewer: the zone in which days without times of day are meant
 *
 * Cancelled events remind nobody.
 *
 * Returns: (transfer full) (element-type MusterReminder): in the order of their moments
 */
GPtrArray *
muster_reminder_list (MusterDatabase *db, gint64 after, gint64 until, GTimeZone *viewer,
                      GError **error)
{
  g_autoptr (GPtrArray) occurrences =
      muster_occurrence_list (db, NULL, after, until + MAX_LEAD + 1, viewer, error);
  GPtrArray *found;

  if (occurrences == NULL)
    return NULL;

  found = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_reminder_free);
  for (guint i = 0; i < occurrences->len; i++)
    {
      const MusterOccurrence *occurrence = occurrences->pdata[i];
      const char *reminders = occurrence->event->reminders;
      g_auto (GStrv) lines = g_strsplit (reminders != NULL ? reminders : "", "\n", -1);

      if (g_strcmp0 (occurrence->event->standing, "cancelled") == 0)
        continue;
      for (char **line = lines; *line != NULL; line++)
        {
          gint64 minutes = -1, at;

          if (!g_ascii_string_to_signed (*line, 10, 0, MUSTER_EVENT_MAX_REMINDER, &minutes, NULL))
            continue;
          at = occurrence->start - minutes * SECONDS_PER_MINUTE;
          if (at > after && at <= until)
            add (found, occurrence, at);
        }
    }
  g_ptr_array_sort (found, compare);
  return found;
}

static MusterDay
get_day (gint64 utc, GTimeZone *viewer)
{
  return muster_day_from_seconds (muster_event_to_wall (viewer, utc));
}

/* The day as one says it now, and the time of day unless there is none. */
static char *
dup_when (const MusterReminder *self, gint64 now, GTimeZone *viewer)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (self->start);
  g_autoptr (GDateTime) start = g_date_time_to_timezone (utc, viewer);
  MusterDay days = get_day (self->start, viewer) - get_day (now, viewer);
  gint64 minutes = (self->start - now + SECONDS_PER_MINUTE / 2) / SECONDS_PER_MINUTE;

  if (days == 0 && self->all_day)
    return g_strdup (_ ("Today"));
  if (days == 1 && self->all_day)
    return g_strdup (_ ("Tomorrow"));
  if (self->all_day)
    /* TRANSLATORS: a day: Monday, 7 December */
    return g_date_time_format (start, _ ("%A, %-d %B"));
  if (self->end <= now)
    return g_strdup (_ ("It is over"));
  if (minutes < 0)
    return g_strdup (_ ("It has begun"));
  if (minutes == 0)
    return g_strdup (_ ("Now"));
  if (minutes < 60)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "In %d minute", "In %d minutes", (gulong) minutes),
        (int) minutes);
  if (days == 0)
    return g_date_time_format (start, _ ("Today at %H:%M"));
  if (days == 1)
    return g_date_time_format (start, _ ("Tomorrow at %H:%M"));
  /* TRANSLATORS: a day and a time: Monday, 7 December, 19:00 */
  return g_date_time_format (start, _ ("%A, %-d %B, %H:%M"));
}

/**
 * muster_reminder_dup_text:
 * @now: seconds since 1970
 *
 * Returns: (transfer full): when and where, in words and on one line
 */
char *
muster_reminder_dup_text (const MusterReminder *self, gint64 now, GTimeZone *viewer)
{
  g_autofree char *when = dup_when (self, now, viewer);

  if (self->place == NULL || *self->place == '\0')
    return g_steal_pointer (&when);
  return g_strdup_printf ("%s · %s", when, self->place);
}
