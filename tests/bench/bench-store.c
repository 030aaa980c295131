/* bench-store.c - the cost of a change, of an import of messages, of lists and search
 *
 * PERFORMANCE.md T1, T3, T6, T7, T9, T11, T13, T14 and the cost of session,
 * journal and clocks against the bare write.  Prints "name | ours ms |
 * baseline ms | ratio | target"; medians of five, measured in turn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "measure.h"
#include "muster-group-table.h"
#include "muster-import-table.h"
#include "muster-member-query.h"
#include "muster-membership-table.h"
#include "muster-message-import.h"
#include "muster-person-table.h"
#include "muster-query.h"
#include "muster-search.h"
#include "muster-store.h"

#define N_SENDERS 500
#define N_MEMBERS 100000
#define N_LARGE_CHANGE 1000000
#define N_MESSAGES 1000000
#define BASE_TIME G_GINT64_CONSTANT (1735689600) /* 2025-01-01T00:00:00Z */

typedef struct
{
  char *folder, *path, *bare;
  MusterClock *clock;
  MusterStore *store;
  MusterId group;
} World;

static gboolean
add_group (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  World *world = data;
  g_autoptr (MusterGroup) group = muster_group_new (NULL, "g");

  return muster_group_table_insert (change, group, &world->group, error);
}

static void
world_open (World *world)
{
  measure_remove_database (world->path);
  world->store = muster_store_open (world->path, world->clock, NULL);
  g_assert_true (muster_store_write (world->store, "Add", add_group, world, NULL, NULL));
}

static void
world_init (World *world)
{
  world->folder = g_dir_make_tmp ("muster-bench-XXXXXX", NULL);
  world->path = g_build_filename (world->folder, "muster.db", NULL);
  world->bare = g_build_filename (world->folder, "bare.db", NULL);
  world->clock = muster_clock_new ();
}

static void
world_clear (World *world)
{
  g_clear_object (&world->store);
  measure_remove_database (world->path);
  measure_remove_database (world->bare);
  (void) g_rmdir (world->folder);
  g_object_unref (world->clock);
  g_free (world->folder);
  g_free (world->path);
  g_free (world->bare);
}

