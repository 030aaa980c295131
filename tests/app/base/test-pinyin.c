/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-pinyin.h"
#include "muster-surname.h"

static void
test_reading (void)
{
  static const struct
  {
    const char *name, *reading, *initials;
  } rows[] = {
    { "张三", "zhang san", "zs" },
    { "單田芳", "shan tian fang", "stf" },
    { "单田芳", "shan tian fang", "stf" },
    { "解缙", "xie jin", "xj" },
    { "仇英", "qiu ying", "qy" },
    { "曾国藩", "zeng guo fan", "zgf" },
    { "查良镛", "zha liang yong", "zly" },
    { "区小明", "ou xiao ming", "oxm" },
    { "朴树", "piao shu", "ps" },
    { "盖叫天", "ge jiao tian", "gjt" },
    { "乐毅", "yue yi", "yy" },
    { "翟天临", "zhai tian lin", "ztl" },
    { "薄熙来", "bo xi lai", "bxl" },
    { "阚泽", "kan ze", "kz" },
    { "缪娟", "miao juan", "mj" },
    { "任我行", "ren wo xing", "rwx" },
    { "欧阳锋", "ou yang feng", "oyf" },
    { "司马光", "si ma guang", "smg" },
    { "尉迟恭", "yu chi gong", "ycg" },
    { "万俟卨", "mo qi xie", "mqx" },
    { "令狐冲", "ling hu chong", "lhc" },
    { "澹台灭明", "tan tai mie ming", "ttmm" },
    { "长孙无忌", "zhang sun wu ji", "zswj" },
    { "吕布", "lv bu", "lb" },
    { "小单", "xiao dan", "xd" },
    { "阿卜杜拉·买买提", "a bo du la mai mai ti", "abdlmmt" },
    { "John Smith", "john smith", "js" },
    { "José María", "jose maria", "jm" },
    { "O’Brien", "obrien", "o" },
    { "Anne-Marie", "anne marie", "am" },
    { "张John", "zhang john", "zj" },
    { "John张", "john zhang", "jz" },
    { "🌸张三", "zhang san", "zs" },
    { "3班张三", "3 ban zhang san", "3bzs" },
    { "Иван", "иван", "и" },
    { "", "", "" },
    { "🌸", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *reading = muster_pinyin_dup_reading (rows[i].name);
      g_autofree char *initials = muster_pinyin_dup_initials (rows[i].name, NULL);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (reading, ==, rows[i].reading);
      g_assert_cmpstr (initials, ==, rows[i].initials);
    }
}

static void
test_edited_reading (void)
{
  static const struct
  {
    const char *label, *name, *reading, *expected;
  } rows[] = {
    { "syllables", "覃辉", "qin hui", "qh" },
    { "in two words", "单田芳", "Shàn Tiánfāng", "stf" },
    { "in one word", "覃辉", "qinhui", "qh" },
    { "n before a vowel", "安阿英", "an'aying", "aay" },
    { "n, not ng, before a vowel", "詹刚", "zhangang", "zg" },
    { "ng with apostrophe", "张昂", "Zhang’ang", "za" },
    { "compound surname", "欧阳锋", "Ouyang Feng", "oyf" },
    { "Latin name", "John Smith", "jon smyth", "js" },
    { "empty is none", "张三", "", "zs" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *initials = muster_pinyin_dup_initials (rows[i].name, rows[i].reading);

      g_test_message ("%s", rows[i].label);
      g_assert_cmpstr (initials, ==, rows[i].expected);
    }
}

static void
test_surname (void)
{
  static const struct
  {
    const char *label, *name;
    guint expected;
  } rows[] = {
    { "single", "张三", 1 },
    { "compound", "欧阳锋", 2 },
    { "compound, traditional", "歐陽鋒", 2 },
    { "single, traditional", "張三", 1 },
    { "compound without given name", "欧阳", 1 },
    { "none", "的士", 0 },
    { "Latin", "Smith", 0 },
    { "empty", "", 0 },
    { "compound before Latin", "欧阳A", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].label);
      g_assert_cmpuint (muster_surname_get_length (rows[i].name), ==, rows[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/pinyin/reading", test_reading);
  g_test_add_func ("/pinyin/edited-reading", test_edited_reading);
  g_test_add_func ("/pinyin/surname", test_surname);
  return g_test_run ();
}
