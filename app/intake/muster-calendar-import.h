/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-calendar-reader.h"
#include "muster-change.h"
#include "muster-event.h"

G_BEGIN_DECLS

/**
 * MusterCalendarImport:
 *
 * The events of a calendar file compared with those of a group, before they
 * are written.
 */
typedef struct _MusterCalendarImport MusterCalendarImport;

typedef enum
{
  MUSTER_CALENDAR_NEW,
  MUSTER_CALENDAR_CHANGED,
  MUSTER_CALENDAR_UNCHANGED,
  MUSTER_CALENDAR_REFUSED, /* it can't be stored; the warnings say why */
} MusterCalendarVerdict;

#define MUSTER_N_CALENDAR_VERDICTS (MUSTER_CALENDAR_REFUSED + 1)

MusterCalendarImport *
muster_calendar_import_new (MusterDatabase *db, const MusterId *group, MusterCalendarReader *reader,
                            GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_calendar_import_free (MusterCalendarImport *self);

guint muster_calendar_import_get_n_events (MusterCalendarImport *self);
const MusterEvent *muster_calendar_import_get_event (MusterCalendarImport *self, guint i);
MusterCalendarVerdict muster_calendar_import_get_verdict (MusterCalendarImport *self, guint i);
guint muster_calendar_import_get_count (MusterCalendarImport *self, MusterCalendarVerdict verdict);

gboolean muster_calendar_import_run (MusterCalendarImport *self, MusterChange *change,
                                     GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCalendarImport, muster_calendar_import_free)

G_END_DECLS