static sqlite3 *
open_bare (World *world, const char *schema)
{
  sqlite3 *bare = NULL;

  measure_remove_database (world->bare);
  g_assert_cmpint (
      sqlite3_open_v2 (world->bare, &bare,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL),
      ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (bare,
                                 "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                 "PRAGMA secure_delete = OFF; PRAGMA cache_size = -16384",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (bare, schema, NULL, NULL, NULL), ==, SQLITE_OK);
  return bare;
}

/* Persons with five fields. */
typedef struct
{
  guint n;
} People;

static gboolean
add_people (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const People *people = data;
  MusterPerson person = { .found_on = MUSTER_DAY_NONE };
  char name[32], phone[32], number[32];
  MusterId id;

  person.fields[MUSTER_PERSON_NAME] = name;
  person.fields[MUSTER_PERSON_PHONES] = phone;
  person.fields[MUSTER_PERSON_NUMBER] = number;
  person.fields[MUSTER_PERSON_DEPARTMENT] = (char *) "销售部";
  person.fields[MUSTER_PERSON_CITY] = (char *) "北京";
  for (guint i = 0; i < people->n; i++)
    {
      g_snprintf (name, sizeof name, "张%u", i);
      g_snprintf (phone, sizeof phone, "138%08u", i);
      g_snprintf (number, sizeof number, "S%07u", i);
      if (!muster_person_table_insert (change, &person, &id, error) ||
          !muster_change_breathe (change, error))
        return FALSE;
    }
  return TRUE;
}

/* The columns of the store's table, so that the baseline writes the same rows. */
static const char bare_persons[] =
    "CREATE TABLE persons (id BLOB NOT NULL PRIMARY KEY, stamp INTEGER NOT NULL, name TEXT, "
    "reading TEXT, former_names TEXT, gender TEXT, phones TEXT, emails TEXT, company TEXT, "
    "school TEXT, department TEXT, title TEXT, class TEXT, year TEXT, seat TEXT, city TEXT, "
    "number TEXT, birthday TEXT, address TEXT, note TEXT, tags TEXT, photo TEXT, lost INTEGER, "
    "found_by TEXT, found_on INTEGER, deceased INTEGER, do_not_contact INTEGER) STRICT";

static void
insert_bare_people (sqlite3 *bare, guint n)
{
  sqlite3_stmt *insert = NULL;

  sqlite3_exec (bare, "BEGIN", NULL, NULL, NULL);
  sqlite3_prepare_v2 (bare,
                      "INSERT INTO persons VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
                      "?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, 0, ?24, ?25, 0, 0)",
                      -1, &insert, NULL);
  for (guint i = 0; i < n; i++)
    {
      char name[32], phone[32], number[32];
      MusterId id = muster_id_new_numbered (0, i);

      g_snprintf (name, sizeof name, "张%u", i);
      g_snprintf (phone, sizeof phone, "138%08u", i);
      g_snprintf (number, sizeof number, "S%07u", i);
      sqlite3_bind_blob (insert, 1, id.bytes, MUSTER_ID_SIZE, SQLITE_STATIC);
      sqlite3_bind_int64 (insert, 2, BASE_TIME * 65536 + i);
      sqlite3_bind_text (insert, 3, name, -1, SQLITE_STATIC);
      sqlite3_bind_text (insert, 7, phone, -1, SQLITE_STATIC);
      sqlite3_bind_text (insert, 17, number, -1, SQLITE_STATIC);
      sqlite3_bind_text (insert, 11, "销售部", -1, SQLITE_STATIC);
      sqlite3_bind_text (insert, 16, "北京", -1, SQLITE_STATIC);
      sqlite3_step (insert);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  sqlite3_exec (bare, "COMMIT", NULL, NULL, NULL);
}

static void
bench_change (World *world, guint n, const char *target)
{
  double ours[MEASURE_ROUNDS], baseline[MEASURE_ROUNDS];
  g_autofree char *name = g_strdup_printf ("change of %u rows", n);
  People people = { n };

  for (guint i = 0; i < MEASURE_ROUNDS; i++)
    {
      sqlite3 *bare = open_bare (world, bare_persons);
      gint64 start = g_get_monotonic_time ();

      insert_bare_people (bare, n);
      baseline[i] = measure_since (start);
      sqlite3_close (bare);

      world_open (world);
      start = g_get_monotonic_time ();
      g_assert_true (muster_store_write (world->store, "People", add_people, &people, NULL, NULL));
      ours[i] = measure_since (start);
      g_clear_object (&world->store);
    }
  measure_print (name, ours, baseline, target);
}

static void
print_memory (const char *name)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  g_print ("%s | %ld | 64 | %.2f | <= 1\n", name, usage.ru_maxrss / 1024,
           (double) usage.ru_maxrss / 1024 / 64);
}

/* Its memory must not grow with its rows. */
static void
bench_large_change (World *world)
{
  People people = { N_LARGE_CHANGE };

  world_open (world);
  g_assert_true (muster_store_write (world->store, "People", add_people, &people, NULL, NULL));
  g_clear_object (&world->store);
  print_memory ("peak memory MiB of a change of 1000000 rows");
}

/* Messages in time order, of 500 senders, some twenty letters each. */
typedef struct
{
  guint n, i;
  char name[32], body[64];
} Feed;

static gboolean
next_message (gpointer data, MusterMessage *message, GError **error)
{
  Feed *feed = data;

  if (feed->i == feed->n)
    return FALSE;

  g_snprintf (feed->name, sizeof feed->name, "成员%u", feed->i * 7919 % N_SENDERS);
  g_snprintf (feed->body, sizeof feed->body, "第%u条消息，今天大家都好吗", feed->i);
  message->utc = BASE_TIME + (gint64) feed->i * 6;
  message->shift = 8 * 3600;
  message->sender_name = muster_span_of (feed->name);
  message->body = muster_span_of (feed->body);
  feed->i++;
  return TRUE;
}

typedef struct
{
  World *world;
  MusterMessageNext next;
  guint n;
  gboolean bodies;
  MusterMessageBatch batch;
} Chat;

static gboolean
add_chat (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Chat *chat = data;
  Feed feed = { .n = chat->n };
  MusterImport import = { .group = chat->world->group, .kind = (char *) "chat" };
  guint8 secret[16] = { 0 };

  return muster_import_table_insert (change, &import, error) &&
         muster_message_import_run (change, &chat->world->group, &import.id, secret, chat->bodies,
                                    chat->next, &feed, &chat->batch, error);
}

static void
checkpoint (MusterStore *store)
{
  g_autoptr (MusterDatabase) db =
      muster_database_open (muster_store_get_path (store), MUSTER_DATABASE_WRITE, NULL);

  (void) muster_database_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
}

static void
insert_bare_messages (sqlite3 *bare, guint n)
{
  sqlite3_stmt *insert = NULL;
  Feed feed = { .n = n };
  MusterMessage message = { 0 };

  sqlite3_exec (bare, "BEGIN", NULL, NULL, NULL);
  sqlite3_prepare_v2 (bare, "INSERT INTO messages VALUES (?1, ?2, ?3)", -1, &insert, NULL);
  while (next_message (&feed, &message, NULL))
    {
      sqlite3_bind_int64 (insert, 1, message.utc);
      sqlite3_bind_text (insert, 2, message.sender_name.data, (int) message.sender_name.length,
                         SQLITE_STATIC);
      sqlite3_bind_text (insert, 3, message.body.data, (int) message.body.length, SQLITE_STATIC);
      sqlite3_step (insert);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  sqlite3_exec (bare, "COMMIT; PRAGMA wal_checkpoint (TRUNCATE)", NULL, NULL, NULL);
}

static void
bench_messages (World *world, guint n)
{
  double first[MEASURE_ROUNDS], again[MEASURE_ROUNDS], baseline[MEASURE_ROUNDS];
  g_autofree char *name = g_strdup_printf ("T1 import of %u messages, with bodies", n);
  g_autofree char *name_again = g_strdup_printf ("T3 the same %u again / first import", n);

  for (guint i = 0; i < MEASURE_ROUNDS; i++)
    {
      sqlite3 *bare = open_bare (world, "CREATE TABLE messages (ts INTEGER, who TEXT, body TEXT)");
      Chat chat = { .world = world, .next = next_message, .n = n, .bodies = TRUE };
      gint64 start = g_get_monotonic_time ();

      insert_bare_messages (bare, n);
      baseline[i] = measure_since (start);
      sqlite3_close (bare);

      world_open (world);
      start = g_get_monotonic_time ();
      g_assert_true (muster_store_write (world->store, "Chat", add_chat, &chat, NULL, NULL));
      checkpoint (world->store);
      first[i] = measure_since (start);
      g_assert_cmpuint (chat.batch.n_new, ==, n);

      start = g_get_monotonic_time ();
      g_assert_true (muster_store_write (world->store, "Chat", add_chat, &chat, NULL, NULL));
      checkpoint (world->store);
      again[i] = measure_since (start);
      g_assert_cmpuint (chat.batch.n_new, ==, 0);
      g_clear_object (&world->store);
    }
  measure_print (name, first, baseline, "<= 1.3");
  measure_print (name_again, again, first, "<= 0.85");
}

static double
run_count (MusterDatabase *db, const char *sql)
{
  gint64 start = g_get_monotonic_time ();
  gint64 n = 0;

  g_assert_true (muster_database_read_int (db, sql, &n, NULL));
  return measure_since (start);
}

/* A message a minute, of N_MEMBERS senders at random: a quarter are silent for the last months. */
static gboolean
next_sparse_message (gpointer data, MusterMessage *message, GError **error)
{
  Feed *feed = data;
  guint64 mixed = (guint64) feed->i * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  if (feed->i == feed->n)
    return FALSE;

  mixed = (mixed ^ mixed >> 32) * G_GUINT64_CONSTANT (0xFF51AFD7ED558CCD);
  g_snprintf (feed->name, sizeof feed->name, "成员%u", (guint) (mixed >> 32) % N_MEMBERS);
  message->utc = BASE_TIME + (gint64) feed->i * 60;
  message->sender_name = muster_span_of (feed->name);
  message->body = muster_span_of ("早");
  feed->i++;
  return TRUE;
}

/* Those whose last message is three months old: from the counters, and without them. */
static void
bench_silence (World *world)
{
  gint64 since = BASE_TIME + (gint64) N_MESSAGES * 60 - 92 * 86400;
  g_autofree char *counters = g_strdup_printf (
      "SELECT sum (sender_no) FROM sender_stats WHERE group_no = 1 AND last_at < %" G_GINT64_FORMAT,
      since);
  g_autofree char *messages = g_strdup_printf (
      "SELECT sum (no) FROM senders WHERE NOT EXISTS (SELECT 1 FROM messages WHERE group_no = 1 "
      "AND sender_no = no AND minute >= %" G_GINT64_FORMAT ")",
      since / 60);
  double ours[MEASURE_ROUNDS], baseline[MEASURE_ROUNDS];
  Chat chat = { .world = world, .next = next_sparse_message, .n = N_MESSAGES };
  g_autoptr (MusterDatabase) db = NULL;

  world_open (world);
  g_assert_true (muster_store_write (world->store, "Chat", add_chat, &chat, NULL, NULL));
  db = muster_database_open (world->path, MUSTER_DATABASE_WRITE, NULL);
  g_assert_true (muster_database_exec (
      db, "CREATE INDEX bench ON messages (group_no, sender_no, minute)", NULL));
  for (guint i = 0; i < MEASURE_ROUNDS; i++)
    {
      baseline[i] = run_count (db, messages);
      ours[i] = run_count (db, counters);
    }
  measure_print ("T14 who of 100000 is silent for three months / NOT EXISTS", ours, baseline,
                 "<= 0.05");
  g_clear_object (&world->store);
}

/* A group of very many members, for lists and search. */
static gboolean
add_members (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  const World *world = data;
  static const char *const surnames[] = { "张", "王", "李", "赵", "陈", "欧阳", "单", "曾" };
  static const char *const given[] = { "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋" };

  for (guint i = 0; i < N_MEMBERS; i++)
    {
      MusterPerson person = { .found_on = MUSTER_DAY_NONE };
      g_autoptr (MusterMembership) membership = muster_membership_new ();
      char name[64], phone[32];

      g_snprintf (name, sizeof name, "%s%s%s", surnames[i % G_N_ELEMENTS (surnames)],
                  given[i / 8 % G_N_ELEMENTS (given)], given[i / 80 % G_N_ELEMENTS (given)]);
      g_snprintf (phone, sizeof phone, "138%08u", i);
      person.fields[MUSTER_PERSON_NAME] = name;
      person.fields[MUSTER_PERSON_PHONES] = phone;
      membership->group = world->group;
      membership->nickname = g_strdup (name);
      if (!muster_person_table_insert (change, &person, &membership->person, error) ||
          !muster_membership_table_insert (change, membership, NULL, error) ||
          !muster_change_breathe (change, error))
        return FALSE;
    }
  return TRUE;
}

static void
bench_search (World *world, MusterDatabase *db)
{
  static const char *const texts[] = { "伟", "张", "zww", "1380001", "欧阳" };
  static const char *const labels[] = { "a given name", "a surname", "initials", "part of a phone",
                                        "a compound surname" };
  static const char *const likes[] = { "%伟%", "%张%", "%zww%", "%1380001%", "%欧阳%" };
  g_autoptr (MusterSearch) search = muster_search_new (db, &world->group, NULL);

  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    {
      double ours[MEASURE_ROUNDS], baseline[MEASURE_ROUNDS];
      g_autofree char *name = g_strdup_printf ("T9 search for %s in 100000 members", labels[t]);
      g_autofree char *sql = g_strdup_printf (
          "SELECT count(*) FROM memberships AS m JOIN persons AS p ON p.id = person_id "
          "WHERE p.name LIKE '%s' OR nickname LIKE '%s' OR phones LIKE '%s'",
          likes[t], likes[t], likes[t]);

      for (guint i = 0; i < MEASURE_ROUNDS; i++)
        {
          gint64 start;

          baseline[i] = run_count (db, sql);
          start = g_get_monotonic_time ();
          g_array_unref (muster_search_find (search, texts[t]));
          ours[i] = measure_since (start);
        }
      measure_print (name, ours, baseline, "<= 0.04");
    }
}

static void
bench_lists (World *world)
{
  double sorted[MEASURE_ROUNDS], plain[MEASURE_ROUNDS], first[MEASURE_ROUNDS], far[MEASURE_ROUNDS];
  MusterMemberQuery query = { 0 };
  MusterDatabase *db;

  world_open (world);
  g_assert_true (muster_store_write (world->store, "Members", add_members, world, NULL, NULL));
  db = muster_store_get_database (world->store, NULL);
  query.group = world->group;
  query.past = TRUE;
  for (guint i = 0; i < MEASURE_ROUNDS; i++)
    {
      g_autoptr (GArray) rows = NULL;
      gint64 start = g_get_monotonic_time ();
      gint64 n = 0;

      g_assert_true (muster_database_read_int (
          db,
          "SELECT sum (member) FROM (SELECT member FROM member_index ORDER BY group_id, name_key)",
          &n, NULL));
      plain[i] = measure_since (start);
      start = g_get_monotonic_time ();
      rows = muster_member_query_list_rows (db, &query, NULL);
      sorted[i] = measure_since (start);

      start = g_get_monotonic_time ();
      g_ptr_array_unref (
          muster_member_query_load (db, (const guint32 *) (gpointer) rows->data, 100, NULL));
      first[i] = measure_since (start);
      start = g_get_monotonic_time ();
      g_ptr_array_unref (muster_member_query_load (
          db, (const guint32 *) (gpointer) rows->data + rows->len - 100, 100, NULL));
      far[i] = measure_since (start);
    }
  measure_print ("T11 all ids of 100000 in pinyin order", sorted, plain, "<= 1.3");
  measure_print ("T13 the last page of 100 rows / the first", far, first, "<= 1.5, or 0.5 ms");
  bench_search (world, db);
  g_clear_object (&world->store);
}

int
main (int argc, char **argv)
{
  World world = { 0 };

  muster_database_set_up_process ();
  world_init (&world);
  measure_print_head ();
  bench_change (&world, 1, "-");
  bench_change (&world, 1000, "-");
  bench_change (&world, 100000, "<= 3");
  bench_large_change (&world);
  bench_messages (&world, N_MESSAGES);
  bench_lists (&world);
  print_memory ("T6 peak memory MiB of all this");
  bench_silence (&world); /* last: its index is no part of the program */
  world_clear (&world);
  return 0;
}
