/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-clause-parse.h"

#include <string.h>

/* What is found: NUMBER=TEXT, one a line. */
static const struct
{
  const char *label;
  const char *text;
  const char *clauses;
} rows[] = {
  { "nothing", "", "" },
  { "no numbers", "Be kind.\n\n- Greet.\n", "" },
  { "English list", "1. Real names.\n2. No politics.\n", "1=Real names.|2=No politics." },
  { "no blank before a word", "1.Real names.\n2.真名\n", "1=Real names.|2=真名" },
  { "a comma", "3、群名片用真名。\n4、勿谈政治。", "3=群名片用真名。|4=勿谈政治。" },
  { "brackets behind", "3) Be kind.\n４）友善", "3=Be kind.|4=友善" },
  { "brackets around", "(3) Be kind.\n（4）友善", "3=Be kind.|4=友善" },
  { "Han in brackets", "（三）用真名\n（十二）友善", "3=用真名|12=友善" },
  { "Han", "三、用真名\n十、友善\n二十一、守时", "3=用真名|10=友善|21=守时" },
  { "articles", "第三条 用真名。\n第十条：友善。\n第12条 守时。",
    "3=用真名。|10=友善。|12=守时。" },
  { "English articles", "Article 3: Names.\nRule 4 Talk.\n§ 5 Time.", "3=Names.|4=Talk.|5=Time." },
  { "circles", "① 用真名\n② 友善\n3️⃣守时", "1=用真名|2=友善|3=守时" },
  { "letters", "2. a\n2a. b\n3. c", "2=a|2a=b|3=c" },
  { "below a clause", "3. Names\n3.1 Real ones.\n3.2. All of them.\n4. Talk",
    "3=Names|3.1=Real ones.|3.2=All of them.|4=Talk" },
  { "an amount at the start", "1. A fine of\n3.5 yuan.\n2. Talk", "1=A fine of\n3.5 yuan.|2=Talk" },
  { "a year at the start", "1. Since\n2026. All.\n2. Talk", "1=Since\n2026. All.|2=Talk" },
  { "a list that counts itself", "1. a\n1. b\n1. c\n", "1=a|2=b|3=c" },
  { "a number used again is not that", "1. a\n2. b\n2. c\n", "1=a|2=b|2=c" },
  { "indented", "1. a\n   1. b\n   2. c\n2. d\n   1. e\n", "1=a|1.1=b|1.2=c|2=d|2.1=e" },
  { "sections with clauses", "一、名片\n1. 真名\n2. 部门\n二、发言\n1. 友善\n",
    "1=名片|1.1=真名|1.2=部门|2=发言|2.1=友善" },
  { "three levels", "一、名片\n（一）真名\n1. 两字\n（二）部门\n二、发言",
    "1=名片|1.1=真名|1.1.1=两字|1.2=部门|2=发言" },
  { "articles through chapters", "## 第一章 总则\n第一条 甲。\n## 第二章 成员\n第二条 乙。",
    "1=甲。|2=乙。" },
  { "headings",
    "## 1. Names\nReal ones.\n\nAll of them.\n\n## 2. Talk\nBe kind.\n\n## Contact\nAda",
    "1=Names\nReal ones.\n\nAll of them.|2=Talk\nBe kind." },
  { "bold numbers", "**1.** Names\n**2、发言** 友善\n", "1=Names|2=**发言** 友善" },
  { "the closing words are no clause", "1. Names.\n2. Talk.\n\nIn force from today.\n",
    "1=Names.|2=Talk." },
  { "a title goes on in the next paragraph", "一、群名片\n\n请用真名。\n\n此致。\n",
    "1=群名片\n\n请用真名。" },
  { "a paragraph that is indented belongs to it", "1. Names.\n\n   All of them.\n2. Talk.",
    "1=Names.\n\n   All of them.|2=Talk." },
  { "not in code", "1. a\n```\n2. b\n```\n3. c", "1=a\n```\n2. b\n```|3=c" },
  { "time of day", "1. Quiet from\n22:00 on.\n", "1=Quiet from\n22:00 on." },
  { "a day", "1. 自\n3月1日起施行", "1=自\n3月1日起施行" },
  { "Windows", "1. a\r\n2. b\r\n", "1=a|2=b" },
  { "an empty clause", "1.\n2. b", "1=|2=b" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) spans = muster_clause_parse (rows[i].text);
      g_autoptr (GString) found = g_string_new (NULL);

      g_test_message ("%s", rows[i].label);
      for (guint j = 0; j < spans->len; j++)
        {
          const MusterClauseSpan *span = spans->pdata[j];

          g_string_append_printf (found, "%s%s=%s", j > 0 ? "|" : "", span->number, span->text);
          g_assert_cmpuint (span->start, <=, span->body);
          g_assert_cmpuint (span->body, <=, span->end);
          g_assert_cmpuint (span->end, <=, strlen (rows[i].text));
        }
      g_assert_cmpstr (found->str, ==, rows[i].clauses);
    }
}

static void
test_places (void)
{
  g_autoptr (GPtrArray) spans = muster_clause_parse ("Intro.\n\n2. Talk within 3 days.\n");
  const MusterClauseSpan *span = spans->pdata[0];

  g_assert_cmpuint (span->line, ==, 3);
  g_assert_cmpuint (span->start, ==, strlen ("Intro.\n\n"));
  g_assert_cmpuint (span->body, ==, strlen ("Intro.\n\n2. "));
  g_assert_cmpuint (span->end, ==, strlen ("Intro.\n\n2. Talk within 3 days."));
}

/* What is worst makes no more clauses than a text may have, and ends. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "1.\n", "x\n\n", "9.9 \n", "1. x\n\n", "\t1. a\n", "（一）\n", "**", "#",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new ("1. x\n");
      g_autoptr (GPtrArray) spans = NULL;

      while (text->len < 250000)
        g_string_append (text, pieces[i]);
      spans = muster_clause_parse (text->str);
      g_assert_cmpuint (spans->len, <=, MUSTER_CLAUSE_MAX);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clause-parse/rows", test_rows);
  g_test_add_func ("/clause-parse/places", test_places);
  g_test_add_func ("/clause-parse/hostile", test_hostile);
  return g_test_run ();
}
