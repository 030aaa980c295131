/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "muster-group-table.h"
#include "muster-query.h"
#include "muster-rollcall-facts.h"
#include "muster-rollcall-run.h"
#include "muster-sample.h"
#include "muster-undo.h"
#include "muster-verify.h"

#define REUNION "高三（2）班同学会"
#define STAFF "综合办公室员工群"
#define JOBS "拼岗信息群"

/* The ends of months, a leap day and an ordinary day: the counts are the same. */
static const char *const days[] = {
  "2026-11-21", "2026-12-31", "2027-02-28", "2028-02-29", "2027-05-31", "2027-07-10",
};

typedef struct
{
  const char *group;
  const char *check;
  guint n;
} Count;

static const Count counts[] = {
  { REUNION, "impersonation", 0 }, { REUNION, "stranger", 1 },      { REUNION, "missing", 3 },
  { REUNION, "mismatch", 0 },      { REUNION, "nickname", 4 },      { REUNION, "silent", 1 },
  { REUNION, "remind", 3 },        { REUNION, "not-covered", 4 },   { REUNION, "introduction", 1 },
  { REUNION, "unmatched", 0 },     { REUNION, "stale-records", 1 }, { REUNION, "capacity", 0 },
  { REUNION, "absence", 0 },       { REUNION, "task-overdue", 3 },  { REUNION, "rhythm", 0 },
  { REUNION, "birthday", 3 },      { REUNION, "renamed", 2 },       { REUNION, "unanswered", 0 },

  { STAFF, "impersonation", 1 },   { STAFF, "stranger", 1 },        { STAFF, "missing", 3 },
  { STAFF, "mismatch", 3 },        { STAFF, "nickname", 10 },       { STAFF, "silent", 3 },
  { STAFF, "remind", 4 },          { STAFF, "not-covered", 0 },     { STAFF, "introduction", 3 },
  { STAFF, "unmatched", 0 },       { STAFF, "stale-records", 0 },   { STAFF, "capacity", 0 },
  { STAFF, "absence", 3 },         { STAFF, "task-overdue", 0 },    { STAFF, "rhythm", 0 },
  { STAFF, "birthday", 0 },        { STAFF, "renamed", 4 },         { STAFF, "quiet-hours", 0 },
  { STAFF, "unacknowledged", 4 },  { STAFF, "unanswered", 3 },

  { JOBS, "impersonation", 3 },    { JOBS, "stranger", 5 },         { JOBS, "missing", 1 },
  { JOBS, "mismatch", 3 },         { JOBS, "nickname", 6 },         { JOBS, "silent", 5 },
  { JOBS, "remind", 3 },           { JOBS, "not-covered", 3 },      { JOBS, "introduction", 3 },
  { JOBS, "unmatched", 1 },        { JOBS, "stale-records", 0 },    { JOBS, "capacity", 1 },
  { JOBS, "absence", 0 },          { JOBS, "task-overdue", 0 },     { JOBS, "rhythm", 4 },
  { JOBS, "birthday", 0 },         { JOBS, "renamed", 3 },          { JOBS, "quiet-hours", 3 },
};

typedef struct
{
  const char *label;
  const char *group;
  const char *name; /* of the person; of a stranger, the nickname; of the group */
  const char *check;
} Case;

static const Case found[] = {
  { "three months to the day", STAFF, "管小乐", "silent" },
  { "never wrote", STAFF, "舒雅文", "silent" },
  { "the gap lies within a leave", REUNION, "谭月梅", "silent" },
  { "the sender near him is settled", JOBS, "东方小白", "silent" },
  { "a month to the day", STAFF, "詹世杰", "remind" },
  { "one day too few for silent", STAFF, "申公平", "remind" },
  { "a past leave moves the day", STAFF, "符小康", "remind" },
  { "the gap", REUNION, "纪晓峰", "not-covered" },
  { "nothing is known", REUNION, "方志成", "not-covered" },
  { "resembles a sender", JOBS, "司徒文彬", "not-covered" },
  { "nine characters", STAFF, "窦文声", "introduction" },
  { "two days", STAFF, "苗青青", "introduction" },
  { "left, but in the list", STAFF, "幸大方", "stranger" },
  { "writes since the list", JOBS, "兼职日结", "stranger" },
  { "Cyrillic letters", JOBS, "Paul Copper", "impersonation" },
  { "a keeper's nickname", STAFF, "俞小波", "impersonation" },
  { "tomorrow", REUNION, "裴玉洁", "birthday" },
  { "lunar", REUNION, "毕业成", "birthday" },
  { "due yesterday", REUNION, "统计忌口和素食", "task-overdue" },
  { "not yet two small ones a week", JOBS, JOBS, "rhythm" },
  { "gone, and somebody near has come", JOBS, "亓志鹏", "renamed" },
  { "the group", STAFF, STAFF, "renamed" },
};

