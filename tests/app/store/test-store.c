/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "muster-context.h"
#include "muster-query.h"
#include "muster-schema.h"
#include "muster-store.h"

#define NOON ((gint64) 1795262400 * G_USEC_PER_SEC) /* 2026-11-21T12:00:00Z */

typedef struct
{
  char *folder;
  char *path;
  MusterClock *clock;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("muster-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "new", "muster.db", NULL);
  fixture->clock = muster_clock_new_fixed (NOON);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  (void) g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->clock);
  g_chmod (fixture->folder, 0700);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_assert_cmpint (sqlite3_memory_used (), ==, 0);
}

static MusterStore *
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MusterStore *store = muster_store_open (fixture->path, fixture->clock, &error);

  g_assert_no_error (error);
  return store;
}

static gboolean
insert_group (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      muster_change_get_database (change), "INSERT INTO groups (id, name) VALUES (?1, ?2)", error);
  MusterId id = muster_change_new_id (change);

  if (query == NULL)
    return FALSE;
  muster_query_bind_id (query, 1, &id);
  muster_query_bind_text (query, 2, data);
  return muster_query_run (query, error);
}

static gboolean
insert_and_fail (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  if (insert_group (change, data, cancellable, error))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no");
  return FALSE;
}

static gboolean
do_nothing (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

static gint64
count (MusterStore *store, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  g_assert_true (
      muster_database_read_int (muster_store_get_database (store, NULL), sql, &n, &error));
  g_assert_no_error (error);
  return n;
}

static void
test_write (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *label;
    MusterStoreWrite func;
    gboolean done;
    gint64 groups, changes;
  } rows[] = {
    { "a write is journalled", insert_group, TRUE, 1, 1 },
    { "a failed write leaves nothing", insert_and_fail, FALSE, 1, 1 },
    { "no write, no history", do_nothing, TRUE, 1, 1 },
    { "another", insert_group, TRUE, 2, 2 },
  };
  MusterStore *store = open_store (fixture);
  GStatBuf st;

  g_assert_cmpint (g_stat (fixture->path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].label);
      g_assert_cmpint (
          muster_store_write (store, "Add", rows[i].func, (gpointer) "Class 3", NULL, &error), ==,
          rows[i].done);
      g_assert_cmpint (error == NULL, ==, rows[i].done);
      g_assert_cmpint (count (store, "groups"), ==, rows[i].groups);
      g_assert_cmpint (count (store, "changes"), ==, rows[i].changes);
    }
  g_assert_finalize_object (store);
}

/* The guard triggers: nothing gets into a shared table without a change. */
static void
test_guards (Fixture *fixture, gconstpointer data)
{
  MusterStore *store = open_store (fixture);
  guint n_tables;
  const MusterSharedTable *tables = muster_schema_get_tables (&n_tables);
  sqlite3 *handle = NULL;

  g_assert_true (muster_store_write (store, "Add", insert_group, (gpointer) "A", NULL, NULL));
  g_assert_finalize_object (store);

  /* as the program's own connection without a change, and as a stranger's */
  for (guint i = 0; i < n_tables; i++)
    {
      g_autoptr (MusterDatabase) db =
          muster_database_open (fixture->path, MUSTER_DATABASE_WRITE, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *sql = g_strdup_printf ("INSERT INTO %s DEFAULT VALUES", tables[i].name);

      g_test_message ("%s", tables[i].name);
      g_assert_false (muster_database_exec (db, sql, &error));
      g_assert_nonnull (strstr (error->message, "a write outside a change"));
    }
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "DELETE FROM groups", NULL, NULL, NULL), !=, SQLITE_OK);
  sqlite3_close (handle);
}

static void
make_file (const char *path, const char *contents, gssize length)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
}

