/* muster-member-query.c - the ids of a table in order, and the rows on screen
 *
 * The order comes from the index of precomputed sort keys; a row is read when
 * it becomes visible.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-member-query"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-member-query.h"
#include "muster-membership.h"
#include "muster-query.h"

#define CURRENT "standing NOT IN ('applicant', 'left', 'removed')"
#define FROM_MEMBERS "memberships AS m JOIN member_index ON member = m.rowid "

/* What a column is sorted by, as SQL over memberships m and persons p. */
static const char *const sort_terms[MUSTER_N_MEMBER_COLUMNS] = {
  "name_key",
  "muster_sort_key (m.nickname, NULL)",
  "p.department",
  "p.company",
  "p.class",
  "p.number",
  "p.phones",
  "m.role",
  "m.standing",
  "m.joined_on",
  "(SELECT g.name FROM groups AS g WHERE g.id = m.group_id)",
};

static gboolean
needs_person (MusterMemberColumn sort)
{
  return sort_terms[sort][0] == 'p' && sort_terms[sort][1] == '.';
}

static char *
dup_sql (const MusterMemberQuery *query)
{
  gboolean everyone = muster_id_is_none (&query->group);
  const char *direction = query->descending ? "DESC" : "ASC";

  /* without the standing, the index alone answers */
  if (query->sort == MUSTER_MEMBER_NAME && query->past)
    return g_strdup_printf ("SELECT member FROM member_index WHERE %s ORDER BY name_key %s",
                            everyone ? "?1 IS NULL" : "group_id = ?1", direction);

  return g_strdup_printf (
      "SELECT m.rowid FROM " FROM_MEMBERS "%s WHERE %s %s "
      "ORDER BY %s IS NULL, %s %s, name_key",
      needs_person (query->sort) ? "JOIN persons AS p ON p.id = m.person_id" : "",
      everyone ? "?1 IS NULL" : "member_index.group_id = ?1", query->past ? "" : "AND " CURRENT,
      sort_terms[query->sort], sort_terms[query->sort], direction);
}

static MusterMember *
read_member (MusterQuery *query)
{
  MusterId id, person;
  MusterMember *member;
  MusterStanding standing = MUSTER_STANDING_ACTIVE;

  muster_query_get_id (query, 1, &id);
  muster_query_get_id (query, 2, &person);
  member = muster_member_new ((guint) muster_query_get_int (query, 0), &id, &person);
  for (guint column = MUSTER_MEMBER_NAME; column <= MUSTER_MEMBER_NUMBER; column++)
    muster_member_take_text (member, (MusterMemberColumn) column,
                             muster_query_dup_text (query, (int) column + 3));

  muster_member_take_text (member, MUSTER_MEMBER_PHONE, muster_query_dup_text (query, 9));
  muster_member_take_text (member, MUSTER_MEMBER_ROLE,
                           g_strdup (muster_role_get_title (muster_query_get_text (query, 10))));
  (void) muster_standing_find (muster_query_get_text (query, 11), &standing);
  muster_member_take_text (member, MUSTER_MEMBER_STANDING,
                           g_strdup (muster_standing_get_title (standing)));
  muster_member_take_text (member, MUSTER_MEMBER_JOINED,
                           muster_day_dup_text (muster_query_get_day (query, 12)));
  muster_member_take_text (member, MUSTER_MEMBER_GROUP, muster_query_dup_text (query, 13));
  return member;
}

static void
unref_member (gpointer member)
{
  g_clear_object (&member);
}

#define SELECT_MEMBER                                                                              \
  "SELECT m.rowid, m.id, person_id, p.name, nickname, department, company, class, p.number, "      \
  "phones, role, standing, joined_on, g.name FROM memberships AS m "                               \
  "JOIN persons AS p ON p.id = person_id JOIN groups AS g ON g.id = group_id "

/**
 * muster_member_query_list_rows:
 *
 * Returns: (transfer full) (element-type guint32): the row numbers of the memberships, in order
 */
GArray *
muster_member_query_list_rows (MusterDatabase *db, const MusterMemberQuery *query, GError **error)
{
  g_autofree char *sql = dup_sql (query);
  g_autoptr (MusterQuery) select = muster_query_new (db, sql, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GError) local_error = NULL;

  if (select == NULL)
    return NULL;

  muster_query_bind_id (select, 1, &query->group);
  while (muster_query_next (select, &local_error))
    {
      guint32 row = (guint32) muster_query_get_int (select, 0);

      g_array_append_val (rows, row);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&rows);
}

/**
 * muster_member_query_load:
 * @rows: row numbers
 *
 * Returns: (transfer full) (element-type MusterMember): one for each row
 *   number in the same order; %NULL for one that is gone
 */
GPtrArray *
muster_member_query_load (MusterDatabase *db, const guint32 *rows, guint n_rows, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (db, SELECT_MEMBER "WHERE m.rowid = ?1", error);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (unref_member);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return NULL;

  for (guint i = 0; i < n_rows && local_error == NULL; i++)
    {
      muster_query_bind_int (query, 1, rows[i]);
      g_ptr_array_add (members,
                       muster_query_next (query, &local_error) ? read_member (query) : NULL);
      muster_query_reset (query);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&members);
}

/**
 * muster_member_query_load_one:
 * @id: a membership
 *
 * Returns: (transfer full): its row
 */
MusterMember *
muster_member_query_load_one (MusterDatabase *db, const MusterId *id, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (db, SELECT_MEMBER "WHERE m.id = ?1", error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, id);
  if (muster_query_next (query, &local_error))
    return read_member (query);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND,
                         _ ("There is no such member."));
  return NULL;
}
