/* muster-event-code.c - one time of an event as a QR code with its iCalendar data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-code"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <qrencode.h>
#include <string.h>

#include "muster-calendar-export.h"
#include "muster-event-code.h"
#include "muster-input-error.h"

#define MAX_BYTES 1100        /* more makes modules too small for the camera of a phone */
#define SHORT_DESCRIPTION 120 /* characters */

void
muster_event_code_free (MusterEventCode *self)
{
  g_free (self->modules);
  g_free (self);
}

/* Shorter step by step: whole; a short description; none; nothing that can be left out. */
static gboolean
shorten (MusterEvent *event, guint step)
{
  char *brief;

  switch (step)
    {
    case 0:
      return TRUE;

    case 1:
      if (event->description == NULL || g_utf8_strlen (event->description, -1) <= SHORT_DESCRIPTION)
        return TRUE;
      brief = g_utf8_substring (event->description, 0, SHORT_DESCRIPTION);
      g_free (event->description);
      event->description = g_strconcat (brief, "…", NULL);
      g_free (brief);
      return TRUE;

    case 2:
      g_clear_pointer (&event->description, g_free);
      return TRUE;

    case 3:
      g_clear_pointer (&event->attachments, g_free);
      g_clear_pointer (&event->reminders, g_free);
      return TRUE;

    default:
      return FALSE;
    }
}

/* One time needs no time zone, whose rules would take more room than the event. */
static void
use_utc (MusterEvent *event)
{
  g_autoptr (GTimeZone) zone = muster_event_dup_zone (event);

  if (event->zone == NULL || event->all_day)
    return;
  event->start_at = muster_event_to_utc (zone, event->start_at);
  event->end_at = muster_event_to_utc (zone, event->end_at);
  g_free (event->zone);
  event->zone = g_strdup ("UTC");
}

static MusterEventCode *
encode (const char *text, gboolean is_shortened, GError **error)
{
  QRcode *code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_L);
  MusterEventCode *self;

  if (code == NULL)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, 0, "%s", g_strerror (errno));
      return NULL;
    }

  self = g_new0 (MusterEventCode, 1);
  self->size = (guint) code->width;
  self->is_shortened = is_shortened;
  self->modules = g_new (guint8, self->size * self->size);
  for (guint i = 0; i < self->size * self->size; i++)
    self->modules[i] = code->data[i] & 1;
  QRcode_free (code);
  return self;
}

/**
 * muster_event_code_new:
 * @event: the time that is meant: see muster_event_edit_load()
 * @now: seconds since 1970
 *
 * Returns: (transfer full): the code; %NULL with @error set if even title, time and place are too
 *   much for one
 */
MusterEventCode *
muster_event_code_new (const MusterEvent *event, gint64 now, GError **error)
{
  g_autoptr (MusterEvent) brief = muster_event_copy (event);

  use_utc (brief);
  for (guint step = 0; shorten (brief, step); step++)
    {
      g_autofree char *text = muster_calendar_export_dup_one (brief, now);

      if (strlen (text) <= MAX_BYTES)
        return encode (text,
                       g_strcmp0 (brief->description, event->description) != 0 ||
                           g_strcmp0 (brief->attachments, event->attachments) != 0,
                       error);
    }

  muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, 0, "%s",
                          _ ("Title and place are too long for a QR code."));
  return NULL;
}
