/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-draft.h"
#include "muster-violation-draft.h"

#define DEADLINE 20785 /* 2026-11-28 */

static const struct
{
  const char *label, *language, *check, *name, *nickname, *suggestion, *fact, *value;
  const char *expected;
} persons[] = {
  { "nickname in English", "en", "nickname", "Ada Lovelace", "ada", "R&D-Ada Lovelace", NULL, NULL,
    "Hello Ada Lovelace, in “Staff” nicknames follow the form “department-name”, so that everybody "
    "knows who is who. Please change yours to “R&D-Ada Lovelace” by 28 November 2026. Thank you!" },
  { "nickname in Chinese", "zh_CN", "nickname", "张三", "张三", "销售部-张三", NULL, NULL,
    "张三你好，“Staff”的群名片统一为“部门-姓名”，方便大家相互认识。请在11月28日前把你的群名片改为"
    "“销售部-张三”，谢谢！" },
  { "nickname without a suggestion", "zh_CN", "nickname", "张三", "小可爱", NULL, NULL, NULL,
    "张三你好，“Staff”的群名片统一为“部门-姓名”，方便大家相互认识。请在11月28日前修改你的群名片，"
    "谢谢！" },
  { "mismatch in Chinese", "zh_CN", "mismatch", "张三", "销售部-李四", "销售部-张三", NULL, NULL,
    "张三你好，你在“Staff”的群名片上的名字与名单不一致。请在11月28日前改为“销售部-"
    "张三”；如果是名单有"
    "误，请告诉我，谢谢！" },
  { "reminder in English", "en", "remind", "Ada", "ada", NULL, "last-message",
    "2026-10-01T08:23:04",
    "Hello Ada, we have not heard from you in “Staff” since 1 October 2026. A short word by 28 "
    "November 2026 is enough. If you are busy or away, just tell me. Thank you!" },
  { "silent in Chinese, counted from joining", "zh_CN", "silent", "张三", "张三", NULL, "joined",
    "2026-01-05",
    "张三你好，你在“Staff”自1月5日以来一直没有发言。按群规，长期不发言的成员将被请出群。如果你愿意"
    "留"
    "下，请在11月28日前在群里说句话，谢谢！" },
  { "introduction in Chinese", "zh_CN", "introduction", "张三", "张三", NULL, NULL, NULL,
    "张三你好，欢迎加入“Staff”！请在11月28日前做个简单的自我介绍，让大家认识你，谢谢！" },
  { "missing in English", "en", "missing", "Ada", NULL, NULL, NULL, NULL,
    "Hello Ada, you belong in the group “Staff” but are not in it yet. Please join by 28 November "
    "2026, or tell me why not. Thank you!" },
  { "a stranger has only a nickname", "zh_CN", "stranger", NULL, "路人甲", NULL, NULL, NULL,
    "路人甲你好，我在“Staff”的名单上没有找到你。请在11月28日前告诉我你的真实姓名，谢谢！" },
  { "impersonation in English", "en", "impersonation", "Bob", "Adа", NULL, NULL, NULL,
    "Hello Bob, your nickname in “Staff” can be mistaken for somebody else’s. Please change it by "
    "28 November 2026. Thank you!" },
  { "congratulation in Chinese", "zh_CN", "birthday", "张三", "张三", NULL, "birthday",
    "2026-11-25", "张三，祝你生日快乐！“Staff”全体成员祝你新的一岁身体健康、万事如意！" },
  { "nothing to say about the group's size", "en", "capacity", "Staff", NULL, NULL, NULL, NULL,
    NULL },
  { "an unknown language falls back to English", "fi", "missing", "Ada", NULL, NULL, NULL, NULL,
    "Hello Ada, you belong in the group “Staff” but are not in it yet. Please join by 28 November "
    "2026, or tell me why not. Thank you!" },
};

static MusterFinding *
make_finding (guint i)
{
  MusterFinding *finding = muster_finding_new (persons[i].check, MUSTER_SEVERITY_NOTICE);

  muster_finding_set_subject (finding, "member", "1", persons[i].name, persons[i].nickname);
  muster_finding_set_naming (finding, "wrong", NULL, persons[i].suggestion);
  if (persons[i].fact != NULL)
    muster_finding_add_evidence (finding, persons[i].fact, persons[i].value, NULL);
  return finding;
}

static MusterDraft *
make_draft (const char *language, MusterGroup **out_group)
{
  g_autoptr (MusterPolicy) policy = muster_policy_new ();

  *out_group = muster_group_new (NULL, "Staff");
  muster_group_set_language (*out_group, language);
  muster_policy_take_value (policy, "naming", g_strdup ("{department}-{name}"));
  return muster_draft_new (*out_group, policy, DEADLINE);
}

static void
test_person (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (persons); i++)
    {
      MusterGroup *group;
      MusterDraft *draft = make_draft (persons[i].language, &group);
      MusterFinding *finding = make_finding (i);
      g_autofree char *text = muster_draft_for_person (draft, finding);

      g_test_message ("%s", persons[i].label);
      g_assert_cmpstr (text, ==, persons[i].expected);
      muster_draft_free (draft);
      g_assert_finalize_object (finding);
      g_assert_finalize_object (group);
    }
}

