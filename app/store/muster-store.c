/* muster-store.c - the file that holds everything
 *
 * One connection that writes, one for the screen, and a few more for workers
 * that read.  Whoever writes has the store locked from the beginning of the
 * change to its end; the interface works through the _async calls of
 * muster-store-work.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-store"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "muster-backup.h"
#include "muster-query.h"
#include "muster-schema.h"
#include "muster-store-private.h"

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterStore, muster_store, G_TYPE_OBJECT)

typedef struct
{
  GWeakRef store;
  guint64 tables;
} Emission;

static void
emission_free (gpointer data)
{
  Emission *emission = data;

  g_weak_ref_clear (&emission->store);
  g_free (emission);
}

static gboolean
emit_changed_cb (gpointer user_data)
{
  Emission *emission = user_data;
  g_autoptr (MusterStore) self = g_weak_ref_get (&emission->store);

  if (self != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, emission->tables);

  return G_SOURCE_REMOVE;
}

static void
queue_changed (MusterStore *self, guint64 tables)
{
  Emission *emission = g_new0 (Emission, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  g_weak_ref_init (&emission->store, self);
  emission->tables = tables;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit_changed_cb, emission, emission_free);
  g_source_attach (source, self->context);
}

/* A new file belongs to the user alone before SQLite writes the first byte. */
static gboolean
make_private (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_READ_ONLY,
                   _ ("The folder %s can’t be made: %s"), folder, g_strerror (errno));
      return FALSE;
    }

  fd = g_open (path, O_CREAT | O_WRONLY, 0600);
  if (fd < 0)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_READ_ONLY,
                   _ ("The file %s can’t be made: %s"), path, g_strerror (errno));
      return FALSE;
    }

  close (fd);
  return TRUE;
}

static gboolean
write_setting (MusterDatabase *db, const char *key, const char *value, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "INSERT INTO settings (key, value) VALUES (?1, ?2) "
                        "ON CONFLICT DO UPDATE SET value = excluded.value",
                        error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_text (query, 1, key);
  muster_query_bind_text (query, 2, value);
  return muster_query_run (query, error);
}