static const Case near_misses[] = {
  { "one day too few", STAFF, "申公平", "silent" },
  { "one day too few", JOBS, "訾小安", "silent" },
  { "on leave", STAFF, "冉小玉", "silent" },
  { "on leave", JOBS, "佟小湘", "silent" },
  { "on leave", STAFF, "冉小玉", "remind" },
  { "exempt", STAFF, "蓝天晴", "silent" },
  { "exempt role", STAFF, "牛宏图", "silent" },
  { "exempt role", JOBS, "巩小芹", "silent" },
  { "seen by hand", STAFF, "聂小云", "silent" },
  { "a past leave moves the day", STAFF, "符小康", "silent" },
  { "newcomer in grace", STAFF, "尤小溪", "remind" },
  { "newcomer in grace", STAFF, "尤小溪", "silent" },
  { "newcomer in grace", STAFF, "辛小丰", "remind" },
  { "resembles a sender", JOBS, "上官小云", "silent" },

  { "one day too few", REUNION, "解玉兰", "remind" },
  { "one day too few", STAFF, "齐天明", "remind" },
  { "one day too few", JOBS, "冷小霜", "remind" },
  { "the records have a gap since", REUNION, "查明理", "remind" },
  { "on leave", REUNION, "乐嘉怡", "remind" },
  { "exempt", REUNION, "区小雯", "remind" },
  { "seen by hand", REUNION, "盖文斌", "remind" },

  { "exempt role", REUNION, "郭振华", "not-covered" },
  { "the gap lies within a leave", REUNION, "谭月梅", "not-covered" },
  { "not yet three months", REUNION, "查明理", "not-covered" },
  { "the sender near him is settled", JOBS, "东方小白", "not-covered" },

  { "deceased", REUNION, "骆志文", "missing" },
  { "left", REUNION, "史国强", "missing" },
  { "joined after the list", REUNION, "万晓东", "missing" },
  { "not required", STAFF, "翟小凡", "missing" },
  { "required, but left", STAFF, "阎立诚", "missing" },
  { "required, joined after the list", STAFF, "左思远", "missing" },
  { "not required", JOBS, "山小青", "missing" },

  { "an earlier nickname", REUNION, "田小禾", "stranger" },
  { "an earlier nickname", REUNION, "风中的稻穗", "stranger" },
  { "left, and not in the list", STAFF, "母小舟", "stranger" },
  { "settled", STAFF, "老周（已离职）", "stranger" },
  { "has left since", JOBS, "路过打酱油", "stranger" },
  { "may be one of two homonyms", JOBS, "江北机械-丛小伟", "stranger" },
  { "an earlier nickname, without the account", JOBS, "荀小慧", "stranger" },
  { "an earlier nickname, without the account", JOBS, "青青子衿", "stranger" },

  { "compound surname", REUNION, "欧阳文静", "nickname" },
  { "minority name", REUNION, "阿依古丽·买买提", "nickname" },
  { "left", REUNION, "龚大勇", "nickname" },
  { "homonyms", STAFF, "耿伟", "nickname" },
  { "Western name", STAFF, "Anna Schmidt", "nickname" },
  { "minority name", STAFF, "古丽娜尔·艾山", "nickname" },
  { "compound surname", STAFF, "诸葛明宇", "nickname" },
  { "left", STAFF, "邵小刚", "nickname" },
  { "Western name", JOBS, "Maria Fernández", "nickname" },
  { "compound surname", JOBS, "呼延大山", "nickname" },

  { "homonyms", STAFF, "耿伟", "mismatch" },
  { "traditional characters", REUNION, "郑建华", "mismatch" },
  { "swapped parts", STAFF, "孔令德", "mismatch" },
  { "as on the roster", STAFF, "葛云飞", "mismatch" },

  { "homonyms", STAFF, "耿伟", "impersonation" },
  { "homonyms", JOBS, "丛小伟", "impersonation" },
  { "may be one of two homonyms", JOBS, "江北机械-丛小伟", "impersonation" },
  { "one character apart", JOBS, "丛大伟", "impersonation" },
  { "the other has left", JOBS, "谈小乐", "impersonation" },
  { "has left", JOBS, "谈笑风", "impersonation" },
  { "the one who is imitated", JOBS, "褚小燕", "impersonation" },
  { "the one who is imitated", JOBS, "Peter Cope", "impersonation" },
  { "the keeper", STAFF, "郝建国", "impersonation" },

  { "ten characters", STAFF, "牟小帅", "introduction" },
  { "ten characters", JOBS, "双小林", "introduction" },
  { "one day", STAFF, "闵小慧", "introduction" },
  { "by hand", STAFF, "竺可真", "introduction" },
  { "joined before the records", STAFF, "柯南山", "introduction" },

  { "due today", REUNION, "今天：催收聚会费", "task-overdue" },
  { "done", REUNION, "邀请老师", "task-overdue" },
  { "done", REUNION, "整理会议纪要", "task-overdue" },
  { "nobody asked for a rhythm", STAFF, STAFF, "rhythm" },

  { "deceased", REUNION, "骆志文", "birthday" },
  { "a day too far", REUNION, "韩雪梅", "birthday" },

  { "before both lists", REUNION, "孟凡星", "renamed" },
  { "before both lists", STAFF, "简单明", "renamed" },
  { "before both lists", JOBS, "宓小月", "renamed" },
  { "the same name", REUNION, REUNION, "renamed" },

  { "ended seven days ago", STAFF, STAFF, "stale-records" },
  { "ended yesterday", JOBS, JOBS, "stale-records" },
  { "one member short of nine tenths", STAFF, STAFF, "capacity" },
  { "half full", REUNION, REUNION, "capacity" },
  { "every sender is known or settled", STAFF, STAFF, "unmatched" },
  { "an earlier nickname is known", REUNION, REUNION, "unmatched" },
};

