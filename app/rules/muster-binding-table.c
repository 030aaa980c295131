/* muster-binding-table.c - the SQL of the table "bindings"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-binding-table"

#include "config.h"

#include "muster-binding-table.h"
#include "muster-query.h"

/**
 * muster_binding_new:
 * @key: (nullable): as empty
 * @value: (nullable):
 */
MusterBinding *
muster_binding_new (const MusterId *clause, const char *check, const char *key, const char *value)
{
  MusterBinding *self = g_new0 (MusterBinding, 1);

  self->clause = *clause;
  self->check = g_strdup (check);
  self->key = g_strdup (key != NULL ? key : "");
  self->value = g_strdup (value);
  return self;
}

void
muster_binding_free (MusterBinding *self)
{
  g_free (self->check);
  g_free (self->key);
  g_free (self->value);
  g_free (self);
}

static void
bind_key (MusterQuery *query, const MusterId *owner, const MusterBinding *binding)
{
  muster_query_bind_id (query, 1, owner);
  muster_query_bind_id (query, 2, &binding->clause);
  muster_query_bind_text (query, 3, binding->check);
  muster_query_bind_text (query, 4, binding->key);
}

static gpointer
read_binding (MusterQuery *query, gconstpointer data)
{
  MusterId clause;

  muster_query_get_id (query, 0, &clause);
  return muster_binding_new (&clause, muster_query_get_text (query, 1),
                             muster_query_get_text (query, 2), muster_query_get_text (query, 3));
}

/**
 * muster_binding_table_set:
 * @owner: an edition, or the document whose draft has the clause
 */
gboolean
muster_binding_table_set (MusterChange *change, const MusterId *owner, const MusterBinding *binding,
                          GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      muster_change_get_database (change),
      "INSERT INTO bindings (owner_id, clause_id, check_id, key, value) "
      "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET value = excluded.value "
      "WHERE value IS NOT excluded.value",
      error);

  if (query == NULL)
    return FALSE;

  bind_key (query, owner, binding);
  muster_query_bind_text (query, 5, binding->value);
  return muster_query_run (query, error);
}

/**
 * muster_binding_table_delete:
 * @owner: the document whose draft has the clause
 */
gboolean
muster_binding_table_delete (MusterChange *change, const MusterId *owner,
                             const MusterBinding *binding, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_change_get_database (change),
                        "DELETE FROM bindings WHERE owner_id = ?1 AND clause_id = ?2 AND "
                        "check_id = ?3 AND key = ?4",
                        error);

  if (query == NULL)
    return FALSE;

  bind_key (query, owner, binding);
  return muster_query_run (query, error);
}

/**
 * muster_binding_table_list:
 * @owner: an edition, or a document for those of its draft
 *
 * Returns: (transfer full) (element-type MusterBinding): those of a clause together
 */
GPtrArray *
muster_binding_table_list (MusterDatabase *db, const MusterId *owner, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT clause_id, check_id, key, value FROM bindings WHERE owner_id = ?1 "
                        "ORDER BY clause_id, check_id, key",
                        error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, owner);
  return muster_query_list (query, read_binding, NULL, (GDestroyNotify) muster_binding_free, error);
}
