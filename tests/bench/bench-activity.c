/* bench-activity.c - how fast chat records get into the file
 *
 * PERFORMANCE.md T1 to T4, T6 and T7.  Prints "name | ours | baseline | ratio |
 * target", times in ms; each figure is the median of five, measured in turn.
 * Ours is the whole way: opening the text, reading, removing duplicates,
 * counting, journal, commit and checkpoint.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "measure.h"
#include "muster-chat-import.h"
#include "muster-database.h"
#include "muster-group-table.h"
#include "synthetic-chat.h"

typedef struct
{
  gint64 minute;
  gint64 sender;
  guint32 digest;
  guint second;
  guint letters;
  gsize body; /* offset in bodies */
  gsize length;
} Parsed;

typedef struct
{
  const char *folder;
  char *text; /* owned: the log's path */
  char *db;   /* owned */
  char *csv;  /* owned: the same lines for sqlite3 */
  guint64 n;
  GArray *parsed;  /* owned */
  GString *bodies; /* owned */
} Bench;

static void
check (GError *error)
{
  g_assert_no_error (error);
}

static guint64
get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (guint64) status.st_size : 0;
}

static MusterStore *
open_with_group (Bench *bench, gboolean archive, MusterGroup **out_group)
{
  g_autoptr (MusterClock) clock = muster_clock_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterGroup) group = muster_group_new (NULL, "bench");
  g_autoptr (MusterChange) change = NULL;
  MusterStore *store;
  MusterId id;

  measure_remove_database (bench->db);
  store = muster_store_open (bench->db, clock, &error);
  check (error);
  change = muster_store_begin_change (store, "group", &error);
  check (error);
  muster_group_set_archive (group, archive);
  muster_group_table_insert (change, group, &id, &error);
  check (error);
  muster_change_commit (change, &error);
  check (error);
  *out_group = muster_group_table_load (muster_store_get_database (store, NULL), &id, &error);
  check (error);
  return store;
}

static void
checkpoint (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterDatabase) db = muster_database_open (path, MUSTER_DATABASE_WRITE, &error);
  gint64 busy = 0;

  check (error);
  muster_database_read_int (db, "PRAGMA wal_checkpoint (TRUNCATE)", &busy, &error);
  check (error);
  g_assert_cmpint (busy, ==, 0);
}

static double
import_text (Bench *bench, MusterStore *store, MusterGroup *group, guint64 n_expected)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterTextSource) source = muster_text_source_new_for_file (bench->text, NULL, &error);
  g_autoptr (MusterChatReader) reader = muster_chat_reader_open (source, "whatsapp", NULL, &error);
  g_autoptr (MusterChange) change = muster_store_begin_change (store, "import", &error);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  MusterChatImport import = { group, reader, "bench.txt", zone, MUSTER_DAY_NONE, MUSTER_DAY_NONE };
  MusterChatImportResult result;

  check (error);
  muster_chat_import_run (&import, change, NULL, &result, &error);
  check (error);
  muster_change_commit (change, &error);
  check (error);
  checkpoint (bench->db);
  g_assert_cmpuint (result.n_messages, ==, bench->n);
  g_assert_cmpuint (result.n_new, ==, n_expected);
  return measure_since (start);
}

/* Columns as they are written, so that the baseline has nothing to do but to insert. */
static void
parse (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterTextSource) source = muster_text_source_new_for_file (bench->text, NULL, &error);
  g_autoptr (MusterChatReader) reader = muster_chat_reader_open (source, "whatsapp", NULL, &error);
  g_autoptr (GHashTable) senders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  FILE *csv = fopen (bench->csv, "we");
  MusterChatEntry entry;

  check (error);
  while (muster_chat_reader_next (reader, &entry, &error))
    {
      g_autofree char *name = muster_span_dup (entry.sender_name);
      g_autofree char *body = muster_span_dup (entry.body);
      gpointer no = g_hash_table_lookup (senders, name);
      Parsed row = { .minute = entry.time / 60,
                     .digest = g_str_hash (body),
                     .second = (guint) (entry.time % 60),
                     .letters = (guint) g_utf8_strlen (body, -1),
                     .body = bench->bodies->len,
                     .length = entry.body.length };

      fprintf (csv, "%" G_GINT64_FORMAT "\t%s\t%s\n", entry.time, name,
               g_strdelimit (body, "\n", ' '));
      if (no == NULL)
        {
          no = GUINT_TO_POINTER (g_hash_table_size (senders) + 1);
          g_hash_table_insert (senders, g_steal_pointer (&name), no);
        }
      row.sender = GPOINTER_TO_UINT (no);
      g_string_append_len (bench->bodies, entry.body.data, (gssize) entry.body.length);
      g_array_append_val (bench->parsed, row);
    }
  check (error);
  fclose (csv);
}

