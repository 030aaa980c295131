/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-numeral.h"
#include "muster-rule-value.h"

#include <string.h>

/* The values that a text names, with "|", and the text with each in turn taken for another. */
static const struct
{
  const char *label;
  const char *key;
  const char *text;
  const char *values;
  const char *other; /* a value that takes the place of the first; NULL: there is none */
  const char *rewritten;
} rows[] = {
  { "words", "silent-after", "Silent for three months: you leave.", "P3M", "P6M",
    "Silent for six months: you leave." },
  { "digits", "silent-after", "3 months without a word", "P3M", "P1M", "1 month without a word" },
  { "with a hyphen", "silent-after", "a three-month silence", "P3M", NULL, NULL },
  { "Chinese words", "silent-after", "三个月不发言者退群", "P3M", "P6M", "六个月不发言者退群" },
  { "Chinese digits", "silent-after", "连续 3 个月不发言", "P3M", "P12M", "连续 12 个月不发言" },
  { "Chinese digits without blanks", "silent-after", "满3个月退群", "P3M", "P15D", "满15天退群" },
  { "two", "silent-after", "两个月", "P2M", "P2M", "两个月" },
  { "days", "silent-after", "after 90 days", "P90D", "P3M", "after 3 months" },
  { "weeks", "reply-within", "within two weeks", "P14D", "P7D", "within one week" },
  { "a week", "reply-within", "within a week", "P7D", "P3D", "within three days" },
  { "half a year", "violation-expires", "expires after half a year", "P6M", "P12M",
    "expires after twelve months" },
  { "半年", "violation-expires", "半年后失效", "P6M", "P3M", "三个月后失效" },
  { "半个月", "silent-after", "半个月不说话", "P15D", NULL, NULL },
  { "year", "violation-expires", "1 年后失效", "P12M", "P24M", "2 年后失效" },
  { "several", "silent-after", "One month: reminder; three months: out.", "P1M|P3M", "P2M",
    "two months: reminder; three months: out." },
  { "March is no period", "silent-after", "3月1日起，2026年执行", "", NULL, NULL },
  { "a month inside", "silent-after", "3月内", "P3M", NULL, NULL },
  { "grades are no period", "grace", "高三年级", "", NULL, NULL },
  { "minutes", "receipt-within", "Answer within 30 minutes.", "30", "60",
    "Answer within 60 minutes." },
  { "hours as minutes", "receipt-within", "within two hours", "120", "60", "within one hour" },
  { "half an hour", "receipt-within", "within half an hour", "30", "45",
    "within forty-five minutes" },
  { "半小时", "receipt-within", "半小时内回复", "30", "20", "二十分钟内回复" },
  { "分钟", "receipt-within", "30分钟内回复", "30", "10", "10分钟内回复" },
  { "hours", "introduction-after", "Introduce yourself within 24 hours", "24", "48",
    "Introduce yourself within 48 hours" },
  { "a day as hours", "introduction-after", "一天内自我介绍", "24", "48", "两天内自我介绍" },
  { "not hours", "introduction-after", "30 minutes", "", NULL, NULL },
  { "characters", "introduction-letters", "自我介绍不少于10字", "10", "20", "自我介绍不少于20字" },
  { "times", "absent-times", "连续三次缺席", "3", "5", "连续五次缺席" },
  { "percent", "attendance-below", "below 60 %", "60", "50", "below 50 %" },
  { "percent in Chinese", "attendance-below", "出勤低于60%", "60", "50", "出勤低于50%" },
  { "fines", "ladder", "First 50 yuan, then 100 yuan.", "50|100", "60",
    "First 60 yuan, then 100 yuan." },
  { "罚款", "ladder", "罚款 50 元", "50", "12.50", "罚款 12.50 元" },
  { "¥", "ladder", "A fine of ¥50.", "50", "100", "A fine of ¥100." },
  { "hours of the night", "quiet-hours", "Quiet 22:00-08:00.", "22:00-08:00", "23:00-07:00",
    "Quiet 23:00-07:00." },
  { "to", "quiet-hours", "Quiet from 10 pm to 8 am", "22:00-08:00", NULL, NULL },
  { "晚上", "quiet-hours", "晚上10点到早上8点请勿打扰", "22:00-08:00", "23:00-07:30",
    "23:00-07:30请勿打扰" },
  { "点半", "quiet-hours", "夜里十点半至次日七点", "22:30-07:00", NULL, NULL },
  { "至", "quiet-hours", "22：00 至次日 8：00", "22:00-08:00", NULL, NULL },
  { "the hours to be there", "quiet-hours", "Online 07:30-22:00.", "22:00-07:30", "21:00-08:00",
    "Online 08:00-21:00." },
  { "在线", "quiet-hours", "保持在线 07:30-22:00", "22:00-07:30", NULL, NULL },
  { "numbers are no hours", "quiet-hours", "2-4 字", "", NULL, NULL },
  { "a template", "naming", "Name yourself {department}-{name}, please.", "{department}-{name}",
    "{name}", "Name yourself {name}, please." },
  { "a template in code", "naming", "群名片为`{company|school}-{name:2-4}`。",
    "{company|school}-{name:2-4}", "{name}", "群名片为`{name}`。" },
  { "a template behind Han", "naming", "格式为{class}{name}。", "{class}{name}", NULL, NULL },
  { "no form", "exempt-roles", "owner, 30 minutes", "", NULL, NULL },
};

