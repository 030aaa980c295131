/* muster-schema.c - which tables there are, and how a file gets them
 *
 * Entry n of the migrations takes a file from version n to n + 1, in one
 * transaction that moves user_version too.  They are SQL files in data/schema,
 * append-only.  Each shared table gets triggers that refuse a write outside a
 * change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-schema"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-functions.h"
#include "muster-query.h"
#include "muster-schema-resources.h"
#include "muster-schema.h"

#define APPLICATION_ID 0x4d757374 /* "Must" */

static const char *const migrations[] = {
  "001.sql",
  "002.sql",
  "003.sql",
};

static const MusterSharedTable tables[] = {
  { 1, "groups" },
  { 2, "policies" },
  { 3, "persons" },
  { 4, "accounts" },
  { 5, "memberships" },
  { 6, "membership_history" },
  { 7, "fields" },
  { 8, "field_values" },
  { 9, "imports" },
  { 10, "snapshots" },
  { 11, "snapshot_entries" },
  { 12, "coverage" },
  { 13, "sender_links" },
  { 14, "signs" },
  { 15, "followups" },
  { 16, "exports" },
  { 17, "events" },
  { 18, "sign_ups" },
  { 19, "attendance" },
  { 20, "tasks" },
  { 21, "payments" },
  { 22, "plan_marks" },
  { 23, "documents" },
  { 24, "editions" },
  { 25, "clauses" },
  { 26, "bindings" },
  { 27, "acknowledgements" },
  { 28, "notices" },
  { 29, "receipts" },
  { 30, "violations" },
  { 31, "evidence" },
  { 32, "rulings" },
  { 33, "ledger" },
  { 34, "advertisements" },
};

static const MusterReference references[] = {
  { "policies", "group_id", "groups" },
  { "accounts", "person_id", "persons" },
  { "memberships", "group_id", "groups" },
  { "memberships", "person_id", "persons" },
  { "membership_history", "membership_id", "memberships" },
  { "field_values", "person_id", "persons" },
  { "field_values", "field_id", "fields" },
  { "imports", "group_id", "groups" },
  { "snapshots", "group_id", "groups" },
  { "snapshots", "import_id", "imports" },
  { "snapshot_entries", "snapshot_id", "snapshots" },
  { "snapshot_entries", "membership_id", "memberships" },
  { "coverage", "group_id", "groups" },
  { "coverage", "import_id", "imports" },
  { "sender_links", "group_id", "groups" },
  { "sender_links", "membership_id", "memberships" },
  { "signs", "membership_id", "memberships" },
  { "followups", "group_id", "groups" },
  { "events", "group_id", "groups" },
  { "events", "series_id", "events" },
  { "sign_ups", "event_id", "events" },
  { "attendance", "event_id", "events" },
  { "tasks", "group_id", "groups" },
  { "tasks", "event_id", "events" },
  { "payments", "event_id", "events" },
  { "plan_marks", "group_id", "groups" },
  { "documents", "group_id", "groups" },
  { "editions", "document_id", "documents" },
  { "editions", "based_on", "editions" },
  { "acknowledgements", "edition_id", "editions" },
  { "acknowledgements", "membership_id", "memberships" },
  { "notices", "group_id", "groups" },
  { "notices", "event_id", "events" },
  { "receipts", "notice_id", "notices" },
  { "receipts", "membership_id", "memberships" },
  { "violations", "group_id", "groups" },
  { "violations", "membership_id", "memberships" },
  { "violations", "document_id", "documents" },
  { "violations", "edition_id", "editions" },
  { "evidence", "violation_id", "violations" },
  { "rulings", "violation_id", "violations" },
  { "ledger", "group_id", "groups" },
  { "ledger", "membership_id", "memberships" },
  { "ledger", "violation_id", "violations" },
  { "advertisements", "group_id", "groups" },
};

