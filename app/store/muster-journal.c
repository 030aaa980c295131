/* muster-journal.c - reading the history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-journal"

#include "config.h"

#include <string.h>

#include "muster-changeset.h"
#include "muster-journal.h"
#include "muster-query.h"
#include "muster-row-sql.h"

void
muster_journal_entry_free (MusterJournalEntry *self)
{
  g_free (self->kind);
  g_free (self->title);
  g_free (self->author);
  g_free (self);
}

void
muster_journal_cell_free (MusterJournalCell *self)
{
  g_free (self->table);
  g_free (self->column);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self);
}

static char *
dup_value (sqlite3_value *value)
{
  if (value == NULL || sqlite3_value_type (value) == SQLITE_NULL)
    return NULL;
  if (sqlite3_value_type (value) == SQLITE_BLOB)
    {
      MusterId id;

      if (sqlite3_value_bytes (value) != MUSTER_ID_SIZE)
        return NULL;
      memcpy (id.bytes, sqlite3_value_blob (value), MUSTER_ID_SIZE);
      return muster_id_dup_text (&id);
    }

  return g_strdup ((const char *) sqlite3_value_text (value));
}

static MusterJournalCell *
new_cell (MusterChangeset *row, const char *column, sqlite3_value *old, sqlite3_value *new)
{
  MusterJournalCell *cell = g_new0 (MusterJournalCell, 1);
  sqlite3_value *key = muster_changeset_get_key (row, 0);

  cell->table = g_strdup (muster_changeset_get_table (row));
  if (sqlite3_value_type (key) == SQLITE_BLOB && sqlite3_value_bytes (key) == MUSTER_ID_SIZE)
    memcpy (cell->row.bytes, sqlite3_value_blob (key), MUSTER_ID_SIZE);
  cell->column = g_strdup (column);
  cell->old_value = dup_value (old);
  cell->new_value = dup_value (new);
  cell->edited = muster_changeset_get_operation (row) == SQLITE_UPDATE;
  return cell;
}

/* Columns that tell a person nothing. */
static gboolean
is_technical (MusterChangeset *row, int column, const char *name)
{
  return strcmp (name, "stamp") == 0 || strcmp (name, "id") == 0 || strcmp (name, "secret") == 0;
}

static gboolean
add_cells (GPtrArray *cells, MusterRowSql *rows, MusterChangeset *row, guint limit, GError **error)
{
  const char *const *columns =
      muster_row_sql_get_columns (rows, muster_changeset_get_table (row), error);

  if (columns == NULL)
    return FALSE;

  for (int i = 0; i < muster_changeset_get_n_columns (row) && cells->len < limit; i++)
    {
      sqlite3_value *old = muster_changeset_get_old (row, i);
      sqlite3_value *new = muster_changeset_get_new (row, i);
      gboolean had = old != NULL && sqlite3_value_type (old) != SQLITE_NULL;
      gboolean has = new != NULL &&sqlite3_value_type (new) != SQLITE_NULL;

      if ((had || has) && !is_technical (row, i, columns[i]) &&
          (muster_changeset_get_operation (row) != SQLITE_UPDATE ||
           !muster_changeset_is_key (row, i)))
        g_ptr_array_add (cells, new_cell (row, columns[i], old, new));
    }

  return TRUE;
}

static gpointer
read_entry (MusterQuery *query, gconstpointer data)
{
  MusterJournalEntry *entry = g_new0 (MusterJournalEntry, 1);

  muster_query_get_id (query, 0, &entry->id);
  entry->kind = muster_query_dup_text (query, 1);
  entry->title = muster_query_dup_text (query, 2);
  entry->author = muster_query_dup_text (query, 3);
  muster_query_get_id (query, 4, &entry->device);
  entry->made_us = muster_query_get_int (query, 5);
  entry->n_rows = muster_query_get_int (query, 6);
  entry->undone = muster_query_get_int (query, 7) != 0;
  return entry;
}

/**
 * muster_journal_list:
 * @offset: how many of the newest to leave out
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type MusterJournalEntry): newest first
 */
GPtrArray *
muster_journal_list (MusterDatabase *db, guint offset, guint limit, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT id, kind, title, author, device, made_us, n_rows, undone FROM changes "
      "ORDER BY seq DESC LIMIT ?1 OFFSET ?2",
      error);

  if (query == NULL)
    return NULL;

  muster_query_bind_int (query, 1, limit);
  muster_query_bind_int (query, 2, offset);
  return muster_query_list (query, read_entry, NULL, (GDestroyNotify) muster_journal_entry_free,
                            error);
}

/**
 * muster_journal_list_cells:
 * @change: a change
 * @limit: how many cells at most
 *
 * Returns: (transfer full) (element-type MusterJournalCell): what the change did, field by field
 */
GPtrArray *
muster_journal_list_cells (MusterDatabase *db, const MusterId *change, guint limit, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT changeset FROM change_parts JOIN changes ON seq = change "
                        "WHERE id = ?1 ORDER BY part",
                        error);
  g_autoptr (GPtrArray) cells =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_journal_cell_free);
  g_autoptr (MusterRowSql) rows = muster_row_sql_new (db);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, change);
  while (cells->len < limit && muster_query_next (query, &local_error))
    {
      sqlite3_stmt *statement = muster_query_get_statement (query);
      g_autoptr (MusterChangeset) row =
          muster_changeset_new ((gpointer) sqlite3_column_blob (statement, 0),
                                sqlite3_column_bytes (statement, 0), error);

      if (row == NULL)
        return NULL;
      while (cells->len < limit && muster_changeset_next (row, &local_error))
        if (!add_cells (cells, rows, row, limit, error))
          return NULL;
      if (local_error != NULL)
        break;
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&cells);
}
