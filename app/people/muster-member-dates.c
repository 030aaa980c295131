/* muster-member-dates.c - birthdays and joinings of a group's members
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-member-dates"

#include "config.h"

#include "muster-member-dates.h"
#include "muster-query.h"

void
muster_member_dates_free (MusterMemberDates *self)
{
  g_free (self->name);
  g_free (self->birthday);
  g_free (self);
}

static gpointer
read_dates (MusterQuery *query, gconstpointer data)
{
  MusterMemberDates *dates = g_new0 (MusterMemberDates, 1);

  muster_query_get_id (query, 0, &dates->membership);
  muster_query_get_id (query, 1, &dates->person);
  dates->name = muster_query_dup_text (query, 2);
  dates->birthday = muster_query_dup_text (query, 3);
  dates->joined_on = muster_query_get_day (query, 4);
  return dates;
}

/**
 * muster_member_dates_list:
 *
 * Returns: (transfer full) (element-type MusterMemberDates): of the current members of whom a
 *   birthday or the joining is known, without those who died or do not want to be written to
 */
GPtrArray *
muster_member_dates_list (MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT m.id, p.id, name, birthday, joined_on FROM memberships AS m "
                        "JOIN persons AS p ON p.id = person_id "
                        "WHERE group_id = ?1 AND standing IN ('active', 'leave', 'exempt') "
                        "AND (birthday IS NOT NULL OR joined_on IS NOT NULL) "
                        "AND ifnull (deceased, 0) = 0 AND ifnull (do_not_contact, 0) = 0",
                        error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, group);
  return muster_query_list (query, read_dates, NULL, (GDestroyNotify) muster_member_dates_free,
                            error);
}
