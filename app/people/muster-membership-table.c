/* muster-membership-table.c - the SQL of "memberships" and "membership_history"
 *
 * Nickname, role and standing are dated: when one changes, the old value moves
 * into the history with the days on which it held.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-membership-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-membership-table.h"
#include "muster-query.h"

#define COLUMNS                                                                                    \
  "id, group_id, person_id, nickname, nickname_from, role, role_from, standing, standing_from, "   \
  "standing_until, standing_reason, joined_on, first_seen, inviter, required, introduced_on, note"

static void
bind_all (MusterQuery *query, const MusterMembership *membership)
{
  muster_query_bind_id (query, 1, &membership->id);
  muster_query_bind_id (query, 2, &membership->group);
  muster_query_bind_id (query, 3, &membership->person);
  muster_query_bind_text (query, 4, membership->nickname);
  muster_query_bind_day (query, 5, membership->nickname_from);
  muster_query_bind_text (query, 6, membership->role);
  muster_query_bind_day (query, 7, membership->role_from);
  muster_query_bind_text (query, 8, muster_standing_get_key (membership->standing));
  muster_query_bind_day (query, 9, membership->standing_from);
  muster_query_bind_day (query, 10, membership->standing_until);
  muster_query_bind_text (query, 11, membership->standing_reason);
  muster_query_bind_day (query, 12, membership->joined_on);
  muster_query_bind_day (query, 13, membership->first_seen);
  muster_query_bind_text (query, 14, membership->inviter);
  muster_query_bind_int (query, 15, membership->required);
  muster_query_bind_day (query, 16, membership->introduced_on);
  muster_query_bind_text (query, 17, membership->note);
}

static MusterMembership *
read_membership (MusterQuery *query)
{
  MusterMembership *membership = muster_membership_new ();

  muster_query_get_id (query, 0, &membership->id);
  muster_query_get_id (query, 1, &membership->group);
  muster_query_get_id (query, 2, &membership->person);
  membership->nickname = muster_query_dup_text (query, 3);
  membership->nickname_from = muster_query_get_day (query, 4);
  if (!muster_query_is_null (query, 5))
    {
      g_free (membership->role);
      membership->role = muster_query_dup_text (query, 5);
    }
  membership->role_from = muster_query_get_day (query, 6);
  muster_standing_find (muster_query_get_text (query, 7), &membership->standing);
  membership->standing_from = muster_query_get_day (query, 8);
  membership->standing_until = muster_query_get_day (query, 9);
  membership->standing_reason = muster_query_dup_text (query, 10);
  membership->joined_on = muster_query_get_day (query, 11);
  membership->first_seen = muster_query_get_day (query, 12);
  membership->inviter = muster_query_dup_text (query, 13);
  membership->required = muster_query_get_int (query, 14) != 0;
  membership->introduced_on = muster_query_get_day (query, 15);
  membership->note = muster_query_dup_text (query, 16);
  return membership;
}

/* Moves an old value into the history; the same day twice keeps the older one. */
static gboolean
keep_past (MusterChange *change, const MusterId *id, const char *kind, const char *value,
           MusterDay from, MusterDay until, const char *reason, GError **error)
{
  g_autoptr (MusterQuery) query = NULL;

  if (value == NULL)
    return TRUE;
  query = muster_query_new (
      muster_change_get_database (change),
      "INSERT INTO membership_history (membership_id, kind, from_day, until_day, value, reason) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO UPDATE SET until_day = excluded.until_day",
      error);
  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, id);
  muster_query_bind_text (query, 2, kind);
  muster_query_bind_int (query, 3, from != MUSTER_DAY_NONE ? from : 0);
  muster_query_bind_day (query, 4, until);
  muster_query_bind_text (query, 5, value);
  muster_query_bind_text (query, 6, reason);
  return muster_query_run (query, error);
}

static gboolean
update_dated (MusterChange *change, const char *sql, const MusterId *id, const char *value,
              MusterDay from, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_change_get_database (change), sql, error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, id);
  muster_query_bind_text (query, 2, value);
  muster_query_bind_day (query, 3, from);
  return muster_query_run (query, error);
}

void
muster_past_value_free (MusterPastValue *self)
{
  g_free (self->kind);
  g_free (self->value);
  g_free (self->reason);
  g_free (self);
}

/**
 * muster_membership_table_insert:
 * @membership: what to store; its id is not used
 * @out_id: (optional): the new row
 */
gboolean
muster_membership_table_insert (MusterChange *change, const MusterMembership *membership,
                                MusterId *out_id, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_change_get_database (change),
                        "INSERT INTO memberships (" COLUMNS
                        ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
                        "?15, ?16, ?17)",
                        error);
  MusterId id = muster_change_new_id (change);

  if (query == NULL)
    return FALSE;

  bind_all (query, membership);
  muster_query_bind_id (query, 1, &id);
  if (!muster_query_run (query, error))
    return FALSE;

  if (out_id != NULL)
    *out_id = id;
  return TRUE;
}

MusterMembership *
muster_membership_table_load (MusterDatabase *db, const MusterId *id, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT " COLUMNS " FROM memberships WHERE id = ?1", error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, id);
  return muster_query_need (query, _ ("There is no such member."), error) ? read_membership (query)
                                                                          : NULL;
}

/**
 * muster_membership_table_find:
 * @out_found: whether @person has a place in @group; @out_id is set only then
 *
 * By the person, who is in few groups: a group has many members.
 */
