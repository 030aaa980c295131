/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-event.h"
#include "muster-recurrence.h"

G_BEGIN_DECLS

MusterRecurrence *muster_event_series_open_recurrence (const MusterEvent *event,
                                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 muster_event_series_move_time (gint64 time, gint64 by);
void muster_event_series_apply_edits (MusterEvent *target, const MusterEvent *before,
                                      const MusterEvent *after, gboolean if_same);
MusterEvent *
muster_event_series_cut (MusterEvent *series, gint64 at, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean muster_event_series_replace (MusterChange *change, MusterEvent *after, gint64 by,
                                      gboolean is_moved, GError **error);
gboolean muster_event_series_split (MusterChange *change, const MusterEvent *series, gint64 at,
                                    MusterId *out_later, GError **error);

G_END_DECLS
