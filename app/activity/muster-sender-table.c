/* muster-sender-table.c - who wrote, and who the keeper says that is
 *
 * The SQL of "senders" and "sender_links".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sender-table"

#include "config.h"

#include <string.h>

#include "muster-message-counters.h"
#include "muster-query.h"
#include "muster-sender-table.h"

void
muster_sender_free (MusterSender *self)
{
  g_free (self->sender);
  g_free (self->platform);
  g_free (self->identifier);
  g_free (self->name);
  g_free (self->verdict);
  g_free (self);
}

/* Whether the stored counters answer for @until. */
static gboolean
counters_answer (MusterDatabase *db, const MusterId *group, MusterDay until, gint64 *out_group_no,
                 gboolean *out_answer, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT no, dirty, (SELECT max (last_at) FROM sender_stats WHERE group_no = no) "
      "FROM message_groups WHERE group_id = ?1",
      error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  *out_group_no = 0;
  *out_answer = TRUE;
  muster_query_bind_id (query, 1, group);
  if (muster_query_next (query, &local_error))
    {
      *out_group_no = muster_query_get_int (query, 0);
      *out_answer = muster_query_get_int (query, 1) == 0 &&
                    (until == MUSTER_DAY_NONE || muster_query_is_null (query, 2) ||
                     muster_day_from_seconds (muster_query_get_int (query, 2)) <= until);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static int
compare_last (gconstpointer a, gconstpointer b)
{
  const MusterSender *x = *(const MusterSender *const *) a;
  const MusterSender *y = *(const MusterSender *const *) b;

  if (x->last_at != y->last_at)
    return x->last_at > y->last_at ? -1 : 1;
  return strcmp (x->sender, y->sender);
}

static gboolean
read_sender (MusterDatabase *db, const MusterId *group, const MusterSenderCount *count,
             GPtrArray *senders, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT s.sender, platform, identifier, name, verdict, membership_id FROM senders AS s "
      "LEFT JOIN sender_links AS l ON l.group_id = ?1 AND l.sender = s.sender WHERE no = ?2",
      error);
  MusterSender *sender;

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, group);
  muster_query_bind_int (query, 2, count->sender_no);
  if (!muster_query_next (query, error))
    return error == NULL || *error == NULL;

  sender = g_new0 (MusterSender, 1);
  sender->sender = muster_query_dup_text (query, 0);
  sender->platform = muster_query_dup_text (query, 1);
  sender->identifier = muster_query_dup_text (query, 2);
  sender->name = muster_query_dup_text (query, 3);
  sender->verdict = muster_query_dup_text (query, 4);
  muster_query_get_id (query, 5, &sender->membership);
  sender->count = count->count;
  sender->first_at = count->first_at;
  sender->last_at = count->last_at;
  sender->longest = count->longest;
  g_ptr_array_add (senders, sender);
  return TRUE;
}

static GArray *
read_stats (MusterDatabase *db, gint64 group_no, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT sender_no, count, first_at, last_at, longest FROM sender_stats WHERE group_no = ?1",
      error);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (MusterSenderCount));
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return NULL;

  muster_query_bind_int (query, 1, group_no);
  while (muster_query_next (query, &local_error))
    {
      MusterSenderCount count = { muster_query_get_int (query, 0), muster_query_get_int (query, 1),
                                  muster_query_get_int (query, 2), muster_query_get_int (query, 3),
                                  (guint) muster_query_get_int (query, 4) };

      g_array_append_val (counts, count);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&counts);
}

/**
 * muster_sender_table_list:
 * @until: later messages are left out; %MUSTER_DAY_NONE for none
 *
 * Reads counters where they answer, else all messages of the group.
 *
 * Returns: (transfer full) (element-type MusterSender): who wrote, the latest first
 */
GPtrArray *
muster_sender_table_list (MusterDatabase *db, const MusterId *group, MusterDay until,
                          GError **error)
{
  g_autoptr (GPtrArray) senders =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_sender_free);
  g_autoptr (MusterMessageCounters) counters = NULL;
  g_autoptr (GArray) counts = NULL;
  gint64 group_no;
  gboolean answer;

  if (!counters_answer (db, group, until, &group_no, &answer, error))
    return NULL;
  if (group_no == 0)
    return g_steal_pointer (&senders);

  if (answer)
    counts = read_stats (db, group_no, error);
  else
    {
      counters = muster_message_counters_scan (db, group_no, until, error);
      if (counters != NULL)
        counts = g_array_ref (muster_message_counters_get_senders (counters));
    }
  if (counts == NULL)
    return NULL;

  for (guint i = 0; i < counts->len; i++)
    if (!read_sender (db, group, &g_array_index (counts, MusterSenderCount, i), senders, error))
      return NULL;

  g_ptr_array_sort (senders, compare_last);
  return g_steal_pointer (&senders);
}

/**
 * muster_sender_table_settle:
 * @sender: the key of a sender
 * @verdict: "member", "former" or "nobody"
 * @membership: (nullable): who it is, of verdict "member"
 */
gboolean
muster_sender_table_settle (MusterChange *change, const MusterId *group, const char *sender,
                            const char *verdict, const MusterId *membership, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      muster_change_get_database (change),
      "INSERT INTO sender_links (group_id, sender, verdict, membership_id) VALUES (?1, ?2, ?3, ?4) "
      "ON CONFLICT DO UPDATE SET verdict = excluded.verdict, "
      "membership_id = excluded.membership_id",
      error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, group);
  muster_query_bind_text (query, 2, sender);
  muster_query_bind_text (query, 3, verdict);
  muster_query_bind_id (query, 4, membership);
  return muster_query_run (query, error);
}
