/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "muster-group-table.h"
#include "muster-input-error.h"
#include "muster-membership-table.h"
#include "muster-person-table.h"
#include "muster-policy.h"
#include "muster-reply-plan.h"
#include "muster-store.h"

#define TODAY 20778 /* 2026-11-21 */
#define NO MUSTER_REPLY_NO_TIME
#define AT(hour, minute) ((TODAY - 1) * G_GINT64_CONSTANT (86400) + (hour) *3600 + (minute) *60)

static const struct
{
  const char *name, *nickname, *department;
  MusterStanding standing;
} people[] = {
  { "张三", "销售部-张三", "销售部", MUSTER_STANDING_ACTIVE },
  { "李四", "阿四", "销售部", MUSTER_STANDING_ACTIVE },
  { "张伟", "伟一", "销售部", MUSTER_STANDING_ACTIVE },
  { "张伟", "伟二", "财务部", MUSTER_STANDING_ACTIVE },
  { "Ada Lovelace", "ada", NULL, MUSTER_STANDING_ACTIVE },
  { "钱七", "退了", NULL, MUSTER_STANDING_LEFT },
  { "王五1", NULL, NULL, MUSTER_STANDING_ACTIVE },
};

/* An item is SIGN NAME:ANSWER; the signs: + taken down, ? several, ! nobody, = already, - no
 * answer, < before; a * behind it is late.  Of what is no answer the text stands. */
