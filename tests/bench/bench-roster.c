/* bench-roster.c - how fast a list of members gets into the file
 *
 * PERFORMANCE.md T23: our import, preview and all, against sqlite3's .import of
 * the same file into one bare table.  Prints "name | ours | baseline | ratio |
 * target", times in ms; medians of five, measured in turn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "measure.h"
#include "muster-group-table.h"
#include "muster-roster-plan.h"
#include "muster-table-reader.h"

#define N_ROWS 100000

typedef struct
{
  char *folder, *csv, *db;
  guint n_rows;
} Bench;

/* Where the time of one import went. */
typedef struct
{
  double opened, planned, written;
} Import;

/* Twelve columns that all mean something; everybody has another phone, number and account. */
static void
write_csv (const Bench *bench)
{
  static const char *const surnames[] = { "王", "李", "张", "刘", "陈", "杨", "赵", "欧阳" };
  static const char *const given[] = { "伟", "芳", "娜", "敏", "静", "丽", "强", "磊",
                                       "军", "洋", "勇", "艳", "杰", "涛", "明", "超" };
  static const char *const departments[] = { "销售部", "财务部", "人力资源部", "研发中心" };
  static const char *const cities[] = { "北京", "上海", "广州", "成都", "武汉" };
  FILE *file = fopen (bench->csv, "we");

  g_assert_nonnull (file);
  fputs ("姓名,部门,手机,邮箱,工号,性别,职位,城市,生日,备注,入群时间,微信号\n", file);
  for (guint i = 0; i < bench->n_rows; i++)
    {
      const char *surname = surnames[i % G_N_ELEMENTS (surnames)];

      fprintf (file,
               "%s%s%s,%s,138%08u,a%u@example.com,S%07u,%s,经理,%s,19%02u-%02u-%02u,"
               "\"第%u行, 备注\",2024-%02u-%02u,wxid_%u\n",
               surname, given[i / 8 % 16], given[i / 128 % 16], departments[i % 4], i, i, i,
               i % 2 == 0 ? "男" : "女", cities[i % 5], 60 + i % 40, 1 + i % 12, 1 + i % 28, i,
               1 + i % 12, 1 + i % 28, i);
    }
  g_assert_cmpint (fclose (file), ==, 0);
}

static MusterStore *
open_with_group (const Bench *bench, MusterGroup **out_group)
{
  g_autoptr (MusterClock) clock = muster_clock_new ();
  g_autoptr (MusterGroup) group = muster_group_new (NULL, "bench");
  g_autoptr (MusterChange) change = NULL;
  g_autoptr (GError) error = NULL;
  MusterStore *store;
  MusterId id;

  measure_remove_database (bench->db);
  store = muster_store_open (bench->db, clock, &error);
  g_assert_no_error (error);
  change = muster_store_begin_change (store, "Group", &error);
  g_assert_no_error (error);
  muster_group_table_insert (change, group, &id, &error);
  muster_change_commit (change, &error);
  g_assert_no_error (error);
  *out_group = muster_group_table_load (muster_store_get_database (store, NULL), &id, &error);
  g_assert_no_error (error);
  return store;
}

static gboolean
run_plan (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  return muster_roster_plan_run (data, change, cancellable, error);
}

static Import
import_roster (const Bench *bench, MusterStore *store, MusterGroup *group,
               MusterPlanVerdict expected)
{
  gint64 start = g_get_monotonic_time ();
  Import times;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterTextSource) source = NULL;
  g_autoptr (MusterTableReader) reader = NULL;
  g_autoptr (MusterRosterPlan) plan = NULL;
  const MusterTableColumn *columns;
  MusterField mapping[MUSTER_N_FIELDS];
  guint n_columns;

  source = muster_text_source_new_for_file (bench->csv, NULL, &error);
  g_assert_no_error (error);
  reader = muster_table_reader_open (source, "csv", NULL, &error);
  g_assert_no_error (error);
  columns = muster_table_reader_get_columns (reader, &n_columns);
  g_assert_cmpuint (n_columns, ==, 12);
  for (guint i = 0; i < n_columns; i++)
    mapping[i] = columns[i].field;
  times.opened = measure_since (start);

  plan = muster_roster_plan_new (muster_store_get_database (store, NULL), group, reader, mapping,
                                 n_columns, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (muster_roster_plan_get_count (plan, expected), ==, bench->n_rows);
  times.planned = measure_since (start);

  g_assert_true (muster_store_write (store, "Import", run_plan, plan, NULL, &error));
  times.written = measure_since (start);
  return times;
}

static double
import_by_sqlite3 (const Bench *bench)
{
  g_autofree char *command = g_strdup_printf (
      "sqlite3 '%s' '.mode csv' '.import %s people' >/dev/null", bench->db, bench->csv);
  gint64 start;
  int status;

  measure_remove_database (bench->db);
  start = g_get_monotonic_time ();
  status = system (command);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  return measure_since (start);
}

static void
bench_import (const Bench *bench)
{
  double cli[MEASURE_ROUNDS], first[MEASURE_ROUNDS], plan[MEASURE_ROUNDS], again[MEASURE_ROUNDS];

  for (guint i = 0; i < MEASURE_ROUNDS; i++)
    {
      g_autoptr (MusterGroup) group = NULL;
      g_autoptr (MusterStore) store = NULL;
      Import import;

      cli[i] = import_by_sqlite3 (bench);
      store = open_with_group (bench, &group);
      import = import_roster (bench, store, group, MUSTER_PLAN_NEW);
      first[i] = import.written;
      plan[i] = import.planned;
      again[i] = import_roster (bench, store, group, MUSTER_PLAN_UNCHANGED).written;
    }
  measure_print ("T23 roster import / sqlite3 .import", first, cli, "<= 1.6");
  measure_print ("of that, the preview / sqlite3 .import", plan, cli, "-");
  measure_print ("the same roster again / first time", again, first, "-");
}

/* Argument: how many rows (default 100,000). */
int
main (int argc, char **argv)
{
  Bench bench = { .n_rows = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : N_ROWS };

  muster_database_set_up_process ();
  bench.folder = g_dir_make_tmp ("muster-bench-roster-XXXXXX", NULL);
  bench.csv = g_build_filename (bench.folder, "people.csv", NULL);
  bench.db = g_build_filename (bench.folder, "bench.db", NULL);
  write_csv (&bench);

  measure_print_head ();
  bench_import (&bench);

  measure_remove_database (bench.db);
  g_unlink (bench.csv);
  g_rmdir (bench.folder);
  g_free (bench.folder);
  g_free (bench.csv);
  g_free (bench.db);
  return 0;
}
