/* muster-undo-plan.c - what an undo may touch
 *
 * A row that was edited since, or that rows made later refer to, is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-undo-plan"

#include "config.h"

#include <string.h>

#include "muster-row-sql.h"
#include "muster-schema.h"
#include "muster-undo-plan.h"

struct _MusterUndoPlan
{
  GHashTable *kept;     /* owned: row (table and key) -> itself */
  GHashTable *going;    /* owned: rows that would be deleted */
  GHashTable *updated;  /* owned: rows that a later part of the same change updated */
  MusterRowSql *rows;   /* owned while the plan is made */
  gboolean found_users; /* a row had to be kept in this round */
  gint64 n_edited;
  gint64 n_used;
};

static GBytes *
dup_name (const char *table, GBytes *row)
{
  GByteArray *name = g_byte_array_new ();
  gsize size;
  gconstpointer key = g_bytes_get_data (row, &size);

  g_byte_array_append (name, (const guint8 *) table, (guint) strlen (table) + 1);
  g_byte_array_append (name, key, (guint) size);
  return g_byte_array_free_to_bytes (name);
}

static GBytes *
dup_row_name (MusterChangeset *row)
{
  g_autoptr (GBytes) key = muster_changeset_dup_row_key (row);

  return dup_name (muster_changeset_get_table (row), key);
}

static gboolean
values_equal (sqlite3_value *a, sqlite3_value *b)
{
  int type = sqlite3_value_type (a);
  int size;

  if (type != sqlite3_value_type (b))
    return FALSE;
  if (type == SQLITE_NULL)
    return TRUE;
  if (type == SQLITE_INTEGER)
    return sqlite3_value_int64 (a) == sqlite3_value_int64 (b);

  size = sqlite3_value_bytes (a);
  return size == sqlite3_value_bytes (b) &&
         (size == 0 || memcmp (sqlite3_value_blob (a), sqlite3_value_blob (b), (gsize) size) == 0);
}