static const struct
{
  const char *label, *text;
  gint64 after, limit;
  gboolean wants_done, only_read;
  const char *expected;
} rows[] = {
  { "a colon", "张三：收到\n李四: 已阅！", NO, NO, FALSE, FALSE, "+张三:received +李四:received" },
  { "a space", "张三 收到\n李四 OK\nAda Lovelace got it", NO, NO, FALSE, FALSE,
    "+张三:received +李四:received +Ada Lovelace:received" },
  { "run together", "张三收到\n阿四1", NO, NO, FALSE, FALSE, "+张三:received +李四:received" },
  { "the answer first", "收到-张三\n收到，李四", NO, NO, FALSE, FALSE,
    "+张三:received +李四:received" },
  { "the department beside it", "销售部张三 收到\n财务-张伟 +1", NO, NO, FALSE, FALSE,
    "+张三:received +张伟:received" },
  { "a bare list, a line each", "1. 张三\n2、李四\n(3) ada", NO, NO, FALSE, FALSE,
    "+张三:received +李四:received +Ada Lovelace:received" },
  { "a bare list in a line", "张三、李四，ada", NO, NO, FALSE, FALSE,
    "+张三:received +李四:received +Ada Lovelace:received" },
  { "a list with one answer", "张三、李四：收到", NO, NO, FALSE, FALSE,
    "+张三:received +李四:received" },
  { "a list before an answer", "张三、李四 已完成", NO, NO, FALSE, FALSE, "+张三:done +李四:done" },
  { "a stamp before it", "[2026-11-20 09:12] 张三: 收到", NO, NO, FALSE, FALSE, "+张三:received" },
  { "only a time before it", "09:12 张三：收到", AT (10, 0), NO, FALSE, FALSE, "+张三:received" },
  { "copied out of WeChat", "张三:\n收到\n\n李四:\n我看看\n再说\n", NO, NO, FALSE, FALSE,
    "+张三:received -李四:\n我看看\n再说" },
  { "a name, a time, below it what was written", "张三 2026/11/20 9:12\n收到\n李四 9:13\n好的", NO,
    NO, FALSE, FALSE, "+张三:received +李四:received" },
  { "copied out of QQ", "张三 2026/11/20 9:12:01\n收到\n\n阿四 2026/11/20 9:13:02\n好的", NO, NO,
    FALSE, FALSE, "+张三:received +李四:received" },
  { "copied out of Telegram", "张三, [20.11.2026 9:12]\n收到\n\nada, [20.11.2026 9:50]\nok",
    AT (9, 10), AT (9, 40), FALSE, FALSE, "+张三:received +Ada Lovelace:received*" },
  { "copied out of WhatsApp",
    "[09:12, 20/11/2026] 张三: 收到\n[09:50, 20/11/2026] ada: ok\n[09:00, 20/11/2026] 阿四: ok",
    AT (9, 10), AT (9, 40), FALSE, FALSE, "+张三:received +Ada Lovelace:received* <李四:received" },
  { "names and answers by turns", "张三\n收到\n李四\n好的", NO, NO, FALSE, FALSE,
    "+张三:received +李四:received" },
  { "接龙", "#接龙\n请回复 7.30\n\n1. 张三\n2. 李四 收到\n3. 张伟\n4. 王小五\n5. ada 请假", NO, NO,
    FALSE, FALSE, "+张三:received +李四:received ?张伟 !王小五 -ada 请假" },
  { "homonyms", "张伟：收到\n张伟 收到", NO, NO, FALSE, FALSE, "?张伟 ?张伟" },
  { "homonyms told apart", "伟二：收到", NO, NO, FALSE, FALSE, "+张伟:received" },
  { "nobody", "王小五：收到\n陌生人 收到", NO, NO, FALSE, FALSE, "!王小五 !陌生人" },
  { "who has left", "钱七：收到", NO, NO, FALSE, FALSE, "!钱七" },
  { "an answer of nobody", "收到", NO, NO, FALSE, FALSE, "!" },
  { "no answer", "张三：收到了吗\n大家好\n张三 没收到\n李四 不同意", NO, NO, FALSE, FALSE,
    "-张三：收到了吗 -大家好 -张三 没收到 -李四 不同意" },
  { "a called name", "张三：@群主 收到", NO, NO, FALSE, FALSE, "+张三:received" },
  { "twice", "张三：收到\n张三：收到", NO, NO, FALSE, FALSE, "+张三:received =张三" },
  { "the first counts", "张三：收到\n张三：已完成", NO, NO, FALSE, FALSE, "+张三:received =张三" },
  { "what says most counts", "张三：收到\n张三：还没做\n张三：已完成\n张三：收到", NO, NO, TRUE,
    FALSE, "=张三 =张三 +张三:done =张三" },
  { "read but not done", "张三：还没做\n李四：收到", NO, NO, TRUE, FALSE,
    "+张三:undone +李四:received" },
  { "rules are accepted or not", "张三：还没做\n李四：同意", NO, NO, FALSE, TRUE,
    "-张三：还没做 +李四:received" },
  { "a name that ends in a digit", "王五1", NO, NO, FALSE, FALSE, "+王五1:received" },
  { "records: before, late, no answer, a picture",
    "2026-11-20 08:59:00 张三\n收到\n2026-11-20 09:12:11 张三\n收到\n2026-11-20 09:13:11 李四\n"
    "谁有空\n2026-11-20 09:50:11 李四\n收到-李四\n2026-11-20 09:51:00 ada\n[图片]\n",
    AT (9, 0), AT (9, 30), FALSE, FALSE, "<张三:received +张三:received -谁有空 +李四:received*" },
  { "records: in the very minute", "2026-11-20 09:00:00 张三\n收到\n", AT (9, 0) + 30, NO, FALSE,
    FALSE, "+张三:received" },
  { "a line before the records", "李四：收到\n[2026-11-20 09:12] 张三: 收到", NO, NO, FALSE, FALSE,
    "+李四:received +张三:received" },
  { "a sender whom nobody knows", "[2026-11-20 09:12] 陌生人: 收到", NO, NO, FALSE, FALSE,
    "!陌生人" },
};

typedef struct
{
  MusterStore *store;
  MusterGroup *group;
} World;

static gboolean
fill (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  World *world = data;
  g_autoptr (MusterGroup) group = muster_group_new (NULL, "g");
  MusterId id;

  g_assert_true (muster_group_table_insert (change, group, &id, error));
  world->group = muster_group_new (&id, "g");
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (MusterPerson) person = muster_person_new ();
      g_autoptr (MusterMembership) membership = muster_membership_new ();

      muster_person_set (person, MUSTER_PERSON_NAME, people[i].name);
      muster_person_set (person, MUSTER_PERSON_DEPARTMENT, people[i].department);
      g_assert_true (muster_person_table_insert (change, person, &membership->person, error));
      membership->group = id;
      membership->standing = people[i].standing;
      membership->nickname = g_strdup (people[i].nickname);
      g_assert_true (muster_membership_table_insert (change, membership, NULL, error));
    }
  return TRUE;
}

