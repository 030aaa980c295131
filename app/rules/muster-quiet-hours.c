/* muster-quiet-hours.c - when nothing is written into a group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-quiet-hours"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-quiet-hours.h"
#include "muster-store-error.h"

#define MINUTES_PER_DAY 1440
#define SECONDS_PER_MINUTE 60

/* H:MM at @p; NULL if there is none. */
static const char *
read_clock (const char *p, int *out_minute)
{
  int hours = 0, minutes = 0, digits = 0;

  for (; g_ascii_isdigit (*p) && digits < 2; p++, digits++)
    hours = hours * 10 + (*p - '0');
  if (digits == 0 || *p != ':' || !g_ascii_isdigit (p[1]) || !g_ascii_isdigit (p[2]))
    return NULL;
  minutes = (p[1] - '0') * 10 + (p[2] - '0');
  if (hours > 24 || minutes > 59 || (hours == 24 && minutes > 0))
    return NULL;

  *out_minute = (hours * 60 + minutes) % MINUTES_PER_DAY;
  return p + 3;
}

/**
 * muster_quiet_hours_parse:
 * @text: as the policy has it: 22:00-08:00; empty for none
 */
gboolean
muster_quiet_hours_parse (const char *text, MusterQuietHours *out_hours, GError **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  MusterQuietHours hours = { 0, 0 };
  const char *p;

  if (*plain != '\0')
    {
      p = read_clock (plain, &hours.from);
      while (p != NULL && *p == ' ')
        p++;
      p = p == NULL                   ? NULL
          : *p == '-'                 ? p + 1
          : g_str_has_prefix (p, "–") ? p + strlen ("–")
                                      : NULL;
      while (p != NULL && *p == ' ')
        p++;
      p = p != NULL ? read_clock (p, &hours.until) : NULL;
      if (p == NULL || *p != '\0' || hours.from == hours.until)
        {
          g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                       _ ("“%s” are no quiet hours. Write them as 22:00-08:00."), text);
          return FALSE;
        }
    }

  *out_hours = hours;
  return TRUE;
}

/**
 * muster_quiet_hours_has_minute:
 * @minute: since midnight
 */
gboolean
muster_quiet_hours_has_minute (const MusterQuietHours *self, int minute)
{
  if (self->from <= self->until)
    return minute >= self->from && minute < self->until;

  return minute >= self->from || minute < self->until;
}

static int
get_minute (gint64 wall)
{
  gint64 minutes = (wall >= 0 ? wall : wall - (SECONDS_PER_MINUTE - 1)) / SECONDS_PER_MINUTE;

  return (int) (((minutes % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY);
}

/**
 * muster_quiet_hours_has:
 * @wall: the group's wall clock, in seconds as if it were UTC
 */
gboolean
muster_quiet_hours_has (const MusterQuietHours *self, gint64 wall)
{
  return muster_quiet_hours_has_minute (self, get_minute (wall));
}

/**
 * muster_quiet_hours_get_end:
 *
 * Returns: when the quiet hours that hold @wall are over; @wall itself outside of them
 */
gint64
muster_quiet_hours_get_end (const MusterQuietHours *self, gint64 wall)
{
  int minute = get_minute (wall);
  gint64 start;

  if (!muster_quiet_hours_has_minute (self, minute))
    return wall;

  start = wall - ((wall % SECONDS_PER_MINUTE) + SECONDS_PER_MINUTE) % SECONDS_PER_MINUTE;
  return start +
         (gint64) ((self->until - minute + MINUTES_PER_DAY) % MINUTES_PER_DAY) * SECONDS_PER_MINUTE;
}