gboolean
muster_membership_table_find (MusterDatabase *db, const MusterId *group, const MusterId *person,
                              MusterId *out_id, gboolean *out_found, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db, "SELECT id FROM memberships WHERE person_id = ?2 AND +group_id = ?1 LIMIT 1", error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, group);
  muster_query_bind_id (query, 2, person);
  *out_found = muster_query_next (query, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (*out_found)
    muster_query_get_id (query, 0, out_id);

  return TRUE;
}

/**
 * muster_membership_table_set_nickname:
 * @day: when the new nickname was seen first
 */
gboolean
muster_membership_table_set_nickname (MusterChange *change, const MusterId *id,
                                      const char *nickname, MusterDay day, GError **error)
{
  g_autoptr (MusterMembership) old =
      muster_membership_table_load (muster_change_get_database (change), id, error);

  if (old == NULL)
    return FALSE;
  if (g_strcmp0 (old->nickname, nickname) == 0)
    return TRUE;

  return keep_past (change, id, "nickname", old->nickname, old->nickname_from, day - 1, NULL,
                    error) &&
         update_dated (change,
                       "UPDATE memberships SET nickname = ?2, nickname_from = ?3 WHERE id = ?1", id,
                       nickname, day, error);
}

gboolean
muster_membership_table_set_role (MusterChange *change, const MusterId *id, const char *role,
                                  MusterDay day, GError **error)
{
  g_autoptr (MusterMembership) old =
      muster_membership_table_load (muster_change_get_database (change), id, error);

  if (old == NULL)
    return FALSE;
  if (g_strcmp0 (old->role, role) == 0)
    return TRUE;

  return keep_past (change, id, "role", old->role, old->role_from, day - 1, NULL, error) &&
         update_dated (change, "UPDATE memberships SET role = ?2, role_from = ?3 WHERE id = ?1", id,
                       role, day, error);
}

/**
 * muster_membership_table_set_standing:
 * @from: the first day of the new standing
 * @until: its last day, of a leave or an exemption; %MUSTER_DAY_NONE for no end
 * @reason: (nullable): in the keeper's words
 */
gboolean
muster_membership_table_set_standing (MusterChange *change, const MusterId *id,
                                      MusterStanding standing, MusterDay from, MusterDay until,
                                      const char *reason, GError **error)
{
  MusterDatabase *db = muster_change_get_database (change);
  g_autoptr (MusterMembership) old = muster_membership_table_load (db, id, error);
  g_autoptr (MusterQuery) query = NULL;
  MusterDay last = from - 1;

  if (old == NULL)
    return FALSE;
  if (old->standing_until != MUSTER_DAY_NONE)
    last = MIN (last, old->standing_until);
  if (!keep_past (change, id, "standing", muster_standing_get_key (old->standing),
                  old->standing_from, last, old->standing_reason, error))
    return FALSE;

  query = muster_query_new (db,
                            "UPDATE memberships SET standing = ?2, standing_from = ?3, "
                            "standing_until = ?4, standing_reason = ?5 WHERE id = ?1",
                            error);
  if (query == NULL)
    return FALSE;
  muster_query_bind_id (query, 1, id);
  muster_query_bind_text (query, 2, muster_standing_get_key (standing));
  muster_query_bind_day (query, 3, from);
  muster_query_bind_day (query, 4, until);
  muster_query_bind_text (query, 5, reason);
  return muster_query_run (query, error);
}

/**
 * muster_membership_table_set_details:
 * @membership: a stored one, with joined_on, first_seen, inviter, required, introduced_on and
 *   note as they are to be
 */
gboolean
muster_membership_table_set_details (MusterChange *change, const MusterMembership *membership,
                                     GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      muster_change_get_database (change),
      "UPDATE memberships SET joined_on = ?2, first_seen = ?3, inviter = ?4, required = ?5, "
      "introduced_on = ?6, note = ?7 WHERE id = ?1",
      error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, &membership->id);
  muster_query_bind_day (query, 2, membership->joined_on);
  muster_query_bind_day (query, 3, membership->first_seen);
  muster_query_bind_text (query, 4, membership->inviter);
  muster_query_bind_int (query, 5, membership->required);
  muster_query_bind_day (query, 6, membership->introduced_on);
  muster_query_bind_text (query, 7, membership->note);
  return muster_query_run (query, error);
}

static gpointer
read_past (MusterQuery *query, gconstpointer data)
{
  MusterPastValue *value = g_new0 (MusterPastValue, 1);

  value->kind = muster_query_dup_text (query, 0);
  value->value = muster_query_dup_text (query, 1);
  value->from =
      muster_query_get_int (query, 2) != 0 ? muster_query_get_day (query, 2) : MUSTER_DAY_NONE;
  value->until = muster_query_get_day (query, 3);
  value->reason = muster_query_dup_text (query, 4);
  return value;
}

/**
 * muster_membership_table_list_past:
 *
 * Returns: (transfer full) (element-type MusterPastValue): what was before, newest first
 */
GPtrArray *
muster_membership_table_list_past (MusterDatabase *db, const MusterId *id, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT kind, value, from_day, until_day, reason FROM membership_history "
                        "WHERE membership_id = ?1 ORDER BY until_day DESC, from_day DESC",
                        error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, id);
  return muster_query_list (query, read_past, NULL, (GDestroyNotify) muster_past_value_free, error);
}
