/* muster-message-import.c - messages into the file
 *
 * An import batch: the messages that were not known are added in the
 * transaction of the change that adds the import's row.  The same export
 * twice, or an overlapping one, adds nothing twice.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-message-import"

#include "config.h"

#include "muster-message-counters.h"
#include "muster-message-import.h"
#include "muster-query.h"

/* The small number that stands for a group in the messages. */
static gboolean
number_group (MusterDatabase *db, const MusterId *group, gint64 *out_no, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "INSERT INTO message_groups (group_id) VALUES (?1) ON CONFLICT "
                        "DO UPDATE SET group_id = excluded.group_id RETURNING no",
                        error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, group);
  if (!muster_query_next (query, error))
    return FALSE;

  *out_no = muster_query_get_int (query, 0);
  return TRUE;
}

static gboolean
number_batch (MusterDatabase *db, const MusterId *import, gint64 group_no, gint64 *out_no,
              GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db, "INSERT INTO message_batches (import_id, group_no) VALUES (?1, ?2) RETURNING no", error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, import);
  muster_query_bind_int (query, 2, group_no);
  if (!muster_query_next (query, error))
    return FALSE;

  *out_no = muster_query_get_int (query, 0);
  return TRUE;
}

static gboolean
read_senders (MusterMessageRows *rows, MusterDatabase *db, gint64 group_no, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db, "SELECT no, sender, identifier, name FROM senders WHERE group_no = ?1", error);
  g_autoptr (GError) local_error = NULL;
  gint64 highest = 0;

  if (query == NULL ||
      !muster_database_read_int (db, "SELECT max (no) FROM senders", &highest, error))
    return FALSE;

  muster_query_bind_int (query, 1, group_no);
  while (muster_query_next (query, &local_error))
    muster_message_rows_add_sender (
        rows, muster_query_get_int (query, 0), muster_query_get_text (query, 1),
        muster_query_get_text (query, 2), muster_query_get_text (query, 3));
  muster_message_rows_set_first_sender (rows, highest + 1);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
write_senders (MusterMessageRows *rows, MusterDatabase *db, gint64 group_no, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "INSERT INTO senders (no, group_no, sender, platform, identifier, name) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                        "ON CONFLICT (no) DO UPDATE SET name = excluded.name",
                        error);
  GPtrArray *senders = muster_message_rows_get_senders (rows);

  if (query == NULL)
    return FALSE;

  for (guint i = 0; i < senders->len; i++)
    {
      const MusterMessageSender *sender = senders->pdata[i];

      if (!sender->is_new && !sender->is_renamed)
        continue;
      muster_query_bind_int (query, 1, sender->no);
      muster_query_bind_int (query, 2, group_no);
      muster_query_bind_text (query, 3, sender->sender);
      muster_query_bind_text (query, 4, sender->platform);
      muster_query_bind_text (query, 5, sender->identifier);
      muster_query_bind_text (query, 6, sender->name);
      if (!muster_query_run (query, error))
        return FALSE;
    }

  return TRUE;
}

/* What an undone import left behind goes, unless another import covers it. */
static gboolean
purge (MusterDatabase *db, gint64 group_no, GError **error)
{
  g_autoptr (MusterQuery) dead =
      muster_query_new (db,
                        "SELECT count(*) FROM message_batches WHERE group_no = ?1 "
                        "AND NOT EXISTS (SELECT 1 FROM imports WHERE id = import_id)",
                        error);
  g_autoptr (MusterQuery) delete = muster_query_new (
      db,
      "DELETE FROM messages WHERE group_no = ?1 AND batch IN (SELECT no FROM message_batches "
      "WHERE group_no = ?1 AND NOT EXISTS (SELECT 1 FROM imports WHERE id = import_id)) "
      "AND NOT EXISTS (SELECT 1 FROM coverage AS c JOIN message_groups AS g "
      "ON g.group_id = c.group_id WHERE g.no = ?1 "
      "AND (minute + shift) / 1440 BETWEEN from_day AND to_day)",
      error);

  if (dead == NULL || delete == NULL)
    return FALSE;

  muster_query_bind_int (dead, 1, group_no);
  if (!muster_query_next (dead, error))
    return FALSE;
  if (muster_query_get_int (dead, 0) == 0)
    return TRUE;

  muster_query_bind_int (delete, 1, group_no);
  return muster_query_run (delete, error);
}

