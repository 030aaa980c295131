/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "muster-account-table.h"
#include "muster-group-table.h"
#include "muster-member-facts.h"
#include "muster-member-query.h"
#include "muster-membership-table.h"
#include "muster-person-table.h"
#include "muster-policy.h"
#include "muster-roster.h"
#include "muster-search.h"
#include "muster-store.h"
#include "muster-undo.h"

#define TODAY 20778 /* 2026-11-21 */

static const struct
{
  const char *name, *reading, *nickname, *phone, *department;
} people[] = {
  { "张三", NULL, "销售部-张三", "13800000001", "销售部" },
  { "单雄信", NULL, "财务部-单雄信", "13800000002", "财务部" },
  { "欧阳锋", NULL, "欧阳", NULL, NULL },
  { "章小红", NULL, "小红花", "13900000003", NULL },
  { "Ada Lovelace", NULL, "ada", NULL, "R&D" },
  { "张伟", NULL, "z伟", NULL, NULL },
  { "乐天", "yue tian", "天天", NULL, NULL },
  { "銷小明", NULL, NULL, NULL, NULL },
};

typedef struct
{
  char *folder, *path;
  MusterClock *clock;
  MusterStore *store;
  MusterId group;
  MusterId members[G_N_ELEMENTS (people)];
} Fixture;

static gboolean
fill (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (MusterGroup) group = muster_group_new (NULL, "同学");

  g_assert_true (muster_group_table_insert (change, group, &fixture->group, error));
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (MusterPerson) person = muster_person_new ();
      g_autoptr (MusterMembership) membership = muster_membership_new ();

      muster_person_set (person, MUSTER_PERSON_NAME, people[i].name);
      muster_person_set (person, MUSTER_PERSON_READING, people[i].reading);
      muster_person_set (person, MUSTER_PERSON_PHONES, people[i].phone);
      muster_person_set (person, MUSTER_PERSON_DEPARTMENT, people[i].department);
      g_assert_true (muster_person_table_insert (change, person, &membership->person, error));
      membership->group = fixture->group;
      membership->nickname = g_strdup (people[i].nickname);
      g_assert_true (
          muster_membership_table_insert (change, membership, &fixture->members[i], error));
    }
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("muster-people-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "muster.db", NULL);
  fixture->clock = muster_clock_new_fixed ((gint64) TODAY * 86400 * G_USEC_PER_SEC);
  fixture->store = muster_store_open (fixture->path, fixture->clock, NULL);
  g_assert_true (muster_store_write (fixture->store, "Fill", fill, fixture, NULL, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->clock);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_assert_cmpint (sqlite3_memory_used (), ==, 0);
}

static char *
dup_names (Fixture *fixture, GArray *rows)
{
  g_autoptr (GPtrArray) members =
      muster_member_query_load (muster_store_get_database (fixture->store, NULL),
                                (const guint32 *) (gpointer) rows->data, rows->len, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < members->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            muster_member_get_text (members->pdata[i], MUSTER_MEMBER_NAME));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *label;
    MusterMemberColumn sort;
    gboolean descending;
    const char *expected;
  } rows[] = {
    { "by name, surnames read as surnames, a reading obeyed", MUSTER_MEMBER_NAME, FALSE,
      "Ada Lovelace 欧阳锋 单雄信 銷小明 乐天 张三 张伟 章小红" },
    { "descending", MUSTER_MEMBER_NAME, TRUE,
      "章小红 张伟 张三 乐天 銷小明 单雄信 欧阳锋 Ada Lovelace" },
    { "by phone, unknown last", MUSTER_MEMBER_PHONE, FALSE,
      "张三 单雄信 章小红 Ada Lovelace 欧阳锋 銷小明 乐天 张伟" },
    { "by phone descending, unknown last", MUSTER_MEMBER_PHONE, TRUE,
      "章小红 单雄信 张三 Ada Lovelace 欧阳锋 銷小明 乐天 张伟" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int past = 0; past < 2; past++)
      {
        MusterMemberQuery query = { fixture->group, rows[i].sort, rows[i].descending, past,
                                    MUSTER_MEMBER_FILTER_ALL };
        g_autoptr (GArray) found = muster_member_query_list_rows (
            muster_store_get_database (fixture->store, NULL), &query, NULL);
        g_autofree char *names = dup_names (fixture, found);

        g_test_message ("%s", rows[i].label);
        g_assert_cmpstr (names, ==, rows[i].expected);
      }
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *label, *text, *expected;
  } rows[] = {
    { "name", "张", "张三 张伟" },
    { "initials", "zs", "张三" },
    { "initials of a surname", "sxx", "单雄信" },
    { "compound surname", "oyf", "欧阳锋" },
    { "reading", "shan", "单雄信" },
    { "reading of the keeper", "yue", "乐天" },
    { "nickname", "小红花", "章小红" },
    { "phone", "1390", "章小红" },
    { "department", "财务", "单雄信" },
    { "capitals", "LOVE", "Ada Lovelace" },
    { "full width", "ＡＤＡ", "Ada Lovelace" },
    { "traditional and simplified", "销小", "銷小明" },
    { "two words", "张 销售", "张三" },
    { "two words, nobody", "张 财务", "" },
    { "nothing across fields", "三zs", "" },
    { "nobody", "xyzzy", "" },
    { "last member", "銷小明", "銷小明" },
  };
  g_autoptr (MusterSearch) search =
      muster_search_new (muster_store_get_database (fixture->store, NULL), &fixture->group, NULL);

  g_assert_cmpuint (muster_search_get_n_members (search), ==, G_N_ELEMENTS (people));
  g_assert_null (muster_search_find (search, "  "));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) found = muster_search_find (search, rows[i].text);
      g_autofree char *names = dup_names (fixture, found);

      g_test_message ("%s", rows[i].label);
      g_assert_cmpstr (names, ==, rows[i].expected);
    }
}

