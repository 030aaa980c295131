/* muster-coverage-table.c - the SQL of the table "coverage"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-coverage-table"

#include "config.h"

#include "muster-coverage-table.h"
#include "muster-query.h"

void
muster_coverage_range_free (MusterCoverageRange *self)
{
  g_free (self->source);
  g_free (self);
}

gboolean
muster_coverage_table_insert (MusterChange *change, const MusterId *group, const MusterId *import,
                              MusterDay from, MusterDay to, const char *source, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_change_get_database (change),
                        "INSERT INTO coverage (id, group_id, import_id, from_day, to_day, source) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                        error);
  MusterId id = muster_change_new_id (change);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, &id);
  muster_query_bind_id (query, 2, group);
  muster_query_bind_id (query, 3, import);
  muster_query_bind_day (query, 4, from);
  muster_query_bind_day (query, 5, to);
  muster_query_bind_text (query, 6, source);
  return muster_query_run (query, error);
}

static gpointer
read_range (MusterQuery *query, gconstpointer data)
{
  MusterCoverageRange *range = g_new0 (MusterCoverageRange, 1);

  range->from = muster_query_get_day (query, 0);
  range->to = muster_query_get_day (query, 1);
  range->source = muster_query_dup_text (query, 2);
  return range;
}

/**
 * muster_coverage_table_list:
 *
 * Returns: (transfer full) (element-type MusterCoverageRange): in the order of
 *   their first days; they may overlap
 */
GPtrArray *
muster_coverage_table_list (MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db, "SELECT from_day, to_day, source FROM coverage WHERE group_id = ?1 ORDER BY from_day",
      error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, group);
  return muster_query_list (query, read_range, NULL, (GDestroyNotify) muster_coverage_range_free,
                            error);
}
