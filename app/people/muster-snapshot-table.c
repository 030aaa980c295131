/* muster-snapshot-table.c - the SQL of "snapshots" and "snapshot_entries"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-snapshot-table"

#include "config.h"

#include "muster-query.h"
#include "muster-snapshot-table.h"

MusterSnapshotEntry *
muster_snapshot_entry_new (void)
{
  MusterSnapshotEntry *self = g_new0 (MusterSnapshotEntry, 1);

  self->joined_on = self->last_spoke = MUSTER_DAY_NONE;
  return self;
}

void
muster_snapshot_entry_free (MusterSnapshotEntry *self)
{
  g_free (self->platform);
  g_free (self->identifier);
  g_free (self->nickname);
  g_free (self->display_name);
  g_free (self->role);
  g_free (self);
}

/**
 * muster_snapshot_new:
 *
 * Returns: (transfer full): a list without entries
 */
MusterSnapshot *
muster_snapshot_new (void)
{
  MusterSnapshot *self = g_new0 (MusterSnapshot, 1);

  self->taken_on = MUSTER_DAY_NONE;
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_snapshot_entry_free);
  return self;
}

void
muster_snapshot_free (MusterSnapshot *self)
{
  g_free (self->source);
  g_free (self->group_name);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

static gboolean
insert_entry (MusterQuery *query, const MusterSnapshotEntry *entry, guint n, GError **error)
{
  muster_query_bind_int (query, 2, n);
  muster_query_bind_text (query, 3, entry->platform);
  muster_query_bind_text (query, 4, entry->identifier);
  muster_query_bind_text (query, 5, entry->nickname);
  muster_query_bind_text (query, 6, entry->display_name);
  muster_query_bind_text (query, 7, entry->role);
  muster_query_bind_day (query, 8, entry->joined_on);
  muster_query_bind_day (query, 9, entry->last_spoke);
  muster_query_bind_id (query, 10, &entry->membership);
  return muster_query_run (query, error);
}

static gboolean
insert_entries (MusterChange *change, MusterSnapshot *snapshot, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      muster_change_get_database (change),
      "INSERT INTO snapshot_entries (snapshot_id, n, platform, identifier, nickname, "
      "display_name, role, joined_on, last_spoke, membership_id) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
      error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, &snapshot->id);
  for (guint i = 0; i < snapshot->entries->len; i++)
    if (!insert_entry (query, snapshot->entries->pdata[i], i, error) ||
        !muster_change_breathe (change, error))
      return FALSE;

  return TRUE;
}

/**
 * muster_snapshot_table_insert:
 * @snapshot: what to store, with its entries; gets its id
 */
gboolean
muster_snapshot_table_insert (MusterChange *change, MusterSnapshot *snapshot, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_change_get_database (change),
                        "INSERT INTO snapshots (id, group_id, import_id, taken_on, source, "
                        "group_name) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                        error);

  if (query == NULL)
    return FALSE;

  snapshot->id = muster_change_new_id (change);
  muster_query_bind_id (query, 1, &snapshot->id);
  muster_query_bind_id (query, 2, &snapshot->group);
  muster_query_bind_id (query, 3, &snapshot->import);
  muster_query_bind_day (query, 4, snapshot->taken_on);
  muster_query_bind_text (query, 5, snapshot->source);
  muster_query_bind_text (query, 6, snapshot->group_name);
  return muster_query_run (query, error) && insert_entries (change, snapshot, error);
}

/**
 * muster_snapshot_table_set_membership:
 * @n: which entry, from 0
 * @membership: (nullable): whom the entry is; %NULL for nobody on the roster
 */
gboolean
muster_snapshot_table_set_membership (MusterChange *change, const MusterId *snapshot, guint n,
                                      const MusterId *membership, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      muster_change_get_database (change),
      "UPDATE snapshot_entries SET membership_id = ?3 WHERE snapshot_id = ?1 AND n = ?2", error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, snapshot);
  muster_query_bind_int (query, 2, n);
  muster_query_bind_id (query, 3, membership);
  return muster_query_run (query, error);
}

static gpointer
read_snapshot (MusterQuery *query, gconstpointer data)
{
  MusterSnapshot *snapshot = g_new0 (MusterSnapshot, 1);

  snapshot->group = *(const MusterId *) data;
  muster_query_get_id (query, 0, &snapshot->id);
  muster_query_get_id (query, 1, &snapshot->import);
  snapshot->taken_on = muster_query_get_day (query, 2);
  snapshot->source = muster_query_dup_text (query, 3);
  snapshot->group_name = muster_query_dup_text (query, 4);
  return snapshot;
}

/**
 * muster_snapshot_table_list:
 * @on: lists taken later are left out
 *
 * Returns: (transfer full) (element-type MusterSnapshot): the lists of a group
 *   without their entries, newest first
 */
GPtrArray *
muster_snapshot_table_list (MusterDatabase *db, const MusterId *group, MusterDay on, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT id, import_id, taken_on, source, group_name FROM snapshots "
      "WHERE group_id = ?1 AND taken_on <= ?2 ORDER BY taken_on DESC, stamp DESC, id DESC",
      error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, group);
  muster_query_bind_day (query, 2, on);
  return muster_query_list (query, read_snapshot, group, (GDestroyNotify) muster_snapshot_free,
                            error);
}

static gpointer
read_entry (MusterQuery *query, gconstpointer data)
{
  MusterSnapshotEntry *entry = muster_snapshot_entry_new ();

  entry->platform = muster_query_dup_text (query, 0);
  entry->identifier = muster_query_dup_text (query, 1);
  entry->nickname = muster_query_dup_text (query, 2);
  entry->display_name = muster_query_dup_text (query, 3);
  entry->role = muster_query_dup_text (query, 4);
  entry->joined_on = muster_query_get_day (query, 5);
  entry->last_spoke = muster_query_get_day (query, 6);
  muster_query_get_id (query, 7, &entry->membership);
  return entry;
}

/**
 * muster_snapshot_table_read_entries:
 * @snapshot: gets its entries, in the list's order
 */
gboolean
muster_snapshot_table_read_entries (MusterDatabase *db, MusterSnapshot *snapshot, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT platform, identifier, nickname, display_name, role, joined_on, last_spoke, "
      "membership_id FROM snapshot_entries WHERE snapshot_id = ?1 ORDER BY n",
      error);
  g_autoptr (GPtrArray) entries = NULL;

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, &snapshot->id);
  entries = muster_query_list (query, read_entry, NULL, (GDestroyNotify) muster_snapshot_entry_free,
                               error);
  if (entries == NULL)
    return FALSE;

  g_clear_pointer (&snapshot->entries, g_ptr_array_unref);
  snapshot->entries = g_steal_pointer (&entries);
  return TRUE;
}
