/* muster-backup.c - copies of the file, checked after writing
 *
 * By SQLite's backup interface, to a temporary name that is renamed when the
 * copy has proved to be whole.  Daily copies: the last seven days and four
 * Mondays are kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-backup"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "muster-backup.h"
#include "muster-query.h"
#include "muster-schema.h"

#define PAGES_IN_STEP 1024
#define DAILY_COPIES 7
#define WEEKLY_COPIES 4
#define DAILY_PREFIX "muster-"

static gboolean
set_file_error (GError **error, const char *path)
{
  g_set_error (error, MUSTER_STORE_ERROR,
               errno == ENOSPC ? MUSTER_STORE_ERROR_FULL : MUSTER_STORE_ERROR_READ_ONLY,
               _ ("%s can’t be written: %s"), path, g_strerror (errno));
  return FALSE;
}

static gboolean
copy_pages (MusterDatabase *db, sqlite3 *copy, GCancellable *cancellable, GError **error)
{
  sqlite3_backup *backup =
      sqlite3_backup_init (copy, "main", muster_database_get_handle (db), "main");
  int rc;

  if (backup == NULL)
    return muster_store_error_set_sqlite (error, copy, "backup");

  do
    rc = g_cancellable_is_cancelled (cancellable) ? SQLITE_INTERRUPT
                                                  : sqlite3_backup_step (backup, PAGES_IN_STEP);
  while (rc == SQLITE_OK || rc == SQLITE_BUSY || rc == SQLITE_LOCKED);

  sqlite3_backup_finish (backup);
  if (rc == SQLITE_INTERRUPT)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return FALSE;
    }
  if (rc != SQLITE_DONE)
    return muster_store_error_set_sqlite (error, copy, "backup");

  return TRUE;
}

/* The copy is one file of its own: no journal beside it. */
static gboolean
write_copy (MusterDatabase *db, const char *path, GCancellable *cancellable, GError **error)
{
  sqlite3 *copy = NULL;
  int fd = g_open (path, O_CREAT | O_TRUNC | O_WRONLY, 0600);
  gboolean done;

  if (fd < 0)
    return set_file_error (error, path);
  close (fd);

  if (sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      muster_store_error_set_sqlite (error, copy, path);
      sqlite3_close (copy);
      return FALSE;
    }

  done = copy_pages (db, copy, cancellable, error);
  if (done && sqlite3_exec (copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) != SQLITE_OK)
    done = muster_store_error_set_sqlite (error, copy, path);
  sqlite3_close (copy);
  return done;
}

static gint
compare_names_descending (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

/* The daily copies in @folder, newest first. */
static GPtrArray *
list_daily (const char *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, DAILY_PREFIX) && g_str_has_suffix (name, ".db") &&
        strlen (name) == strlen (DAILY_PREFIX "2026-01-01.db"))
      g_ptr_array_add (names, g_strdup (name));

  g_ptr_array_sort (names, compare_names_descending);
  return g_steal_pointer (&names);
}

static gboolean
is_monday (const char *name)
{
  g_autofree char *date = g_strndup (name + strlen (DAILY_PREFIX), MUSTER_DAY_LENGTH - 1);
  MusterDay day;

  /* day 0, 1 January 1970, was a Thursday */
  return muster_day_parse (date, &day) && ((day % 7) + 7) % 7 == 4;
}

static void
remove_old_copies (const char *folder)
{
  g_autoptr (GPtrArray) names = list_daily (folder);
  guint n_mondays = 0;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      gboolean monday = is_monday (names->pdata[i]);

      if (i >= DAILY_COPIES && (!monday || n_mondays >= WEEKLY_COPIES))
        (void) g_unlink (path);
      if (monday)
        n_mondays++;
    }
}

/**
 * muster_backup_dup_folder:
 * @database: the file that is backed up
 *
 * Returns: (transfer full): where its automatic copies are
 */
char *
muster_backup_dup_folder (const char *database)
{
  g_autofree char *folder = g_path_get_dirname (database);
  g_autofree char *name = g_path_get_basename (database);
  g_autofree char *backups = g_strconcat (name, "-backups", NULL);

  return g_build_filename (folder, backups, NULL);
}

/**
 * muster_backup_check:
 * @path: a copy
 *
 * Opens the copy and has SQLite look at every page.
 */
gboolean
muster_backup_check (const char *path, GError **error)
{
  g_autoptr (MusterDatabase) copy = muster_database_open (path, MUSTER_DATABASE_READ, error);
  g_autoptr (MusterQuery) query = NULL;
  guint version;

  if (copy == NULL || !muster_schema_check (copy, &version, error))
    return FALSE;

  query = muster_query_new (copy, "PRAGMA integrity_check (1)", error);
  if (query == NULL || !muster_query_next (query, error))
    return FALSE;
  if (g_strcmp0 (muster_query_get_text (query, 0), "ok") != 0)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_DAMAGED, _ ("%s is damaged: %s"),
                   path, muster_query_get_text (query, 0));
      return FALSE;
    }

  return TRUE;
}

/**
 * muster_backup_write:
 * @db: the connection whose file is copied; others may go on writing
 * @path: the copy; one that is there is replaced only when the new one is whole
 */
gboolean
muster_backup_write (MusterDatabase *db, const char *path, GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.%d.part", path, (int) getpid ());

  if (!write_copy (db, temporary, cancellable, error) || !muster_backup_check (temporary, error))
    {
      (void) g_unlink (temporary);
      return FALSE;
    }
  if (g_rename (temporary, path) != 0)
    {
      set_file_error (error, path);
      (void) g_unlink (temporary);
      return FALSE;
    }

  return TRUE;
}

static gboolean
write_in_folder (MusterDatabase *db, const char *name, GError **error)
{
  g_autofree char *folder = muster_backup_dup_folder (muster_database_get_path (db));
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return set_file_error (error, folder);

  return muster_backup_write (db, path, NULL, error);
}

/**
 * muster_backup_before_migration:
 * @version: the version that the file still has
 */
gboolean
muster_backup_before_migration (MusterDatabase *db, guint version, MusterDay today, GError **error)
{
  char date[MUSTER_DAY_LENGTH];
  g_autofree char *name = NULL;

  muster_day_format (today, date);
  name = g_strdup_printf ("before-migration-from-%u-%s.db", version, date);
  return write_in_folder (db, name, error);
}

/**
 * muster_backup_daily:
 * @out_written: whether today had no copy yet and has one now
 *
 * Makes today's copy if there is none, then removes those no longer kept.
 */
gboolean
muster_backup_daily (MusterDatabase *db, MusterDay today, gboolean *out_written, GError **error)
{
  char date[MUSTER_DAY_LENGTH];
  g_autofree char *folder = muster_backup_dup_folder (muster_database_get_path (db));
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  muster_day_format (today, date);
  name = g_strconcat (DAILY_PREFIX, date, ".db", NULL);
  path = g_build_filename (folder, name, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      *out_written = FALSE;
      return TRUE;
    }
  if (!write_in_folder (db, name, error))
    return FALSE;

  remove_old_copies (folder);
  *out_written = TRUE;
  return TRUE;
}
