/* muster-plan-mark-table.c - the SQL of the table "plan_marks"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-plan-mark-table"

#include "config.h"

#include "muster-plan-mark-table.h"
#include "muster-query.h"

void
muster_plan_mark_free (MusterPlanMark *self)
{
  g_free (self->column);
  g_free (self);
}

/**
 * muster_plan_mark_table_set:
 * @column: the title of the column of the content plan
 * @done: %FALSE takes a mark back
 */
gboolean
muster_plan_mark_table_set (MusterChange *change, const MusterId *group, const char *column,
                            MusterDay day, gboolean done, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      muster_change_get_database (change),
      "INSERT INTO plan_marks (group_id, entry, day, state) VALUES (?1, ?2, ?3, ?4) "
      "ON CONFLICT DO UPDATE SET state = excluded.state WHERE state IS NOT excluded.state",
      error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, group);
  muster_query_bind_text (query, 2, column);
  muster_query_bind_day (query, 3, day);
  if (done)
    muster_query_bind_text (query, 4, "done");
  return muster_query_run (query, error);
}

static gpointer
read_mark (MusterQuery *query, gconstpointer data)
{
  MusterPlanMark *mark = g_new0 (MusterPlanMark, 1);

  mark->column = muster_query_dup_text (query, 0);
  mark->day = muster_query_get_day (query, 1);
  return mark;
}

/**
 * muster_plan_mark_table_list:
 * @from: the first day
 * @to: the last day
 *
 * Returns: (transfer full) (element-type MusterPlanMark): what was seen to
 */
GPtrArray *
muster_plan_mark_table_list (MusterDatabase *db, const MusterId *group, MusterDay from,
                             MusterDay to, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT entry, day FROM plan_marks WHERE group_id = ?1 AND day BETWEEN ?2 "
                        "AND ?3 AND state = 'done' ORDER BY day, entry",
                        error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, group);
  muster_query_bind_day (query, 2, from);
  muster_query_bind_day (query, 3, to);
  return muster_query_list (query, read_mark, NULL, (GDestroyNotify) muster_plan_mark_free, error);
}
