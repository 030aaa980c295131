/* fuzz-calendar.c - hostile bytes for the readers of calendars and relay lists
 *
 * What a calendar says of repeating is worked out, too, for a month.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz-reading.h"
#include "muster-calendar-reader.h"
#include "muster-day.h"
#include "muster-recurrence.h"
#include "muster-relay-list.h"
#include "muster-warnings.h"

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)
#define MAX_TIMES 1000

static void
expand (const MusterCalendarEntry *entry)
{
  gint64 from = muster_day_from_ymd (2026, 11, 1) * SECONDS_PER_DAY;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (MusterRecurrence) recurrence =
      muster_recurrence_new (entry->recurrence, entry->start, entry->all_day, utc, NULL);

  if (recurrence != NULL)
    g_array_unref (
        muster_recurrence_list (recurrence, from, from + 31 * SECONDS_PER_DAY, MAX_TIMES));
}

static void
read_calendar (MusterTextSource *source)
{
  g_autoptr (MusterCalendarReader) reader = muster_calendar_reader_new (source);
  MusterCalendarEntry *next;

  while ((next = muster_calendar_reader_next (reader)) != NULL)
    {
      g_autoptr (MusterCalendarEntry) entry = next;

      expand (entry);
    }
}

static void
read_relay (const guint8 *data, gsize size)
{
  MusterSpan text = { (const char *) data, size }, entry;
  g_autoptr (MusterWarnings) warnings = muster_warnings_new ();
  MusterRelayList list;
  guint64 line = 0;

  if (!muster_relay_list_init (&list, text))
    return;
  while (muster_relay_list_next (&list, &entry, &line, warnings))
    (void) muster_relay_list_get_name (entry);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (MusterTextSource) source = fuzz_new_source (data, size);

  if (source != NULL)
    read_calendar (source);
  if (g_utf8_validate ((const char *) data, (gssize) size, NULL))
    read_relay (data, size);
  return 0;
}