static char *
dup_migration (guint i, GError **error)
{
  g_autofree char *path = g_strconcat ("/org/musterapp/Muster/schema/", migrations[i], NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (muster_schema_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (bytes == NULL)
    return NULL;

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Guards every shared table that exists, and replaces older guards.  New rows are refused by the
 * stamp that they lack: a trigger on them would make SQLite keep, for each row, a copy of every
 * page that it touches.  So would ABORT; no row comes before the one that fails. */
static gboolean
create_guards (MusterDatabase *db, GError **error)
{
  static const char *const operations[] = { "UPDATE", "DELETE" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (guint j = 0; j < G_N_ELEMENTS (operations); j++)
      {
        g_autofree char *sql = g_strdup_printf (
            "DROP TRIGGER IF EXISTS %s_guard_%s;"
            "CREATE TRIGGER %s_guard_%s BEFORE %s ON %s WHEN NOT muster_in_change () "
            "BEGIN SELECT RAISE (FAIL, '" MUSTER_OUTSIDE_CHANGE "'); END;",
            tables[i].name, operations[j], tables[i].name, operations[j], operations[j],
            tables[i].name);

        if (!muster_database_exec (db, sql, error))
          return FALSE;
      }

  return TRUE;
}

static gboolean
migrate_locked (MusterDatabase *db, GError **error)
{
  guint version = 0;
  g_autofree char *finish = NULL;

  /* again, now that nobody else can write: another program may have been faster */
  if (!muster_schema_check (db, &version, error))
    return FALSE;

  for (guint i = version; i < G_N_ELEMENTS (migrations); i++)
    {
      g_autofree char *sql = dup_migration (i, error);

      if (sql == NULL || !muster_database_exec (db, sql, error))
        return FALSE;
    }

  finish =
      g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %" G_GSIZE_FORMAT ";",
                       APPLICATION_ID, G_N_ELEMENTS (migrations));
  return create_guards (db, error) && muster_database_exec (db, finish, error);
}

const MusterSharedTable *
muster_schema_get_tables (guint *out_n)
{
  *out_n = G_N_ELEMENTS (tables);
  return tables;
}

const MusterReference *
muster_schema_get_references (guint *out_n)
{
  *out_n = G_N_ELEMENTS (references);
  return references;
}

/**
 * muster_schema_get_table_number:
 *
 * Returns: the number of a shared table; 0 for any other
 */
int
muster_schema_get_table_number (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (tables[i].name, name) == 0)
      return tables[i].number;

  return 0;
}

/**
 * muster_schema_get_version:
 *
 * Returns: the version that this program writes
 */
guint
muster_schema_get_version (void)
{
  return G_N_ELEMENTS (migrations);
}

/**
 * muster_schema_check:
 * @out_version: the file's version; 0 for an empty file
 *
 * Fails on a database of somebody else and on one of a newer Muster.
 */
gboolean
muster_schema_check (MusterDatabase *db, guint *out_version, GError **error)
{
  gint64 application = 0, version = 0, n_tables = 0;

  if (!muster_database_read_int (db, "PRAGMA application_id", &application, error) ||
      !muster_database_read_int (db, "PRAGMA user_version", &version, error) ||
      !muster_database_read_int (db, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  if (application != APPLICATION_ID && (application != 0 || version != 0 || n_tables != 0))
    {
      g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_A_STORE,
                           _ ("This is a database of another program."));
      return FALSE;
    }
  if (version > (gint64) G_N_ELEMENTS (migrations))
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NEWER,
                   _ ("The database was written by a newer Muster (version %d of the file; this "
                      "program knows up to %d). It was not touched."),
                   (int) version, (int) G_N_ELEMENTS (migrations));
      return FALSE;
    }

  *out_version = (guint) version;
  return TRUE;
}

/**
 * muster_schema_settle:
 *
 * Fills what triggers could not derive because rows came back in another order
 * than they were made in.
 */
gboolean
muster_schema_settle (MusterDatabase *db, GError **error)
{
  return muster_database_exec (
      db,
      "UPDATE member_index SET name_key = (SELECT muster_sort_key (name, reading) "
      "FROM memberships AS m JOIN persons AS p ON p.id = person_id WHERE m.rowid = member) "
      "WHERE name_key IS NULL",
      error);
}

/**
 * muster_schema_index_members:
 *
 * Puts the memberships that are not in the index of names there.  Row numbers only go up: they
 * are behind the last that is.  At the end of a change, all at once, because a trigger would
 * cost more than the row itself.
 */
gboolean
muster_schema_index_members (MusterDatabase *db, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "INSERT INTO member_index (member, group_id, name_key) SELECT m.rowid, group_id, "
      "(SELECT muster_sort_key (name, reading) FROM persons WHERE id = person_id) "
      "FROM memberships AS m WHERE m.rowid > (SELECT ifnull (max (member), 0) FROM member_index)",
      error);

  return query != NULL && muster_query_run (query, error);
}

/**
 * muster_schema_migrate:
 *
 * Brings the file to the newest version in one transaction, or leaves it as it was.
 */
gboolean
muster_schema_migrate (MusterDatabase *db, GError **error)
{
  if (!muster_database_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (!migrate_locked (db, error) || !muster_database_exec (db, "COMMIT", error))
    {
      (void) muster_database_exec (db, "ROLLBACK", NULL);
      return FALSE;
    }

  return TRUE;
}
