/* muster-change.c - one journalled edit: the unit of undo, history and sync
 *
 * A transaction with a session on all shared tables.  What the session saw
 * goes into the journal inside the same transaction, so that a crash loses
 * both or neither and no mutator can forget to journal.  Dropped without a
 * commit, it rolls back.
 *
 * Domain folders get one from muster_store_begin_change() and write through
 * its connection.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-change"

#include "config.h"

#include <string.h>

#include "muster-change.h"
#include "muster-changeset.h"
#include "muster-query.h"
#include "muster-schema.h"
#include "muster-store.h"

#define ROWS_IN_PART 2000 /* a larger change is journalled in parts: few enough for the caches */

struct _MusterChange
{
  GObject parent_instance;

  MusterStore *store;       /* owned; locked until the change is over */
  MusterDatabase *db;       /* owned */
  sqlite3_session *session; /* NULL between parts and when over */
  MusterChangeKind kind;
  MusterId id;
  MusterId undoes; /* none unless it undoes a change */
  char *title;     /* owned */
  gint64 now_us;
  guint32 next_number; /* of the next id */
  gint64 stamp;
  gint64 last_stamp; /* of a cell that needed more than stamp */
  gint64 rows_in_part;
  gboolean part_only_inserts; /* no shared row was changed or deleted in this part */
  gint64 part_n_rows;         /* shared rows written in this part */
  guint64 part_tables;        /* as tables, of this part */
  gint64 rows_at_part_start;  /* the connection's total of changed rows */
  gint64 seq;                 /* of the journal row, 0 until written */
  int n_parts;
  gint64 n_rows;
  guint64 tables; /* bit n: the shared table of number n was written */
  gboolean open;
};

G_DEFINE_FINAL_TYPE (MusterChange, muster_change, G_TYPE_OBJECT)

/* Sees each row that is written, of shared tables and others. */
static void
row_written_cb (gpointer user_data, int operation, const char *database, const char *table,
                sqlite3_int64 row)
{
  MusterChange *self = user_data;
  int number = muster_schema_get_table_number (table);

  if (number == 0)
    return;
  self->part_only_inserts &= operation == SQLITE_INSERT;
  self->part_tables |= G_GUINT64_CONSTANT (1) << number;
  self->part_n_rows++;
}

static gboolean
start_session (MusterChange *self, GError **error)
{
  sqlite3 *handle = muster_database_get_handle (self->db);
  guint n_tables;
  const MusterSharedTable *tables = muster_schema_get_tables (&n_tables);

  if (sqlite3session_create (handle, "main", &self->session) != SQLITE_OK)
    return muster_store_error_set_sqlite (error, handle, "session");
  for (guint i = 0; i < n_tables; i++)
    if (sqlite3session_attach (self->session, tables[i].name) != SQLITE_OK)
      return muster_store_error_set_sqlite (error, handle, "session");

  self->rows_at_part_start = sqlite3_total_changes64 (handle);
  self->part_only_inserts = TRUE;
  self->part_n_rows = 0;
  self->part_tables = 0;
  sqlite3_update_hook (handle, row_written_cb, self);
  return TRUE;
}

static void
end_session (MusterChange *self)
{
  sqlite3_update_hook (muster_database_get_handle (self->db), NULL, NULL);
  g_clear_pointer (&self->session, sqlite3session_delete);
}

static gboolean
insert_journal_row (MusterChange *self, GError **error)
{
  static const char *const kinds[] = { "edit", "undo", "redo", "log" };
  g_autoptr (MusterQuery) query = muster_query_new (
      self->db,
      "INSERT INTO changes (id, kind, title, author, device, made_us, stamp, n_rows, undoes) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8)",
      error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, &self->id);
  muster_query_bind_text (query, 2, kinds[self->kind]);
  muster_query_bind_text (query, 3, self->title);
  muster_query_bind_text (query, 4, muster_store_get_author (self->store));
  muster_query_bind_id (query, 5, muster_store_get_device (self->store));
  muster_query_bind_int (query, 6, self->now_us);
  muster_query_bind_int (query, 7, self->stamp);
  muster_query_bind_id (query, 8, &self->undoes);
  if (!muster_query_run (query, error))
    return FALSE;

  self->seq = sqlite3_last_insert_rowid (muster_database_get_handle (self->db));
  return TRUE;
}

