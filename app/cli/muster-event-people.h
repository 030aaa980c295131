/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-attendance-table.h"
#include "muster-command.h"
#include "muster-group.h"
#include "muster-store.h"
#include "muster-text-source.h"

G_BEGIN_DECLS

/**
 * MusterEventTime:
 *
 * One time of an event, as --event and --time name it.
 */
typedef struct
{
  MusterId event;
  char *title; /* owned */
  gint64 original_at;
  gint64 capacity;
} MusterEventTime;

void muster_event_time_clear (MusterEventTime *self);
gboolean muster_event_time_find (MusterCommandContext *context, MusterStore *store,
                                 MusterGroup *group, const char *event, const gint64 *time,
                                 MusterEventTime *out_time, int *out_status);

int muster_event_people_show (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                              const MusterEventTime *time);
int
muster_event_people_sign_up (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                             const MusterEventTime *time, const char *path, gboolean dry_run);
int
muster_event_people_sign_up_source (MusterCommandContext *context, MusterStore *store,
                                    MusterGroup *group, const MusterEventTime *time,
                                    MusterTextSource *source, const char *path, gboolean dry_run);
int muster_event_people_attend (MusterCommandContext *context, MusterStore *store,
                                MusterGroup *group, const MusterEventTime *time, const char *path,
                                MusterAttendanceState state, gboolean dry_run);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterEventTime, muster_event_time_clear)

int muster_event_time_fail (MusterCommandContext *context, const char *text);

G_END_DECLS
