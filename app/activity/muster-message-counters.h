/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterSenderCount:
 *
 * What one sender wrote; times are wall clock seconds.
 */
typedef struct
{
  gint64 sender_no;
  gint64 count;
  gint64 first_at;
  gint64 last_at;
  guint longest; /* letters */
} MusterSenderCount;

/**
 * MusterMessageCounters:
 *
 * Counts the messages of a group that hold: those of an import that is there,
 * and those within the coverage of another import that is.
 */
typedef struct _MusterMessageCounters MusterMessageCounters;

MusterMessageCounters *muster_message_counters_new (gint64 group_no) G_GNUC_WARN_UNUSED_RESULT;
void muster_message_counters_add (MusterMessageCounters *self, gint64 sender_no, gint64 wall,
                                  guint letters);
MusterMessageCounters *
muster_message_counters_scan (MusterDatabase *db, gint64 group_no, MusterDay until,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_message_counters_free (MusterMessageCounters *self);
GArray *muster_message_counters_get_senders (MusterMessageCounters *self);
gboolean
muster_message_counters_store (MusterMessageCounters *self, MusterDatabase *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterMessageCounters, muster_message_counters_free)

G_END_DECLS
