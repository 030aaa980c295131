/* muster-person-index.c - candidates for a row of a list
 *
 * Built once for an import by one pass over the persons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-person-index"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "muster-normalise.h"
#include "muster-person-index.h"
#include "muster-query.h"

#define FNV_OFFSET G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define FNV_PRIME G_GUINT64_CONSTANT (0x100000001b3)

typedef struct
{
  guint32 hash_high;
  guint32 hash_low;
  guint32 row;
} Entry;

struct _MusterPersonIndex
{
  GArray *entries; /* owned, of Entry: sorted */
  GArray *members; /* owned, of guint32: the persons of the group, sorted */
};

static guint64
hash_text (MusterPersonKey key, const char *text, gsize length)
{
  guint64 hash = (FNV_OFFSET ^ (guint64) key) * FNV_PRIME;

  for (gsize i = 0; i < length; i++)
    if (text[i] != ' ')
      hash = (hash ^ (guint8) text[i]) * FNV_PRIME;

  return hash;
}

static guint64
hash_value (MusterPersonKey key, const char *value)
{
  g_autofree char *plain = NULL;

  if (key != MUSTER_PERSON_KEY_NAME)
    return hash_text (key, value, strlen (value));

  plain = muster_normalise (value);
  return hash_text (key, plain, strlen (plain));
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  if (x->hash_high != y->hash_high)
    return x->hash_high < y->hash_high ? -1 : 1;
  if (x->hash_low != y->hash_low)
    return x->hash_low < y->hash_low ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

static void
add (MusterPersonIndex *self, guint64 hash, guint32 row)
{
  Entry entry = { (guint32) (hash >> 32), (guint32) hash, row };

  g_array_append_val (self->entries, entry);
}

static void
add_lines (MusterPersonIndex *self, MusterPersonKey key, const char *lines, guint32 row)
{
  while (lines != NULL && *lines != '\0')
    {
      gsize length = strcspn (lines, "\n");

      add (self, hash_text (key, lines, length), row);
      lines += length + (lines[length] == '\n' ? 1 : 0);
    }
}

static gboolean
read_persons (MusterPersonIndex *self, MusterDatabase *db, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT rowid, name, phones, emails, number FROM persons", error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  while (muster_query_next (query, &local_error))
    {
      guint32 row = (guint32) muster_query_get_int (query, 0);
      const char *name = muster_query_get_text (query, 1);

      if (name != NULL)
        add (self, hash_value (MUSTER_PERSON_KEY_NAME, name), row);
      add_lines (self, MUSTER_PERSON_KEY_PHONE, muster_query_get_text (query, 2), row);
      add_lines (self, MUSTER_PERSON_KEY_EMAIL, muster_query_get_text (query, 3), row);
      add_lines (self, MUSTER_PERSON_KEY_NUMBER, muster_query_get_text (query, 4), row);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
read_members (MusterPersonIndex *self, MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT p.rowid FROM memberships AS m JOIN persons AS p "
                        "ON p.id = m.person_id WHERE group_id = ?1",
                        error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, group);
  while (muster_query_next (query, &local_error))
    {
      guint32 row = (guint32) muster_query_get_int (query, 0);

      g_array_append_val (self->members, row);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * muster_person_index_new:
 * @group: whose members are told apart from the other persons
 *
 * Reads all persons: a matter for a worker.
 *
 * Returns: (transfer full): the persons as they are now
 */
MusterPersonIndex *
muster_person_index_new (MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (MusterPersonIndex) self = g_new0 (MusterPersonIndex, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->members = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (!read_persons (self, db, error) || !read_members (self, db, group, error))
    return NULL;

  g_array_sort (self->entries, compare_entries);
  g_array_sort (self->members, compare_rows);
  return g_steal_pointer (&self);
}

void
muster_person_index_free (MusterPersonIndex *self)
{
  g_array_unref (self->entries);
  g_array_unref (self->members);
  g_free (self);
}

/**
 * muster_person_index_find:
 * @value: one name, phone, address or number, in its clean form
 * @rows: (element-type guint32): row numbers of persons are added, none twice
 */
void
muster_person_index_find (MusterPersonIndex *self, MusterPersonKey key, const char *value,
                          GArray *rows)
{
  guint64 hash = hash_value (key, value);
  Entry wanted = { (guint32) (hash >> 32), (guint32) hash, 0 };
  const Entry *entries = (const Entry *) (gpointer) self->entries->data;
  guint low = 0, high = self->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_entries (&entries[middle], &wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  for (; low < self->entries->len && entries[low].hash_high == wanted.hash_high &&
         entries[low].hash_low == wanted.hash_low;
       low++)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < rows->len && !known; i++)
        known = g_array_index (rows, guint32, i) == entries[low].row;
      if (!known)
        g_array_append_val (rows, entries[low].row);
    }
}

gboolean
muster_person_index_is_member (MusterPersonIndex *self, guint32 row)
{
  return self->members->len > 0 &&
         bsearch (&row, self->members->data, self->members->len, sizeof row, compare_rows) != NULL;
}

/**
 * muster_person_index_get_members:
 *
 * Returns: the row numbers of the group's persons, sorted
 */
const guint32 *
muster_person_index_get_members (MusterPersonIndex *self, guint *out_n)
{
  *out_n = self->members->len;
  return (const guint32 *) (gpointer) self->members->data;
}