static void
test_group (void)
{
  static const struct
  {
    const char *label, *language;
    guint rows[3];
    const char *expected;
  } joints[] = {
    { "nicknames with what they should be",
      "zh_CN",
      { 1, 2, 1 },
      "请以下成员在11月28日前把群名片改为“部门-姓名”的格式，方便大家相互认识，谢谢！\n"
      "@张三 → 销售部-张三\n@小可爱\n@张三 → 销售部-张三" },
    { "those who are not in the group can't be addressed in it",
      "en",
      { 7, 7, 7 },
      "These people belong in the group but are not in it. Whoever can reach them: please invite "
      "them by 28 November 2026. Thank you!\nAda\nAda\nAda" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      MusterGroup *group;
      MusterDraft *draft = make_draft (joints[i].language, &group);
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *text = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (joints[i].rows); j++)
        g_ptr_array_add (findings, make_finding (joints[i].rows[j]));
      text = muster_draft_for_group (draft, findings);
      g_test_message ("%s", joints[i].label);
      g_assert_cmpstr (text, ==, joints[i].expected);
      muster_draft_free (draft);
      g_assert_finalize_object (group);
    }
}

static const struct
{
  const char *label, *language, *sanction;
  MusterViolationMessage message;
  const char *expected;
} violations[] = {
  { "private, in English", "en", "private", MUSTER_VIOLATION_MESSAGE_SANCTION,
    "Hello Ada, this is about 21 November 2026 21:30 in “Staff” (shouted). Clause 3 of the rules "
    "(Rules, edition 2) says: “No shouting.”\n"
    "This is a warning between the two of us. Please keep to the rules from now on.\n"
    "If you see it differently, tell me by 28 November 2026, and I will look into it again." },
  { "named with a fine, in Chinese", "zh_CN", "named + fine 50", MUSTER_VIOLATION_MESSAGE_SANCTION,
    "@ada 关于11月21日 21:30的行为（shouted）：规章（Rules，第 2 版）第 3 条规定：“No shouting.”\n"
    "现在群内点名提醒，请以后遵守群规。\n按规定罚款50元，请在11月25日前缴纳。\n"
    "如有异议，请在11月28日前告诉我，我会重新核实。" },
  { "muted and points, in Chinese", "zh_CN", "mute PT90M + points 2",
    MUSTER_VIOLATION_MESSAGE_SANCTION,
    "Ada你好，关于你11月21日 21:30在“Staff”的行为（shouted）：规章（Rules，第 2 版）第 3 条规定："
    "“No shouting.”\n按规定禁言90分钟，到时我会为你解除。\n按规定扣2分。\n"
    "如有异议，请在11月28日前告诉我，我会重新核实。" },
  { "may write again", "en", NULL, MUSTER_VIOLATION_MESSAGE_UNMUTE,
    "Hello Ada, the time in which you could not write in “Staff” has ended. Welcome back!" },
  { "the appeal was granted", "zh_CN", NULL, MUSTER_VIOLATION_MESSAGE_GRANTED,
    "Ada你好，关于11月21日 21:30的申诉已经核实，申诉成立，原来的处理已撤销。" },
};

static void
test_violations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (violations); i++)
    {
      MusterGroup *group = muster_group_new (NULL, "Staff");
      g_autoptr (MusterPolicy) policy = muster_policy_new ();
      g_autoptr (MusterDraft) draft = NULL;
      g_autoptr (MusterViolationCase) about = muster_violation_case_new (muster_violation_new ());
      MusterSanction sanction;
      g_autofree char *text = NULL;

      g_test_message ("%s", violations[i].label);
      muster_group_set_language (group, violations[i].language);
      draft = muster_draft_new (group, policy, DEADLINE);
      about->violation->happened_at = G_GINT64_CONSTANT (20778) * 86400 + 77400;
      about->violation->summary = g_strdup ("shouted");
      about->edition = muster_edition_new ();
      about->clause = muster_clause_new ();
      about->clause->number = g_strdup ("3");
      about->clause->text = g_strdup ("No shouting.");
      about->document = g_strdup ("Rules");
      about->label = g_strdup ("2");
      if (violations[i].sanction != NULL)
        g_assert_true (muster_sanction_parse (violations[i].sanction, &sanction, NULL));
      text = muster_violation_draft_dup (draft, violations[i].message, about,
                                         violations[i].sanction != NULL ? &sanction : NULL, "Ada",
                                         "ada", 20782);
      g_assert_cmpstr (text, ==, violations[i].expected);
      g_clear_pointer (&draft, muster_draft_free);
      g_assert_finalize_object (group);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/draft/person", test_person);
  g_test_add_func ("/draft/group", test_group);
  g_test_add_func ("/draft/violations", test_violations);
  return g_test_run ();
}
