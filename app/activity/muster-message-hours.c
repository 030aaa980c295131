/* muster-message-hours.c - who writes at certain hours of the day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-message-hours"

#include "config.h"

#include "muster-message-hours.h"
#include "muster-query.h"

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)
#define MINUTES_PER_DAY G_GINT64_CONSTANT (1440)

static void
free_hours (gpointer data)
{
  MusterMessageHours *hours = data;

  g_free (hours->sender);
  g_free (hours);
}

static gpointer
read_hours (MusterQuery *query, gconstpointer data)
{
  MusterMessageHours *hours = g_new0 (MusterMessageHours, 1);

  hours->sender = muster_query_dup_text (query, 0);
  hours->count = (guint) muster_query_get_int (query, 1);
  hours->last_at = muster_query_get_int (query, 2);
  return hours;
}

/**
 * muster_message_hours_list:
 * @from: the first day, on the wall clock of whoever wrote
 * @to: the last day
 * @from_minute: since midnight
 * @until_minute: the first minute that does not belong to the hours; before @from_minute where they
 *   go on over midnight
 *
 * Returns: (transfer full) (element-type MusterMessageHours): who wrote at these hours
 */
GPtrArray *
muster_message_hours_list (MusterDatabase *db, const MusterId *group, MusterDay from, MusterDay to,
                           int from_minute, int until_minute, GError **error)
{
  /* minutes are in UTC, so the range is a day wider at both ends */
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT s.sender, count (*), max (wall) FROM ("
      "SELECT sender_no, (minute + shift) * 60 + second AS wall FROM messages AS m "
      "WHERE group_no = (SELECT no FROM message_groups WHERE group_id = ?1) "
      "AND minute BETWEEN ?2 AND ?3 AND EXISTS (SELECT 1 FROM message_batches AS b "
      "JOIN imports AS i ON i.id = b.import_id WHERE b.no = m.batch)) "
      "JOIN senders AS s ON s.no = sender_no WHERE wall >= ?4 AND wall < ?5 "
      "AND CASE WHEN ?6 <= ?7 THEN wall / 60 % 1440 >= ?6 AND wall / 60 % 1440 < ?7 "
      "ELSE wall / 60 % 1440 >= ?6 OR wall / 60 % 1440 < ?7 END GROUP BY sender_no",
      error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, group);
  muster_query_bind_int (query, 2, (from - 1) * MINUTES_PER_DAY);
  muster_query_bind_int (query, 3, (to + 2) * MINUTES_PER_DAY);
  muster_query_bind_int (query, 4, from * SECONDS_PER_DAY);
  muster_query_bind_int (query, 5, (to + 1) * SECONDS_PER_DAY);
  muster_query_bind_int (query, 6, from_minute);
  muster_query_bind_int (query, 7, until_minute);
  return muster_query_list (query, read_hours, NULL, free_hours, error);
}
