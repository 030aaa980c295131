/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-record.h"

static void
test_day (void)
{
  static const struct
  {
    const char *label, *text, *expected;
  } rows[] = {
    { "ISO", "2026-01-05", "2026-01-05" },
    { "slashes", "2026/1/5", "2026-01-05" },
    { "points", "2026.01.05", "2026-01-05" },
    { "Chinese", "2026年1月5日", "2026-01-05" },
    { "run together", "20260105", "2026-01-05" },
    { "with a time", "2026-01-05 08:30:00", "2026-01-05" },
    { "slashes with a time", "2026/1/5 8:30", "2026-01-05" },
    { "Unix seconds", "1767600000", "2026-01-05" },
    { "leap day", "2024-02-29", "2024-02-29" },
    { "points, day first", "5.1.2026", "2026-01-05" },
    { "spaced points, day first", "5. 1. 2026", "2026-01-05" },
    { "slashes, day first", "15/1/2026", "2026-01-15" },
    { "slashes, month first", "1/15/2026", "2026-01-15" },
    { "day and month alike", "5/5/2026", "2026-05-05" },
    { "either month", "5/1/2026", NULL },
    { "serial", "46027", "2026-01-05" },
    { "serial with a time", "46027.354", "2026-01-05" },
    { "no such day", "2026-02-30", NULL },
    { "month only", "2026-01", NULL },
    { "words", "yesterday", NULL },
    { "empty", "", NULL },
    { "a phone", "13800000000", NULL },
    { "number", "42", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterDay day = MUSTER_DAY_NONE;
      g_autofree char *text = NULL;

      g_test_message ("%s", rows[i].label);
      g_assert_cmpint (muster_record_parse_day (rows[i].text, &day), ==, rows[i].expected != NULL);
      text = muster_day_dup_text (day);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_fill (void)
{
  static const struct
  {
    const char *label;
    MusterField fields[3];
    const char *cells[3];
    MusterPersonField shown;
    const char *expected;
  } rows[] = {
    { "name", { MUSTER_FIELD_NAME }, { " 张三 " }, MUSTER_PERSON_NAME, "张三" },
    { "Han family and given",
      { MUSTER_FIELD_GIVEN_NAME, MUSTER_FIELD_FAMILY_NAME },
      { "三", "张" },
      MUSTER_PERSON_NAME,
      "张三" },
    { "Western parts",
      { MUSTER_FIELD_GIVEN_NAME, MUSTER_FIELD_FAMILY_NAME, MUSTER_FIELD_MIDDLE_NAME },
      { "Ada", "Lovelace", "King" },
      MUSTER_PERSON_NAME,
      "Ada King Lovelace" },
    { "a whole name beats its parts",
      { MUSTER_FIELD_GIVEN_NAME, MUSTER_FIELD_NAME },
      { "Ada", "Countess" },
      MUSTER_PERSON_NAME,
      "Countess" },
    { "two phone columns",
      { MUSTER_FIELD_NAME, MUSTER_FIELD_PHONE, MUSTER_FIELD_PHONE },
      { "a", "138 0000 0000", "139-0000-0000" },
      MUSTER_PERSON_PHONES,
      "13800000000\n13900000000" },
    { "two phones in a cell",
      { MUSTER_FIELD_NAME, MUSTER_FIELD_PHONE },
      { "a", "13800000000/13900000000" },
      MUSTER_PERSON_PHONES,
      "13800000000\n13900000000" },
    { "address book's two phones in a cell",
      { MUSTER_FIELD_NAME, MUSTER_FIELD_PHONE },
      { "a", "+86 138 0000 0000 ::: +86 139 0000 0000" },
      MUSTER_PERSON_PHONES,
      "13800000000\n13900000000" },
    { "address book's labels",
      { MUSTER_FIELD_NAME, MUSTER_FIELD_TAGS },
      { "a", "Chess ::: * myContacts ::: * friends" },
      MUSTER_PERSON_TAGS,
      "Chess\nfriends" },
    { "birthday",
      { MUSTER_FIELD_NAME, MUSTER_FIELD_BIRTHDAY },
      { "a", "1975/8/15" },
      MUSTER_PERSON_BIRTHDAY,
      "1975-08-15" },
    { "ignored column",
      { MUSTER_FIELD_NAME, MUSTER_FIELD_IGNORED },
      { "a", "110101197508150000" },
      MUSTER_PERSON_NUMBER,
      NULL },
  };
  g_autoptr (MusterRecord) record = muster_record_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterSpan cells[3];
      MusterTableRow row = { 7, 3, cells };

      for (guint j = 0; j < 3; j++)
        cells[j] = muster_span_of (rows[i].cells[j]);
      g_test_message ("%s", rows[i].label);
      g_assert_true (muster_record_fill (record, &row, rows[i].fields, 3, NULL));
      g_assert_cmpstr (record->person[rows[i].shown], ==, rows[i].expected);
    }
}

static void
test_answer (void)
{
  static const struct
  {
    const char *text;
    MusterAnswer expected;
  } rows[] = {
    { "yes", MUSTER_ANSWER_YES }, { "No", MUSTER_ANSWER_NO },    { "是", MUSTER_ANSWER_YES },
    { "否", MUSTER_ANSWER_NO },   { "1", MUSTER_ANSWER_YES },    { "0", MUSTER_ANSWER_NO },
    { "√", MUSTER_ANSWER_YES },   { "TRUE", MUSTER_ANSWER_YES }, { "maybe", MUSTER_ANSWER_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (muster_record_parse_answer (rows[i].text), ==, rows[i].expected);
    }
}

/* What can't be understood is told with its line, and left out. */
static void
test_warnings (void)
{
  static const struct
  {
    const char *label;
    MusterField field;
    const char *cell;
    guint warnings;
  } rows[] = {
    { "lost digits", MUSTER_FIELD_PHONE, "1.38E+10", 1 },
    { "lost digits of an account", MUSTER_FIELD_ACCOUNT_QQ, "1.23457E+09", 1 },
    { "lost digits of a number", MUSTER_FIELD_NUMBER, "2e+07", 1 },
    { "an account with an e", MUSTER_FIELD_ACCOUNT, "1e5x", 0 },
    { "a note is free", MUSTER_FIELD_NOTE, "1.38E+10", 0 },
    { "day", MUSTER_FIELD_JOINED, "last spring", 1 },
    { "ambiguous day", MUSTER_FIELD_LAST_SPOKE, "3/4/2026", 1 },
    { "answer", MUSTER_FIELD_REQUIRED, "perhaps", 1 },
    { "good answer", MUSTER_FIELD_REQUIRED, "√", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MusterRecord) record = muster_record_new ();
      g_autoptr (MusterWarnings) warnings = muster_warnings_new ();
      MusterField fields[] = { MUSTER_FIELD_NICKNAME, rows[i].field };
      MusterSpan cells[] = { muster_span_of ("a"), muster_span_of (rows[i].cell) };
      MusterTableRow row = { 7, 2, cells };

      g_test_message ("%s", rows[i].label);
      g_assert_true (muster_record_fill (record, &row, fields, 2, warnings));
      g_assert_cmpuint (muster_warnings_get_n_kept (warnings), ==, rows[i].warnings);
      if (rows[i].warnings > 0)
        {
          g_assert_cmpuint (muster_warnings_get (warnings, 0)->line, ==, 7);
          g_assert_null (record->account);
          g_assert_null (record->person[MUSTER_PERSON_PHONES]);
          g_assert_null (record->person[MUSTER_PERSON_NUMBER]);
        }
      g_assert_finalize_object (g_steal_pointer (&warnings));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/record/day", test_day);
  g_test_add_func ("/record/fill", test_fill);
  g_test_add_func ("/record/answer", test_answer);
  g_test_add_func ("/record/warnings", test_warnings);
  return g_test_run ();
}
