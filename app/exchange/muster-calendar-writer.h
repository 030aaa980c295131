/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-calendar-reader.h"

G_BEGIN_DECLS

/**
 * MusterCalendarWriter:
 *
 * Writes events as one iCalendar text.
 */
typedef struct _MusterCalendarWriter MusterCalendarWriter;

MusterCalendarWriter *
muster_calendar_writer_new (const char *name, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
void muster_calendar_writer_free (MusterCalendarWriter *self);

void muster_calendar_writer_add (MusterCalendarWriter *self, const MusterCalendarEntry *entry);
char *muster_calendar_writer_finish (MusterCalendarWriter *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCalendarWriter, muster_calendar_writer_free)

G_END_DECLS
