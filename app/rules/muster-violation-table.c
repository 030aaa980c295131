/* muster-violation-table.c - the SQL of the tables "violations" and "evidence"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-table"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-query.h"
#include "muster-store-error.h"
#include "muster-violation-table.h"

#define COLUMNS                                                                                    \
  "id, group_id, membership_id, document_id, edition_id, clause_id, happened_at, utc_offset, "     \
  "all_day, reported_on, reporter, summary, finding, author"
#define EXHIBIT_COLUMNS "id, violation_id, kind, value, source, happened_at"

static void
bind_some (MusterQuery *query, int parameter, const MusterId *id)
{
  if (!muster_id_is_none (id))
    muster_query_bind_id (query, parameter, id);
}

/* In the order of COLUMNS. */
static void
bind_violation (MusterQuery *query, const MusterViolation *violation)
{
  muster_query_bind_id (query, 1, &violation->id);
  muster_query_bind_id (query, 2, &violation->group);
  muster_query_bind_id (query, 3, &violation->membership);
  bind_some (query, 4, &violation->document);
  bind_some (query, 5, &violation->edition);
  bind_some (query, 6, &violation->clause);
  muster_query_bind_int (query, 7, violation->happened_at);
  muster_query_bind_int (query, 8, violation->utc_offset);
  muster_query_bind_int (query, 9, violation->all_day);
  muster_query_bind_day (query, 10, violation->reported_on);
  muster_query_bind_text (query, 11, violation->reporter);
  muster_query_bind_text (query, 12, violation->summary);
  muster_query_bind_text (query, 13, violation->finding);
  muster_query_bind_text (query, 14, violation->author);
}

static gpointer
read_violation (MusterQuery *query, gconstpointer data)
{
  MusterViolation *violation = muster_violation_new ();

  muster_query_get_id (query, 0, &violation->id);
  muster_query_get_id (query, 1, &violation->group);
  muster_query_get_id (query, 2, &violation->membership);
  muster_query_get_id (query, 3, &violation->document);
  muster_query_get_id (query, 4, &violation->edition);
  muster_query_get_id (query, 5, &violation->clause);
  violation->happened_at = muster_query_get_int (query, 6);
  violation->utc_offset = (int) muster_query_get_int (query, 7);
  violation->all_day = muster_query_get_int (query, 8) != 0;
  violation->reported_on = muster_query_get_day (query, 9);
  violation->reporter = muster_query_dup_text (query, 10);
  violation->summary = muster_query_dup_text (query, 11);
  violation->finding = muster_query_dup_text (query, 12);
  violation->author = muster_query_dup_text (query, 13);
  return violation;
}

static gboolean
check_length (const char *text, GError **error)
{
  if (text == NULL || strlen (text) <= MUSTER_VIOLATION_MAX_TEXT)
    return TRUE;

  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
               _ ("The text is too long: at most %d bytes fit."), MUSTER_VIOLATION_MAX_TEXT);
  return FALSE;
}

static gboolean
check (const MusterViolation *violation, GError **error)
{
  const char *wrong = NULL;

  if (muster_id_is_none (&violation->membership))
    wrong = _ ("A violation needs the member whom it is about.");
  else if (muster_violation_get_day (violation) > violation->reported_on)
    wrong = _ ("A violation can’t be reported before it happened.");
  if (wrong != NULL)
    g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID, wrong);
  return wrong == NULL && check_length (violation->summary, error);
}

/**
 * muster_violation_table_insert:
 * @violation: what to store; gets its id
 */
gboolean
muster_violation_table_insert (MusterChange *change, MusterViolation *violation, GError **error)
{
  g_autoptr (MusterQuery) query = NULL;

  if (!check (violation, error))
    return FALSE;

  query = muster_query_new (muster_change_get_database (change),
                            "INSERT INTO violations (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
                            "?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
                            error);
  if (query == NULL)
    return FALSE;

  violation->id = muster_change_new_id (change);
  bind_violation (query, violation);
  return muster_query_run (query, error);
}

/**
 * muster_violation_table_load:
 *
 * Returns: (transfer full): %NULL with @error set if there is none
 */
MusterViolation *
muster_violation_table_load (MusterDatabase *db, const MusterId *id, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT " COLUMNS " FROM violations WHERE id = ?1", error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, id);
  return muster_query_need (query, _ ("There is no such violation any more."), error)
             ? read_violation (query, NULL)
             : NULL;
}

