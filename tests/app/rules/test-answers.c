/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-answers.h"
#include "muster-notice-settings.h"
#include "muster-quiet-hours.h"
#include "muster-store-error.h"

static const struct
{
  const char *label, *words, *text, *expected;
} rows[] = {
  { "the word", "", "收到", "received" },
  { "with punctuation", "", "收到！！", "received" },
  { "with a mention", "", "@群主 收到", "received" },
  { "with WhatsApp's mention", "", "@\u2068Ada Lovelace\u2069 ok", "received" },
  { "with thanks", "", "收到，谢谢", "received" },
  { "in capitals, full width", "", "ＯＫ", "received" },
  { "a number", "", "1", "received" },
  { "plus one", "", "+1", "received" },
  { "a thumb", "", "👍", "received" },
  { "two thumbs", "", "👍👍", "received" },
  { "WeChat's picture", "", "[OK]", "received" },
  { "a question", "", "收到了吗？", "none" },
  { "a denial", "", "没收到", "none" },
  { "in a sentence", "", "我收到了通知", "none" },
  { "nothing", "", "", "none" },
  { "a space", "", " \t", "none" },
  { "a mention alone", "", "@群主", "none" },
  { "done", "", "已完成。", "done" },
  { "not done", "", "还没做", "undone" },
  { "own words", "嗯, 遵命", "遵命", "received" },
  { "own words take the place of the program's", "嗯", "收到", "none" },
  { "own words for done alone", "done: 搞掂", "搞掂", "done" },
  { "own words for done leave the others", "done: 搞掂", "收到", "received" },
  { "an own word that the program means otherwise", "收到; undone: ok", "OK", "undone" },
  { "full-width separators", "嗯，遵命；done: 搞掂", "遵命", "received" },
};

static void
test_judge (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterAnswers) answers = muster_answers_parse (rows[i].words, &error);

      g_test_message ("%s", rows[i].label);
      g_assert_no_error (error);
      g_assert_cmpstr (muster_receipt_state_get_key (muster_answers_judge (answers, rows[i].text)),
                       ==, rows[i].expected);
    }
}

static const struct
{
  const char *label, *key, *value;
  gboolean valid;
} settings[] = {
  { "answers", "answers", "收到, ok; done: 已完成", TRUE },
  { "no answers: the program's", "answers", "", TRUE },
  { "an answer without a letter", "answers", "收到, ！", FALSE },
  { "an answer of a page", "answers",
    "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij", FALSE },
  { "two meanings", "answers", "ok; done: ok", FALSE },
  { "an unknown part", "answers", "later: ok", FALSE },
  { "quiet hours over midnight", "quiet-hours", "22:00-08:00", TRUE },
  { "quiet hours at noon", "quiet-hours", "12:30 - 14:00", TRUE },
  { "quiet hours to midnight", "quiet-hours", "22:00-24:00", TRUE },
  { "no quiet hours", "quiet-hours", "", TRUE },
  { "no length", "quiet-hours", "22:00-22:00", FALSE },
  { "no hour", "quiet-hours", "25:00-08:00", FALSE },
  { "no minute", "quiet-hours", "22:60-08:00", FALSE },
  { "words", "quiet-hours", "at night", FALSE },
  { "more behind it", "quiet-hours", "22:00-08:00x", FALSE },
  { "another key", "naming", "x", TRUE },
};

static void
test_settings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", settings[i].label);
      g_assert_cmpint (muster_notice_settings_check (settings[i].key, settings[i].value, &error),
                       ==, settings[i].valid);
      if (!settings[i].valid)
        g_assert_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID);
    }
}

#define AT(hour, minute) (G_GINT64_CONSTANT (20778) * 86400 + (hour) *3600 + (minute) *60)

static const struct
{
  const char *label, *hours;
  gint64 at;
  gint64 end; /* of the quiet hours; as @at outside of them */
} nights[] = {
  { "in the evening", "22:00-08:00", AT (22, 0), AT (32, 0) },
  { "just before", "22:00-08:00", AT (21, 59), AT (21, 59) },
  { "after midnight", "22:00-08:00", AT (3, 20) + 17, AT (8, 0) },
  { "just over", "22:00-08:00", AT (8, 0), AT (8, 0) },
  { "within a day", "12:30-14:00", AT (13, 0), AT (14, 0) },
  { "none", "", AT (3, 0), AT (3, 0) },
  { "before 1970", "22:00-08:00", -3600, 8 * 3600 },
};

static void
test_quiet_hours (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (nights); i++)
    {
      MusterQuietHours hours;

      g_test_message ("%s", nights[i].label);
      g_assert_true (muster_quiet_hours_parse (nights[i].hours, &hours, NULL));
      g_assert_cmpint (muster_quiet_hours_get_end (&hours, nights[i].at), ==, nights[i].end);
      g_assert_cmpint (muster_quiet_hours_has (&hours, nights[i].at), ==,
                       nights[i].at != nights[i].end);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/answers/judge", test_judge);
  g_test_add_func ("/rules/answers/settings", test_settings);
  g_test_add_func ("/rules/answers/quiet-hours", test_quiet_hours);
  return g_test_run ();
}
