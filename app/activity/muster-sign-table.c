/* muster-sign-table.c - the SQL of the table "signs"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sign-table"

#include "config.h"

#include "muster-query.h"
#include "muster-sign-table.h"

void
muster_sign_free (MusterSign *self)
{
  g_free (self->kind);
  g_free (self->source);
  g_free (self);
}

/**
 * muster_sign_table_set:
 * @source: (nullable): where it was seen
 * @note: (nullable): in the keeper's words
 */
gboolean
muster_sign_table_set (MusterChange *change, const MusterId *membership, const char *kind,
                       MusterDay day, const char *source, const char *note, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      muster_change_get_database (change),
      "INSERT INTO signs (membership_id, kind, day, source, note) VALUES (?1, ?2, ?3, ?4, ?5) "
      "ON CONFLICT DO NOTHING",
      error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, membership);
  muster_query_bind_text (query, 2, kind);
  muster_query_bind_day (query, 3, day);
  muster_query_bind_text (query, 4, source);
  muster_query_bind_text (query, 5, note);
  return muster_query_run (query, error);
}

/**
 * muster_sign_table_delete:
 * @source: (nullable): only a sign that was seen there
 */
gboolean
muster_sign_table_delete (MusterChange *change, const MusterId *membership, const char *kind,
                          MusterDay day, const char *source, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_change_get_database (change),
                        "DELETE FROM signs WHERE membership_id = ?1 AND kind = ?2 AND day = ?3 "
                        "AND source IS ?4",
                        error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, membership);
  muster_query_bind_text (query, 2, kind);
  muster_query_bind_day (query, 3, day);
  muster_query_bind_text (query, 4, source);
  return muster_query_run (query, error);
}

static gpointer
read_sign (MusterQuery *query, gconstpointer data)
{
  MusterSign *sign = g_new0 (MusterSign, 1);

  muster_query_get_id (query, 0, &sign->membership);
  sign->kind = muster_query_dup_text (query, 1);
  sign->day = muster_query_get_day (query, 2);
  sign->source = muster_query_dup_text (query, 3);
  return sign;
}

/**
 * muster_sign_table_list:
 * @until: later ones are left out
 *
 * Returns: (transfer full) (element-type MusterSign): the signs of a group's members
 */
GPtrArray *
muster_sign_table_list (MusterDatabase *db, const MusterId *group, MusterDay until, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT membership_id, kind, day, source FROM memberships AS m "
                        "JOIN signs ON membership_id = m.id WHERE group_id = ?1 AND day <= ?2",
                        error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, group);
  muster_query_bind_int (query, 2, until);
  return muster_query_list (query, read_sign, NULL, (GDestroyNotify) muster_sign_free, error);
}