typedef struct
{
  char *folder;
  MusterClock *clock;
  MusterStore *store;
  MusterDay today;
  GHashTable *results; /* group -> MusterRollcallResult */
} Fixture;

static Fixture *
fixture_new (const char *day)
{
  g_autoptr (GError) error = NULL;
  Fixture *self = g_new0 (Fixture, 1);
  g_autofree char *path = NULL;

  self->results = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) muster_rollcall_result_free);
  self->folder = g_dir_make_tmp ("muster-sample-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "sample.db", NULL);
  g_assert_true (muster_day_parse (day, &self->today));
  self->clock = muster_clock_new_fixed ((gint64) self->today * 86400 * G_USEC_PER_SEC);
  self->store = muster_store_open (path, self->clock, &error);
  g_assert_no_error (error);
  return self;
}

static Fixture *
fixture_new_written (const char *day)
{
  Fixture *self = fixture_new (day);
  g_autoptr (GError) error = NULL;

  muster_sample_write (self->store, self->today, NULL, &error);
  g_assert_no_error (error);
  return self;
}

static void
fixture_free (Fixture *self)
{
  static const char *const ends[] = { "", "-wal", "-shm" };

  g_hash_table_unref (self->results);
  g_assert_finalize_object (self->store);
  g_assert_finalize_object (self->clock);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (self->folder, "/sample.db", ends[i], NULL);

      (void) g_unlink (path);
    }
  (void) g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/* Reading a group takes longer than looking through its findings: each is run once. */
static const MusterRollcallResult *
run_rollcall (Fixture *self, const char *name)
{
  MusterDatabase *db = muster_store_get_database (self->store, NULL);
  MusterRollcallResult *result = g_hash_table_lookup (self->results, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterGroup) group = NULL;

  if (result != NULL)
    return result;

  group = muster_group_table_find (db, name, &error);
  g_assert_no_error (error);
  result = muster_rollcall_run (db, group, self->today, G_MAXINT32, NULL, &error);
  g_assert_no_error (error);
  g_hash_table_insert (self->results, g_strdup (name), result);
  return result;
}

static gboolean
has_finding (const MusterRollcallResult *result, const char *check, const char *name)
{
  for (guint i = 0; i < result->findings->len; i++)
    {
      MusterFinding *finding = result->findings->pdata[i];

      if (g_str_equal (muster_finding_get_check (finding), check) &&
          (g_strcmp0 (muster_finding_get_name (finding), name) == 0 ||
           g_strcmp0 (muster_finding_get_nickname (finding), name) == 0))
        return TRUE;
    }

  return FALSE;
}