static double
insert_parsed (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterDatabase) db = NULL;
  sqlite3_stmt *insert = NULL;
  gint64 start, busy = 0;

  measure_remove_database (bench->db);
  db = muster_database_open (bench->db, MUSTER_DATABASE_WRITE, &error);
  check (error);
  muster_database_exec (db,
                        "PRAGMA journal_mode = WAL; CREATE TABLE raw (group_no INT, minute INT, "
                        "sender INT, digest INT, n INT, second INT, shift INT, letters INT, "
                        "batch INT, body TEXT)",
                        &error);
  check (error);
  start = g_get_monotonic_time ();
  muster_database_exec (db, "BEGIN", &error);
  sqlite3_prepare_v2 (muster_database_get_handle (db),
                      "INSERT INTO raw VALUES (1, ?1, ?2, ?3, 0, ?4, 0, ?5, 1, ?6)", -1, &insert,
                      NULL);
  for (guint i = 0; i < bench->parsed->len; i++)
    {
      const Parsed *row = &g_array_index (bench->parsed, Parsed, i);

      sqlite3_bind_int64 (insert, 1, row->minute);
      sqlite3_bind_int64 (insert, 2, row->sender);
      sqlite3_bind_int64 (insert, 3, (gint32) row->digest);
      sqlite3_bind_int64 (insert, 4, row->second);
      sqlite3_bind_int64 (insert, 5, row->letters);
      sqlite3_bind_text (insert, 6, bench->bodies->str + row->body, (int) row->length,
                         SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
  muster_database_exec (db, "COMMIT", &error);
  check (error);
  muster_database_read_int (db, "PRAGMA wal_checkpoint (TRUNCATE)", &busy, &error);
  check (error);
  return measure_since (start);
}

static double
import_by_sqlite3 (Bench *bench)
{
  g_autofree char *command =
      g_strdup_printf ("sqlite3 '%s' 'CREATE TABLE m (ts INT, who TEXT, body TEXT)' '.mode tabs' "
                       "'.import %s m' 2>/dev/null >/dev/null",
                       bench->db, bench->csv);
  gint64 start;
  int status;

  measure_remove_database (bench->db);
  start = g_get_monotonic_time ();
  status = system (command);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  return measure_since (start);
}

static void
print_row (const Bench *bench, const char *what, const double *ours, const double *baseline,
           const char *target)
{
  g_autofree char *name = g_strdup_printf ("%s, %" G_GUINT64_FORMAT " messages", what, bench->n);

  measure_print (name, ours, baseline, target);
}

/* In a process of its own, so that nothing else counts. */
static void
bench_memory (Bench *bench)
{
  double mapped = (double) get_size (bench->text) / (1 << 20);
  struct rusage usage;
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      g_autoptr (MusterGroup) group = NULL;
      g_autoptr (MusterStore) store = open_with_group (bench, TRUE, &group);

      import_text (bench, store, group, bench->n);
      _exit (0);
    }
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  g_print ("T6 peak memory less the text, MiB / allowed, %" G_GUINT64_FORMAT
           " messages | %.1f | 64.0 | %.2f | <= 1\n",
           bench->n, (double) usage.ru_maxrss / 1024 - mapped,
           ((double) usage.ru_maxrss / 1024 - mapped) / 64.0);
}

static void
bench_times (Bench *bench)
{
  double first[MEASURE_ROUNDS], again[MEASURE_ROUNDS], counts[MEASURE_ROUNDS], raw[MEASURE_ROUNDS],
      cli[MEASURE_ROUNDS];
  guint64 size = 0;

  for (int i = 0; i < MEASURE_ROUNDS; i++)
    {
      g_autoptr (MusterGroup) group = NULL;
      g_autoptr (MusterGroup) bare_group = NULL;
      g_autoptr (MusterStore) store = NULL;
      g_autoptr (MusterStore) bare = NULL;

      raw[i] = insert_parsed (bench);
      cli[i] = import_by_sqlite3 (bench);
      store = open_with_group (bench, TRUE, &group);
      first[i] = import_text (bench, store, group, bench->n);
      size = get_size (bench->db);
      again[i] = import_text (bench, store, group, 0);
      g_clear_object (&store);
      bare = open_with_group (bench, FALSE, &bare_group);
      counts[i] = import_text (bench, bare, bare_group, bench->n);
    }
  print_row (bench, "T1 import / prepared insert of parsed rows", first, raw, "<= 1.3");
  print_row (bench, "T2 import / sqlite3 .import", first, cli, "<= 0.85");
  print_row (bench, "T3 import again / first time", again, first, "<= 0.85");
  print_row (bench, "T4 import without bodies / prepared insert of parsed rows", counts, raw,
             bench->n >= 5000000 ? "<= 0.15" : "<= 0.25");
  g_print ("T7 database / text, MiB, %" G_GUINT64_FORMAT
           " messages | %.1f | %.1f | %.3f | <= 0.85\n",
           bench->n, (double) size / (1 << 20), (double) get_size (bench->text) / (1 << 20),
           (double) size / (double) get_size (bench->text));
}

/* One size of log, with nothing of another size in memory. */
static void
bench_size (const char *folder, guint64 n)
{
  Bench bench = { .folder = folder, .n = n };
  g_autoptr (GError) error = NULL;

  bench.text = g_build_filename (folder, "chat.txt", NULL);
  bench.csv = g_build_filename (folder, "chat.tsv", NULL);
  bench.db = g_build_filename (folder, "bench.db", NULL);
  bench.parsed = g_array_new (FALSE, FALSE, sizeof (Parsed));
  bench.bodies = g_string_new (NULL);
  synthetic_chat_write (bench.text, SYNTHETIC_WHATSAPP, n, &error);
  check (error);

  bench_memory (&bench);
  parse (&bench);
  bench_times (&bench);

  measure_remove_database (bench.db);
  g_unlink (bench.text);
  g_unlink (bench.csv);
  g_array_unref (bench.parsed);
  g_string_free (bench.bodies, TRUE);
  g_free (bench.text);
  g_free (bench.csv);
  g_free (bench.db);
}

/* Argument: how many messages (default 1,000,000 and 5,000,000). */
int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-bench-activity-XXXXXX", NULL);

  muster_database_set_up_process ();
  measure_print_head ();
  if (argc > 1)
    bench_size (folder, g_ascii_strtoull (argv[1], NULL, 10));
  else
    {
      bench_size (folder, 1000000);
      malloc_trim (0);
      bench_size (folder, 5000000);
    }
  g_rmdir (folder);
  return 0;
}
