/* muster-database.c - one connection to the SQLite file
 *
 * Opens it the one way that the program wants it, keeps prepared statements
 * for the next use (preparing is dear in Debian's build, which has no
 * lookaside memory), and turns failures into errors.  A connection is used by
 * one thread at a time; MusterStore sees to that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-database"

#include "config.h"

#include <string.h>

#include "muster-database.h"
#include "muster-functions.h"

#define BUSY_TIMEOUT_MS 60000 /* a large import of another program may take that long */
#define SAMPLED_LETTERS 16    /* of a statement, for its hash */
#define PROGRESS_STEPS 20000  /* virtual machine steps between two looks at the cancellable */

struct _MusterDatabase
{
  GObject parent_instance;

  sqlite3 *handle;
  char *path;             /* owned */
  GHashTable *statements; /* owned: SQL -> GPtrArray of idle sqlite3_stmt */
  guint64 n_prepared;
  MusterFunctionState functions;
  GCancellable *cancellable; /* owned, NULL when nothing can be cancelled */
};

G_DEFINE_FINAL_TYPE (MusterDatabase, muster_database, G_TYPE_OBJECT)

static int
progress_cb (gpointer user_data)
{
  MusterDatabase *self = user_data;

  return g_cancellable_is_cancelled (self->cancellable);
}

static void
free_idle_statements (gpointer data)
{
  GPtrArray *idle = data;

  for (guint i = 0; i < idle->len; i++)
    sqlite3_finalize (idle->pdata[i]);
  g_ptr_array_unref (idle);
}

/* Statements are long and few: a sample of their text tells them apart, and is looked at for each
 * row of an import. */
static guint
hash_sql (gconstpointer key)
{
  const char *sql = key;
  gsize length = strlen (sql);
  guint hash = (guint) length;

  for (gsize i = 0; i < length; i += length / SAMPLED_LETTERS + 1)
    hash = hash * 31 + (guint8) sql[i];
  return hash;
}

static gboolean
set_up (MusterDatabase *self, MusterDatabaseMode mode, GError **error)
{
  static const char write_setup[] = "PRAGMA synchronous = FULL;"
                                    "PRAGMA foreign_keys = ON;"
                                    "PRAGMA secure_delete = OFF;"
                                    "PRAGMA cache_size = -16384;"
                                    "PRAGMA temp_store = MEMORY;";

  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (!muster_functions_register (self->handle, &self->functions))
    return muster_store_error_set_sqlite (error, self->handle, "functions");

  return muster_database_exec (
      self, mode == MUSTER_DATABASE_WRITE ? write_setup : "PRAGMA query_only = ON;", error);
}

/* Whether the file can be read at all: opening alone touches nothing. */
static gboolean
can_read (MusterDatabase *self)
{
  return sqlite3_exec (self->handle, "SELECT 1 FROM sqlite_schema LIMIT 1", NULL, NULL, NULL) ==
         SQLITE_OK;
}

static gboolean
is_closed_folder (MusterDatabase *self)
{
  int code = sqlite3_errcode (self->handle) & 0xff;

  return code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
}

/* A database in a folder that can't be written has no room for the shared
 * memory of its journal; it can be read as one that nobody changes. */
static gboolean
reopen_immutable (MusterDatabase *self)
{
  g_autofree char *uri = g_filename_to_uri (self->path, NULL, NULL);
  g_autofree char *immutable = g_strconcat (uri != NULL ? uri : "", "?immutable=1", NULL);

  sqlite3_close_v2 (self->handle);
  self->handle = NULL;
  return sqlite3_open_v2 (immutable, &self->handle,
                          SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
                          NULL) == SQLITE_OK;
}

static void
muster_database_finalize (GObject *object)
{
  MusterDatabase *self = MUSTER_DATABASE (object);

  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_clear_object (&self->functions.collator);
  g_clear_object (&self->cancellable);
  g_free (self->path);

  G_OBJECT_CLASS (muster_database_parent_class)->finalize (object);
}

static void
muster_database_class_init (MusterDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_database_finalize;
}

static void
muster_database_init (MusterDatabase *self)
{
  self->statements = g_hash_table_new_full (hash_sql, g_str_equal, g_free, free_idle_statements);
}

/**
 * muster_database_set_up_process:
 *
 * For main(), before anything else: SQLite need not count its memory, which
 * costs a lock at each allocation.  Tests leave it on, to see that all is freed.
 */
void
muster_database_set_up_process (void)
{
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
}

/**
 * muster_database_open:
 * @path: a file name, as the file system has it
 *
 * A file in a folder that can't be written is read as one that nobody changes.
 *
 * Returns: (transfer full): a connection
 */