/* The index follows edits and undo. */
static gboolean
rename_person (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (MusterMembership) membership = muster_membership_table_load (
      muster_change_get_database (change), &fixture->members[0], error);

  return muster_person_table_set (change, &membership->person, MUSTER_PERSON_NAME, "阿三", error);
}

static void
test_index_follows (Fixture *fixture, gconstpointer data)
{
  MusterMemberQuery query = { fixture->group, MUSTER_MEMBER_NAME, FALSE, FALSE,
                              MUSTER_MEMBER_FILTER_ALL };
  static const char *const expected[] = {
    "阿三 Ada Lovelace 欧阳锋 单雄信 銷小明 乐天 张伟 章小红",
    "Ada Lovelace 欧阳锋 单雄信 銷小明 乐天 张三 张伟 章小红",
    "",
    "Ada Lovelace 欧阳锋 单雄信 銷小明 乐天 张三 张伟 章小红",
  };

  g_assert_true (muster_store_write (fixture->store, "Rename", rename_person, fixture, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GArray) rows = muster_member_query_list_rows (
          muster_store_get_database (fixture->store, NULL), &query, NULL);
      g_autofree char *names = dup_names (fixture, rows);
      g_autoptr (MusterUndoReport) report = NULL;

      g_assert_cmpstr (names, ==, expected[i]);
      report =
          i < 2 ? muster_undo_last (fixture->store, NULL) : muster_undo_redo (fixture->store, NULL);
      g_assert_nonnull (report);
    }
}

/* A roster of a past day: the newest that is old enough, else the earliest known. */
static gboolean
change_over_time (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Fixture *fixture = data;
  const MusterId *id = &fixture->members[0];

  return muster_membership_table_set_nickname (change, id, "b", 100, error) &&
         muster_membership_table_set_nickname (change, id, "c", 200, error) &&
         muster_membership_table_set_standing (change, id, MUSTER_STANDING_LEAVE, 150, 250,
                                               "travel", error) &&
         muster_membership_table_set_standing (change, id, MUSTER_STANDING_LEFT, 300,
                                               MUSTER_DAY_NONE, NULL, error) &&
         muster_policy_set (change, &fixture->group, "silent-after", "P6M", 100, error) &&
         muster_policy_set (change, &fixture->group, "silent-after", "P2M", 200, error);
}

