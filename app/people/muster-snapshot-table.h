/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterSnapshotEntry:
 *
 * One line of a member list; texts are owned and %NULL where the list says nothing.
 */
typedef struct
{
  char *platform;
  char *identifier;
  char *nickname;
  char *display_name;
  char *role;
  MusterDay joined_on;
  MusterDay last_spoke;
  MusterId membership; /* none: not on the roster */
} MusterSnapshotEntry;

/**
 * MusterSnapshot:
 *
 * The member list as it stood in the chat app on one day.
 */
typedef struct
{
  MusterId id;
  MusterId group;
  MusterId import;
  MusterDay taken_on;
  char *source;       /* owned */
  char *group_name;   /* owned, NULL if the list does not say */
  GPtrArray *entries; /* owned, of MusterSnapshotEntry; NULL when not read */
} MusterSnapshot;

MusterSnapshotEntry *muster_snapshot_entry_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_snapshot_entry_free (MusterSnapshotEntry *self);
MusterSnapshot *muster_snapshot_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_snapshot_free (MusterSnapshot *self);

gboolean
muster_snapshot_table_insert (MusterChange *change, MusterSnapshot *snapshot, GError **error);
gboolean muster_snapshot_table_set_membership (MusterChange *change, const MusterId *snapshot,
                                               guint n, const MusterId *membership, GError **error);
GPtrArray *muster_snapshot_table_list (MusterDatabase *db, const MusterId *group, MusterDay on,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
muster_snapshot_table_read_entries (MusterDatabase *db, MusterSnapshot *snapshot, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSnapshot, muster_snapshot_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSnapshotEntry, muster_snapshot_entry_free)

G_END_DECLS
