/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "muster-account-table.h"
#include "muster-group-table.h"
#include "muster-identity.h"
#include "muster-membership-table.h"
#include "muster-person-table.h"
#include "muster-store.h"

#define TODAY 20778 /* 2026-11-21 */

/* Who is in the group: earlier nickname until day 100, then the nickname. */
static const struct
{
  const char *name, *former, *earlier, *nickname, *account, *display_name;
  MusterStanding standing;
  const char *phones;
} people[] = {
  { "张三", NULL, "小三", "销售部-张三", "wxid_a", "zhang", MUSTER_STANDING_ACTIVE, NULL },
  { "李四", "李肆", NULL, "阿四", NULL, NULL, MUSTER_STANDING_ACTIVE, NULL },
  { "张伟", NULL, NULL, "伟一", NULL, NULL, MUSTER_STANDING_ACTIVE, NULL },
  { "张伟", NULL, NULL, "伟二", NULL, NULL, MUSTER_STANDING_ACTIVE, NULL },
  { "王五", NULL, NULL, "老王", NULL, NULL, MUSTER_STANDING_LEFT, NULL },
  { "赵六", NULL, NULL, "老王", NULL, NULL, MUSTER_STANDING_ACTIVE, NULL },
  { "Ada Lovelace", NULL, "老王", "ada", NULL, NULL, MUSTER_STANDING_ACTIVE, NULL },
  { "钱七", NULL, NULL, "退了", NULL, NULL, MUSTER_STANDING_LEFT, NULL },
  { "周八", NULL, NULL, "八", "zhouba", NULL, MUSTER_STANDING_ACTIVE, "138 1234 5678" },
  { "Jo Weber", NULL, NULL, "jo", NULL, NULL, MUSTER_STANDING_ACTIVE, "(0170) 1234-567\n555123" },
  { "Max Vater", NULL, NULL, "max", NULL, NULL, MUSTER_STANDING_ACTIVE, "030 9876543" },
  { "Mia Mutter", NULL, NULL, "mia", NULL, NULL, MUSTER_STANDING_ACTIVE, "0049 30 9876543" },
};

static const struct
{
  const char *label, *identifier, *name;
  MusterDay when;
  const char *expected; /* the member's name; NULL: nobody; "?": several */
} rows[] = {
  { "by account, whatever the name", "wxid_a", "anything", TODAY, "张三" },
  { "by nickname", NULL, "阿四", TODAY, "李四" },
  { "by nickname, full width and spaces", NULL, "销售部－张 三", TODAY, "张三" },
  { "by an earlier nickname", NULL, "小三", 50, "张三" },
  { "by an earlier nickname, later", NULL, "小三", TODAY, "张三" },
  { "by the real name", NULL, "李四", TODAY, "李四" },
  { "by a former name", NULL, "李肆", TODAY, "李四" },
  { "by the account's own name", NULL, "zhang", TODAY, "张三" },
  { "by the real name as a word", NULL, "李四（上海）", TODAY, "李四" },
  { "a real name within a longer word is no word", NULL, "李四四", TODAY, NULL },
  { "by the real name behind a number", NULL, "07李四", TODAY, "李四" },
  { "by the real name with a space", NULL, "销售-赵 六", TODAY, "赵六" },
  { "by the real name behind the department", NULL, "销售部赵六", TODAY, "赵六" },
  { "by the real name before the department", NULL, "赵六销售", TODAY, "赵六" },
  { "by the real name behind another department", NULL, "财务部赵六", TODAY, NULL },
  { "by the real name, family first", NULL, "Lovelace, Ada", TODAY, "Ada Lovelace" },
  { "by the real name with accents", NULL, "IT - Adá Lovelace", TODAY, "Ada Lovelace" },
  { "by the real name in traditional characters", NULL, "張偉二", TODAY, NULL },
  { "namesakes", NULL, "张伟", TODAY, "?" },
  { "namesakes as a word", NULL, "研发-张伟", TODAY, "?" },
  { "namesakes told apart by department", NULL, "销售-张伟", TODAY, "张伟" },
  { "namesakes told apart behind the name", NULL, "张伟（财务部）", TODAY, "张伟" },
  { "one letter tells no department", NULL, "销-张伟", TODAY, "?" },
  { "namesakes told apart by nickname", NULL, "伟二", TODAY, "张伟" },
  { "a member of today before one who left", NULL, "老王", TODAY, "赵六" },
  { "one who left, if nobody else fits", NULL, "退了", TODAY, "钱七" },
  { "an unknown account of somebody without one", "wxid_b", "李四", TODAY, "李四" },
  { "another account than that of the name: somebody else", "wxid_z", "张三", TODAY, NULL },
  { "the id that WeChat made, where the roster has the chosen one", "wxid_q", "周八", TODAY,
    "周八" },
  { "another chosen one", "zhoujiu", "周八", TODAY, NULL },
  { "an account that is a phone", "8613812345678", NULL, TODAY, "周八" },
  { "a name that is a phone, with the country", NULL, "+49 170 1234567", TODAY, "Jo Weber" },
  { "with invisible marks, as WhatsApp has them", NULL, "\u202a+49\u00a0170\u00a01234567\u202c",
    TODAY, "Jo Weber" },
  { "a phone that two share", NULL, "+49 30 9876543", TODAY, NULL },
  { "a phone that two share, and the name", "4930 9876543", "mia", TODAY, "Mia Mutter" },
  { "too short for a phone", NULL, "555123", TODAY, NULL },
  { "ends alike, but is another number", NULL, "+49 171 1234567", TODAY, NULL },
  { "case", NULL, "ADA LOVELACE", TODAY, "Ada Lovelace" },
  { "nobody", NULL, "路人甲", TODAY, NULL },
  { "nothing", NULL, "", TODAY, NULL },
  { "no name at all", NULL, NULL, TODAY, NULL },
};

