/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-event.h"
#include "muster-group.h"
#include "muster-participant.h"

G_BEGIN_DECLS

/**
 * MusterEventCounts:
 * @coming: with their guests
 * @percent: who came of all who were recorded; -1 where nobody was
 *
 * Numbers of people, except where said otherwise.
 */
typedef struct
{
  guint members;
  guint coming;
  guint waiting;
  guint maybe;
  guint no;
  guint unanswered;
  guint attendance[MUSTER_N_ATTENDANCE_STATES];
  int percent;
} MusterEventCounts;

/**
 * MusterEventDetail:
 * @event: (transfer full): as muster_event_edit_load() gives it
 * @series: the series, or the single event: to which answers and attendance belong
 * @group: (nullable) (transfer full): %NULL for the keeper's own
 * @people: (element-type MusterParticipant): all members, then the others, in the order of names
 *
 * One time of an event, with everybody whom it concerns.
 */
typedef struct
{
  MusterEvent *event;
  MusterId series;
  gint64 original_at;
  MusterGroup *group;
  GPtrArray *people;
} MusterEventDetail;

MusterEventDetail *
muster_event_detail_load (MusterDatabase *db, const MusterId *series_or_event, gint64 original_at,
                          MusterDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_event_detail_free (MusterEventDetail *self);

void muster_event_detail_settle_waiting (GPtrArray *people, gint64 capacity);
void muster_event_detail_count (GPtrArray *people, MusterEventCounts *out_counts);
guint muster_event_detail_get_next_position (GPtrArray *people);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterEventDetail, muster_event_detail_free)

G_END_DECLS
