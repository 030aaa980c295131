/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-chat-reader.h"
#include "muster-group.h"
#include "muster-record.h"
#include "muster-snapshot-compare.h"
#include "muster-snapshot-table.h"
#include "muster-store.h"

G_BEGIN_DECLS

/**
 * MusterSnapshotPlan:
 *
 * A member list compared with the roster, before it is written.
 */
typedef struct _MusterSnapshotPlan MusterSnapshotPlan;

typedef enum
{
  MUSTER_SNAPSHOT_MATCHED,
  MUSTER_SNAPSHOT_AMBIGUOUS,
  MUSTER_SNAPSHOT_STRANGER,
} MusterSnapshotVerdict;

#define MUSTER_N_SNAPSHOT_VERDICTS (MUSTER_SNAPSHOT_STRANGER + 1)

MusterSnapshot *
muster_snapshot_read_table (MusterTableReader *reader, const MusterField *mapping, guint n_columns,
                            GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MusterSnapshot *muster_snapshot_read_chat (MusterChatReader *reader) G_GNUC_WARN_UNUSED_RESULT;

MusterSnapshotPlan *
muster_snapshot_plan_new (MusterDatabase *db, MusterGroup *group, MusterSnapshot *snapshot,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_snapshot_plan_free (MusterSnapshotPlan *self);

guint muster_snapshot_plan_get_n_entries (MusterSnapshotPlan *self);
guint muster_snapshot_plan_get_count (MusterSnapshotPlan *self, MusterSnapshotVerdict verdict);
MusterSnapshotVerdict muster_snapshot_plan_get_verdict (MusterSnapshotPlan *self, guint entry);
const MusterSnapshotEntry *muster_snapshot_plan_get_entry (MusterSnapshotPlan *self, guint entry);
GPtrArray *muster_snapshot_plan_get_missing (MusterSnapshotPlan *self);
MusterDay muster_snapshot_plan_get_since (MusterSnapshotPlan *self);
GArray *muster_snapshot_plan_list_news (MusterSnapshotPlan *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_snapshot_plan_dup_candidates (MusterSnapshotPlan *self,
                                                guint entry) G_GNUC_WARN_UNUSED_RESULT;
void
muster_snapshot_plan_choose (MusterSnapshotPlan *self, guint entry, const MusterId *membership);

gboolean muster_snapshot_plan_run (MusterSnapshotPlan *self, MusterChange *change,
                                   const MusterId *import, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSnapshotPlan, muster_snapshot_plan_free)

G_END_DECLS
