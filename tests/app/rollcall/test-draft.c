/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-draft.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/draft/person", test_person);
  g_test_add_func ("/draft/group", test_group);
  return g_test_run ();
}