static char *
dup_rewritten (const char *text, MusterRuleForm form, const MusterRuleValue *value,
               const char *other)
{
  g_autofree char *before = g_strndup (text, value->start);
  g_autofree char *words = muster_rule_value_dup_text (form, value, other);

  return g_strconcat (before, words, text + value->end, NULL);
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterRuleForm form = muster_rule_form_of_key (rows[i].key);
      g_autoptr (GPtrArray) values = muster_rule_value_find (form, rows[i].text);
      g_autoptr (GString) found = g_string_new (NULL);

      g_test_message ("%s", rows[i].label);
      for (guint j = 0; j < values->len; j++)
        g_string_append_printf (found, "%s%s", j > 0 ? "|" : "",
                                ((const MusterRuleValue *) values->pdata[j])->value);
      g_assert_cmpstr (found->str, ==, rows[i].values);
      if (rows[i].other != NULL)
        {
          g_autofree char *rewritten =
              dup_rewritten (rows[i].text, form, values->pdata[0], rows[i].other);

          g_assert_cmpstr (rewritten, ==, rows[i].rewritten);
        }
    }
}

static void
test_equal (void)
{
  static const struct
  {
    MusterRuleForm form;
    const char *a, *b;
    gboolean equal;
  } pairs[] = {
    { MUSTER_RULE_PERIOD, "P12M", "P1Y", TRUE },
    { MUSTER_RULE_PERIOD, "P7D", "P1W", TRUE },
    { MUSTER_RULE_PERIOD, "P3M", "P90D", FALSE },
    { MUSTER_RULE_RANGE, "22:00-8:00", "22:00-08:00", TRUE },
    { MUSTER_RULE_RANGE, "22:00-08:00", "22:00-07:00", FALSE },
    { MUSTER_RULE_MINUTES, "30", "30", TRUE },
    { MUSTER_RULE_MINUTES, "30", "60", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_true (muster_rule_value_equal (pairs[i].form, pairs[i].a, pairs[i].b) ==
                   pairs[i].equal);
}

static void
test_numerals (void)
{
  for (guint i = 1; i <= MUSTER_NUMERAL_MAX; i++)
    {
      g_autofree char *text = muster_numeral_dup_han (i);
      const char *p = text;

      g_assert_cmpuint (muster_numeral_skip_han (&p), ==, i);
      g_assert_cmpstr (p, ==, "");
    }
}

/* Long texts of what the patterns look for. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "三", "3 ", "10:00-", "{a}", "half a", "¥1", "个月", "晚上"
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gint64 begin = g_get_monotonic_time ();

      while (text->len < 1000000)
        g_string_append (text, pieces[i]);
      for (guint form = MUSTER_RULE_NO_FORM; form <= MUSTER_RULE_FINES; form++)
        {
          g_autoptr (GPtrArray) values = muster_rule_value_find ((MusterRuleForm) form, text->str);

          g_assert_nonnull (values);
        }
      g_test_message ("%s: %d ms", pieces[i], (int) ((g_get_monotonic_time () - begin) / 1000));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule-value/rows", test_rows);
  g_test_add_func ("/rule-value/equal", test_equal);
  g_test_add_func ("/rule-value/numerals", test_numerals);
  g_test_add_func ("/rule-value/hostile", test_hostile);
  return g_test_run ();
}