static void
test_past (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *label;
    MusterDay on;
    const char *nickname;
    MusterStanding standing;
    const char *silent_after;
  } rows[] = {
    { "before anything is known", 50, "销售部-张三", MUSTER_STANDING_ACTIVE, "P6M" },
    { "first day of b", 100, "b", MUSTER_STANDING_ACTIVE, "P6M" },
    { "on leave", 150, "b", MUSTER_STANDING_LEAVE, "P6M" },
    { "first day of c", 200, "c", MUSTER_STANDING_LEAVE, "P2M" },
    { "last day of leave", 250, "c", MUSTER_STANDING_LEAVE, "P2M" },
    { "leave is over", 251, "c", MUSTER_STANDING_ACTIVE, "P2M" },
    { "left", 300, "c", MUSTER_STANDING_LEFT, "P2M" },
    { "today", TODAY, "c", MUSTER_STANDING_LEFT, "P2M" },
  };

  g_assert_true (
      muster_store_write (fixture->store, "Time", change_over_time, fixture, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterDatabase *db = muster_store_get_database (fixture->store, NULL);
      g_autoptr (MusterRoster) roster = muster_roster_load (db, &fixture->group, rows[i].on, NULL);
      g_autoptr (MusterPolicy) policy = muster_policy_load (db, &fixture->group, rows[i].on, NULL);
      const MusterRosterMember *member = muster_roster_find_id (roster, &fixture->members[0]);

      g_test_message ("%s", rows[i].label);
      g_assert_cmpstr (member->nickname, ==, rows[i].nickname);
      g_assert_cmpint (member->standing, ==, rows[i].standing);
      g_assert_cmpstr (muster_policy_get (policy, "silent-after"), ==, rows[i].silent_after);
    }
}

/* A second group with one of the people, and somebody of each kind. */
static gboolean
add_kinds (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Fixture *fixture = data;
  MusterDatabase *db = muster_change_get_database (change);
  g_autoptr (MusterGroup) group = muster_group_new (NULL, "读书会");
  g_autoptr (MusterMembership) known =
      muster_membership_table_load (db, &fixture->members[0], error);
  g_autoptr (MusterMembership) other = muster_membership_new ();
  MusterAccount account = { .person = known->person,
                            .platform = (char *) "qq",
                            .identifier = (char *) "1" };

  g_assert_true (muster_group_table_insert (change, group, &other->group, error));
  other->person = known->person;
  other->nickname = g_strdup ("老张");
  known->required = TRUE;
  return muster_membership_table_insert (change, other, NULL, error) &&
         muster_membership_table_set_details (change, known, error) &&
         muster_account_table_insert (change, &account, NULL, error) &&
         muster_membership_table_set_standing (change, &fixture->members[1], MUSTER_STANDING_LEAVE,
                                               TODAY, MUSTER_DAY_NONE, NULL, error) &&
         muster_membership_table_set_standing (change, &fixture->members[2], MUSTER_STANDING_LEFT,
                                               TODAY, MUSTER_DAY_NONE, NULL, error) &&
         muster_membership_table_set_standing (change, &fixture->members[3],
                                               MUSTER_STANDING_APPLICANT, TODAY, MUSTER_DAY_NONE,
                                               NULL, error);
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *label;
    gboolean everyone;
    MusterMemberFilter filter;
    const char *expected;
  } rows[] = {
    { "all", FALSE, MUSTER_MEMBER_FILTER_ALL, "Ada Lovelace 单雄信 銷小明 乐天 张三 张伟" },
    { "required", FALSE, MUSTER_MEMBER_FILTER_REQUIRED, "张三" },
    { "without an account", FALSE, MUSTER_MEMBER_FILTER_NO_ACCOUNT,
      "Ada Lovelace 单雄信 銷小明 乐天 张伟" },
    { "on leave", FALSE, MUSTER_MEMBER_FILTER_AWAY, "单雄信" },
    { "applicants", FALSE, MUSTER_MEMBER_FILTER_APPLICANT, "章小红" },
    { "gone", FALSE, MUSTER_MEMBER_FILTER_PAST, "欧阳锋" },
    { "in several groups", FALSE, MUSTER_MEMBER_FILTER_SEVERAL_GROUPS, "张三" },
    { "everyone once", TRUE, MUSTER_MEMBER_FILTER_ALL,
      "Ada Lovelace 单雄信 銷小明 乐天 张三 张伟" },
    { "everyone in several groups", TRUE, MUSTER_MEMBER_FILTER_SEVERAL_GROUPS, "张三" },
    { "everyone in one group", TRUE, MUSTER_MEMBER_FILTER_ONE_GROUP,
      "Ada Lovelace 单雄信 銷小明 乐天 张伟" },
    { "everyone required somewhere", TRUE, MUSTER_MEMBER_FILTER_REQUIRED, "张三" },
    { "everyone gone", TRUE, MUSTER_MEMBER_FILTER_PAST, "欧阳锋" },
  };
  MusterDatabase *db = muster_store_get_database (fixture->store, NULL);
  guint n_persons = 0;

  g_assert_true (muster_store_write (fixture->store, "Add", add_kinds, fixture, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterMemberQuery query = { .filter = rows[i].filter };
      g_autoptr (GArray) found = NULL;
      g_autofree char *names = NULL;

      if (!rows[i].everyone)
        query.group = fixture->group;
      found = muster_member_query_list_rows (db, &query, NULL);
      names = dup_names (fixture, found);
      g_test_message ("%s", rows[i].label);
      g_assert_cmpstr (names, ==, rows[i].expected);
    }
  g_assert_true (muster_member_query_count_persons (db, &n_persons, NULL));
  g_assert_cmpuint (n_persons, ==, 6);
}

