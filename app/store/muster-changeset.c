/* muster-changeset.c - reading what the session extension recorded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-changeset"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-changeset.h"

struct _MusterChangeset
{
  sqlite3_changeset_iter *iter;
  const char *table;  /* of the iterator */
  unsigned char *key; /* of the iterator: one byte a column, not 0 for a key column */
  int n_columns;
  int operation;
};

static gboolean
set_damaged (GError **error, int rc)
{
  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED,
               _ ("The journal can’t be read (%s)."), sqlite3_errstr (rc));
  return FALSE;
}

static MusterChangeset *
start (gpointer data, int size, int flags, GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  int rc = sqlite3changeset_start_v2 (&iter, size, data, flags);
  MusterChangeset *self;

  if (rc != SQLITE_OK)
    {
      set_damaged (error, rc);
      return NULL;
    }

  self = g_new0 (MusterChangeset, 1);
  self->iter = iter;
  return self;
}

/**
 * muster_changeset_new:
 * @data: a changeset; must live as long as the walk
 *
 * Returns: (transfer full): a walk before the first row
 */
MusterChangeset *
muster_changeset_new (gpointer data, int size, GError **error)
{
  return start (data, size, 0, error);
}

/**
 * muster_changeset_new_inverted:
 *
 * Walks over what would take the changeset back: inserted rows show up as
 * deleted, old values as new ones.
 */
MusterChangeset *
muster_changeset_new_inverted (gpointer data, int size, GError **error)
{
  return start (data, size, SQLITE_CHANGESETSTART_INVERT, error);
}

void
muster_changeset_free (MusterChangeset *self)
{
  sqlite3changeset_finalize (self->iter);
  g_free (self);
}

/**
 * muster_changeset_next:
 *
 * After %FALSE look at @error: unset means the end.
 */
gboolean
muster_changeset_next (MusterChangeset *self, GError **error)
{
  int rc = sqlite3changeset_next (self->iter);

  if (rc == SQLITE_DONE)
    return FALSE;
  if (rc != SQLITE_ROW)
    return set_damaged (error, rc);

  sqlite3changeset_op (self->iter, &self->table, &self->n_columns, &self->operation, NULL);
  sqlite3changeset_pk (self->iter, &self->key, NULL);
  return TRUE;
}

const char *
muster_changeset_get_table (MusterChangeset *self)
{
  return self->table;
}

/**
 * muster_changeset_get_operation:
 *
 * Returns: SQLITE_INSERT, SQLITE_UPDATE or SQLITE_DELETE
 */
int
muster_changeset_get_operation (MusterChangeset *self)
{
  return self->operation;
}

int
muster_changeset_get_n_columns (MusterChangeset *self)
{
  return self->n_columns;
}

gboolean
muster_changeset_is_key (MusterChangeset *self, int column)
{
  return self->key[column] != 0;
}

/**
 * muster_changeset_get_old:
 *
 * Returns: (nullable): the value before; %NULL for an inserted row and for a
 *   cell that an update left alone
 */
sqlite3_value *
muster_changeset_get_old (MusterChangeset *self, int column)
{
  sqlite3_value *value = NULL;

  if (self->operation != SQLITE_INSERT)
    sqlite3changeset_old (self->iter, column, &value);
  return value;
}

/**
 * muster_changeset_get_new:
 *
 * Returns: (nullable): the value after; %NULL for a deleted row and for a cell
 *   that an update left alone
 */
sqlite3_value *
muster_changeset_get_new (MusterChangeset *self, int column)
{
  sqlite3_value *value = NULL;

  if (self->operation != SQLITE_DELETE)
    sqlite3changeset_new (self->iter, column, &value);
  return value;
}

/**
 * muster_changeset_get_key:
 * @column: a key column
 *
 * Returns: the row's key, which no update changes
 */
sqlite3_value *
muster_changeset_get_key (MusterChangeset *self, int column)
{
  return self->operation == SQLITE_INSERT ? muster_changeset_get_new (self, column)
                                          : muster_changeset_get_old (self, column);
}

/**
 * muster_changeset_dup_row_key:
 *
 * Returns: (transfer full): the key columns as bytes, different for different rows of a table
 */
GBytes *
muster_changeset_dup_row_key (MusterChangeset *self)
{
  g_autoptr (GByteArray) key = g_byte_array_sized_new (32);

  for (int i = 0; i < self->n_columns; i++)
    if (muster_changeset_is_key (self, i))
      muster_row_key_append (key, muster_changeset_get_key (self, i));

  return g_byte_array_free_to_bytes (g_steal_pointer (&key));
}

/**
 * muster_row_key_append:
 * @key: the key columns so far
 *
 * Appends a value's type and bytes, so that keys of several columns never run together.
 */
void
muster_row_key_append (GByteArray *key, sqlite3_value *value)
{
  int type = sqlite3_value_type (value);
  guint8 head = (guint8) type;

  g_byte_array_append (key, &head, 1);
  if (type == SQLITE_INTEGER)
    {
      guint64 number = GUINT64_TO_BE ((guint64) sqlite3_value_int64 (value));

      g_byte_array_append (key, (const guint8 *) &number, sizeof number);
    }
  else if (type != SQLITE_NULL)
    {
      gconstpointer bytes = sqlite3_value_blob (value);
      guint32 size = (guint32) sqlite3_value_bytes (value);
      guint32 stored = GUINT32_TO_BE (size);

      g_byte_array_append (key, (const guint8 *) &stored, sizeof stored);
      g_byte_array_append (key, bytes, size);
    }
}
