/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"

G_BEGIN_DECLS

/**
 * MusterReminder:
 * @series: of a repeating event its series, else the event; none where it is of no event
 * @subject: what it is about where it is of no event
 * @original_at: which time of the series: wall clock of its zone
 * @at: when to remind, seconds since 1970
 * @start: of the event, seconds since 1970
 * @end: the first second that no longer belongs to it
 * @place: %NULL if there is none
 *
 * One time at which the keeper wants to be reminded of something.  Texts are owned.
 */
typedef struct
{
  MusterId series;
  MusterId subject;
  gint64 original_at;
  gint64 at;
  gint64 start;
  gint64 end;
  gboolean all_day;
  char *title;
  char *place;
} MusterReminder;

void muster_reminder_free (MusterReminder *self);
const MusterId *muster_reminder_get_id (const MusterReminder *self);

GPtrArray *muster_reminder_list (MusterDatabase *db, gint64 after, gint64 until, GTimeZone *viewer,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *muster_reminder_dup_text (const MusterReminder *self, gint64 now,
                                GTimeZone *viewer) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReminder, muster_reminder_free)

G_END_DECLS
