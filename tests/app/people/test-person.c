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