static gboolean
fill (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterGroup) group = muster_group_new (NULL, "g");
  MusterId id;

  g_assert_true (muster_group_table_insert (change, group, &id, error));
  *(MusterId *) data = id;
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (MusterPerson) person = muster_person_new ();
      g_autoptr (MusterMembership) membership = muster_membership_new ();
      MusterAccount account = { .platform = (char *) "wechat",
                                .identifier = (char *) people[i].account,
                                .display_name = (char *) people[i].display_name };
      MusterId member;

      muster_person_set (person, MUSTER_PERSON_NAME, people[i].name);
      muster_person_set (person, MUSTER_PERSON_FORMER_NAMES, people[i].former);
      muster_person_set (person, MUSTER_PERSON_PHONES, people[i].phones);
      muster_person_set (person, MUSTER_PERSON_DEPARTMENT, i == 3 ? "财务部" : "销售部");
      g_assert_true (muster_person_table_insert (change, person, &membership->person, error));
      membership->group = id;
      membership->standing = people[i].standing;
      membership->nickname =
          g_strdup (people[i].earlier != NULL ? people[i].earlier : people[i].nickname);
      membership->nickname_from = 1;
      g_assert_true (muster_membership_table_insert (change, membership, &member, error));
      g_assert_true (
          muster_membership_table_set_nickname (change, &member, people[i].nickname, 100, error));
      account.person = membership->person;
      if (people[i].account != NULL)
        g_assert_true (muster_account_table_insert (change, &account, NULL, error));
    }
  return TRUE;
}

static void
check_row (MusterRoster *roster, MusterIdentity *identity, guint i)
{
  guint member = 0;
  MusterIdentityVerdict verdict = muster_identity_find (identity, "wechat", rows[i].identifier,
                                                        rows[i].name, rows[i].when, &member);

  g_test_message ("%s", rows[i].label);
  if (rows[i].expected == NULL)
    g_assert_cmpint (verdict, ==, MUSTER_IDENTITY_NOBODY);
  else if (g_str_equal (rows[i].expected, "?"))
    g_assert_cmpint (verdict, ==, MUSTER_IDENTITY_SEVERAL);
  else
    {
      g_assert_cmpint (verdict, ==, MUSTER_IDENTITY_ONE);
      g_assert_cmpstr (muster_roster_member_get_name (muster_roster_get_member (roster, member)),
                       ==, rows[i].expected);
    }
}

static void
test_find (void)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-identity-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "muster.db", NULL);
  MusterClock *clock = muster_clock_new_fixed ((gint64) TODAY * 86400 * G_USEC_PER_SEC);
  MusterStore *store = muster_store_open (path, clock, NULL);
  MusterRoster *roster;
  MusterIdentity *identity;
  MusterId group;

  g_assert_true (muster_store_write (store, "Fill", fill, &group, NULL, NULL));
  roster = muster_roster_load (muster_store_get_database (store, NULL), &group, TODAY, NULL);
  identity = muster_identity_new (roster);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_row (roster, identity, i);

  muster_identity_free (identity);
  muster_roster_free (roster);
  g_assert_finalize_object (store);
  g_assert_finalize_object (clock);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (sqlite3_memory_used (), ==, 0);
}

static void
test_resembles (void)
{
  static const struct
  {
    const char *label, *a, *b;
    gboolean expected;
  } pairs[] = {
    { "the same", "张三", "张三", TRUE },
    { "read alike", "张珊珊", "章姗姗", TRUE },
    { "one character more", "欧阳锋", "欧阳小锋", TRUE },
    { "one character exchanged", "欧阳锋", "欧阳峰", TRUE },
    { "two characters of two", "张三", "李四", FALSE },
    { "one of two characters is no resemblance", "张三", "张四", FALSE },
    { "one within the other", "王五", "小王五", TRUE },
    { "a single character within is nothing", "王", "小王五", FALSE },
    { "traditional", "張偉", "张伟", TRUE },
    { "empty", "", "张三", FALSE },
    { "Western, one letter", "Jonathan", "Jonathon", TRUE },
    { "Western, others", "Jonathan", "Matthew", FALSE },
    { "the family name as an initial", "Uwe J.", "Uwe Jansen", TRUE },
    { "another initial", "Uwe M.", "Uwe Jansen", FALSE },
    { "the given name as an initial", "J. Müller", "Jürgen Müller", TRUE },
    { "the initial of another given name", "K. Müller", "Jürgen Müller", FALSE },
    { "accents left out", "Kathe", "Käthe Groß", TRUE },
    { "signs alone", "☆", "★", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s", pairs[i].label);
      g_assert_cmpint (muster_identity_resembles (pairs[i].a, pairs[i].b), ==, pairs[i].expected);
      g_assert_cmpint (muster_identity_resembles (pairs[i].b, pairs[i].a), ==, pairs[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/identity/find", test_find);
  g_test_add_func ("/identity/resembles", test_resembles);
  return g_test_run ();
}
