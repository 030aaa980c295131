/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-span.h"
#include "muster-warnings.h"

G_BEGIN_DECLS

/**
 * MusterCalendarZones:
 *
 * What the time zones of a calendar file are called everywhere else.
 */
typedef struct _MusterCalendarZones MusterCalendarZones;

MusterCalendarZones *muster_calendar_zones_new (MusterSpan text) G_GNUC_WARN_UNUSED_RESULT;
void muster_calendar_zones_free (MusterCalendarZones *self);
const char *muster_calendar_zones_find (MusterCalendarZones *self, const char *tzid, guint64 line,
                                        MusterWarnings *warnings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCalendarZones, muster_calendar_zones_free)

G_END_DECLS
