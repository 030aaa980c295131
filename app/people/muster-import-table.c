/* muster-import-table.c - the SQL of the table "imports"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-import-table"

#include "config.h"

#include "muster-import-table.h"
#include "muster-query.h"

void
muster_import_free (MusterImport *self)
{
  g_free (self->kind);
  g_free (self->file);
  g_free (self->format);
  g_free (self->encoding);
  g_free (self->zone);
  g_free (self);
}

/**
 * muster_import_table_insert:
 * @import: what to store; gets its id and time
 */
gboolean
muster_import_table_insert (MusterChange *change, MusterImport *import, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      muster_change_get_database (change),
      "INSERT INTO imports (id, group_id, kind, file, format, encoding, zone, imported_at, "
      "records, messages, first_at, last_at) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
      error);

  if (query == NULL)
    return FALSE;

  import->id = muster_change_new_id (change);
  import->imported_at = muster_change_get_now (change) / G_USEC_PER_SEC;
  muster_query_bind_id (query, 1, &import->id);
  muster_query_bind_id (query, 2, &import->group);
  muster_query_bind_text (query, 3, import->kind);
  muster_query_bind_text (query, 4, import->file);
  muster_query_bind_text (query, 5, import->format);
  muster_query_bind_text (query, 6, import->encoding);
  muster_query_bind_text (query, 7, import->zone);
  muster_query_bind_int (query, 8, import->imported_at);
  muster_query_bind_int (query, 9, import->records);
  muster_query_bind_int (query, 10, import->messages);
  muster_query_bind_int (query, 11, import->first_at);
  muster_query_bind_int (query, 12, import->last_at);
  return muster_query_run (query, error);
}

/**
 * muster_import_table_set_counts:
 * @import: a stored one, with records, messages, first_at and last_at as they turned out
 */
gboolean
muster_import_table_set_counts (MusterChange *change, const MusterImport *import, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_change_get_database (change),
                        "UPDATE imports SET records = ?2, messages = ?3, first_at = ?4, "
                        "last_at = ?5 WHERE id = ?1",
                        error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, &import->id);
  muster_query_bind_int (query, 2, import->records);
  muster_query_bind_int (query, 3, import->messages);
  muster_query_bind_int (query, 4, import->first_at);
  muster_query_bind_int (query, 5, import->last_at);
  return muster_query_run (query, error);
}

static gpointer
read_import (MusterQuery *query, gconstpointer data)
{
  MusterImport *import = g_new0 (MusterImport, 1);

  import->group = *(const MusterId *) data;
  muster_query_get_id (query, 0, &import->id);
  import->kind = muster_query_dup_text (query, 1);
  import->file = muster_query_dup_text (query, 2);
  import->format = muster_query_dup_text (query, 3);
  import->encoding = muster_query_dup_text (query, 4);
  import->zone = muster_query_dup_text (query, 5);
  import->imported_at = muster_query_get_int (query, 6);
  import->records = muster_query_get_int (query, 7);
  import->messages = muster_query_get_int (query, 8);
  import->first_at = muster_query_get_int (query, 9);
  import->last_at = muster_query_get_int (query, 10);
  return import;
}

/**
 * muster_import_table_list:
 *
 * Returns: (transfer full) (element-type MusterImport): the imports of a group, newest first
 */
GPtrArray *
muster_import_table_list (MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT id, kind, file, format, encoding, zone, imported_at, records, messages, first_at, "
      "last_at FROM imports WHERE group_id = ?1 ORDER BY stamp DESC, id DESC",
      error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, group);
  return muster_query_list (query, read_import, group, (GDestroyNotify) muster_import_free, error);
}