static gint64
ask (Fixture *self, const char *sql, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_store_get_database (self->store, NULL), sql, &error);

  g_assert_no_error (error);
  if (text != NULL)
    muster_query_bind_text (query, 1, text);
  g_assert_true (muster_query_next (query, &error));
  return muster_query_get_int (query, 0);
}

static void
check_counts (Fixture *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      const MusterRollcallResult *result = run_rollcall (self, counts[i].group);
      guint n = 0;

      for (guint j = 0; j < result->findings->len; j++)
        n += g_str_equal (muster_finding_get_check (result->findings->pdata[j]), counts[i].check);
      if (n != counts[i].n)
        g_test_message ("%s, %s: %u instead of %u", counts[i].group, counts[i].check, n,
                        counts[i].n);
      g_assert_cmpuint (n, ==, counts[i].n);
    }
}

/* A check that the program has and no row names would be a check without samples. */
static void
test_every_check (void)
{
  guint n_checks;
  const MusterCheck *checks = muster_rollcall_list_checks (&n_checks);

  for (guint i = 0; i < n_checks; i++)
    {
      guint most = 0;

      for (guint j = 0; j < G_N_ELEMENTS (counts); j++)
        if (g_str_equal (counts[j].check, checks[i].id))
          most = MAX (most, counts[j].n);
      g_test_message ("%s: %u", checks[i].id, most);
      if (g_str_equal (checks[i].id, "unmatched") || g_str_equal (checks[i].id, "capacity") ||
          g_str_equal (checks[i].id, "stale-records"))
        g_assert_cmpuint (most, ==, 1);
      else if (g_str_equal (checks[i].id, "violation-due") || g_str_equal (checks[i].id, "drift"))
        g_assert_cmpuint (most, ==, 0); /* the sample groups have no rules yet */
      else
        g_assert_cmpuint (most, >=, 3);
    }
}

static void
check_cases (Fixture *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      const MusterRollcallResult *result = run_rollcall (self, found[i].group);

      g_test_message ("found: %s %s: %s", found[i].name, found[i].check, found[i].label);
      g_assert_true (has_finding (result, found[i].check, found[i].name));
    }
  for (guint i = 0; i < G_N_ELEMENTS (near_misses); i++)
    {
      const MusterRollcallResult *result = run_rollcall (self, near_misses[i].group);

      g_test_message ("not found: %s %s: %s", near_misses[i].name, near_misses[i].check,
                      near_misses[i].label);
      g_assert_cmpint (ask (self,
                            "SELECT EXISTS (SELECT 1 FROM persons WHERE name = ?1) OR "
                            "EXISTS (SELECT 1 FROM senders WHERE name = ?1) OR "
                            "EXISTS (SELECT 1 FROM snapshot_entries WHERE nickname = ?1) OR "
                            "EXISTS (SELECT 1 FROM groups WHERE name = ?1) OR "
                            "EXISTS (SELECT 1 FROM tasks WHERE title = ?1)",
                            near_misses[i].name),
                       ==, 1);
      g_assert_false (has_finding (result, near_misses[i].check, near_misses[i].name));
    }
}

static void
test_day (gconstpointer data)
{
  g_autoptr (Fixture) self = fixture_new_written (data);

  check_counts (self);
  check_cases (self);
}

static void
test_verdicts (void)
{
  static const struct
  {
    const char *verdict;
    guint n;
  } rows[] = { { "near", 4 }, { "wrong", 3 }, { "unknown", 3 } };
  g_autoptr (Fixture) self = fixture_new_written (days[0]);
  const MusterRollcallResult *result = run_rollcall (self, STAFF);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n = 0;

      for (guint j = 0; j < result->findings->len; j++)
        n += g_strcmp0 (muster_finding_get_verdict (result->findings->pdata[j]), rows[i].verdict) ==
             0;
      g_test_message ("%s", rows[i].verdict);
      g_assert_cmpuint (n, ==, rows[i].n);
    }
}

static void
test_unmatched (void)
{
  g_autoptr (Fixture) self = fixture_new_written (days[0]);
  const MusterRollcallResult *result = run_rollcall (self, JOBS);
  guint n = 0;

  for (guint i = 0; i < result->findings->len; i++)
    {
      GPtrArray *evidence = muster_finding_get_evidence (result->findings->pdata[i]);

      if (!g_str_equal (muster_finding_get_check (result->findings->pdata[i]), "unmatched"))
        continue;
      for (guint j = 0; j < evidence->len; j++)
        n += g_str_equal (((MusterEvidence *) evidence->pdata[j])->fact, "sender");
    }
  g_assert_cmpuint (n, ==, 6);
}