/* Whether the cells that would be written still have the values that the change gave them. */
static gboolean
is_as_left (MusterQuery *now, MusterChangeset *row)
{
  sqlite3_stmt *statement = muster_query_get_statement (now);

  for (int i = 0; i < muster_changeset_get_n_columns (row); i++)
    {
      sqlite3_value *left = muster_changeset_get_old (row, i);

      if (left != NULL && !values_equal (left, sqlite3_column_value (statement, i)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
look_for_edits (MusterDatabase *db, MusterChangeset *row, gpointer data, GError **error)
{
  MusterUndoPlan *self = data;
  g_autoptr (MusterQuery) now = muster_row_sql_select (self->rows, row, error);
  g_autoptr (GError) local_error = NULL;
  int operation = muster_changeset_get_operation (row);
  g_autoptr (GBytes) name = NULL;
  gboolean exists;

  if (now == NULL)
    return FALSE;
  exists = muster_query_next (now, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  name = dup_row_name (row);
  if (g_hash_table_contains (self->kept, name))
    return TRUE;
  if (operation == SQLITE_INSERT
          ? exists
          : exists && !g_hash_table_contains (self->updated, name) && !is_as_left (now, row))
    {
      self->n_edited++;
      g_hash_table_add (self->kept, g_steal_pointer (&name));
    }
  else if (exists)
    g_hash_table_add (operation == SQLITE_DELETE ? self->going : self->updated,
                      g_steal_pointer (&name));

  return TRUE;
}

/* Whether a row of @reference's table points at @id and is to stay. */
static gboolean
is_used_by (MusterUndoPlan *self, MusterDatabase *db, const MusterReference *reference,
            sqlite3_value *id, gboolean *out_used, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT * FROM %s WHERE %s = ?1", reference->table, reference->column);
  g_autoptr (MusterQuery) query = NULL;
  g_autoptr (GError) local_error = NULL;

  query = muster_query_new (db, sql, error);
  if (query == NULL)
    return FALSE;

  sqlite3_bind_value (muster_query_get_statement (query), 1, id);
  while (!*out_used && muster_query_next (query, &local_error))
    {
      g_autoptr (GBytes) key =
          muster_row_sql_dup_row_key (self->rows, reference->table, query, error);
      g_autoptr (GBytes) name = NULL;

      if (key == NULL)
        return FALSE;
      name = dup_name (reference->table, key);
      *out_used = !g_hash_table_contains (self->going, name);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

static gboolean
look_for_users (MusterDatabase *db, MusterChangeset *row, gpointer data, GError **error)
{
  MusterUndoPlan *self = data;
  guint n_references;
  const MusterReference *references = muster_schema_get_references (&n_references);
  g_autoptr (GBytes) name = NULL;
  gboolean used = FALSE;

  if (muster_changeset_get_operation (row) != SQLITE_DELETE)
    return TRUE;
  name = dup_row_name (row);
  if (!g_hash_table_contains (self->going, name))
    return TRUE;

  for (guint i = 0; i < n_references && !used; i++)
    if (strcmp (references[i].parent, muster_changeset_get_table (row)) == 0 &&
        !is_used_by (self, db, &references[i], muster_changeset_get_key (row, 0), &used, error))
      return FALSE;

  if (used)
    {
      self->found_users = TRUE;
      self->n_used++;
      g_hash_table_remove (self->going, name);
      g_hash_table_add (self->kept, g_steal_pointer (&name));
    }
  return TRUE;
}

static gboolean
make (MusterUndoPlan *self, MusterDatabase *db, gint64 change, GError **error)
{
  if (!muster_undo_plan_visit (db, change, look_for_edits, self, error))
    return FALSE;

  /* a row that stays makes the rows stay that it refers to */
  do
    {
      self->found_users = FALSE;
      if (!muster_undo_plan_visit (db, change, look_for_users, self, error))
        return FALSE;
    }
  while (self->found_users);

  return TRUE;
}

/**
 * muster_undo_plan_new:
 * @change: the number of a journal row
 *
 * Returns: (transfer full): the plan
 */
MusterUndoPlan *
muster_undo_plan_new (MusterDatabase *db, gint64 change, GError **error)
{
  g_autoptr (MusterUndoPlan) self = g_new0 (MusterUndoPlan, 1);

  self->kept =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  self->going =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  self->updated =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  self->rows = muster_row_sql_new (db);
  if (!make (self, db, change, error))
    return NULL;

  g_clear_pointer (&self->rows, muster_row_sql_free);
  return g_steal_pointer (&self);
}

void
muster_undo_plan_free (MusterUndoPlan *self)
{
  g_hash_table_unref (self->kept);
  g_hash_table_unref (self->going);
  g_hash_table_unref (self->updated);
  g_clear_pointer (&self->rows, muster_row_sql_free);
  g_free (self);
}

gboolean
muster_undo_plan_is_kept (MusterUndoPlan *self, MusterChangeset *row)
{
  g_autoptr (GBytes) name = NULL;

  if (g_hash_table_size (self->kept) == 0)
    return FALSE;

  name = dup_row_name (row);
  return g_hash_table_contains (self->kept, name);
}

gint64
muster_undo_plan_get_n_edited (MusterUndoPlan *self)
{
  return self->n_edited;
}

gint64
muster_undo_plan_get_n_used (MusterUndoPlan *self)
{
  return self->n_used;
}

/**
 * muster_undo_plan_visit:
 * @change: the number of a journal row
 *
 * Shows @visit each row of the change taken back, the last part first.
 */
gboolean
muster_undo_plan_visit (MusterDatabase *db, gint64 change, MusterUndoVisit visit, gpointer data,
                        GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db, "SELECT changeset FROM change_parts WHERE change = ?1 ORDER BY part DESC", error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  muster_query_bind_int (query, 1, change);
  while (muster_query_next (query, &local_error))
    {
      sqlite3_stmt *statement = muster_query_get_statement (query);
      gpointer blob = (gpointer) sqlite3_column_blob (statement, 0);
      g_autoptr (MusterChangeset) row =
          muster_changeset_new_inverted (blob, sqlite3_column_bytes (statement, 0), error);

      if (row == NULL)
        return FALSE;
      while (muster_changeset_next (row, &local_error))
        if (!visit (db, row, data, error))
          return FALSE;
      if (local_error != NULL)
        break;
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}