/* A person is found by the nickname of any group, and is said to be in all of them. */
static void
test_everyone (Fixture *fixture, gconstpointer data)
{
  MusterDatabase *db = muster_store_get_database (fixture->store, NULL);
  g_autoptr (MusterSearch) search = NULL;
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GPtrArray) members = NULL;

  g_assert_true (muster_store_write (fixture->store, "Add", add_kinds, fixture, NULL, NULL));
  search = muster_search_new (db, NULL, NULL);
  hits = muster_search_find (search, "老张");
  g_assert_cmpuint (hits->len, ==, 1);
  members = muster_member_query_load (db, (const guint32 *) (gpointer) hits->data, 1, NULL);
  g_assert_true (muster_id_equal (muster_member_get_id (members->pdata[0]), &fixture->members[0]));
  g_assert_true (muster_member_query_name_groups (db, members, NULL));
  g_assert_cmpstr (muster_member_get_text (members->pdata[0], MUSTER_MEMBER_GROUP), ==,
                   "同学, 读书会");
}

static void
test_facts (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint member;
    MusterMemberHeard heard;
    gint64 last_message;
    guint marks;
    const char *text;
  } rows[] = {
    { 0, MUSTER_MEMBER_HEARD, 86400, MUSTER_MEMBER_MARK_SILENT, "1970-01-02" },
    { 1, MUSTER_MEMBER_HEARD, 3 * 86400, 0, "1970-01-04" },
    { 2, MUSTER_MEMBER_NEVER, 0, MUSTER_MEMBER_MARK_NICKNAME, "never" },
    { 3, MUSTER_MEMBER_NOT_COVERED, 0, 0, "not covered" },
    { 4, MUSTER_MEMBER_NO_RECORDS, 0, 0, "no records" },
    { 5, MUSTER_MEMBER_BEFORE, 0, 0, "before 1970-01-01" },
  };
  MusterDatabase *db = muster_store_get_database (fixture->store, NULL);
  g_autoptr (MusterMemberFacts) facts = muster_member_facts_new (db, &fixture->group, NULL);
  MusterMemberQuery query = { .group = fixture->group };
  g_autoptr (GArray) all = muster_member_query_list_rows (db, &query, NULL);
  g_autoptr (GArray) silent = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterMemberFact *fact =
          muster_member_facts_find_id (facts, &fixture->members[rows[i].member]);
      g_autofree char *text = NULL;

      fact->heard = rows[i].heard;
      fact->last_message = rows[i].last_message;
      fact->marks = rows[i].marks;
      text = muster_member_fact_dup_text (fact);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
  for (int descending = 0; descending < 2; descending++)
    {
      static const char *const expected[] = {
        "张三 单雄信 Ada Lovelace 欧阳锋 銷小明 乐天 张伟 章小红",
        "单雄信 张三 Ada Lovelace 欧阳锋 銷小明 乐天 张伟 章小红",
      };
      g_autoptr (GArray) sorted = muster_member_facts_sort (facts, all, descending);
      g_autofree char *names = dup_names (fixture, sorted);

      g_assert_cmpstr (names, ==, expected[descending]);
    }
  silent = muster_member_facts_filter (facts, all, MUSTER_MEMBER_MARK_SILENT);
  g_assert_cmpuint (silent->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, func) g_test_add ("/members/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("order", test_order);
  ADD ("search", test_search);
  ADD ("index-follows", test_index_follows);
  ADD ("past", test_past);
  ADD ("filter", test_filter);
  ADD ("everyone", test_everyone);
  ADD ("facts", test_facts);
  return g_test_run ();
}
