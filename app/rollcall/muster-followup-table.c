/* muster-followup-table.c - the SQL of the table "followups"
 *
 * Rows are only added: what was done stays in the history of a finding.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-followup-table"

#include "config.h"

#include "muster-followup-table.h"
#include "muster-query.h"

void
muster_followup_free (MusterFollowup *self)
{
  g_free (self->check);
  g_free (self->subject);
  g_free (self->action);
  g_free (self->note);
  g_free (self->author);
  g_free (self);
}

/**
 * muster_followup_table_insert:
 * @followup: what to store; its id is not used
 */
gboolean
muster_followup_table_insert (MusterChange *change, const MusterFollowup *followup, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      muster_change_get_database (change),
      "INSERT INTO followups (id, group_id, check_id, subject, action, on_day, until_day, note, "
      "author) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      error);
  MusterId id = muster_change_new_id (change);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, &id);
  muster_query_bind_id (query, 2, &followup->group);
  muster_query_bind_text (query, 3, followup->check);
  muster_query_bind_text (query, 4, followup->subject);
  muster_query_bind_text (query, 5, followup->action);
  muster_query_bind_day (query, 6, followup->on);
  muster_query_bind_day (query, 7, followup->until);
  muster_query_bind_text (query, 8, followup->note);
  muster_query_bind_text (query, 9, followup->author);
  return muster_query_run (query, error);
}

static gpointer
read_followup (MusterQuery *query, gconstpointer data)
{
  MusterFollowup *followup = g_new0 (MusterFollowup, 1);

  followup->group = *(const MusterId *) data;
  muster_query_get_id (query, 0, &followup->id);
  followup->check = muster_query_dup_text (query, 1);
  followup->subject = muster_query_dup_text (query, 2);
  followup->action = muster_query_dup_text (query, 3);
  followup->on = muster_query_get_day (query, 4);
  followup->until = muster_query_get_day (query, 5);
  followup->note = muster_query_dup_text (query, 6);
  followup->author = muster_query_dup_text (query, 7);
  return followup;
}

/**
 * muster_followup_table_list:
 * @on: later ones are left out
 *
 * Returns: (transfer full) (element-type MusterFollowup): newest first
 */
GPtrArray *
muster_followup_table_list (MusterDatabase *db, const MusterId *group, MusterDay on, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT id, check_id, subject, action, on_day, until_day, note, author FROM followups "
      "WHERE group_id = ?1 AND on_day <= ?2 ORDER BY on_day DESC, stamp DESC, id DESC",
      error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, group);
  muster_query_bind_int (query, 2, on);
  return muster_query_list (query, read_followup, group, (GDestroyNotify) muster_followup_free,
                            error);
}