static void
make_database (const char *path, const char *sql)
{
  g_autofree char *folder = g_path_get_dirname (path);
  sqlite3 *handle = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *label;
    const char *contents; /* NULL: make a database with sql */
    const char *sql;
    int code;
  } rows[] = {
    { "a text file",
      "This is not a database, and longer than the header of one would be: "
      "one hundred bytes at least, which is what SQLite looks at first.",
      NULL, MUSTER_STORE_ERROR_NOT_A_STORE },
    { "another program's database", NULL, "CREATE TABLE t (a); PRAGMA user_version = 3;",
      MUSTER_STORE_ERROR_NOT_A_STORE },
    { "a newer Muster's", NULL,
      "PRAGMA application_id = 0x4d757374; PRAGMA user_version = 99; CREATE TABLE t (a);",
      MUSTER_STORE_ERROR_NEWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL, *after = NULL;
      gsize n_before, n_after;

      g_test_message ("%s", rows[i].label);
      (void) g_unlink (fixture->path);
      if (rows[i].contents != NULL)
        make_file (fixture->path, rows[i].contents, -1);
      else
        make_database (fixture->path, rows[i].sql);
      g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));

      g_assert_null (muster_store_open (fixture->path, fixture->clock, &error));
      g_assert_error (error, MUSTER_STORE_ERROR, rows[i].code);
      g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
      if (rows[i].contents != NULL)
        g_assert_cmpmem (before, n_before, after, n_after);
    }
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  MusterStore *store = open_store (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_finalize_object (store);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  memset (contents + 4096, 0x5a, length - 4096);
  make_file (fixture->path, contents, (gssize) length);

  store = muster_store_open (fixture->path, fixture->clock, &error);
  if (store != NULL)
    {
      g_assert_false (
          muster_store_write (store, "Add", insert_group, (gpointer) "A", NULL, &error));
      g_object_unref (store);
    }
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  MusterStore *store = open_store (fixture);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_store_write (store, "Add", insert_group, (gpointer) "A", NULL, NULL));
  g_assert_finalize_object (store);
  if (geteuid () == 0)
    {
      g_test_skip ("root may write everything; tests/app/cli covers it as another user");
      return;
    }
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  store = open_store (fixture);
  g_assert_true (muster_store_is_read_only (store));
  g_assert_cmpint (count (store, "groups"), ==, 1);
  g_assert_false (muster_store_write (store, "Add", insert_group, (gpointer) "A", NULL, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_READ_ONLY);
  g_assert_finalize_object (store);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

static void
test_two_programs (Fixture *fixture, gconstpointer data)
{
  MusterStore *a = open_store (fixture);
  MusterStore *b = open_store (fixture);

  for (int i = 0; i < 10; i++)
    g_assert_true (
        muster_store_write (i % 2 ? a : b, "Add", insert_group, (gpointer) "A", NULL, NULL));
  g_assert_cmpint (count (a, "groups"), ==, 10);
  g_assert_cmpint (count (b, "changes"), ==, 10);
  g_assert_finalize_object (a);
  g_assert_finalize_object (b);
}

typedef struct
{
  GMainLoop *loop;
  guint64 changed;
  guint n_written;
  guint n_changed;
  GError *error;
} Waiting;

static void
quit_when_both (Waiting *waiting)
{
  if (waiting->n_written == 3 && waiting->n_changed == 3)
    g_main_loop_quit (waiting->loop);
}

static void
changed_cb (MusterStore *store, guint64 tables, gpointer user_data)
{
  Waiting *waiting = user_data;

  waiting->changed |= tables;
  waiting->n_changed++;
  quit_when_both (waiting);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;

  g_assert_true (muster_store_write_finish (MUSTER_STORE (source), result, NULL));
  waiting->n_written++;
  quit_when_both (waiting);
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;

  g_assert_false (muster_store_write_finish (MUSTER_STORE (source), result, &waiting->error));
  g_main_loop_quit (waiting->loop);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  Waiting waiting = { g_main_loop_new (NULL, FALSE), 0, 0, 0, NULL };
  MusterStore *store = open_store (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &waiting);
  for (int i = 0; i < 3; i++)
    muster_store_write_async (store, "Add", insert_group, (gpointer) "A", NULL, NULL, written_cb,
                              &waiting);
  g_main_loop_run (waiting.loop);
  g_assert_cmpint (count (store, "groups"), ==, 3);
  g_assert_cmpuint (waiting.changed, ==, 1 << muster_schema_get_table_number ("groups"));

  g_cancellable_cancel (cancellable);
  muster_store_write_async (store, "Add", insert_group, (gpointer) "A", NULL, cancellable,
                            cancelled_cb, &waiting);
  g_main_loop_run (waiting.loop);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count (store, "groups"), ==, 3);

  g_clear_error (&waiting.error);
  g_main_loop_unref (waiting.loop);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  /* the writing thread lets go of the task only after the callback ran */
  while (g_atomic_int_get (&G_OBJECT (store)->ref_count) > 1)
    g_thread_yield ();
  g_assert_finalize_object (store);
}

static void
count_changed_cb (MusterStore *store, guint64 tables, gpointer user_data)
{
  guint *n = user_data;

  g_assert_cmpuint (tables, ==, G_MAXUINT64);
  ++*n;
}

static guint
look (MusterStore *store)
{
  guint n = 0;
  gulong id;

  while (g_main_context_iteration (NULL, FALSE))
    ; /* its own commits are told before */
  id = g_signal_connect (store, "changed", G_CALLBACK (count_changed_cb), &n);
  muster_store_look_for_changes (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_handler_disconnect (store, id);
  return n;
}

/* Another store on the same file is another program. */
static void
test_outside (Fixture *fixture, gconstpointer data)
{
  MusterStore *store = open_store (fixture);
  MusterStore *other = open_store (fixture);
  g_autoptr (MusterChange) change = NULL;

  g_assert_cmpuint (look (store), ==, 0);
  g_assert_true (muster_store_write (store, "Add", insert_group, (gpointer) "A", NULL, NULL));
  g_assert_cmpuint (look (store), ==, 0);
  g_assert_true (muster_store_write (other, "Add", insert_group, (gpointer) "B", NULL, NULL));
  g_assert_cmpuint (look (store), ==, 1);
  g_assert_cmpuint (look (store), ==, 0);
  g_assert_cmpuint (look (other), ==, 1); /* the first one's */

  change = muster_store_begin_change (other, "Never kept", NULL);
  g_assert_nonnull (change);
  muster_change_cancel (change);
  g_assert_cmpuint (look (store), ==, 0);

  g_clear_object (&change);
  g_assert_finalize_object (other);
  g_assert_finalize_object (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/store/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("write", test_write);
  ADD ("guards", test_guards);
  ADD ("refused", test_refused);
  ADD ("damaged", test_damaged);
  ADD ("read-only", test_read_only);
  ADD ("two-programs", test_two_programs);
  ADD ("async", test_async);
  ADD ("outside", test_outside);

  return g_test_run ();
}