MusterDatabase *
muster_database_open (const char *path, MusterDatabaseMode mode, GError **error)
{
  g_autoptr (MusterDatabase) self = NULL;
  int flags = SQLITE_OPEN_NOMUTEX;

  g_return_val_if_fail (path != NULL, NULL);

  flags |= mode == MUSTER_DATABASE_WRITE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                         : SQLITE_OPEN_READONLY;
  self = g_object_new (MUSTER_TYPE_DATABASE, NULL);
  self->path = g_strdup (path);
  if (sqlite3_open_v2 (path, &self->handle, flags, NULL) != SQLITE_OK ||
      (mode == MUSTER_DATABASE_READ && g_path_is_absolute (path) && !can_read (self) &&
       is_closed_folder (self) && !reopen_immutable (self)))
    {
      muster_store_error_set_sqlite (error, self->handle, path);
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  if (!set_up (self, mode, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

sqlite3 *
muster_database_get_handle (MusterDatabase *self)
{
  g_return_val_if_fail (MUSTER_IS_DATABASE (self), NULL);

  return self->handle;
}

const char *
muster_database_get_path (MusterDatabase *self)
{
  g_return_val_if_fail (MUSTER_IS_DATABASE (self), NULL);

  return self->path;
}

/**
 * muster_database_set_change:
 * @in_change: whether shared tables may be written
 * @stamp: the creation stamp of rows made from now on
 *
 * For MusterChange alone.
 */
void
muster_database_set_change (MusterDatabase *self, gboolean in_change, gint64 stamp)
{
  g_return_if_fail (MUSTER_IS_DATABASE (self));

  self->functions.in_change = in_change;
  self->functions.stamp = stamp;
}

/**
 * muster_database_get_n_prepared:
 *
 * Returns: how many statements were prepared so far, a counter for tests
 */
guint64
muster_database_get_n_prepared (MusterDatabase *self)
{
  g_return_val_if_fail (MUSTER_IS_DATABASE (self), 0);

  return self->n_prepared;
}

gboolean
muster_database_exec (MusterDatabase *self, const char *sql, GError **error)
{
  g_return_val_if_fail (MUSTER_IS_DATABASE (self), FALSE);

  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    return muster_store_error_set_sqlite (error, self->handle, sql);

  return TRUE;
}

/**
 * muster_database_read_int:
 * @sql: a query of one column without parameters
 * @out_value: the first row's value; 0 if there is no row or it is NULL
 */
gboolean
muster_database_read_int (MusterDatabase *self, const char *sql, gint64 *out_value, GError **error)
{
  sqlite3_stmt *statement;
  int rc;

  g_return_val_if_fail (MUSTER_IS_DATABASE (self), FALSE);

  statement = muster_database_take_statement (self, sql, error);
  if (statement == NULL)
    return FALSE;

  rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW || rc == SQLITE_DONE)
    *out_value = rc == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  else
    muster_store_error_set_sqlite (error, self->handle, sql);
  muster_database_give_statement (self, statement);
  return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

/**
 * muster_database_watch_cancellable:
 * @cancellable: (nullable): whose cancelling interrupts statements; %NULL for none
 */
void
muster_database_watch_cancellable (MusterDatabase *self, GCancellable *cancellable)
{
  g_return_if_fail (MUSTER_IS_DATABASE (self));

  g_set_object (&self->cancellable, cancellable);
  if (cancellable != NULL)
    sqlite3_progress_handler (self->handle, PROGRESS_STEPS, progress_cb, self);
  else
    sqlite3_progress_handler (self->handle, 0, NULL, NULL);
}

/**
 * muster_database_take_statement:
 * @sql: one statement
 *
 * Returns: (transfer full): the statement, ready to bind; give it back with
 *   muster_database_give_statement().  MusterQuery does both.
 */
sqlite3_stmt *
muster_database_take_statement (MusterDatabase *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  GPtrArray *idle;

  g_return_val_if_fail (MUSTER_IS_DATABASE (self), NULL);

  idle = g_hash_table_lookup (self->statements, sql);
  if (idle != NULL && idle->len > 0)
    return g_ptr_array_steal_index_fast (idle, idle->len - 1);

  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
      SQLITE_OK)
    {
      muster_store_error_set_sqlite (error, self->handle, sql);
      return NULL;
    }

  self->n_prepared++;
  return statement;
}

void
muster_database_give_statement (MusterDatabase *self, sqlite3_stmt *statement)
{
  const char *sql = sqlite3_sql (statement);
  GPtrArray *idle;

  g_return_if_fail (MUSTER_IS_DATABASE (self));

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  idle = g_hash_table_lookup (self->statements, sql);
  if (idle == NULL)
    {
      idle = g_ptr_array_new ();
      g_hash_table_insert (self->statements, g_strdup (sql), idle);
    }
  g_ptr_array_add (idle, statement);
}