static MusterFinding *
find_finding (const MusterRollcallResult *result, const char *check, const char *name)
{
  for (guint i = 0; i < result->findings->len; i++)
    {
      MusterFinding *finding = result->findings->pdata[i];

      if (g_str_equal (muster_finding_get_check (finding), check) &&
          g_strcmp0 (muster_finding_get_name (finding), name) == 0)
        return finding;
    }

  return NULL;
}

/* What a finding is grounded on. */
static void
test_evidence (void)
{
  static const struct
  {
    const char *label, *group, *check, *name, *fact;
    gboolean there;
  } rows[] = {
    { "a leave that moved the days", STAFF, "remind", "符小康", "leave", TRUE },
    { "no leave", STAFF, "remind", "詹世杰", "leave", FALSE },
    { "the last message", STAFF, "silent", "祝英华", "last-message", TRUE },
    { "never wrote: the joining", STAFF, "silent", "舒雅文", "joined", TRUE },
    { "never wrote", STAFF, "silent", "舒雅文", "last-message", FALSE },
    { "the hole in the records", REUNION, "not-covered", "邢丽娟", "not-covered", TRUE },
    { "nothing is known", REUNION, "not-covered", "方志成", "leave", FALSE },
  };
  g_autoptr (Fixture) self = fixture_new_written (days[0]);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MusterRollcallResult *result = run_rollcall (self, rows[i].group);
      MusterFinding *finding = find_finding (result, rows[i].check, rows[i].name);

      g_test_message ("%s", rows[i].label);
      g_assert_nonnull (finding);
      g_assert_cmpint (muster_finding_find_evidence (finding, rows[i].fact) != NULL, ==,
                       rows[i].there);
    }
}

/* What the table of members shows agrees with the roll call and the records. */
static void
test_facts (void)
{
  static const struct
  {
    const char *label, *group, *name, *text; /* no text: a day */
    guint marks;
  } rows[] = {
    { "never wrote", STAFF, "舒雅文", "before 2025-11-24", MUSTER_MEMBER_MARK_SILENT },
    { "three months to the day", STAFF, "管小乐", NULL, MUSTER_MEMBER_MARK_SILENT },
    { "a month to the day", STAFF, "詹世杰", NULL, 0 },
    { "nobody knows since when", REUNION, "方志成", "before 2026-09-18", 0 },
    { "wrong nickname", REUNION, "冯建民", NULL, MUSTER_MEMBER_MARK_NICKNAME },
  };
  g_autoptr (Fixture) self = fixture_new_written (days[0]);
  MusterDatabase *db = muster_store_get_database (self->store, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MusterGroup) group = muster_group_table_find (db, rows[i].group, NULL);
      g_autoptr (MusterMemberFacts) facts =
          muster_rollcall_read_facts (db, group, self->today, NULL);
      g_autoptr (MusterRoster) roster =
          muster_roster_load (db, muster_group_get_id (group), self->today, NULL);
      guint n_silent = 0;

      g_test_message ("%s", rows[i].label);
      for (guint j = 0; j < muster_roster_get_n_members (roster); j++)
        {
          const MusterRosterMember *member = muster_roster_get_member (roster, j);
          const MusterMemberFact *fact = muster_member_facts_find_id (facts, &member->id);
          g_autofree char *text = muster_member_fact_dup_text (fact);

          n_silent += (fact->marks & MUSTER_MEMBER_MARK_SILENT) != 0;
          g_assert_cmpint (fact->n_messages > 0, ==, fact->last_message > 0);
          if (g_strcmp0 (muster_roster_member_get_name (member), rows[i].name) != 0)
            continue;
          g_assert_cmpuint (fact->marks, ==, rows[i].marks);
          if (rows[i].text != NULL)
            g_assert_cmpstr (text, ==, rows[i].text);
          else
            g_assert_true (g_str_has_prefix (text, "2026-"));
        }
      for (guint j = 0; j < G_N_ELEMENTS (counts); j++)
        if (g_str_equal (counts[j].group, rows[i].group) && g_str_equal (counts[j].check, "silent"))
          g_assert_cmpuint (n_silent, ==, counts[j].n);
    }
}