/* Not through the statement cache: the virtual table goes away afterwards. */
static gboolean
insert_rows (MusterMessageRows *rows, MusterDatabase *db, gint64 group_no, gint64 batch,
             guint64 *out_n_new, GError **error)
{
  static const char sql[] =
      "INSERT OR IGNORE INTO messages (group_no, minute, sender_no, digest, n, second, shift, "
      "letters, batch, body) "
      "SELECT ?1, minute, sender, digest, n, second, shift, letters, ?2, body FROM message_rows";
  sqlite3 *handle = muster_database_get_handle (db);
  gint64 before = sqlite3_total_changes64 (handle);
  sqlite3_stmt *statement = NULL;
  int rc = sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);

  if (rc == SQLITE_OK)
    {
      sqlite3_bind_int64 (statement, 1, group_no);
      sqlite3_bind_int64 (statement, 2, batch);
      rc = sqlite3_step (statement);
    }
  if (rc != SQLITE_DONE && muster_message_rows_get_error (rows) != NULL)
    g_propagate_error (error, g_error_copy (muster_message_rows_get_error (rows)));
  else if (rc != SQLITE_DONE)
    muster_store_error_set_sqlite (error, handle, sql);
  sqlite3_finalize (statement);

  *out_n_new = (guint64) (sqlite3_total_changes64 (handle) - before);
  return rc == SQLITE_DONE && muster_message_rows_get_error (rows) == NULL;
}

static guint
count_senders (MusterMessageRows *rows)
{
  GPtrArray *senders = muster_message_rows_get_senders (rows);
  guint n = 0;

  for (guint i = 0; i < senders->len; i++)
    n += ((const MusterMessageSender *) senders->pdata[i])->n_messages > 0;

  return n;
}

static gboolean
has_messages (MusterDatabase *db, gint64 group_no, gboolean *out_has, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT EXISTS (SELECT 1 FROM messages WHERE group_no = ?1)", error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_int (query, 1, group_no);
  if (!muster_query_next (query, error))
    return FALSE;

  *out_has = muster_query_get_int (query, 0) != 0;
  return TRUE;
}

static gboolean
refresh_number (MusterDatabase *db, gint64 group_no, GError **error)
{
  g_autoptr (MusterMessageCounters) counters =
      muster_message_counters_scan (db, group_no, MUSTER_DAY_NONE, error);

  return counters != NULL && muster_message_counters_store (counters, db, error);
}

/* The first messages of a group were counted while they were read, if all of them were new; else
 * only the table knows which are. */
static gboolean
write_counters (MusterDatabase *db, gint64 group_no, gboolean all_new,
                MusterMessageCounters *counters, GError **error)
{
  return all_new ? muster_message_counters_store (counters, db, error)
                 : refresh_number (db, group_no, error);
}

/**
 * muster_message_import_run:
 * @change: an open change that holds the import's row
 * @import: that row
 * @secret: the group's, the key of the digests
 * @keep_bodies: whether the group keeps an archive
 * @next: gives the messages
 * @out_batch: what happened
 */
gboolean
muster_message_import_run (MusterChange *change, const MusterId *group, const MusterId *import,
                           const guint8 secret[16], gboolean keep_bodies, MusterMessageNext next,
                           gpointer data, MusterMessageBatch *out_batch, GError **error)
{
  MusterDatabase *db = muster_change_get_database (change);
  g_autoptr (MusterMessageRows) rows = NULL;
  g_autoptr (MusterMessageCounters) counters = NULL;
  gint64 group_no = 0, batch = 0;
  guint64 n_new = 0;
  gboolean had_messages = FALSE;

  if (!number_group (db, group, &group_no, error) || !purge (db, group_no, error) ||
      !number_batch (db, import, group_no, &batch, error) ||
      !has_messages (db, group_no, &had_messages, error))
    return FALSE;

  rows = muster_message_rows_new (db, next, data, secret, keep_bodies, error);
  if (rows == NULL || !read_senders (rows, db, group_no, error) ||
      !muster_change_pause_journal (change, error))
    return FALSE;
  counters = muster_message_counters_new (group_no);
  muster_message_rows_set_counters (rows, counters);
  if (!insert_rows (rows, db, group_no, batch, &n_new, error) ||
      !write_senders (rows, db, group_no, error))
    return FALSE;

  out_batch->n_read = muster_message_rows_get_n_read (rows);
  out_batch->n_new = n_new;
  out_batch->n_senders = count_senders (rows);
  out_batch->first_at = out_batch->n_read > 0 ? muster_message_rows_get_first (rows) : 0;
  out_batch->last_at = out_batch->n_read > 0 ? muster_message_rows_get_last (rows) : 0;
  return (n_new == 0 || write_counters (db, group_no, !had_messages && n_new == out_batch->n_read,
                                        counters, error)) &&
         muster_change_resume_journal (change, error);
}

/**
 * muster_message_import_refresh:
 * @db: a connection that writes
 *
 * Brings the counters of a group up to date, in a transaction of its own.
 */
gboolean
muster_message_import_refresh (MusterDatabase *db, const MusterId *group, GError **error)
{
  gint64 group_no = 0;

  if (!muster_database_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (number_group (db, group, &group_no, error) && refresh_number (db, group_no, error) &&
      muster_database_exec (db, "COMMIT", error))
    return TRUE;

  (void) muster_database_exec (db, "ROLLBACK", NULL);
  return FALSE;
}
