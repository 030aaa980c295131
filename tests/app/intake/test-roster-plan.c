/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "muster-group-table.h"
#include "muster-roster-plan.h"
#include "muster-undo.h"

#define TODAY 20778 /* 2026-11-21 */

/* Two files, one after the other, into a group (or the second into another
 * group); then what the plan of the second says, and how many persons and
 * members there are after it ran. */
static const struct
{
  const char *label;
  const char *first;
  const char *second;
  gboolean other_group;
  /* new, joins, changed, unchanged, ambiguous, repeated, empty */
  guint counts[MUSTER_N_PLAN_VERDICTS];
  guint missing;
  gint64 persons, members;
} rows[] = {
  { "the same file again",
    "姓名,手机\n张三,13800000001\n李四,13800000002\n",
    "姓名,手机\n张三,13800000001\n李四,13800000002\n",
    FALSE,
    { 0, 0, 0, 2 },
    0,
    2,
    2 },
  { "one more, one gone",
    "姓名,手机\n张三,13800000001\n李四,13800000002\n",
    "姓名,手机\n张三,13800000001\n王五,13800000003\n",
    FALSE,
    { 1, 0, 0, 1 },
    1,
    3,
    3 },
  { "a field changed",
    "姓名,手机,部门\n张三,13800000001,销售部\n",
    "姓名,手机,部门\n张三,13800000001,财务部\n",
    FALSE,
    { 0, 0, 1 },
    0,
    1,
    1 },
  { "now required",
    "姓名,必须在群\n张三,否\n李四,√\n",
    "姓名,必须在群\n张三,是\n李四,\n",
    FALSE,
    { 0, 0, 1, 1 },
    0,
    2,
    2 },
  { "standing changed, and a word that says nothing",
    "姓名,状态\n张三,在群\n李四,已退群\n",
    "姓名,状态\n张三,请假\n李四,待定\n",
    FALSE,
    { 0, 0, 1, 1 },
    0,
    2,
    2 },
  { "an empty cell erases nothing",
    "姓名,手机,部门\n张三,13800000001,销售部\n",
    "姓名,手机,部门\n张三,13800000001,\n",
    FALSE,
    { 0, 0, 0, 1 },
    0,
    1,
    1 },
  { "a second phone is added",
    "姓名,手机,学号\n张三,13800000001,7\n",
    "姓名,手机,学号\n张三,13800000009,7\n",
    FALSE,
    { 0, 0, 1 },
    0,
    1,
    1 },
  { "another spelling of the phone",
    "姓名,手机\n张三,13800000001\n",
    "姓名,手机\n张三,+86 138-0000-0001\n",
    FALSE,
    { 0, 0, 0, 1 },
    0,
    1,
    1 },
  { "the account decides, the name changed",
    "姓名,微信号\n张三,wxid_a\n",
    "姓名,微信号\n张三丰,wxid_a\n",
    FALSE,
    { 0, 0, 1 },
    0,
    1,
    1 },
  { "a shared phone is asked",
    "姓名,手机\n张三,13800000001\n",
    "姓名,手机\n张小明,13800000001\n",
    FALSE,
    { 0, 0, 0, 0, 1 },
    1,
    1,
    1 },
  { "homonyms are asked",
    "姓名,部门\n张伟,销售部\n张伟,财务部\n",
    "姓名\n张伟\n",
    FALSE,
    { 0, 0, 0, 0, 1 },
    2,
    2,
    2 },
  { "homonyms told apart by a second field",
    "姓名,部门\n张伟,销售部\n张伟,财务部\n",
    "姓名,部门,职务\n张伟,财务部,会计\n",
    FALSE,
    { 0, 0, 1 },
    1,
    2,
    2 },
  { "the only one of that name in the group",
    "姓名,部门\n张伟,销售部\n",
    "姓名\n张伟\n",
    FALSE,
    { 0, 0, 0, 1 },
    0,
    1,
    1 },
  { "same name, another department: asked",
    "姓名,部门\n张伟,销售部\n",
    "姓名,部门\n张伟,财务部\n",
    FALSE,
    { 0, 0, 0, 0, 1 },
    1,
    1,
    1 },
  { "same name, another phone: asked",
    "姓名,手机\n张伟,13800000001\n",
    "姓名,手机\n张伟,13800000002\n",
    FALSE,
    { 0, 0, 0, 0, 1 },
    1,
    1,
    1 },
  { "two rows for one member",
    "姓名\n张三\n",
    "姓名,职务\n张三,经理\n张三,会计\n",
    FALSE,
    { 0, 0, 1, 0, 1 },
    0,
    1,
    1 },
  { "a repeated row",
    "姓名\n李四\n",
    "姓名,职务\n张三,经理\n张三,经理\n",
    FALSE,
    { 1, 0, 0, 0, 0, 1 },
    1,
    2,
    2 },
  { "nicknames alone, twice",
    "群昵称\n张三\n李四\n",
    "群昵称\n张三\n李四\n",
    FALSE,
    { 0, 0, 0, 2 },
    0,
    2,
    2 },
  { "the nickname alone is the name of one, and of two",
    "姓名,部门\n张三,销售部\n张伟,销售部\n张伟,财务部\n",
    "群昵称\n张三\n张伟\n",
    FALSE,
    { 0, 0, 1, 0, 1 },
    2,
    3,
    3 },
  { "an empty row",
    "姓名\n李四\n",
    "姓名,职务\n张三,经理\n,会计\n",
    FALSE,
    { 1, 0, 0, 0, 0, 0, 1 },
    1,
    2,
    2 },
  { "a known person joins another group",
    "姓名,手机\n张三,13800000001\n",
    "姓名,手机\n张三,13800000001\n",
    TRUE,
    { 0, 1 },
    0,
    1,
    2 },
  { "a namesake of another group is asked",
    "姓名\n张三\n",
    "姓名\n张三\n",
    TRUE,
    { 0, 0, 0, 0, 1 },
    0,
    1,
    1 },
  { "a namesake of another group with another phone is new",
    "姓名,手机\n张三,13800000001\n",
    "姓名,手机\n张三,13800000002\n",
    TRUE,
    { 1 },
    0,
    2,
    2 },
  { "numbers count anew in every group",
    "姓名,学号\n张三,1\n李四,2\n",
    "姓名,学号\n王五,1\n",
    TRUE,
    { 1 },
    0,
    3,
    3 },
  { "traditional form of the name",
    "姓名,手机\n张伟,13800000001\n",
    "姓名,手机\n張偉,13800000001\n",
    FALSE,
    { 0, 0, 1 },
    0,
    1,
    1 },
};

