/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-event.h"

G_BEGIN_DECLS

/**
 * MusterEventScope:
 *
 * Which times of a series an edit is about; of a single event there is only one.
 */
typedef enum
{
  MUSTER_EVENT_THIS,
  MUSTER_EVENT_THIS_AND_LATER,
  MUSTER_EVENT_ALL,
} MusterEventScope;

MusterEvent *muster_event_edit_load (MusterDatabase *db, const MusterId *series_or_event,
                                     gint64 original_at, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean muster_event_edit_find_near (MusterDatabase *db, const MusterId *series, gint64 time,
                                      gint64 *out_time);

gboolean
muster_event_edit_save (MusterChange *change, const MusterId *series_or_event, gint64 original_at,
                        const MusterEvent *edited, MusterEventScope scope, GError **error);
gboolean
muster_event_edit_move (MusterChange *change, const MusterId *series_or_event, gint64 original_at,
                        gint64 new_start, gint64 new_end, MusterEventScope scope, GError **error);
gboolean muster_event_edit_delete (MusterChange *change, const MusterId *series_or_event,
                                   gint64 original_at, MusterEventScope scope, GError **error);

G_END_DECLS
