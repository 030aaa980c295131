/* muster-event.c - something that happens
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-day.h"
#include "muster-event.h"
#include "muster-recurrence.h"
#include "muster-store-error.h"

#define FIRST_YEAR 1970
#define LAST_YEAR 9999

MusterEvent *
muster_event_new (void)
{
  MusterEvent *self = g_new0 (MusterEvent, 1);

  self->original_at = MUSTER_EVENT_NO_TIME;
  self->sign_up_until = MUSTER_EVENT_NO_TIME;
  self->kind = g_strdup ("meeting");
  self->standing = g_strdup ("planned");
  return self;
}

MusterEvent *
muster_event_copy (const MusterEvent *self)
{
  MusterEvent *copy = g_memdup2 (self, sizeof *self);

  copy->uid = g_strdup (self->uid);
  copy->kind = g_strdup (self->kind);
  copy->title = g_strdup (self->title);
  copy->place = g_strdup (self->place);
  copy->description = g_strdup (self->description);
  copy->zone = g_strdup (self->zone);
  copy->recurrence = g_strdup (self->recurrence);
  copy->standing = g_strdup (self->standing);
  copy->currency = g_strdup (self->currency);
  copy->reminders = g_strdup (self->reminders);
  copy->attachments = g_strdup (self->attachments);
  copy->size = g_strdup (self->size);
  return copy;
}

void
muster_event_free (MusterEvent *self)
{
  g_free (self->uid);
  g_free (self->kind);
  g_free (self->title);
  g_free (self->place);
  g_free (self->description);
  g_free (self->zone);
  g_free (self->recurrence);
  g_free (self->standing);
  g_free (self->currency);
  g_free (self->reminders);
  g_free (self->attachments);
  g_free (self->size);
  g_free (self);
}

/**
 * muster_event_dup_zone:
 *
 * Returns: (transfer full): the event's zone; the local one where it has none,
 *   or one that this computer does not know
 */
GTimeZone *
muster_event_dup_zone (const MusterEvent *self)
{
  GTimeZone *zone = self->zone != NULL ? g_time_zone_new_identifier (self->zone) : NULL;

  return zone != NULL ? zone : g_time_zone_new_local ();
}

/**
 * muster_event_to_utc:
 * @wall: seconds on the clock of @zone, as if it were UTC
 *
 * Returns: seconds since 1970; of an hour that the clocks leave out, the moment they change
 */
gint64
muster_event_to_utc (GTimeZone *zone, gint64 wall)
{
  gint64 adjusted = wall;
  int interval = g_time_zone_adjust_time (zone, G_TIME_TYPE_STANDARD, &adjusted);

  return adjusted - g_time_zone_get_offset (zone, interval);
}

/**
 * muster_event_to_wall:
 * @utc: seconds since 1970
 *
 * Returns: seconds on the clock of @zone, as if it were UTC
 */
gint64
muster_event_to_wall (GTimeZone *zone, gint64 utc)
{
  return utc + g_time_zone_get_offset (
                   zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc));
}

static gboolean
fail (GError **error, const char *text)
{
  g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID, text);
  return FALSE;
}

static gboolean
is_year_known (gint64 wall)
{
  int year, month, day;

  muster_day_to_ymd (muster_day_from_seconds (wall), &year, &month, &day);
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static gboolean
are_reminders (const char *reminders)
{
  g_auto (GStrv) lines = g_strsplit (reminders != NULL ? reminders : "", "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (!g_ascii_string_to_signed (*line, 10, 0, MUSTER_EVENT_MAX_REMINDER, NULL, NULL))
      return FALSE;
  return TRUE;
}

/**
 * muster_event_check:
 *
 * Returns: whether the event may be stored; else @error says what is wrong with it
 */
gboolean
muster_event_check (const MusterEvent *self, GError **error)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (MusterRecurrence) recurrence = NULL;

  if (self->title == NULL || *self->title == '\0')
    return fail (error, _ ("The event has no title."));
  if (!is_year_known (self->start_at) || !is_year_known (self->end_at))
    return fail (error, _ ("Events are of the years 1970 to 9999."));
  if (self->end_at < self->start_at)
    return fail (error, _ ("The event ends before it begins."));
  zone = self->zone != NULL ? g_time_zone_new_identifier (self->zone) : g_time_zone_new_local ();
  if (zone == NULL)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _ ("There is no time zone “%s”."), self->zone);
      return FALSE;
    }
  if (self->fee < 0 || self->capacity < 0)
    return fail (error, _ ("A fee or a number of places can’t be less than nothing."));

  if (!are_reminders (self->reminders))
    return fail (error, _ ("A reminder is a number of minutes before the start, 60 days at most."));

  recurrence = muster_recurrence_new (self->recurrence, self->start_at, self->all_day, zone, error);
  return recurrence != NULL;
}
