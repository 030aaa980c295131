/* muster-verify.c - is everything in the file as it should be?
 *
 * SQLite's own check of every page, references that point nowhere (which two
 * devices can bring together), and the journal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-verify"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-changeset.h"
#include "muster-query.h"
#include "muster-schema.h"
#include "muster-verify.h"

static gboolean
finish (GError *local_error, GError **error)
{
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
check_pages (MusterDatabase *db, GPtrArray *problems, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (db, "PRAGMA integrity_check", error);
  GError *local_error = NULL;

  if (query == NULL)
    return FALSE;

  while (muster_query_next (query, &local_error))
    if (g_strcmp0 (muster_query_get_text (query, 0), "ok") != 0)
      g_ptr_array_add (problems, muster_query_dup_text (query, 0));
  return finish (local_error, error);
}

static gboolean
check_reference (MusterDatabase *db, const MusterReference *reference, GPtrArray *problems,
                 GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT count(*) FROM %s AS c WHERE %s IS NOT NULL AND NOT EXISTS "
                       "(SELECT 1 FROM %s AS p WHERE p.id = c.%s)",
                       reference->table, reference->column, reference->parent, reference->column);
  gint64 n = 0;

  if (!muster_database_read_int (db, sql, &n, error))
    return FALSE;
  if (n > 0)
    g_ptr_array_add (problems,
                     /* TRANSLATORS: a number, names of tables and a column of the database */
                     g_strdup_printf (_ ("%d rows of %s have a %s that is not in %s."), (int) n,
                                      reference->table, reference->column, reference->parent));
  return TRUE;
}

static gboolean
check_journal (MusterDatabase *db, GPtrArray *problems, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT change, changeset FROM change_parts", error);
  GError *local_error = NULL;

  if (query == NULL)
    return FALSE;

  while (muster_query_next (query, &local_error))
    {
      sqlite3_stmt *statement = muster_query_get_statement (query);
      g_autoptr (GError) damage = NULL;
      g_autoptr (MusterChangeset) row =
          muster_changeset_new ((gpointer) sqlite3_column_blob (statement, 1),
                                sqlite3_column_bytes (statement, 1), &damage);

      while (row != NULL && muster_changeset_next (row, &damage))
        continue;
      if (damage != NULL)
        g_ptr_array_add (problems,
                         /* TRANSLATORS: the number of an entry of the history, what is wrong */
                         g_strdup_printf (_ ("Change %d: %s"),
                                          (int) muster_query_get_int (query, 0), damage->message));
    }
  return finish (local_error, error);
}

static gboolean
check_index (MusterDatabase *db, GPtrArray *problems, GError **error)
{
  gint64 n = 0;

  if (!muster_database_read_int (
          db,
          "SELECT (SELECT count(*) FROM memberships WHERE rowid NOT IN "
          "(SELECT member FROM member_index)) + (SELECT count(*) FROM member_index "
          "WHERE member NOT IN (SELECT rowid FROM memberships))",
          &n, error))
    return FALSE;
  if (n > 0)
    g_ptr_array_add (problems,
                     g_strdup_printf (_ ("%d members are wrongly in the index."), (int) n));
  return TRUE;
}

/**
 * muster_verify_run:
 * @problems: (element-type utf8): sentences are added
 *
 * Looks at everything and changes nothing: a matter for a worker.
 */
gboolean
muster_verify_run (MusterDatabase *db, GPtrArray *problems, GCancellable *cancellable,
                   GError **error)
{
  guint n;
  const MusterReference *references = muster_schema_get_references (&n);

  if (!check_pages (db, problems, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !check_reference (db, &references[i], problems, error))
      return FALSE;

  return check_index (db, problems, error) && check_journal (db, problems, error);
}
