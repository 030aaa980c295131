/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-person.h"

static void
test_clean (void)
{
  static const struct
  {
    const char *label;
    MusterPersonField field;
    const char *value, *expected;
  } rows[] = {
    { "mainland with country code", MUSTER_PERSON_PHONES, "+86 138 0000 0000", "13800000000" },
    { "mainland, 0086", MUSTER_PERSON_PHONES, "0086-138-0000-0000", "13800000000" },
    { "full-width digits", MUSTER_PERSON_PHONES, "１３８００００００００", "13800000000" },
    { "landline keeps its code", MUSTER_PERSON_PHONES, "(010) 6552 9988", "01065529988" },
    { "another country", MUSTER_PERSON_PHONES, "+49 170 1234567", "+491701234567" },
    { "86 without plus is no code", MUSTER_PERSON_PHONES, "8613800000000", "8613800000000" },
    { "mainland landline with code", MUSTER_PERSON_PHONES, "+86 10 6552 9988", "+861065529988" },
    { "a slash after the area", MUSTER_PERSON_PHONES, "0170/1234567", "01701234567" },
    { "a slash between two numbers", MUSTER_PERSON_PHONES, "13800000000/13900000000",
      "13800000000/13900000000" },
    { "the marks around a number in WhatsApp", MUSTER_PERSON_PHONES,
      "\u202a+49\u00a0170\u00a01234567\u202c", "+491701234567" },
    { "words stay", MUSTER_PERSON_PHONES, "ask Ada", "ask Ada" },
    { "two, one twice", MUSTER_PERSON_PHONES, "138 0000 0000\n13900000000\n+8613800000000",
      "13800000000\n13900000000" },
    { "e-mail", MUSTER_PERSON_EMAILS, " Ada@Example.ORG ", "ada@example.org" },
    { "name", MUSTER_PERSON_NAME, "  张三 ", "张三" },
    { "birthday", MUSTER_PERSON_BIRTHDAY, " 1990/8/5 ", "1990-08-05" },
    { "birthday in Chinese signs", MUSTER_PERSON_BIRTHDAY, "1990年8月5日", "1990-08-05" },
    { "birthday without a year", MUSTER_PERSON_BIRTHDAY, "8月5日", "--08-05" },
    { "29 February of no year", MUSTER_PERSON_BIRTHDAY, "--02-29", "--02-29" },
    { "29 February of a common year stays", MUSTER_PERSON_BIRTHDAY, "1990-02-29", "1990-02-29" },
    { "5/8 may be May or August", MUSTER_PERSON_BIRTHDAY, "5/8", "5/8" },
    { "lunar, as stored", MUSTER_PERSON_BIRTHDAY, "L1990-08-15", "L1990-08-15" },
    { "lunar, said in English", MUSTER_PERSON_BIRTHDAY, "lunar:1990-08-15", "L1990-08-15" },
    { "leap month, said in English", MUSTER_PERSON_BIRTHDAY, "lunar:1990-L04-03", "L1990-+04-03" },
    { "leap month, as stored, without a year", MUSTER_PERSON_BIRTHDAY, "L--+04-03", "L--+04-03" },
    { "lunar in Chinese", MUSTER_PERSON_BIRTHDAY, "农历1990年闰四月初三", "L1990-+04-03" },
    { "the calendar behind it", MUSTER_PERSON_BIRTHDAY, "1990-08-15（阴历）", "L1990-08-15" },
    { "lunar, mixed", MUSTER_PERSON_BIRTHDAY, "农历1990-八月十五", "L1990-08-15" },
    { "numerals alone are lunar", MUSTER_PERSON_BIRTHDAY, "八月十五", "L--08-15" },
    { "the twelfth month", MUSTER_PERSON_BIRTHDAY, "一九六二年腊月廿三", "L1962-12-23" },
    { "the first day", MUSTER_PERSON_BIRTHDAY, "正月初一", "L--01-01" },
    { "the last day", MUSTER_PERSON_BIRTHDAY, "冬月三十", "L--11-30" },
    { "numerals with 日 are solar", MUSTER_PERSON_BIRTHDAY, "八月十五日", "--08-15" },
    { "numerals said to be solar", MUSTER_PERSON_BIRTHDAY, "公历十月一", "--10-01" },
    { "no lunar month has 31 days", MUSTER_PERSON_BIRTHDAY, "农历1990-08-31", "农历1990-08-31" },
    { "no thirteenth month", MUSTER_PERSON_BIRTHDAY, "十三月初一", "十三月初一" },
    { "初 only up to ten", MUSTER_PERSON_BIRTHDAY, "八月初十五", "八月初十五" },
    { "no birthday at all", MUSTER_PERSON_BIRTHDAY, "in spring", "in spring" },
    { "nothing", MUSTER_PERSON_NAME, "   ", NULL },
    { "no value", MUSTER_PERSON_CITY, NULL, NULL },
    { "tags", MUSTER_PERSON_TAGS, "a\n\nb\na", "a\nb" },
    { "list of nothing", MUSTER_PERSON_TAGS, "\n \n", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *clean = muster_person_field_dup_clean (rows[i].field, rows[i].value);

      g_test_message ("%s", rows[i].label);
      g_assert_cmpstr (clean, ==, rows[i].expected);
    }
}

static void
test_fields (void)
{
  for (guint i = 0; i < MUSTER_N_PERSON_FIELDS; i++)
    {
      MusterPersonField field;

      g_assert_true (
          muster_person_field_find (muster_person_field_get_key ((MusterPersonField) i), &field));
      g_assert_cmpint (field, ==, i);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/person/clean", test_clean);
  g_test_add_func ("/person/fields", test_fields);
  return g_test_run ();
}
