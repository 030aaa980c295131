/* muster-task-table.c - the SQL of the table "tasks"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-task-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-query.h"
#include "muster-store-error.h"
#include "muster-task-table.h"

#define COLUMNS                                                                                    \
  "id, group_id, event_id, original_at, title, owner, state, anchor, minutes, due_at, done_at, "   \
  "note, position"

#define MAX_MINUTES (G_GINT64_CONSTANT (60) * 24 * 366 * 10) /* ten years from its event */

/* In the order of COLUMNS. */
static void
bind_task (MusterQuery *query, const MusterTask *task)
{
  muster_query_bind_id (query, 1, &task->id);
  if (!muster_id_is_none (&task->group)) /* else of the keeper's own calendar */
    muster_query_bind_id (query, 2, &task->group);
  if (!muster_id_is_none (&task->event))
    {
      muster_query_bind_id (query, 3, &task->event);
      muster_query_bind_int (query, 4, task->original_at);
    }
  muster_query_bind_text (query, 5, task->title);
  muster_query_bind_text (query, 6, task->owner);
  muster_query_bind_text (query, 7, muster_task_state_get_key (task->state));
  muster_query_bind_text (query, 8, muster_task_anchor_get_key (task->anchor));
  if (task->anchor != MUSTER_TASK_AT)
    muster_query_bind_int (query, 9, task->minutes);
  else if (task->due_at != MUSTER_EVENT_NO_TIME)
    muster_query_bind_int (query, 10, task->due_at);
  if (task->done_at != 0)
    muster_query_bind_int (query, 11, task->done_at);
  muster_query_bind_text (query, 12, task->note);
  muster_query_bind_int (query, 13, task->position);
}

static gpointer
read_task (MusterQuery *query, gconstpointer data)
{
  MusterTask *task = muster_task_new ();

  muster_query_get_id (query, 0, &task->id);
  muster_query_get_id (query, 1, &task->group);
  muster_query_get_id (query, 2, &task->event);
  task->original_at = muster_query_get_int (query, 3);
  task->title = muster_query_dup_text (query, 4);
  task->owner = muster_query_dup_text (query, 5);
  (void) muster_task_state_find (muster_query_get_text (query, 6), &task->state);
  task->anchor = muster_task_anchor_find (muster_query_get_text (query, 7));
  task->minutes = muster_query_get_int (query, 8);
  if (!muster_query_is_null (query, 9))
    task->due_at = muster_query_get_int (query, 9);
  task->done_at = muster_query_get_int (query, 10);
  task->note = muster_query_dup_text (query, 11);
  task->position = (guint) muster_query_get_int (query, 12);
  return task;
}

static gboolean
check (const MusterTask *task, GError **error)
{
  const char *wrong = NULL;

  if (task->title == NULL || *task->title == '\0')
    wrong = _ ("A task needs a title.");
  else if (task->anchor != MUSTER_TASK_AT && muster_id_is_none (&task->event))
    wrong = _ ("A task without an event needs a time of its own.");
  else if ((task->anchor == MUSTER_TASK_FROM_START && task->minutes > 0) ||
           (task->anchor == MUSTER_TASK_FROM_END && task->minutes < 0))
    wrong = _ ("A task is due before its event begins, after it ends, or at a time of its own.");
  else if (ABS (task->minutes) > MAX_MINUTES)
    wrong = _ ("A task is due within ten years of its event.");
  if (wrong != NULL)
    g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID, wrong);
  return wrong == NULL;
}

/**
 * muster_task_table_insert:
 * @task: what to store; gets its id
 */
gboolean
muster_task_table_insert (MusterChange *change, MusterTask *task, GError **error)
{
  g_autoptr (MusterQuery) query = NULL;

  if (!check (task, error))
    return FALSE;

  query = muster_query_new (muster_change_get_database (change),
                            "INSERT INTO tasks (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
                            "?8, ?9, ?10, ?11, ?12, ?13)",
                            error);
  if (query == NULL)
    return FALSE;

  task->id = muster_change_new_id (change);
  bind_task (query, task);
  return muster_query_run (query, error);
}

/**
 * muster_task_table_update:
 * @task: a stored one, with its new contents
 */
gboolean
muster_task_table_update (MusterChange *change, const MusterTask *task, GError **error)
{
  g_autoptr (MusterQuery) query = NULL;

  if (!check (task, error))
    return FALSE;

  query = muster_query_new (muster_change_get_database (change),
                            "UPDATE tasks SET group_id = ?2, event_id = ?3, original_at = ?4, "
                            "title = ?5, owner = ?6, state = ?7, anchor = ?8, minutes = ?9, "
                            "due_at = ?10, done_at = ?11, note = ?12, position = ?13 WHERE id = ?1",
                            error);
  if (query == NULL)
    return FALSE;

  bind_task (query, task);
  return muster_query_run (query, error);
}

/* NULL with @error set if there is none. */
static MusterTask *
load (MusterDatabase *db, const MusterId *id, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT " COLUMNS " FROM tasks WHERE id = ?1", error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, id);
  return muster_query_need (query, _ ("There is no such task any more."), error)
             ? read_task (query, NULL)
             : NULL;
}

/**
 * muster_task_table_set_state:
 *
 * Also notes when it was done.
 */
gboolean
muster_task_table_set_state (MusterChange *change, const MusterId *id, MusterTaskState state,
                             GError **error)
{
  g_autoptr (MusterTask) task = load (muster_change_get_database (change), id, error);

  if (task == NULL)
    return FALSE;
  if (task->state == state)
    return TRUE;

  task->state = state;
  task->done_at = state == MUSTER_TASK_DONE ? muster_change_get_now (change) / G_USEC_PER_SEC : 0;
  return muster_task_table_update (change, task, error);
}

gboolean
muster_task_table_delete (MusterChange *change, const MusterId *id, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (muster_change_get_database (change),
                                                    "DELETE FROM tasks WHERE id = ?1", error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, id);
  return muster_query_run (query, error);
}

/**
 * muster_task_table_list:
 *
 * Returns: (transfer full) (element-type MusterTask): the checklist of one time of an event
 */
GPtrArray *
muster_task_table_list (MusterDatabase *db, const MusterId *event, gint64 original_at,
                        GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT " COLUMNS " FROM tasks WHERE event_id = ?1 AND original_at = ?2 "
                        "ORDER BY position, stamp, id",
                        error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, event);
  muster_query_bind_int (query, 2, original_at);
  return muster_query_list (query, read_task, NULL, (GDestroyNotify) muster_task_free, error);
}

/**
 * muster_task_table_list_undone:
 * @group: (nullable): %NULL for all groups
 * @at: seconds since 1970: what was done later was not done then
 *
 * Returns: (transfer full) (element-type MusterTask): those of one time of an event together
 */
GPtrArray *
muster_task_table_list_undone (MusterDatabase *db, const MusterId *group, gint64 at, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT " COLUMNS " FROM tasks WHERE (?1 IS NULL OR group_id = ?1) AND (state = 'open' OR "
      "(state = 'done' AND done_at >= ?2)) ORDER BY event_id, original_at, position, stamp, id",
      error);

  if (query == NULL)
    return NULL;

  if (group != NULL)
    muster_query_bind_id (query, 1, group);
  muster_query_bind_int (query, 2, at);
  return muster_query_list (query, read_task, NULL, (GDestroyNotify) muster_task_free, error);
}
