/* muster-task-plan.c - which tasks are to be done, and by when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-task-plan"

#include "config.h"

#include "muster-event-edit.h"
#include "muster-store-error.h"
#include "muster-task-plan.h"
#include "muster-task-table.h"

void
muster_planned_task_free (MusterPlannedTask *self)
{
  muster_task_free (self->task);
  g_clear_pointer (&self->event, muster_event_free);
  g_free (self);
}

/**
 * muster_planned_task_get_utc:
 * @viewer: the zone in which times without one are meant
 *
 * Returns: seconds since 1970
 */
gint64
muster_planned_task_get_utc (const MusterPlannedTask *self, GTimeZone *viewer)
{
  g_autoptr (GTimeZone) own = NULL;

  if (self->event == NULL || self->event->zone == NULL || self->event->all_day)
    return muster_event_to_utc (viewer, self->due);

  own = muster_event_dup_zone (self->event);
  return muster_event_to_utc (own, self->due);
}

/* The event of @task; NULL without @error if that does not happen (any more). */
static MusterEvent *
load_event (MusterDatabase *db, const MusterTask *task, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MusterEvent) event =
      muster_event_edit_load (db, &task->event, task->original_at, &local_error);

  if (event != NULL && g_strcmp0 (event->standing, "cancelled") == 0)
    return NULL;
  if (event == NULL &&
      !g_error_matches (local_error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND) &&
      !g_error_matches (local_error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID))
    g_propagate_error (error, g_steal_pointer (&local_error));
  return g_steal_pointer (&event);
}

static gboolean
is_same_time (const MusterTask *a, const MusterTask *b)
{
  return muster_id_equal (&a->event, &b->event) && a->original_at == b->original_at;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const MusterPlannedTask *x = *(const MusterPlannedTask *const *) a;
  const MusterPlannedTask *y = *(const MusterPlannedTask *const *) b;

  if (x->due != y->due)
    return x->due < y->due ? -1 : 1;
  return (int) x->task->position - (int) y->task->position;
}

static void
add (GPtrArray *planned, const MusterTask *task, const MusterEvent *event)
{
  gint64 due = muster_task_get_due (task, event);
  MusterPlannedTask *plan;

  if (due == MUSTER_EVENT_NO_TIME || (event == NULL && !muster_id_is_none (&task->event)))
    return;

  plan = g_new0 (MusterPlannedTask, 1);
  plan->task = muster_task_copy (task);
  plan->event = event != NULL ? muster_event_copy (event) : NULL;
  plan->due = due;
  g_ptr_array_add (planned, plan);
}

/**
 * muster_task_plan_list:
 * @group: (nullable): %NULL for all groups
 * @at: seconds since 1970: what was done later was not done then
 *
 * Returns: (transfer full) (element-type MusterPlannedTask): the tasks to be done that have a time,
 *   in its order; not those of events that are called off or gone
 */
GPtrArray *
muster_task_plan_list (MusterDatabase *db, const MusterId *group, gint64 at, GError **error)
{
  g_autoptr (GPtrArray) tasks = muster_task_table_list_undone (db, group, at, error);
  g_autoptr (GPtrArray) planned =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_planned_task_free);
  g_autoptr (MusterEvent) event = NULL;

  if (tasks == NULL)
    return NULL;

  for (guint i = 0; i < tasks->len; i++)
    {
      const MusterTask *task = tasks->pdata[i];
      g_autoptr (GError) local_error = NULL;

      if (i == 0 || !is_same_time (task, tasks->pdata[i - 1]))
        {
          g_clear_pointer (&event, muster_event_free);
          if (!muster_id_is_none (&task->event))
            event = load_event (db, task, &local_error);
        }
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      add (planned, task, event);
    }
  g_ptr_array_sort (planned, compare);
  return g_steal_pointer (&planned);
}
