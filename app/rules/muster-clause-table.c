/* muster-clause-table.c - the SQL of the table "clauses"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-clause-table"

#include "config.h"

#include "muster-clause-table.h"
#include "muster-query.h"

static gpointer
read_clause (MusterQuery *query, gconstpointer data)
{
  MusterClause *clause = muster_clause_new ();

  muster_query_get_id (query, 0, &clause->id);
  clause->number = muster_query_dup_text (query, 1);
  clause->text = muster_query_dup_text (query, 2);
  return clause;
}

/**
 * muster_clause_table_set:
 * @owner: an edition, or the document whose draft has it
 * @position: in the text, from 1
 */
gboolean
muster_clause_table_set (MusterChange *change, const MusterId *owner, const MusterClause *clause,
                         guint position, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      muster_change_get_database (change),
      "INSERT INTO clauses (owner_id, clause_id, position, number, text) "
      "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET position = excluded.position, "
      "number = excluded.number, text = excluded.text WHERE (position, number, text) IS NOT "
      "(excluded.position, excluded.number, excluded.text)",
      error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, owner);
  muster_query_bind_id (query, 2, &clause->id);
  muster_query_bind_int (query, 3, position);
  muster_query_bind_text (query, 4, clause->number);
  muster_query_bind_text (query, 5, clause->text);
  return muster_query_run (query, error);
}

/**
 * muster_clause_table_delete:
 * @owner: the document whose draft no longer has it
 */
gboolean
muster_clause_table_delete (MusterChange *change, const MusterId *owner, const MusterId *clause,
                            GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_change_get_database (change),
                        "DELETE FROM clauses WHERE owner_id = ?1 AND clause_id = ?2", error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, owner);
  muster_query_bind_id (query, 2, clause);
  return muster_query_run (query, error);
}

/**
 * muster_clause_table_list:
 * @owner: an edition, or a document for those of its draft as they were saved last
 *
 * Returns: (transfer full) (element-type MusterClause): in the order of the text
 */
GPtrArray *
muster_clause_table_list (MusterDatabase *db, const MusterId *owner, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT clause_id, number, text FROM clauses WHERE owner_id = ?1 "
                        "ORDER BY position, stamp, clause_id",
                        error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, owner);
  return muster_query_list (query, read_clause, NULL, (GDestroyNotify) muster_clause_free, error);
}