static char *
dup_items (MusterReplyPlan *plan)
{
  static const char signs[] = "+?!=-<";
  GPtrArray *items = muster_reply_plan_get_items (plan);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const MusterReplyItem *item = items->pdata[i];
      gboolean counts =
          item->verdict == MUSTER_REPLY_MATCHED || item->verdict == MUSTER_REPLY_BEFORE;
      const char *shown = item->verdict == MUSTER_REPLY_NO_ANSWER ? item->reply->text
                          : item->person != NULL                  ? item->person
                                                                  : item->reply->name;

      g_string_append_printf (out, "%s%c%s", i > 0 ? " " : "", signs[item->verdict],
                              shown != NULL ? shown : "");
      if (counts)
        g_string_append_printf (out, ":%s", muster_receipt_state_get_key (item->reply->answer));
      if (counts && item->is_late)
        g_string_append_c (out, '*');
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static MusterReplyPlan *
read_plan (World *world, const char *text, const MusterReplyOptions *options, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (MusterTextSource) source = muster_text_source_new_for_bytes (bytes, "x", NULL, error);

  return source != NULL ? muster_reply_plan_new (muster_store_get_database (world->store, NULL),
                                                 world->group, source, options, error)
                        : NULL;
}

static void
check_row (World *world, guint i)
{
  const MusterReplyOptions options = { .after = rows[i].after,
                                       .limit = rows[i].limit,
                                       .wants_done = rows[i].wants_done,
                                       .only_read = rows[i].only_read,
                                       .today = TODAY };
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterReplyPlan) plan = read_plan (world, rows[i].text, &options, &error);
  g_autofree char *items = NULL;

  g_test_message ("%s", rows[i].label);
  g_assert_no_error (error);
  items = dup_items (plan);
  g_assert_cmpstr (items, ==, rows[i].expected);
}

static gboolean
set_answers (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  World *world = data;

  return muster_policy_set (change, muster_group_get_id (world->group), "answers",
                            "OK啦; undone: 收到", TODAY, error);
}

/* What was answered before, what the keeper settles, and the words of the group. */
static void
check_more (World *world)
{
  g_autoptr (GHashTable) stored = g_hash_table_new (muster_id_hash, muster_id_equal);
  MusterReplyOptions options = { .after = NO, .limit = NO, .today = TODAY };
  g_autoptr (MusterReplyPlan) plan = read_plan (world, "张伟：收到\n大家好", &options, NULL);
  g_autoptr (MusterReplyPlan) again = NULL;
  g_autoptr (MusterReplyPlan) own = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *items = NULL;
  g_autofree char *items_again = NULL;
  g_autofree char *items_own = NULL;
  g_autoptr (MusterRoster) roster =
      muster_roster_load (muster_store_get_database (world->store, NULL),
                          muster_group_get_id (world->group), TODAY, NULL);
  MusterId wei = muster_roster_get_member (roster, 3)->id;

  muster_reply_plan_settle (plan, 0, &wei, MUSTER_RECEIPT_RECEIVED);
  muster_reply_plan_settle (plan, 1, &wei, MUSTER_RECEIPT_RECEIVED);
  items = dup_items (plan);
  g_assert_cmpstr (items, ==, "+张伟:received =张伟");

  g_hash_table_insert (stored, &wei, GUINT_TO_POINTER (MUSTER_RECEIPT_RECEIVED));
  options.stored = stored;
  again = read_plan (world, "伟二：收到\n伟二：已完成", &options, NULL);
  items_again = dup_items (again);
  g_assert_cmpstr (items_again, ==, "=张伟 =张伟");

  g_assert_true (muster_store_write (world->store, "Answers", set_answers, world, NULL, NULL));
  options.stored = NULL;
  own = read_plan (world, "张三：OK啦\n李四：收到\nada: done", &options, NULL);
  items_own = dup_items (own);
  g_assert_cmpstr (items_own, ==, "+张三:received +李四:undone +Ada Lovelace:done");

  g_assert_null (read_plan (world, " \n", &options, &error));
  g_assert_error (error, MUSTER_INPUT_ERROR, MUSTER_INPUT_ERROR_EMPTY);
}

static void
test_plan (void)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-reply-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "muster.db", NULL);
  MusterClock *clock = muster_clock_new_fixed ((gint64) TODAY * 86400 * G_USEC_PER_SEC);
  MusterStore *store = muster_store_open (path, clock, NULL);
  World world = { store, NULL };

  g_assert_true (muster_store_write (store, "Fill", fill, &world, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_row (&world, i);
  check_more (&world);

  g_assert_finalize_object (world.group);
  g_assert_finalize_object (store);
  g_assert_finalize_object (clock);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/reply-plan", test_plan);
  return g_test_run ();
}
