/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-event.h"
#include "muster-notice.h"

G_BEGIN_DECLS

/**
 * MusterScheduledNotice:
 * @notice: owned
 * @event: owned: the time of the event that it announces, as it is now; %NULL where it announces
 *   none, or that is called off or gone
 * @at: the keeper's wall clock; %MUSTER_NOTICE_NO_TIME where nothing says when
 *
 * A notice, and when it is to be sent: one for an event moves along with that.
 */
typedef struct
{
  MusterNotice *notice;
  MusterEvent *event;
  gint64 at;
} MusterScheduledNotice;

void muster_scheduled_notice_free (MusterScheduledNotice *self);
MusterScheduledNotice *
muster_notice_schedule_find (MusterDatabase *db, const MusterNotice *notice, GTimeZone *viewer,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
muster_notice_schedule_list (MusterDatabase *db, const MusterId *group, GTimeZone *viewer,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterScheduledNotice, muster_scheduled_notice_free)

G_END_DECLS
