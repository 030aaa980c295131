/* muster-message-counters.c - one pass over a group's messages
 *
 * Fills the counters after an import, and answers for a past day or while the
 * counters are out of date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-message-counters"

#include "config.h"

#include "muster-message-counters.h"
#include "muster-query.h"

#define SECONDS_PER_DAY 86400

typedef struct
{
  MusterDay from, to;
} Range;

typedef struct
{
  gint64 key; /* sender and month, or day */
  gint64 count;
} Tally;

struct _MusterMessageCounters
{
  gint64 group_no;
  MusterDay until;
  GHashTable *dead;       /* owned: batches whose import is gone */
  GArray *ranges;         /* owned, of Range: the coverage of imports that are there */
  GArray *indexes;        /* owned, of guint: by sender, the index + 1 in senders */
  GArray *senders;        /* owned, of MusterSenderCount */
  GPtrArray *last_months; /* owned, of Tally or NULL: of each sender, where the last went */
  GHashTable *months;     /* owned: sender and month -> Tally */
  GHashTable *days;       /* owned: day -> Tally */
  Tally *last_day;
  MusterDay day; /* of the row before */
  int month;     /* of that day */
};

static gboolean
read_dead (MusterMessageCounters *self, MusterDatabase *db, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT no FROM message_batches WHERE group_no = ?1 "
                        "AND NOT EXISTS (SELECT 1 FROM imports WHERE id = import_id)",
                        error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  muster_query_bind_int (query, 1, self->group_no);
  while (muster_query_next (query, &local_error))
    g_hash_table_add (self->dead, GINT_TO_POINTER ((int) muster_query_get_int (query, 0)));
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
read_ranges (MusterMessageCounters *self, MusterDatabase *db, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT from_day, to_day FROM coverage AS c JOIN message_groups AS g "
                        "ON g.group_id = c.group_id WHERE g.no = ?1",
                        error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  muster_query_bind_int (query, 1, self->group_no);
  while (muster_query_next (query, &local_error))
    {
      Range range = { muster_query_get_day (query, 0), muster_query_get_day (query, 1) };

      g_array_append_val (self->ranges, range);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
is_covered (MusterMessageCounters *self, MusterDay day)
{
  for (guint i = 0; i < self->ranges->len; i++)
    {
      const Range *range = &g_array_index (self->ranges, Range, i);

      if (range->from <= day && day <= range->to)
        return TRUE;
    }

  return FALSE;
}

/* @last: (inout): the tally that was counted in before, probably the same */
static void
count_in (GHashTable *table, Tally **last, gint64 key)
{
  Tally *tally = *last;

  if (tally == NULL || tally->key != key)
    {
      tally = g_hash_table_lookup (table, &key);
      if (tally == NULL)
        {
          tally = g_new0 (Tally, 1);
          tally->key = key;
          g_hash_table_insert (table, &tally->key, tally);
        }
      *last = tally;
    }
  tally->count++;
}

/* Numbers of senders are small and dense. */
static guint
get_sender (MusterMessageCounters *self, gint64 sender_no)
{
  guint *place;

  if (sender_no >= self->indexes->len)
    g_array_set_size (self->indexes, (guint) sender_no + 1);
  place = &g_array_index (self->indexes, guint, sender_no);
  if (*place == 0)
    {
      MusterSenderCount count = { sender_no, 0, 0, 0, 0 };

      g_array_append_val (self->senders, count);
      g_ptr_array_add (self->last_months, NULL);
      *place = self->senders->len;
    }

  return *place - 1;
}

static int
month_of (MusterDay day)
{
  int year, month, ignored;

  muster_day_to_ymd (day, &year, &month, &ignored);
  return year * 12 + month - 1;
}

/**
 * muster_message_counters_add:
 * @wall: wall clock seconds
 *
 * Counts one message.
 */
void
muster_message_counters_add (MusterMessageCounters *self, gint64 sender_no, gint64 wall,
                             guint letters)
{
  guint index = get_sender (self, sender_no);
  MusterSenderCount *sender = &g_array_index (self->senders, MusterSenderCount, index);
  MusterDay day = muster_day_from_seconds (wall);

  if (day != self->day)
    {
      self->day = day;
      self->month = month_of (day);
    }
  if (sender->count == 0 || wall < sender->first_at)
    sender->first_at = wall;
  if (sender->count == 0 || wall > sender->last_at)
    sender->last_at = wall;
  sender->count++;
  sender->longest = MAX (sender->longest, letters);
  count_in (self->months, (Tally **) &self->last_months->pdata[index],
            sender_no << 20 | self->month);
  count_in (self->days, &self->last_day, day);
}

static gboolean
scan (MusterMessageCounters *self, MusterDatabase *db, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT minute, sender_no, second, shift, letters, batch FROM messages WHERE group_no = ?1",
      error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  muster_query_bind_int (query, 1, self->group_no);
  while (muster_query_next (query, &local_error))
    {
      gint64 wall = (muster_query_get_int (query, 0) + muster_query_get_int (query, 3)) * 60 +
                    muster_query_get_int (query, 2);
      MusterDay day = muster_day_from_seconds (wall);

      if (self->until != MUSTER_DAY_NONE && day > self->until)
        continue;
      if (g_hash_table_size (self->dead) > 0 &&
          g_hash_table_contains (self->dead,
                                 GINT_TO_POINTER ((int) muster_query_get_int (query, 5))) &&
          !is_covered (self, day))
        continue;
      muster_message_counters_add (self, muster_query_get_int (query, 1), wall,
                                   (guint) muster_query_get_int (query, 4));
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * muster_message_counters_new:
 *
 * Returns: (transfer full): counts of nothing yet
 */
MusterMessageCounters *
muster_message_counters_new (gint64 group_no)
{
  MusterMessageCounters *self = g_new0 (MusterMessageCounters, 1);

  self->group_no = group_no;
  self->until = MUSTER_DAY_NONE;
  self->day = MUSTER_DAY_NONE;
  self->dead = g_hash_table_new (NULL, NULL);
  self->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  self->indexes = g_array_new (FALSE, TRUE, sizeof (guint));
  self->last_months = g_ptr_array_new ();
  self->senders = g_array_new (FALSE, FALSE, sizeof (MusterSenderCount));
  self->months = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->days = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  return self;
}

/**
 * muster_message_counters_scan:
 * @until: later messages are left out; %MUSTER_DAY_NONE for none
 *
 * Returns: (transfer full): the counts; a matter for a worker
 */
MusterMessageCounters *
muster_message_counters_scan (MusterDatabase *db, gint64 group_no, MusterDay until, GError **error)
{
  g_autoptr (MusterMessageCounters) self = muster_message_counters_new (group_no);

  self->until = until;
  if (!read_dead (self, db, error) || !read_ranges (self, db, error) || !scan (self, db, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
muster_message_counters_free (MusterMessageCounters *self)
{
  g_hash_table_unref (self->dead);
  g_array_unref (self->ranges);
  g_array_unref (self->indexes);
  g_ptr_array_unref (self->last_months);
  g_array_unref (self->senders);
  g_hash_table_unref (self->months);
  g_hash_table_unref (self->days);
  g_free (self);
}

/**
 * muster_message_counters_get_senders:
 *
 * Returns: (element-type MusterSenderCount): those who wrote anything that counts
 */
GArray *
muster_message_counters_get_senders (MusterMessageCounters *self)
{
  return self->senders;
}

static gboolean
run_for_group (MusterDatabase *db, const char *sql, gint64 group_no, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (db, sql, error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_int (query, 1, group_no);
  return muster_query_run (query, error);
}

static gboolean
store_senders (MusterMessageCounters *self, MusterDatabase *db, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "INSERT INTO sender_stats (sender_no, group_no, count, first_at, last_at, "
                        "longest) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                        error);

  if (query == NULL)
    return FALSE;

  for (guint i = 0; i < self->senders->len; i++)
    {
      const MusterSenderCount *count = &g_array_index (self->senders, MusterSenderCount, i);

      muster_query_bind_int (query, 1, count->sender_no);
      muster_query_bind_int (query, 2, self->group_no);
      muster_query_bind_int (query, 3, count->count);
      muster_query_bind_int (query, 4, count->first_at);
      muster_query_bind_int (query, 5, count->last_at);
      muster_query_bind_int (query, 6, count->longest);
      if (!muster_query_run (query, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
store_tallies (MusterMessageCounters *self, MusterDatabase *db, GHashTable *table, const char *sql,
               gboolean by_sender, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (db, sql, error);
  GHashTableIter iter;
  gpointer value;

  if (query == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Tally *tally = value;

      muster_query_bind_int (query, 1, self->group_no);
      muster_query_bind_int (query, 2, by_sender ? tally->key & 0xfffff : tally->key);
      muster_query_bind_int (query, 3, tally->count);
      if (by_sender)
        muster_query_bind_int (query, 4, tally->key >> 20);
      if (!muster_query_run (query, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * muster_message_counters_store:
 *
 * Replaces the stored counters of the group, which are right then.
 */
gboolean
muster_message_counters_store (MusterMessageCounters *self, MusterDatabase *db, GError **error)
{
  g_return_val_if_fail (self->until == MUSTER_DAY_NONE, FALSE);

  return run_for_group (db, "DELETE FROM sender_stats WHERE group_no = ?1", self->group_no,
                        error) &&
         run_for_group (db, "DELETE FROM sender_months WHERE group_no = ?1", self->group_no,
                        error) &&
         run_for_group (db, "DELETE FROM group_days WHERE group_no = ?1", self->group_no, error) &&
         store_senders (self, db, error) &&
         store_tallies (self, db, self->months,
                        "INSERT INTO sender_months (group_no, month, count, sender_no) "
                        "VALUES (?1, ?2, ?3, ?4)",
                        TRUE, error) &&
         store_tallies (self, db, self->days,
                        "INSERT INTO group_days (group_no, day, count) VALUES (?1, ?2, ?3)", FALSE,
                        error) &&
         run_for_group (db, "UPDATE message_groups SET dirty = 0 WHERE no = ?1", self->group_no,
                        error);
}