static gboolean
read_setting (MusterDatabase *db, const char *key, char **out_value, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT value FROM settings WHERE key = ?1", error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  muster_query_bind_text (query, 1, key);
  if (muster_query_next (query, &local_error))
    *out_value = muster_query_dup_text (query, 0);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

/* The device's id is made with the file and stays with it. */
static gboolean
read_device (MusterStore *self, MusterDatabase *db, GError **error)
{
  g_autofree char *device = NULL;
  g_autofree char *stamp = NULL;

  if (!read_setting (db, "device", &device, error) || !read_setting (db, "stamp", &stamp, error))
    return FALSE;

  if (stamp != NULL)
    self->last_stamp = g_ascii_strtoll (stamp, NULL, 10);
  if (device != NULL && muster_id_parse (device, &self->device))
    return TRUE;

  self->device = muster_id_new (muster_clock_get_now (self->clock));
  device = muster_id_dup_text (&self->device);
  return self->read_only || write_setting (db, "device", device, error);
}

static gboolean
migrate (MusterStore *self, GError **error)
{
  guint version = 0;

  /* not before it is known to be ours: the journal's mode is written into the file */
  if (!muster_schema_check (self->writer, &version, error) ||
      !muster_database_exec (self->writer, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  if (version == muster_schema_get_version ())
    return TRUE;
  if (version > 0 && !muster_backup_before_migration (self->writer, version,
                                                      muster_clock_get_today (self->clock), error))
    return FALSE;

  return muster_schema_migrate (self->writer, error);
}

/* A file that can only be read is better than none. */
static gboolean
open_read_only (MusterStore *self, GError *why, GError **error)
{
  g_autoptr (MusterDatabase) db = NULL;
  guint version = 0;

  db = muster_database_open (self->path, MUSTER_DATABASE_READ, NULL);
  if (db == NULL || !muster_schema_check (db, &version, NULL) ||
      version != muster_schema_get_version ())
    {
      g_propagate_error (error, g_error_copy (why));
      return FALSE;
    }

  self->read_only = TRUE;
  return read_device (self, db, error);
}

static gboolean
open_store (MusterStore *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean opened;

  if (!make_private (self->path, error))
    return FALSE;

  self->writer = muster_database_open (self->path, MUSTER_DATABASE_WRITE, &local_error);
  opened = self->writer != NULL && migrate (self, &local_error) &&
           read_device (self, self->writer, &local_error);
  if (opened)
    return TRUE;

  g_clear_object (&self->writer);
  if (g_error_matches (local_error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_READ_ONLY))
    return open_read_only (self, local_error, error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The number that SQLite gives to the file as the writer last saw it: its own commits leave it. */
static gboolean
read_version (MusterStore *self, gint64 *out_version)
{
  MusterDatabase *db = self->writer != NULL ? self->writer : muster_store_get_database (self, NULL);

  return db != NULL && muster_database_read_int (db, "PRAGMA data_version", out_version, NULL);
}

static void
muster_store_finalize (GObject *object)
{
  MusterStore *self = MUSTER_STORE (object);

  if (self->writers != NULL)
    g_thread_pool_free (self->writers, FALSE, FALSE); /* its last task may be who drops us */
  g_clear_object (&self->screen);
  g_clear_pointer (&self->readers, g_ptr_array_unref);
  g_clear_object (&self->writer);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_rec_mutex_clear (&self->lock);
  g_mutex_clear (&self->readers_lock);
  g_free (self->author);
  g_free (self->path);

  G_OBJECT_CLASS (muster_store_parent_class)->finalize (object);
}

static void
muster_store_class_init (MusterStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_store_finalize;

  /**
   * MusterStore::changed:
   * @tables: bit n is set when the shared table of number n was written
   *
   * After a commit, in the main context where the store was opened.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);
}

static void
muster_store_init (MusterStore *self)
{
  g_rec_mutex_init (&self->lock);
  g_mutex_init (&self->readers_lock);
  self->readers = g_ptr_array_new_with_free_func (g_object_unref);
  self->context = g_main_context_ref_thread_default ();
  self->author = g_strdup (g_get_real_name ());
}

/**
 * muster_store_open:
 * @path: the database; made, with its folder, if it is missing
 * @clock: what time it is for changes and ids
 *
 * Migrates an older file after a backup.  A file that may not be written is
 * opened for reading.
 *
 * Returns: (transfer full): the open store
 */
MusterStore *
muster_store_open (const char *path, MusterClock *clock, GError **error)
{
  g_autoptr (MusterStore) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (MUSTER_IS_CLOCK (clock), NULL);

  self = g_object_new (MUSTER_TYPE_STORE, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->clock = g_object_ref (clock);
  if (!open_store (self, error))
    return NULL;

  (void) read_version (self, &self->seen_version);
  return g_steal_pointer (&self);
}

/**
 * muster_store_dup_default_path:
 *
 * Returns: (transfer full): the file that the window and musterctl use
 */
char *
muster_store_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "muster", "muster.db", NULL);
}

const char *
muster_store_get_path (MusterStore *self)
{
  g_return_val_if_fail (MUSTER_IS_STORE (self), NULL);

  return self->path;
}

MusterClock *
muster_store_get_clock (MusterStore *self)
{
  g_return_val_if_fail (MUSTER_IS_STORE (self), NULL);

  return self->clock;
}

gboolean
muster_store_is_read_only (MusterStore *self)
{
  g_return_val_if_fail (MUSTER_IS_STORE (self), TRUE);

  return self->read_only;
}

const char *
muster_store_get_author (MusterStore *self)
{
  g_return_val_if_fail (MUSTER_IS_STORE (self), NULL);

  return self->author;
}

/**
 * muster_store_set_author:
 * @author: (nullable): the keeper's name in the history; %NULL or empty for the user's own
 */
void
muster_store_set_author (MusterStore *self, const char *author)
{
  char *copy;

  g_return_if_fail (MUSTER_IS_STORE (self));

  copy = g_strdup (author != NULL && *author != '\0' ? author : g_get_real_name ());
  g_free (self->author);
  self->author = copy;
}

const MusterId *
muster_store_get_device (MusterStore *self)
{
  g_return_val_if_fail (MUSTER_IS_STORE (self), NULL);

  return &self->device;
}

/**
 * muster_store_get_database:
 *
 * Returns: (transfer none): the connection for bounded reads of the thread
 *   that opened the store; %NULL with @error set
 */
MusterDatabase *
muster_store_get_database (MusterStore *self, GError **error)
{
  g_return_val_if_fail (MUSTER_IS_STORE (self), NULL);

  if (self->screen == NULL)
    self->screen = muster_database_open (self->path, MUSTER_DATABASE_READ, error);

  return self->screen;
}

/**
 * muster_store_take_reader:
 *
 * Returns: (transfer full): a connection for reading on any thread; give it
 *   back with muster_store_give_reader()
 */
MusterDatabase *
muster_store_take_reader (MusterStore *self, GError **error)
{
  g_return_val_if_fail (MUSTER_IS_STORE (self), NULL);

  g_mutex_lock (&self->readers_lock);
  if (self->readers->len > 0)
    {
      MusterDatabase *reader = g_ptr_array_steal_index_fast (self->readers, self->readers->len - 1);

      g_mutex_unlock (&self->readers_lock);
      return reader;
    }
  g_mutex_unlock (&self->readers_lock);

  return muster_database_open (self->path, MUSTER_DATABASE_READ, error);
}

/**
 * muster_store_give_reader:
 * @reader: (transfer full): what muster_store_take_reader() gave
 */
void
muster_store_give_reader (MusterStore *self, MusterDatabase *reader)
{
  g_return_if_fail (MUSTER_IS_STORE (self));

  g_mutex_lock (&self->readers_lock);
  g_ptr_array_add (self->readers, reader);
  g_mutex_unlock (&self->readers_lock);
}

/**
 * muster_store_begin_change:
 * @title: what the history shows, in words
 *
 * Waits for a change on another thread to end.
 *
 * Returns: (transfer full): an open change: write, then commit
 */
MusterChange *
muster_store_begin_change (MusterStore *self, const char *title, GError **error)
{
  return muster_store_begin_change_of (self, MUSTER_CHANGE_EDIT, title, error);
}

MusterChange *
muster_store_begin_change_of (MusterStore *self, MusterChangeKind kind, const char *title,
                              GError **error)
{
  MusterChange *change;

  g_return_val_if_fail (MUSTER_IS_STORE (self), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  if (self->read_only)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_READ_ONLY,
                   _ ("%s can’t be changed: the file or its folder is read-only."), self->path);
      return NULL;
    }

  g_rec_mutex_lock (&self->lock);
  change = muster_change_begin (self, self->writer, kind, title, error);
  if (change == NULL)
    g_rec_mutex_unlock (&self->lock);

  return change;
}

/**
 * muster_store_write:
 *
 * Begins a change, lets @func write, and commits; or rolls everything back.
 * If @func cancels the change itself nothing is written, and that is no failure.
 */
gboolean
muster_store_write (MusterStore *self, const char *title, MusterStoreWrite func, gpointer data,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterChange) change = muster_store_begin_change (self, title, error);
  gboolean done;

  if (change == NULL)
    return FALSE;

  muster_database_watch_cancellable (self->writer, cancellable);
  done = func (change, data, cancellable, error);
  muster_database_watch_cancellable (self->writer, NULL);
  if (!done)
    {
      muster_change_cancel (change);
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      muster_change_cancel (change);
      return FALSE;
    }

  /* a dry run has cancelled it */
  return !muster_change_is_open (change) || muster_change_commit (change, error);
}

/**
 * muster_store_look_for_changes:
 *
 * Emits "changed" of all tables if another program, or another window, has
 * written since the last call.  Costs microseconds and never waits: while this
 * program writes, the next call finds out.
 */
void
muster_store_look_for_changes (MusterStore *self)
{
  gint64 version = 0;

  g_return_if_fail (MUSTER_IS_STORE (self));

  if (!g_rec_mutex_trylock (&self->lock))
    return;
  if (read_version (self, &version) && version != self->seen_version)
    {
      self->seen_version = version;
      queue_changed (self, G_MAXUINT64);
    }
  g_rec_mutex_unlock (&self->lock);
}

/**
 * muster_store_next_stamp:
 *
 * The next stamp of the hybrid clock: 48 bits of milliseconds, 16 of a
 * counter, later than any before.  For MusterChange.
 */
gint64
muster_store_next_stamp (MusterStore *self)
{
  gint64 wall = muster_clock_get_now (self->clock) / 1000 << 16;

  return MAX (wall, self->last_stamp) + 1;
}

/**
 * muster_store_end_change:
 * @last_stamp: the latest stamp that the change gave
 *
 * Unlocks the store.  For MusterChange.
 */
void
muster_store_end_change (MusterStore *self, MusterChange *change, gboolean committed,
                         gint64 last_stamp)
{
  if (committed)
    {
      self->last_stamp = MAX (self->last_stamp, last_stamp);
      queue_changed (self, muster_change_get_tables (change));
    }
  g_rec_mutex_unlock (&self->lock);
}