static gboolean
insert_part (MusterChange *self, gconstpointer changeset, int size, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      self->db, "INSERT INTO change_parts (change, part, changeset) VALUES (?1, ?2, ?3)", error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_int (query, 1, self->seq);
  muster_query_bind_int (query, 2, self->n_parts++);
  muster_query_bind_blob (query, 3, changeset, (gsize) size);
  return muster_query_run (query, error);
}

/* A cell's clock goes to the change's stamp, or past what it had if that was later. */
static gboolean
stamp_cell (MusterChange *self, MusterQuery *query, int table, GBytes *row, int cell,
            GError **error)
{
  gsize size;
  gconstpointer key = g_bytes_get_data (row, &size);
  gboolean got;

  muster_query_bind_int (query, 1, table);
  muster_query_bind_blob (query, 2, key, size);
  muster_query_bind_int (query, 3, cell);
  muster_query_bind_int (query, 4, self->stamp);
  got = muster_query_next (query, error);
  if (got)
    self->last_stamp = MAX (self->last_stamp, muster_query_get_int (query, 0));
  muster_query_reset (query);
  return got;
}

/* Clocks exist only for cells changed after their row was made, and for deleted rows. */
static gboolean
stamp_operation (MusterChange *self, MusterChangeset *changeset, MusterQuery *query, GError **error)
{
  int table = muster_schema_get_table_number (muster_changeset_get_table (changeset));
  g_autoptr (GBytes) row = NULL;

  self->tables |= G_GUINT64_CONSTANT (1) << table;
  self->n_rows++;
  if (muster_changeset_get_operation (changeset) == SQLITE_INSERT)
    return TRUE;

  row = muster_changeset_dup_row_key (changeset);
  if (muster_changeset_get_operation (changeset) == SQLITE_DELETE)
    return stamp_cell (self, query, table, row, -1, error);

  for (int i = 0; i < muster_changeset_get_n_columns (changeset); i++)
    if (muster_changeset_get_new (changeset, i) != NULL &&
        !stamp_cell (self, query, table, row, i, error))
      return FALSE;

  return TRUE;
}

/* A part that only made rows need not be looked through. */
static gboolean
stamp_clocks (MusterChange *self, gpointer data, int size, GError **error)
{
  g_autoptr (MusterChangeset) changeset = muster_changeset_new (data, size, error);
  g_autoptr (MusterQuery) query = NULL;
  g_autoptr (GError) local_error = NULL;

  if (self->part_only_inserts)
    {
      self->tables |= self->part_tables;
      self->n_rows += self->part_n_rows;
      return TRUE;
    }
  if (changeset == NULL)
    return FALSE;
  query = muster_query_new (
      self->db,
      "INSERT INTO clocks (tbl, row, cell, stamp) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE "
      "SET stamp = max (excluded.stamp, stamp + 1) RETURNING stamp",
      error);
  if (query == NULL)
    return FALSE;

  while (muster_changeset_next (changeset, &local_error))
    if (!stamp_operation (self, changeset, query, error))
      return FALSE;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

/* Moves what the session saw into the journal and ends the session. */
static gboolean
finish_part (MusterChange *self, GError **error)
{
  sqlite3 *handle = muster_database_get_handle (self->db);
  gpointer changeset = NULL;
  int size = 0;
  int rc = sqlite3session_changeset (self->session, &size, &changeset);
  gboolean done = TRUE;

  end_session (self);
  if (rc != SQLITE_OK)
    {
      sqlite3_free (changeset);
      return muster_store_error_set_sqlite (error, handle, "changeset");
    }

  if (size > 0)
    done = (self->seq != 0 || insert_journal_row (self, error)) &&
           insert_part (self, changeset, size, error) &&
           stamp_clocks (self, changeset, size, error);
  sqlite3_free (changeset);
  return done;
}

static gboolean
write_last_stamp (MusterChange *self, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (self->db,
                        "INSERT INTO settings (key, value) VALUES ('stamp', ?1) "
                        "ON CONFLICT DO UPDATE SET value = excluded.value",
                        error);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, self->last_stamp);

  if (query == NULL)
    return FALSE;

  muster_query_bind_text (query, 1, text);
  return muster_query_run (query, error);
}

