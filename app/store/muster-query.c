/* muster-query.c - one use of a prepared statement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-query"

#include "config.h"

#include <string.h>

#include "muster-query.h"

struct _MusterQuery
{
  MusterDatabase *db;      /* owned */
  sqlite3_stmt *statement; /* taken from db */
};

/**
 * muster_query_new:
 * @sql: one statement; a literal, so that its text stays the key of the cache
 *
 * Returns: (transfer full): a query to bind and step
 */
MusterQuery *
muster_query_new (MusterDatabase *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = muster_database_take_statement (db, sql, error);
  MusterQuery *self;

  if (statement == NULL)
    return NULL;

  self = g_new0 (MusterQuery, 1);
  self->db = g_object_ref (db);
  self->statement = statement;
  return self;
}

void
muster_query_free (MusterQuery *self)
{
  muster_database_give_statement (self->db, self->statement);
  g_object_unref (self->db);
  g_free (self);
}

/**
 * muster_query_reset:
 *
 * Ready to bind and run once more; the values bound before stay.
 */
void
muster_query_reset (MusterQuery *self)
{
  sqlite3_reset (self->statement);
}

void
muster_query_bind_int (MusterQuery *self, int parameter, gint64 value)
{
  sqlite3_bind_int64 (self->statement, parameter, value);
}

/**
 * muster_query_bind_text:
 * @value: (nullable): %NULL binds NULL
 */
void
muster_query_bind_text (MusterQuery *self, int parameter, const char *value)
{
  sqlite3_bind_text (self->statement, parameter, value, -1, SQLITE_STATIC);
}

void
muster_query_bind_span (MusterQuery *self, int parameter, const char *value, gsize length)
{
  sqlite3_bind_text64 (self->statement, parameter, value, length, SQLITE_STATIC, SQLITE_UTF8);
}

void
muster_query_bind_blob (MusterQuery *self, int parameter, gconstpointer value, gsize size)
{
  sqlite3_bind_blob64 (self->statement, parameter, value, size, SQLITE_STATIC);
}

/**
 * muster_query_bind_id:
 * @value: (nullable): %NULL or the id of nothing binds NULL
 */
void
muster_query_bind_id (MusterQuery *self, int parameter, const MusterId *value)
{
  if (muster_id_is_none (value))
    sqlite3_bind_null (self->statement, parameter);
  else
    muster_query_bind_blob (self, parameter, value->bytes, MUSTER_ID_SIZE);
}

void
muster_query_bind_day (MusterQuery *self, int parameter, MusterDay value)
{
  if (value == MUSTER_DAY_NONE)
    sqlite3_bind_null (self->statement, parameter);
  else
    muster_query_bind_int (self, parameter, value);
}

/**
 * muster_query_next:
 *
 * Steps to the next row.  After %FALSE look at @error: unset means the end.
 */
gboolean
muster_query_next (MusterQuery *self, GError **error)
{
  int rc = sqlite3_step (self->statement);

  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    muster_store_error_set_sqlite (error, sqlite3_db_handle (self->statement),
                                   sqlite3_sql (self->statement));

  return rc == SQLITE_ROW;
}

/**
 * muster_query_need:
 * @missing: what to say if there is no row
 *
 * Steps to a row that must be there.
 */
gboolean
muster_query_need (MusterQuery *self, const char *missing, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (muster_query_next (self, &local_error))
    return TRUE;

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND, missing);
  return FALSE;
}

/**
 * muster_query_list:
 * @read: makes one of each row
 * @data: (nullable): for @read
 * @row_free: frees what @read makes
 *
 * Returns: (transfer full): all rows, in order; %NULL with @error set on failure
 */
GPtrArray *
muster_query_list (MusterQuery *self, MusterQueryRead read, gconstpointer data,
                   GDestroyNotify row_free, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GError) local_error = NULL;

  while (muster_query_next (self, &local_error))
    g_ptr_array_add (rows, read (self, data));
  if (local_error == NULL)
    return g_steal_pointer (&rows);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * muster_query_run:
 *
 * Runs a statement without rows and resets it for the next values.
 */
gboolean
muster_query_run (MusterQuery *self, GError **error)
{
  int rc;

  do
    rc = sqlite3_step (self->statement);
  while (rc == SQLITE_ROW);

  if (rc != SQLITE_DONE)
    muster_store_error_set_sqlite (error, sqlite3_db_handle (self->statement),
                                   sqlite3_sql (self->statement));
  sqlite3_reset (self->statement);
  return rc == SQLITE_DONE;
}

gint64
muster_query_get_int (MusterQuery *self, int column)
{
  return sqlite3_column_int64 (self->statement, column);
}

/**
 * muster_query_get_text:
 *
 * Returns: (nullable): valid until the next step
 */
const char *
muster_query_get_text (MusterQuery *self, int column)
{
  return (const char *) sqlite3_column_text (self->statement, column);
}

char *
muster_query_dup_text (MusterQuery *self, int column)
{
  return g_strdup (muster_query_get_text (self, column));
}

/**
 * muster_query_get_id:
 * @out_id: the id; all zero when the column holds none
 *
 * Returns: whether the column holds an id
 */
gboolean
muster_query_get_id (MusterQuery *self, int column, MusterId *out_id)
{
  gconstpointer blob = sqlite3_column_blob (self->statement, column);

  memset (out_id, 0, sizeof *out_id);
  if (sqlite3_column_bytes (self->statement, column) != MUSTER_ID_SIZE)
    return FALSE;

  memcpy (out_id->bytes, blob, MUSTER_ID_SIZE);
  return TRUE;
}

MusterDay
muster_query_get_day (MusterQuery *self, int column)
{
  return muster_query_is_null (self, column) ? MUSTER_DAY_NONE
                                             : (MusterDay) muster_query_get_int (self, column);
}

gboolean
muster_query_is_null (MusterQuery *self, int column)
{
  return sqlite3_column_type (self->statement, column) == SQLITE_NULL;
}

sqlite3_stmt *
muster_query_get_statement (MusterQuery *self)
{
  return self->statement;
}
