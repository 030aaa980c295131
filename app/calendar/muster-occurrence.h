/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-day.h"
#include "muster-event.h"

G_BEGIN_DECLS

#define MUSTER_OCCURRENCE_MAX_OF_SERIES 5000 /* times of one series within what is asked for */

/**
 * MusterOccurrence:
 * @event: (transfer full): what happens: the event, or the changed time of a series
 * @series: of a repeating event its series, else the event
 * @original_at: which time of the series: wall clock of its zone; of a single event its start
 * @start: seconds since 1970; of an all-day event midnight where the viewer is
 * @end: the first second that no longer belongs to it
 *
 * One time at which an event happens.
 */
typedef struct
{
  MusterEvent *event;
  MusterId series;
  gint64 original_at;
  gint64 start;
  gint64 end;
} MusterOccurrence;

void muster_occurrence_free (MusterOccurrence *self);
GPtrArray *
muster_occurrence_list (MusterDatabase *db, const MusterId *group, gint64 from, gint64 to,
                        GTimeZone *viewer, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean muster_occurrence_choose (const MusterEvent *event, const gint64 *wanted, MusterDay today,
                                   gint64 *out_time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterOccurrence, muster_occurrence_free)

G_END_DECLS