static gboolean
finish_journal (MusterChange *self, GError **error)
{
  g_autoptr (MusterQuery) query = NULL;

  if (self->seq == 0)
    return TRUE;

  query = muster_query_new (self->db, "UPDATE changes SET n_rows = ?2, title = ?3 WHERE seq = ?1",
                            error);
  if (query == NULL)
    return FALSE;

  muster_query_bind_int (query, 1, self->seq);
  muster_query_bind_int (query, 2, self->n_rows);
  muster_query_bind_text (query, 3, self->title);
  return muster_query_run (query, error) && write_last_stamp (self, error);
}

static void
end (MusterChange *self, gboolean committed)
{
  self->open = FALSE;
  end_session (self);
  if (!committed)
    (void) muster_database_exec (self->db, "ROLLBACK", NULL);
  muster_database_set_change (self->db, FALSE, 0);
  muster_store_end_change (self->store, self, committed, self->last_stamp);
}

static void
muster_change_dispose (GObject *object)
{
  MusterChange *self = MUSTER_CHANGE (object);

  if (self->open)
    end (self, FALSE);

  G_OBJECT_CLASS (muster_change_parent_class)->dispose (object);
}

static void
muster_change_finalize (GObject *object)
{
  MusterChange *self = MUSTER_CHANGE (object);

  g_clear_object (&self->db);
  g_clear_object (&self->store);
  g_free (self->title);

  G_OBJECT_CLASS (muster_change_parent_class)->finalize (object);
}

static void
muster_change_class_init (MusterChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_change_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_change_finalize;
}

static void
muster_change_init (MusterChange *self)
{
  self->rows_in_part = ROWS_IN_PART;
}

/**
 * muster_change_begin:
 * @store: locked by the caller; unlocked when the change is over
 * @db: the writing connection of @store
 *
 * For MusterStore; everybody else calls muster_store_begin_change().
 *
 * Returns: (transfer full): an open change; %NULL leaves @store locked
 */
MusterChange *
muster_change_begin (MusterStore *store, MusterDatabase *db, MusterChangeKind kind,
                     const char *title, GError **error)
{
  MusterChange *self;

  if (!muster_database_exec (db, "BEGIN IMMEDIATE", error))
    return NULL;

  self = g_object_new (MUSTER_TYPE_CHANGE, NULL);
  self->db = g_object_ref (db);
  self->kind = kind;
  self->title = g_strdup (title);
  self->now_us = muster_clock_get_now (muster_store_get_clock (store));
  self->id = muster_id_new (self->now_us);
  self->next_number = g_random_int () >> 1; /* no two changes count alike */
  self->stamp = self->last_stamp = muster_store_next_stamp (store);
  if (!start_session (self, error))
    {
      (void) muster_database_exec (db, "ROLLBACK", NULL);
      end_session (self);
      g_object_unref (self);
      return NULL;
    }

  self->store = g_object_ref (store);
  self->open = TRUE;
  muster_database_set_change (db, TRUE, self->stamp);
  return self;
}

MusterDatabase *
muster_change_get_database (MusterChange *self)
{
  g_return_val_if_fail (MUSTER_IS_CHANGE (self), NULL);

  return self->db;
}

/**
 * muster_change_get_now:
 *
 * Returns: when the change began, in microseconds since 1970
 */
gint64
muster_change_get_now (MusterChange *self)
{
  g_return_val_if_fail (MUSTER_IS_CHANGE (self), 0);

  return self->now_us;
}

/**
 * muster_change_new_id:
 *
 * Returns: the id for a new shared row
 */
MusterId
muster_change_new_id (MusterChange *self)
{
  return muster_id_new_numbered (self->now_us, self->next_number++);
}

const MusterId *
muster_change_get_id (MusterChange *self)
{
  g_return_val_if_fail (MUSTER_IS_CHANGE (self), NULL);

  return &self->id;
}

