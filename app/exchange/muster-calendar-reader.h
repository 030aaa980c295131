/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-text-source.h"
#include "muster-warnings.h"

G_BEGIN_DECLS

/**
 * MusterCalendarEntry:
 * @line: where it begins
 * @zone: IANA name, "UTC"; %NULL for the clock of whoever looks
 * @start: wall clock in @zone, seconds as if it were UTC
 * @end: the first second that no longer belongs to it; not before @start
 * @recurrence: RRULE:, RDATE: and EXDATE: in wall clock of @zone, one a line; %NULL if none
 * @is_changed: it is one time of the series with the same @uid, the one of @original
 * @and_later: the times after @original are changed as well
 * @alarms: minutes before the start, one a line; %NULL if none
 *
 * One event of a calendar; texts are owned, %NULL where the file says nothing.
 */
typedef struct
{
  guint64 line;
  char *uid;
  char *title;
  char *description;
  char *place;
  char *url;
  char *status;
  char *zone;
  gint64 start;
  gint64 end;
  gint64 original;
  gint64 sequence;
  char *recurrence;
  char *alarms;
  gboolean all_day;
  gboolean is_changed;
  gboolean and_later;
} MusterCalendarEntry;

void muster_calendar_entry_free (MusterCalendarEntry *self);

#define MUSTER_TYPE_CALENDAR_READER (muster_calendar_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterCalendarReader, muster_calendar_reader, MUSTER, CALENDAR_READER,
                      GObject)

MusterCalendarReader *
muster_calendar_reader_new (MusterTextSource *source) G_GNUC_WARN_UNUSED_RESULT;
MusterCalendarEntry *
muster_calendar_reader_next (MusterCalendarReader *self) G_GNUC_WARN_UNUSED_RESULT;
MusterWarnings *muster_calendar_reader_get_warnings (MusterCalendarReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCalendarEntry, muster_calendar_entry_free)

G_END_DECLS