/**
 * muster_violation_table_list:
 *
 * Returns: (transfer full) (element-type MusterViolation): the newest deed first
 */
GPtrArray *
muster_violation_table_list (MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT " COLUMNS " FROM violations WHERE group_id = ?1 "
                        "ORDER BY happened_at DESC, stamp DESC, id DESC",
                        error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, group);
  return muster_query_list (query, read_violation, NULL, (GDestroyNotify) muster_violation_free,
                            error);
}

/**
 * muster_violation_table_count:
 * @out_n: how many were ever written down about @member
 */
gboolean
muster_violation_table_count (MusterDatabase *db, const MusterId *member, gint64 *out_n,
                              GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT count(*) FROM violations WHERE membership_id = ?1", error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, member);
  if (!muster_query_next (query, error))
    return FALSE;
  *out_n = muster_query_get_int (query, 0);
  return TRUE;
}

/**
 * muster_exhibit_table_insert:
 * @exhibit: what to store; gets its id
 */
gboolean
muster_exhibit_table_insert (MusterChange *change, MusterExhibit *exhibit, GError **error)
{
  g_autoptr (MusterQuery) query = NULL;

  if (exhibit->value == NULL || *exhibit->value == '\0')
    {
      g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                           _ ("A piece of evidence can’t be empty."));
      return FALSE;
    }
  if (!check_length (exhibit->value, error) || !check_length (exhibit->source, error))
    return FALSE;
  query = muster_query_new (muster_change_get_database (change),
                            "INSERT INTO evidence (" EXHIBIT_COLUMNS ") VALUES (?1, ?2, ?3, ?4, "
                            "?5, ?6)",
                            error);
  if (query == NULL)
    return FALSE;

  exhibit->id = muster_change_new_id (change);
  muster_query_bind_id (query, 1, &exhibit->id);
  muster_query_bind_id (query, 2, &exhibit->violation);
  muster_query_bind_text (query, 3, muster_exhibit_kind_get_key (exhibit->kind));
  muster_query_bind_text (query, 4, exhibit->value);
  muster_query_bind_text (query, 5, exhibit->source);
  if (exhibit->happened_at != MUSTER_VIOLATION_NO_TIME)
    muster_query_bind_int (query, 6, exhibit->happened_at);
  return muster_query_run (query, error);
}

static gpointer
read_exhibit (MusterQuery *query, gconstpointer data)
{
  MusterExhibitKind kind = MUSTER_EXHIBIT_TEXT;
  MusterExhibit *exhibit;

  (void) muster_exhibit_kind_find (muster_query_get_text (query, 2), &kind);
  exhibit =
      muster_exhibit_new (kind, muster_query_get_text (query, 3), muster_query_get_text (query, 4));
  muster_query_get_id (query, 0, &exhibit->id);
  muster_query_get_id (query, 1, &exhibit->violation);
  if (!muster_query_is_null (query, 5))
    exhibit->happened_at = muster_query_get_int (query, 5);
  return exhibit;
}

/**
 * muster_exhibit_table_list:
 *
 * Returns: (transfer full) (element-type MusterExhibit): as they were added
 */
GPtrArray *
muster_exhibit_table_list (MusterDatabase *db, const MusterId *violation, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT " EXHIBIT_COLUMNS " FROM evidence WHERE violation_id = ?1 "
                        "ORDER BY stamp, id",
                        error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, violation);
  return muster_query_list (query, read_exhibit, NULL, (GDestroyNotify) muster_exhibit_free, error);
}

/**
 * muster_violation_table_list_clauses:
 *
 * Returns: (transfer full) (element-type MusterId MusterId): the clauses of a document that
 *   violations name, whatever was decided about them
 */
GHashTable *
muster_violation_table_list_clauses (MusterDatabase *db, const MusterId *document, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT DISTINCT clause_id FROM violations WHERE document_id = ?1 AND "
                        "clause_id IS NOT NULL",
                        error);
  g_autoptr (GHashTable) clauses =
      g_hash_table_new_full (muster_id_hash, muster_id_equal, g_free, NULL);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, document);
  while (muster_query_next (query, &local_error))
    {
      MusterId id;

      if (muster_query_get_id (query, 0, &id))
        g_hash_table_add (clauses, g_memdup2 (&id, sizeof id));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&clauses);
}
