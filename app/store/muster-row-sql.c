/* muster-row-sql.c - reading and writing the rows that a changeset names
 *
 * Undo uses this instead of sqlite3changeset_apply(): which rows are kept is
 * decided before, row by row, and the session extension's filter knows only
 * tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-row-sql"

#include "config.h"

#include "muster-row-sql.h"

struct _MusterRowSql
{
  MusterDatabase *db; /* owned */
  GHashTable *tables; /* owned: name -> TableInfo */
};

typedef struct
{
  char **columns;   /* owned, NULL-terminated */
  guint64 key_mask; /* bit n: column n belongs to the key */
} TableInfo;

static void
table_info_free (gpointer data)
{
  TableInfo *info = data;

  g_strfreev (info->columns);
  g_free (info);
}

static const TableInfo *
get_table (MusterRowSql *self, const char *table, GError **error)
{
  TableInfo *info = g_hash_table_lookup (self->tables, table);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (MusterQuery) query = NULL;
  g_autoptr (GError) local_error = NULL;
  guint64 key_mask = 0;

  if (info != NULL)
    return info;

  query = muster_query_new (self->db,
                            "SELECT name, cid, pk FROM pragma_table_info (?1) ORDER BY cid", error);
  if (query == NULL)
    return NULL;
  muster_query_bind_text (query, 1, table);
  while (muster_query_next (query, &local_error))
    {
      g_strv_builder_add (builder, muster_query_get_text (query, 0));
      if (muster_query_get_int (query, 2) > 0)
        key_mask |= G_GUINT64_CONSTANT (1) << muster_query_get_int (query, 1);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  info = g_new0 (TableInfo, 1);
  info->columns = g_strv_builder_end (builder);
  info->key_mask = key_mask;
  g_hash_table_insert (self->tables, g_strdup (table), info);
  return info;
}

MusterRowSql *
muster_row_sql_new (MusterDatabase *db)
{
  MusterRowSql *self = g_new0 (MusterRowSql, 1);

  self->db = g_object_ref (db);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, table_info_free);
  return self;
}

void
muster_row_sql_free (MusterRowSql *self)
{
  g_hash_table_unref (self->tables);
  g_object_unref (self->db);
  g_free (self);
}

/**
 * muster_row_sql_get_columns:
 *
 * Returns: (nullable): the names of the table's columns in order
 */
const char *const *
muster_row_sql_get_columns (MusterRowSql *self, const char *table, GError **error)
{
  const TableInfo *info = get_table (self, table, error);

  return info != NULL ? (const char *const *) info->columns : NULL;
}

/**
 * muster_row_sql_dup_row_key:
 * @query: at a row of all columns of @table in order
 *
 * Returns: (transfer full) (nullable): as muster_changeset_dup_row_key()
 */
GBytes *
muster_row_sql_dup_row_key (MusterRowSql *self, const char *table, MusterQuery *query,
                            GError **error)
{
  const TableInfo *info = get_table (self, table, error);
  GByteArray *key;

  if (info == NULL)
    return NULL;

  key = g_byte_array_sized_new (32);
  for (int i = 0; info->columns[i] != NULL; i++)
    if (info->key_mask >> i & 1)
      muster_row_key_append (key, sqlite3_column_value (muster_query_get_statement (query), i));
  return g_byte_array_free_to_bytes (key);
}

static void
append_key_condition (GString *sql, MusterChangeset *row, const char *const *columns)
{
  const char *glue = " WHERE ";

  for (int i = 0; i < muster_changeset_get_n_columns (row); i++)
    if (muster_changeset_is_key (row, i))
      {
        g_string_append_printf (sql, "%s%s = ?%d", glue, columns[i], i + 1);
        glue = " AND ";
      }
}

static void
bind_key (MusterQuery *query, MusterChangeset *row)
{
  for (int i = 0; i < muster_changeset_get_n_columns (row); i++)
    if (muster_changeset_is_key (row, i))
      sqlite3_bind_value (muster_query_get_statement (query), i + 1,
                          muster_changeset_get_key (row, i));
}

/**
 * muster_row_sql_select:
 *
 * Returns: (transfer full): a query of the row as it is now, all columns in order
 */
MusterQuery *
muster_row_sql_select (MusterRowSql *self, MusterChangeset *row, GError **error)
{
  const char *table = muster_changeset_get_table (row);
  const char *const *columns = muster_row_sql_get_columns (self, table, error);
  g_autoptr (GString) sql = g_string_new ("SELECT * FROM ");
  MusterQuery *query;

  if (columns == NULL)
    return NULL;

  g_string_append (sql, table);
  append_key_condition (sql, row, columns);
  query = muster_query_new (self->db, sql->str, error);
  if (query != NULL)
    bind_key (query, row);
  return query;
}

static void
append_insert (GString *sql, MusterChangeset *row, const char *const *columns)
{
  int n = muster_changeset_get_n_columns (row);

  g_string_append_printf (sql, "INSERT INTO %s (", muster_changeset_get_table (row));
  for (int i = 0; i < n; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", columns[i]);
  g_string_append (sql, ") VALUES (");
  for (int i = 0; i < n; i++)
    g_string_append_printf (sql, "%s?%d", i > 0 ? ", " : "", i + 1);
  g_string_append (sql, ") ON CONFLICT DO NOTHING");
}

static void
append_update (GString *sql, MusterChangeset *row, const char *const *columns)
{
  const char *glue = "";

  g_string_append_printf (sql, "UPDATE %s SET ", muster_changeset_get_table (row));
  for (int i = 0; i < muster_changeset_get_n_columns (row); i++)
    if (!muster_changeset_is_key (row, i) && muster_changeset_get_new (row, i) != NULL)
      {
        g_string_append_printf (sql, "%s%s = ?%d", glue, columns[i], i + 1);
        glue = ", ";
      }
  append_key_condition (sql, row, columns);
}

/**
 * muster_row_sql_apply:
 *
 * Inserts, updates or deletes what @row says; one that exists already is not
 * inserted again.  Must be called inside a change.
 */
gboolean
muster_row_sql_apply (MusterRowSql *self, MusterChangeset *row, GError **error)
{
  const char *const *columns =
      muster_row_sql_get_columns (self, muster_changeset_get_table (row), error);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (MusterQuery) query = NULL;

  if (columns == NULL)
    return FALSE;

  if (muster_changeset_get_operation (row) == SQLITE_INSERT)
    append_insert (sql, row, columns);
  else if (muster_changeset_get_operation (row) == SQLITE_UPDATE)
    append_update (sql, row, columns);
  else
    {
      g_string_append_printf (sql, "DELETE FROM %s", muster_changeset_get_table (row));
      append_key_condition (sql, row, columns);
    }

  query = muster_query_new (self->db, sql->str, error);
  if (query == NULL)
    return FALSE;
  for (int i = 0; i < muster_changeset_get_n_columns (row); i++)
    if (muster_changeset_get_new (row, i) != NULL)
      sqlite3_bind_value (muster_query_get_statement (query), i + 1,
                          muster_changeset_get_new (row, i));
  if (muster_changeset_get_operation (row) != SQLITE_INSERT)
    bind_key (query, row);
  return muster_query_run (query, error);
}
