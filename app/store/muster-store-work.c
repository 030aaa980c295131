/* muster-store-work.c - the store's work on other threads
 *
 * Reads run side by side, each with a connection of its own; writes run one
 * after the other on one thread.  Part of MusterStore.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-store"

#include "config.h"

#include "muster-backup.h"
#include "muster-store-private.h"

typedef struct
{
  union
  {
    MusterStoreRead read;
    MusterStoreWrite write;
  } func;
  char *title; /* owned, of a write */
  gpointer data;
  GDestroyNotify data_free;   /* may be NULL */
  GDestroyNotify result_free; /* may be NULL */
} Work;

typedef struct
{
  GTask *task; /* owned */
  GTaskThreadFunc func;
} Queued;

static void
work_free (gpointer data)
{
  Work *work = data;

  if (work->data_free != NULL)
    work->data_free (work->data);
  g_free (work->title);
  g_free (work);
}

static void
run_queued (gpointer data, gpointer user_data)
{
  Queued *queued = data;

  queued->func (queued->task, g_task_get_source_object (queued->task),
                g_task_get_task_data (queued->task), g_task_get_cancellable (queued->task));
  g_object_unref (queued->task);
  g_free (queued);
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MusterStore *self = source;
  Work *work = task_data;
  g_autoptr (GError) error = NULL;
  MusterDatabase *reader = muster_store_take_reader (self, &error);
  gpointer result = NULL;

  if (reader != NULL)
    {
      muster_database_watch_cancellable (reader, cancellable);
      result = work->func.read (reader, work->data, cancellable, &error);
      muster_database_watch_cancellable (reader, NULL);
      muster_store_give_reader (self, reader);
    }
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, result, work->result_free);
}

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  g_autoptr (GError) error = NULL;

  if (muster_store_write (source, work->title, work->func.write, work->data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * muster_store_read_async:
 * @data_free: (nullable): frees @data when the call is over
 * @result_free: (nullable): frees a result that nobody takes
 *
 * Runs @func on a worker thread with a connection of its own.
 */
void
muster_store_read_async (MusterStore *self, MusterStoreRead func, gpointer data,
                         GDestroyNotify data_free, GDestroyNotify result_free,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (MUSTER_IS_STORE (self));

  work = g_new0 (Work, 1);
  work->func.read = func;
  work->data = data;
  work->data_free = data_free;
  work->result_free = result_free;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, muster_store_read_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, read_thread);
}

gpointer
muster_store_read_finish (MusterStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * muster_store_write_async:
 *
 * muster_store_write() on the writing thread, after whatever was queued before.
 */
void
muster_store_write_async (MusterStore *self, const char *title, MusterStoreWrite func,
                          gpointer data, GDestroyNotify data_free, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (MUSTER_IS_STORE (self));

  work = g_new0 (Work, 1);
  work->func.write = func;
  work->title = g_strdup (title);
  work->data = data;
  work->data_free = data_free;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, muster_store_write_async);
  g_task_set_task_data (task, work, work_free);
  muster_store_queue_write (self, task, write_thread);
}

gboolean
muster_store_write_finish (MusterStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
keep_daily_backup (MusterStore *self, GError **error)
{
  g_autoptr (MusterDatabase) reader = NULL;
  gboolean written, kept;
  gint64 n_changes = 0;

  if (self->read_only)
    return TRUE;
  reader = muster_store_take_reader (self, error);
  if (reader == NULL)
    return FALSE;

  kept = muster_database_read_int (reader, "SELECT count(*) FROM changes", &n_changes, error) &&
         (n_changes == 0 ||
          muster_backup_daily (reader, muster_clock_get_today (self->clock), &written, error));
  muster_store_give_reader (self, g_steal_pointer (&reader));
  return kept;
}

static void
backup_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (keep_daily_backup (source, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * muster_store_keep_daily_backup:
 *
 * Copies the file if today has no copy yet; a file in which nothing was ever
 * changed needs none.
 */
gboolean
muster_store_keep_daily_backup (MusterStore *self, GError **error)
{
  g_return_val_if_fail (MUSTER_IS_STORE (self), FALSE);

  return keep_daily_backup (self, error);
}

void
muster_store_keep_daily_backup_async (MusterStore *self, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_store_keep_daily_backup_async);
  g_task_run_in_thread (task, backup_thread);
}

gboolean
muster_store_keep_daily_backup_finish (MusterStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * muster_store_queue_write:
 * @task: a task whose source object is @self
 * @func: what the writing thread is to do; it returns through @task
 *
 * For work that makes its own change.
 */
void
muster_store_queue_write (MusterStore *self, GTask *task, GTaskThreadFunc func)
{
  Queued *queued;

  g_return_if_fail (MUSTER_IS_STORE (self));

  if (self->writers == NULL)
    self->writers = g_thread_pool_new (run_queued, NULL, 1, FALSE, NULL);

  queued = g_new0 (Queued, 1);
  queued->task = g_object_ref (task);
  queued->func = func;
  g_thread_pool_push (self->writers, queued, NULL);
}
