/* muster-calendar-count.c - is this iCalendar, and how many events has it?
 *
 * Only as much as it takes to tell what a file is: lines that begin an event,
 * in any case, behind any spaces.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-calendar-count"

#include "config.h"

#include "muster-calendar-count.h"
#include "muster-stamp.h"

#define MAX_NAME 40

static gboolean
is_begin (const char *p, const char *end, const char *component)
{
  static const char begin[] = "BEGIN:";
  MusterSpan rest;

  p = muster_stamp_skip_space (muster_stamp_skip_invisible (p, end), end);
  if (end - p < (gssize) sizeof begin - 1 || end - p > MAX_NAME ||
      g_ascii_strncasecmp (p, begin, sizeof begin - 1) != 0)
    return FALSE;
  rest = muster_span_trim (muster_span (p + sizeof begin - 1, end));
  return rest.length == strlen (component) &&
         g_ascii_strncasecmp (rest.data, component, rest.length) == 0;
}

static guint64
count_begins (MusterSpan text, const char *component)
{
  const char *p = text.data;
  const char *end = p + text.length;
  guint64 n = 0;

  while (p < end)
    {
      const char *stop = memchr (p, '\n', (gsize) (end - p));

      n += is_begin (p, stop != NULL ? stop : end, component);
      p = stop != NULL ? stop + 1 : end;
    }
  return n;
}

int
muster_calendar_count_detect (const MusterProbe *probe)
{
  if (count_begins (probe->head, "VCALENDAR") > 0)
    return 98;
  return count_begins (probe->head, "VEVENT") > 0 ? 90 : 0;
}

/**
 * muster_calendar_count_events:
 *
 * Returns: how many VEVENTs begin in @text
 */
guint64
muster_calendar_count_events (MusterSpan text)
{
  return count_begins (text, "VEVENT");
}
