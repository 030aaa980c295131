/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterRecurrence:
 *
 * When an event happens again: rules, dates more and dates less of RFC 5545,
 * in wall clock of the event's own zone, so that a meeting at seven stays at
 * seven when the clocks change.
 */
typedef struct _MusterRecurrence MusterRecurrence;

MusterRecurrence *muster_recurrence_new (const char *lines, gint64 start, gboolean all_day,
                                         GTimeZone *zone, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_recurrence_free (MusterRecurrence *self);

GArray *muster_recurrence_list (MusterRecurrence *self, gint64 from, gint64 to,
                                guint max) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_recurrence_is_endless (MusterRecurrence *self);
gboolean muster_recurrence_is_doubtful (MusterRecurrence *self);
char *
muster_recurrence_dup_warning (MusterRecurrence *self, const char *lines) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_recurrence_has_times (MusterRecurrence *self);
gboolean muster_recurrence_has_time (MusterRecurrence *self, gint64 time);

char *muster_recurrence_dup_text (MusterRecurrence *self) G_GNUC_WARN_UNUSED_RESULT;
void muster_recurrence_put_in (MusterRecurrence *self, gint64 time);
void muster_recurrence_take_out (MusterRecurrence *self, gint64 time);
void muster_recurrence_end_before (MusterRecurrence *self, gint64 time);
gboolean
muster_recurrence_begin_at (MusterRecurrence *self, gint64 time, gint64 *out_start, GError **error);
gboolean
muster_recurrence_move (MusterRecurrence *self, gint64 start, gboolean all_day, GError **error);
gint64 muster_recurrence_map (MusterRecurrence *self, MusterRecurrence *moved, gint64 time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRecurrence, muster_recurrence_free)

G_END_DECLS