typedef struct
{
  char *folder, *path;
  MusterClock *clock;
  MusterStore *store;
  MusterGroup *groups[2];
} Fixture;

static gboolean
add_groups (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Fixture *fixture = data;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MusterGroup) group = muster_group_new (NULL, i == 0 ? "a" : "b");
      MusterId id;

      muster_group_set_platform (group, "wechat");
      g_assert_true (muster_group_table_insert (change, group, &id, error));
      fixture->groups[i] = muster_group_new (&id, i == 0 ? "a" : "b");
      muster_group_set_platform (fixture->groups[i], "wechat");
    }
  return TRUE;
}

static void
set_up (Fixture *fixture)
{
  fixture->folder = g_dir_make_tmp ("muster-plan-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "muster.db", NULL);
  fixture->clock = muster_clock_new_fixed ((gint64) TODAY * 86400 * G_USEC_PER_SEC);
  fixture->store = muster_store_open (fixture->path, fixture->clock, NULL);
  g_assert_true (muster_store_write (fixture->store, "Add", add_groups, fixture, NULL, NULL));
}

static void
tear_down (Fixture *fixture)
{
  for (guint i = 0; i < 2; i++)
    g_assert_finalize_object (fixture->groups[i]);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->clock);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_assert_cmpint (sqlite3_memory_used (), ==, 0);
}

static MusterRosterPlan *
make_plan (Fixture *fixture, MusterGroup *group, const char *csv)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, strlen (csv));
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterTextSource) source =
      muster_text_source_new_for_bytes (bytes, "test.csv", NULL, &error);
  g_autoptr (MusterTableReader) reader = NULL;
  g_autofree MusterField *mapping = NULL;
  const MusterTableColumn *columns;
  MusterRosterPlan *plan;
  guint n;

  g_assert_no_error (error);
  reader = muster_table_reader_open (source, "csv", NULL, &error);
  g_assert_no_error (error);
  columns = muster_table_reader_get_columns (reader, &n);
  mapping = g_new (MusterField, n);
  for (guint i = 0; i < n; i++)
    mapping[i] = columns[i].field;
  plan = muster_roster_plan_new (muster_store_get_database (fixture->store, NULL), group, reader,
                                 mapping, n, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

static gboolean
run_plan (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  return muster_roster_plan_run (data, change, cancellable, error);
}

static gint64
count (Fixture *fixture, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);
  gint64 n = -1;

  g_assert_true (
      muster_database_read_int (muster_store_get_database (fixture->store, NULL), sql, &n, NULL));
  return n;
}

