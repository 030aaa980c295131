/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-id.h"

G_BEGIN_DECLS

#define MUSTER_EVENT_NO_TIME G_MININT64
#define MUSTER_EVENT_MAX_REMINDER (60 * 24 * 60) /* minutes */

/**
 * MusterEvent:
 * @group: none for the keeper's own events
 * @series: of a changed time of a series: the series; else none
 * @original_at: of a changed time: when the series had it; else %MUSTER_EVENT_NO_TIME
 * @kind: knowledge, interaction, benefit, meeting, reunion, duty, or another word
 * @zone: IANA name; %NULL: wherever the keeper is
 * @start_at: wall clock in @zone, seconds as if it were UTC
 * @end_at: the first second that no longer belongs to it; not before @start_at
 * @recurrence: see muster_recurrence_new(); %NULL: it happens once
 * @standing: "planned", "cancelled" or "held"
 * @fee: hundredths of @currency; 0 for none
 * @sign_up_until: wall clock; %MUSTER_EVENT_NO_TIME for no deadline
 * @reminders: minutes before the start, one a line
 * @attachments: addresses of files and pages, one a line
 * @size: "small", "medium" or "large"; %NULL where it was not said
 *
 * Something that happens; a copy of a row.  Texts are owned, %NULL where unknown.
 */
typedef struct
{
  MusterId id;
  MusterId group;
  MusterId series;
  gint64 original_at;
  gint64 sequence;
  char *uid;
  char *kind;
  char *title;
  char *place;
  char *description;
  char *zone;
  gboolean all_day;
  gint64 start_at;
  gint64 end_at;
  char *recurrence;
  char *standing;
  gint64 capacity;
  gint64 fee;
  char *currency;
  gint64 sign_up_until;
  char *reminders;
  char *attachments;
  char *size;
} MusterEvent;

MusterEvent *muster_event_new (void) G_GNUC_WARN_UNUSED_RESULT;
MusterEvent *muster_event_copy (const MusterEvent *self) G_GNUC_WARN_UNUSED_RESULT;
void muster_event_free (MusterEvent *self);

GTimeZone *muster_event_dup_zone (const MusterEvent *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_event_check (const MusterEvent *self, GError **error);
gint64 muster_event_to_utc (GTimeZone *zone, gint64 wall);
gint64 muster_event_to_wall (GTimeZone *zone, gint64 utc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterEvent, muster_event_free)

G_END_DECLS
