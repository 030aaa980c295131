/* muster-export-table.c - the SQL of the table "exports"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-export-table"

#include "config.h"

#include "muster-export-table.h"
#include "muster-query.h"

/**
 * muster_export_table_insert:
 *
 * Notes who took what out of the file, when and where to.
 */
gboolean
muster_export_table_insert (MusterChange *change, const MusterExportEntry *entry, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      muster_change_get_database (change),
      "INSERT INTO exports (id, group_id, exported_at, what, columns, profile, file, rows, author) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      error);
  MusterId id = muster_change_new_id (change);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, &id);
  muster_query_bind_id (query, 2, &entry->group);
  muster_query_bind_int (query, 3, muster_change_get_now (change) / G_USEC_PER_SEC);
  muster_query_bind_text (query, 4, entry->what);
  muster_query_bind_text (query, 5, entry->columns);
  muster_query_bind_text (query, 6, entry->profile);
  muster_query_bind_text (query, 7, entry->file);
  muster_query_bind_int (query, 8, entry->rows);
  muster_query_bind_text (query, 9, entry->author);
  return muster_query_run (query, error);
}

/**
 * muster_export_table_log:
 * @title: for the history
 *
 * Notes an export as a log entry of its own.  A file that is only read keeps no trace.
 */
gboolean
muster_export_table_log (MusterStore *store, const char *title, MusterExportEntry *entry,
                         GError **error)
{
  g_autoptr (MusterChange) change = NULL;

  if (muster_store_is_read_only (store))
    return TRUE;

  change = muster_store_begin_change_of (store, MUSTER_CHANGE_LOG, title, error);
  entry->author = muster_store_get_author (store);
  return change != NULL && muster_export_table_insert (change, entry, error) &&
         muster_change_commit (change, error);
}
