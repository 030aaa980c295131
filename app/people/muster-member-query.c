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

#define CURRENT "m.standing NOT IN ('applicant', 'left', 'removed')"
#define FROM_MEMBERS "memberships AS m JOIN member_index ON member = m.rowid "
#define N_GROUPS                                                                                   \
  "(SELECT count (DISTINCT o.group_id) FROM memberships AS o WHERE o.person_id = m.person_id "     \
  "AND o.standing NOT IN ('applicant', 'left', 'removed'))"

/* Which members a filter leaves, as SQL over memberships m. */
static const struct
{
  const char *key, *title, *term;
} filters[MUSTER_N_MEMBER_FILTERS] = {
  { "all", N_ ("All Members"), CURRENT },
  { "silent", N_ ("Silent"), CURRENT },
  { "nickname", N_ ("Wrong Nickname"), CURRENT },
  { "required", N_ ("Must Be in the Group"), CURRENT " AND m.required = 1" },
  { "no-account", N_ ("Without an Account"),
    CURRENT " AND NOT EXISTS (SELECT 1 FROM accounts AS a WHERE a.person_id = m.person_id)" },
  { "away", N_ ("On Leave or Exempt"), "m.standing IN ('leave', 'exempt')" },
  { "applicant", N_ ("Applicants"), "m.standing = 'applicant'" },
  { "past", N_ ("Left or Removed"), "m.standing IN ('left', 'removed')" },
  { "several-groups", N_ ("In Several Groups"), CURRENT " AND " N_GROUPS " > 1" },
  { "one-group", N_ ("In One Group Only"), CURRENT " AND " N_GROUPS " = 1" },
};

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
  "name_key",
};

static gboolean
needs_person (MusterMemberColumn sort)
{
  return sort_terms[sort][0] == 'p' && sort_terms[sort][1] == '.';
}

/* Of a person's memberships that the filter leaves, one. */
static char *
dup_everyone_sql (const MusterMemberQuery *query)
{
  const char *direction = query->descending ? "DESC" : "ASC";

  return g_strdup_printf (
      "SELECT r.rowid FROM memberships AS r JOIN member_index ON member = r.rowid "
      "JOIN memberships AS m ON m.rowid = r.rowid %s "
      "WHERE r.rowid = " MUSTER_MEMBER_OF_PERSON (
          "r.person_id") " AND EXISTS (SELECT 1 "
                         "FROM memberships AS m WHERE m.person_id = r.person_id AND %s) "
                         "ORDER BY %s IS NULL, %s %s, name_key",
      needs_person (query->sort) ? "JOIN persons AS p ON p.id = m.person_id" : "",
      filters[query->filter].term, sort_terms[query->sort], sort_terms[query->sort], direction);
}

static char *
dup_sql (const MusterMemberQuery *query)
{
  const char *direction = query->descending ? "DESC" : "ASC";
  gboolean past = query->past && query->filter == MUSTER_MEMBER_FILTER_ALL;

  if (muster_id_is_none (&query->group))
    return dup_everyone_sql (query);

  /* without the standing, the index alone answers */
  if (query->sort == MUSTER_MEMBER_NAME && past)
    return g_strdup_printf ("SELECT member FROM member_index WHERE group_id = ?1 "
                            "ORDER BY name_key %s",
                            direction);

  return g_strdup_printf (
      "SELECT m.rowid FROM " FROM_MEMBERS "%s WHERE member_index.group_id = ?1 %s %s "
      "ORDER BY %s IS NULL, %s %s, name_key",
      needs_person (query->sort) ? "JOIN persons AS p ON p.id = m.person_id" : "",
      past ? "" : "AND", past ? "" : filters[query->filter].term, sort_terms[query->sort],
      sort_terms[query->sort], direction);
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

gboolean
muster_member_filter_find (const char *key, MusterMemberFilter *out_filter)
{
  for (guint i = 0; i < MUSTER_N_MEMBER_FILTERS; i++)
    if (g_str_equal (filters[i].key, key))
      {
        *out_filter = (MusterMemberFilter) i;
        return TRUE;
      }

  return FALSE;
}

const char *
muster_member_filter_get_key (MusterMemberFilter filter)
{
  return filters[filter].key;
}

/**
 * muster_member_filter_get_title:
 *
 * Returns: what a person calls it, translated
 */
const char *
muster_member_filter_get_title (MusterMemberFilter filter)
{
  return _ (filters[filter].title);
}

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

  if (!muster_id_is_none (&query->group))
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

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, id);
  return muster_query_need (query, _ ("There is no such member."), error) ? read_member (query)
                                                                          : NULL;
}

/**
 * muster_member_query_name_groups:
 * @members: (element-type MusterMember) (nullable): rows, some may be %NULL
 *
 * Puts all groups that the person is in into the column of the group.
 */
gboolean
muster_member_query_name_groups (MusterDatabase *db, GPtrArray *members, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT g.name FROM memberships AS m JOIN groups AS g ON g.id = m.group_id "
      "WHERE m.person_id = ?1 AND g.closed_on IS NULL AND " CURRENT " ORDER BY g.stamp, g.id",
      error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  for (guint i = 0; i < members->len && local_error == NULL; i++)
    {
      g_autoptr (GString) names = g_string_new (NULL);

      if (members->pdata[i] == NULL)
        continue;
      muster_query_bind_id (query, 1, muster_member_get_person (members->pdata[i]));
      while (muster_query_next (query, &local_error))
        g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "",
                                muster_query_get_text (query, 0));
      muster_query_reset (query);
      if (names->len > 0)
        muster_member_take_text (members->pdata[i], MUSTER_MEMBER_GROUP, g_strdup (names->str));
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * muster_member_query_read_ids:
 *
 * Returns: (transfer full): the row number of each membership of the group, by its MusterId
 */
GHashTable *
muster_member_query_read_ids (MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT rowid, id FROM memberships WHERE group_id = ?1", error);
  g_autoptr (GHashTable) rows =
      g_hash_table_new_full (muster_id_hash, muster_id_equal, g_free, NULL);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, group);
  while (muster_query_next (query, &local_error))
    {
      MusterId *id = g_new (MusterId, 1);

      muster_query_get_id (query, 1, id);
      g_hash_table_insert (rows, id, GUINT_TO_POINTER ((guint) muster_query_get_int (query, 0)));
    }
  if (local_error == NULL)
    return g_steal_pointer (&rows);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * muster_member_query_count_persons:
 *
 * Counts who is a current member of some group, each once: a matter for a worker.
 */
gboolean
muster_member_query_count_persons (MusterDatabase *db, guint *out_n, GError **error)
{
  gint64 n = 0;

  if (!muster_database_read_int (
          db, "SELECT count (DISTINCT person_id) FROM memberships AS m WHERE " CURRENT, &n, error))
    return FALSE;

  *out_n = (guint) n;
  return TRUE;
}