static void
test_figures (void)
{
  static const struct
  {
    const char *label, *sql;
    gint64 from, to;
  } rows[] = {
    { "messages", "SELECT count(*) FROM messages", 20000, 60000 },
    { "imports", "SELECT count(*) FROM imports WHERE kind = 'chat'", 9, 9 },
    { "lists", "SELECT count(*) FROM snapshots", 6, 6 },
    { "days", "SELECT max(to_day) - min(from_day) FROM coverage", 355, 375 },
    { "changes", "SELECT count(*) FROM changes", 1, 1 },
    { "messages of the future",
      "SELECT count(*) FROM sender_stats WHERE last_at >= (SELECT max(to_day) + 1 FROM coverage) "
      "* 86400",
      0, 0 },
    { "telephones that might be somebody's",
      "SELECT count(*) FROM persons WHERE phones NOT LIKE '1200%'", 0, 0 },
  };
  g_autoptr (Fixture) self = fixture_new_written (days[0]);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 n = ask (self, rows[i].sql, NULL);

      g_test_message ("%s: %" G_GINT64_FORMAT, rows[i].label, n);
      g_assert_cmpint (n, >=, rows[i].from);
      g_assert_cmpint (n, <=, rows[i].to);
    }
}

static char *
dup_contents (Fixture *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  static const char *const tables[] = {
    "SELECT name || phones || ifnull (city, '') FROM persons ORDER BY 1",
    "SELECT ifnull (nickname, '') || role || standing || ifnull (joined_on, '') "
    "FROM memberships ORDER BY 1",
    "SELECT minute || ' ' || second || ' ' || letters FROM messages ORDER BY 1",
    "SELECT ifnull (identifier, '') || ifnull (nickname, '') || n FROM snapshot_entries ORDER BY 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterQuery) query =
          muster_query_new (muster_store_get_database (self->store, NULL), tables[i], &error);

      while (muster_query_next (query, &error))
        g_checksum_update (sum, (const guchar *) muster_query_get_text (query, 0), -1);
      g_assert_no_error (error);
    }
  return g_strdup (g_checksum_get_string (sum));
}

static void
test_same_again (void)
{
  g_autoptr (Fixture) a = fixture_new_written (days[0]);
  g_autoptr (Fixture) b = fixture_new_written (days[0]);
  g_autofree char *x = dup_contents (a);
  g_autofree char *y = dup_contents (b);

  g_assert_cmpstr (x, ==, y);
}

static void
test_undo (void)
{
  g_autoptr (Fixture) self = fixture_new_written (days[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterUndoReport) report = NULL;

  g_assert_false (muster_sample_write (self->store, self->today, NULL, &error));
  g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID);
  g_assert_cmpint (ask (self, "SELECT count(*) FROM groups", NULL), ==, 3);
  g_clear_error (&error);

  report = muster_undo_last (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (self,
                        "SELECT (SELECT count(*) FROM groups) + (SELECT count(*) FROM persons) + "
                        "(SELECT count(*) FROM memberships) + (SELECT count(*) FROM snapshots) + "
                        "(SELECT count(*) FROM coverage) + (SELECT count(*) FROM imports)",
                        NULL),
                   ==, 0);
  muster_sample_write (self->store, self->today, NULL, &error);
  g_assert_no_error (error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean *done = data;

  g_assert_true (muster_sample_write_finish (MUSTER_STORE (source), result, &error));
  g_assert_no_error (error);
  *done = TRUE;
}

static void
test_async (void)
{
  g_autoptr (Fixture) self = fixture_new (days[0]);
  gboolean done = FALSE;

  muster_sample_write_async (self->store, self->today, NULL, on_written, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ask (self, "SELECT count(*) FROM groups", NULL), ==, 3);
}

static void
test_cancelled (void)
{
  g_autoptr (Fixture) self = fixture_new (days[0]);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (muster_sample_write (self->store, self->today, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (ask (self, "SELECT count(*) FROM groups", NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *path = g_strconcat ("/sample/day/", days[i], NULL);

      g_test_add_data_func (path, days[i], test_day);
    }
  g_test_add_func ("/sample/every-check", test_every_check);
  g_test_add_func ("/sample/verdicts", test_verdicts);
  g_test_add_func ("/sample/unmatched", test_unmatched);
  g_test_add_func ("/sample/evidence", test_evidence);
  g_test_add_func ("/sample/facts", test_facts);
  g_test_add_func ("/sample/figures", test_figures);
  g_test_add_func ("/sample/same-again", test_same_again);
  g_test_add_func ("/sample/undo", test_undo);
  g_test_add_func ("/sample/async", test_async);
  g_test_add_func ("/sample/cancelled", test_cancelled);
  return g_test_run ();
}
