/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-balance.h"

G_BEGIN_DECLS

/**
 * MusterEventSummary:
 * @coming: heads with a place, guests counted
 * @guests: of them
 * @waiting: answers without a place
 * @percent: of those recorded as present or absent; -1 where nobody was
 * @balances: owned
 *
 * One time of an event in numbers.
 */
typedef struct
{
  guint coming;
  guint guests;
  guint waiting;
  guint maybe;
  guint no;
  guint withdrawn;
  guint present;
  guint excused;
  guint absent;
  int percent;
  guint tasks_open;
  guint tasks_done;
  MusterBalances *balances;
} MusterEventSummary;

MusterEventSummary *
muster_event_summary_read (MusterDatabase *db, const MusterId *event, gint64 original_at,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_event_summary_free (MusterEventSummary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterEventSummary, muster_event_summary_free)

G_END_DECLS