/**
 * muster_change_set_title:
 * @title: what the history shows, when it is better known at the end than at the beginning
 */
void
muster_change_set_title (MusterChange *self, const char *title)
{
  char *copy;

  g_return_if_fail (MUSTER_IS_CHANGE (self));

  copy = g_strdup (title);
  g_free (self->title);
  self->title = copy;
}

void
muster_change_set_undoes (MusterChange *self, const MusterId *id)
{
  g_return_if_fail (MUSTER_IS_CHANGE (self));

  self->undoes = *id;
}

/**
 * muster_change_get_tables:
 *
 * Returns: bit n is set when the shared table of number n was written; complete after the commit
 */
guint64
muster_change_get_tables (MusterChange *self)
{
  g_return_val_if_fail (MUSTER_IS_CHANGE (self), 0);

  return self->tables;
}

/**
 * muster_change_is_empty:
 *
 * Returns: whether nothing was journalled; complete after the commit
 */
gboolean
muster_change_is_empty (MusterChange *self)
{
  g_return_val_if_fail (MUSTER_IS_CHANGE (self), TRUE);

  return self->seq == 0;
}

/**
 * muster_change_is_open:
 *
 * Returns: %FALSE after a commit or a cancel
 */
gboolean
muster_change_is_open (MusterChange *self)
{
  g_return_val_if_fail (MUSTER_IS_CHANGE (self), FALSE);

  return self->open;
}

/**
 * muster_change_set_part_size:
 * @rows: how many rows a part of the journal holds, for tests that want parts of few rows
 */
void
muster_change_set_part_size (MusterChange *self, gint64 rows)
{
  g_return_if_fail (MUSTER_IS_CHANGE (self));

  self->rows_in_part = rows;
}

/**
 * muster_change_breathe:
 *
 * To be called now and then while a change writes very many rows: moves what
 * has been seen so far into the journal, so that memory stays bounded.
 */
gboolean
muster_change_breathe (MusterChange *self, GError **error)
{
  gint64 rows;

  g_return_val_if_fail (MUSTER_IS_CHANGE (self) && self->open, FALSE);

  rows = sqlite3_total_changes64 (muster_database_get_handle (self->db));
  if (rows - self->rows_at_part_start < self->rows_in_part)
    return TRUE;

  return finish_part (self, error) && start_session (self, error);
}

/**
 * muster_change_pause_journal:
 *
 * Before very many rows are written into tables that are not shared: the session would look at
 * each of them in vain.  Until muster_change_resume_journal() shared tables refuse to be written.
 */
gboolean
muster_change_pause_journal (MusterChange *self, GError **error)
{
  g_return_val_if_fail (MUSTER_IS_CHANGE (self) && self->open, FALSE);

  if (!finish_part (self, error))
    return FALSE;

  muster_database_set_change (self->db, FALSE, 0);
  return TRUE;
}

gboolean
muster_change_resume_journal (MusterChange *self, GError **error)
{
  g_return_val_if_fail (MUSTER_IS_CHANGE (self) && self->open, FALSE);
  g_return_val_if_fail (self->session == NULL, FALSE);

  muster_database_set_change (self->db, TRUE, self->stamp);
  return start_session (self, error);
}

/**
 * muster_change_commit:
 *
 * Journals and commits.  A change that changed nothing leaves no trace.  On
 * failure everything is rolled back.
 */
gboolean
muster_change_commit (MusterChange *self, GError **error)
{
  gboolean committed;

  g_return_val_if_fail (MUSTER_IS_CHANGE (self) && self->open, FALSE);

  committed = finish_part (self, error) && muster_schema_index_members (self->db, error) &&
              finish_journal (self, error) && muster_database_exec (self->db, "COMMIT", error);
  end (self, committed);
  return committed;
}

/**
 * muster_change_cancel:
 *
 * Takes back all that was written.  Harmless on one that is over.
 */
void
muster_change_cancel (MusterChange *self)
{
  g_return_if_fail (MUSTER_IS_CHANGE (self));

  if (self->open)
    end (self, FALSE);
}