static void
test_row (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  Fixture fixture;
  g_autoptr (MusterRosterPlan) first = NULL;
  g_autoptr (MusterRosterPlan) second = NULL;
  g_autoptr (MusterUndoReport) report = NULL;
  gint64 before;

  set_up (&fixture);
  first = make_plan (&fixture, fixture.groups[0], rows[i].first);
  g_assert_true (muster_store_write (fixture.store, "1", run_plan, first, NULL, NULL));
  before = count (&fixture, "persons");

  second = make_plan (&fixture, fixture.groups[rows[i].other_group], rows[i].second);
  for (guint v = 0; v < MUSTER_N_PLAN_VERDICTS; v++)
    {
      g_test_message ("%s", muster_plan_verdict_get_title ((MusterPlanVerdict) v));
      g_assert_cmpuint (muster_roster_plan_get_count (second, (MusterPlanVerdict) v), ==,
                        rows[i].counts[v]);
      g_assert_cmpuint (muster_roster_plan_get_items (second, (MusterPlanVerdict) v)->len, ==,
                        rows[i].counts[v]);
    }
  g_assert_cmpuint (muster_roster_plan_get_n_missing (second), ==, rows[i].missing);
  g_assert_true (muster_store_write (fixture.store, "2", run_plan, second, NULL, NULL));
  g_assert_cmpint (count (&fixture, "persons"), ==, rows[i].persons);
  g_assert_cmpint (count (&fixture, "memberships"), ==, rows[i].members);

  /* one undo takes back the one import */
  if (rows[i].counts[MUSTER_PLAN_NEW] + rows[i].counts[MUSTER_PLAN_CHANGED] +
          rows[i].counts[MUSTER_PLAN_JOINS] >
      0)
    {
      report = muster_undo_last (fixture.store, NULL);
      g_assert_nonnull (report);
      g_assert_cmpint (report->n_edited + report->n_used, ==, 0);
    }
  g_assert_cmpint (count (&fixture, "persons"), ==, before);
  g_clear_pointer (&first, muster_roster_plan_free);
  g_clear_pointer (&second, muster_roster_plan_free);
  tear_down (&fixture);
}

static void
test_choice (void)
{
  static const struct
  {
    const char *label;
    gboolean first_candidate;
    gboolean leave_out;
    gint64 persons;
  } choices[] = {
    { "a candidate", TRUE, FALSE, 2 },
    { "somebody new", FALSE, FALSE, 3 },
    { "left out", FALSE, TRUE, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      Fixture fixture;
      g_autoptr (MusterRosterPlan) first = NULL;
      g_autoptr (MusterRosterPlan) second = NULL;
      MusterPlanItem *item;

      g_test_message ("%s", choices[i].label);
      set_up (&fixture);
      first = make_plan (&fixture, fixture.groups[0], "姓名,部门\n张伟,销售部\n张伟,财务部\n");
      g_assert_true (muster_store_write (fixture.store, "1", run_plan, first, NULL, NULL));
      second = make_plan (&fixture, fixture.groups[0], "姓名,职务\n张伟,会计\n");
      item = muster_roster_plan_get_items (second, MUSTER_PLAN_AMBIGUOUS)->pdata[0];
      g_assert_cmpuint (item->candidates->len, ==, 2);
      muster_roster_plan_choose (second, item,
                                 choices[i].leave_out ? -1
                                 : choices[i].first_candidate
                                     ? (gint64) g_array_index (item->candidates, guint32, 0)
                                     : 0);
      g_assert_true (muster_store_write (fixture.store, "2", run_plan, second, NULL, NULL));
      g_assert_cmpint (count (&fixture, "persons"), ==, choices[i].persons);
      g_assert_cmpint (count (&fixture, "persons WHERE title = '会计'"), ==, !choices[i].leave_out);
      g_clear_pointer (&first, muster_roster_plan_free);
      g_clear_pointer (&second, muster_roster_plan_free);
      tear_down (&fixture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/roster-plan/", rows[i].label, NULL);

      g_strdelimit (path, " ", '-');
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/roster-plan/choice", test_choice);
  return g_test_run ();
}
