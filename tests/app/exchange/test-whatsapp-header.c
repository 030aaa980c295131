/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "muster-whatsapp-header.h"
#include "muster-whatsapp-phrases.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *label, *line;
    const char *rest; /* NULL: no header */
    int numbers[3];
    int seconds;
  } rows[] = {
    { "Android en", "1/29/18, 12:24 - A: b", "A: b", { 1, 29, 18 }, 12 * 3600 + 24 * 60 },
    { "Android en 12h", "1/5/25, 6:02 PM - A: b", "A: b", { 1, 5, 25 }, 18 * 3600 + 120 },
    { "midnight", "1/5/25, 12:02 AM - A: b", "A: b", { 1, 5, 25 }, 120 },
    { "noon", "1/5/25, 12:02 PM - A: b", "A: b", { 1, 5, 25 }, 12 * 3600 + 120 },
    { "00 AM", "1/5/25, 00:04 AM - A: b", "A: b", { 1, 5, 25 }, 240 },
    { "13 PM", "1/5/25, 13:04 PM - A: b", "A: b", { 1, 5, 25 }, 13 * 3600 + 240 },
    { "iOS", "[15/01/25, 22:41:03] A: b", "A: b", { 15, 1, 25 }, 22 * 3600 + 41 * 60 + 3 },
    { "iOS, narrow space",
      "[7/14/25, 11:34:42\u202fPM] A: b",
      "A: b",
      { 7, 14, 25 },
      23 * 3600 + 34 * 60 + 42 },
    { "mark before",
      "\u200e[15/01/25, 22:41:03] A: b",
      "A: b",
      { 15, 1, 25 },
      22 * 3600 + 41 * 60 + 3 },
    { "mark inside",
      "[\ufeff15/01/25, 22:41:03] A: b",
      "A: b",
      { 15, 1, 25 },
      22 * 3600 + 41 * 60 + 3 },
    { "damaged mark",
      "\x0e[8/6/18, 11:33:16 AM] A: b",
      "A: b",
      { 8, 6, 18 },
      11 * 3600 + 33 * 60 + 16 },
    { "no comma", "12/03/2023 09:15 - A: b", "A: b", { 12, 3, 2023 }, 9 * 3600 + 900 },
    { "German", "06.08.2016, 13:18 - A: b", "A: b", { 6, 8, 2016 }, 13 * 3600 + 1080 },
    { "Chinese", "2024/1/2 下午3:06 - A: b", "A: b", { 2024, 1, 2 }, 15 * 3600 + 360 },
    { "Korean", "[2024/01/02 오후 03:06] A: b", "A: b", { 2024, 1, 2 }, 15 * 3600 + 360 },
    { "Japanese", "2024/01/02, 午後3:06 - A: b", "A: b", { 2024, 1, 2 }, 15 * 3600 + 360 },
    { "ISO", "2019-04-26 15:25 - A: b", "A: b", { 2019, 4, 26 }, 15 * 3600 + 1500 },
    { "hour 24", "2019-04-26 24:40 - A: b", "A: b", { 2019, 4, 26 }, 24 * 3600 + 2400 },
    { "minute 60", "2019-04-26 10:60 - A: b", "A: b", { 2019, 4, 26 }, 11 * 3600 },
    { "minute 60 with marks",
      "\u200e[2019-04-26, 10:60:00] A: b",
      "A: b",
      { 2019, 4, 26 },
      11 * 3600 },
    { "minute 61", "2019-04-26 10:61 - A: b", NULL, { 0 }, 0 },
    { "Finnish",
      "13.6.2018 klo 21.25.15 - A: b",
      "A: b",
      { 13, 6, 2018 },
      21 * 3600 + 25 * 60 + 15 },
    { "Dutch dots", "03-06-2018, 01.55 PM - A: b", "A: b", { 3, 6, 2018 }, 13 * 3600 + 3300 },
    { "Spanish", "[3/6/18 1:55:00 p.\u00a0m.] A: b", "A: b", { 3, 6, 18 }, 13 * 3600 + 3300 },
    { "before 2016",
      "27/01/2015, 21:58:27: A: b",
      "A: b",
      { 27, 1, 2015 },
      21 * 3600 + 58 * 60 + 27 },
    { "web copy", "[10:15, 4.10.2026] A: b", "A: b", { 4, 10, 2026 }, 10 * 3600 + 900 },
    { "bare", "15/12/2025, 10:34:00 AM A: b", "A: b", { 15, 12, 2025 }, 10 * 3600 + 2040 },
    { "Arabic digits",
      "\u200f٣١/١٢/٢٠٢٤، ١٠:٣٤ م - A: b",
      "A: b",
      { 31, 12, 2024 },
      22 * 3600 + 2040 },
    { "empty message", "[15/01/25, 22:41:03] A:", "A:", { 15, 1, 25 }, 22 * 3600 + 41 * 60 + 3 },
    { "notice", "1/15/25, 10:40 - A left", "A left", { 1, 15, 25 }, 10 * 3600 + 2400 },
    { "text", "hello", NULL, { 0 }, 0 },
    { "date only", "12/12/2025", NULL, { 0 }, 0 },
    { "no separator", "12/12/2025, 10:30", NULL, { 0 }, 0 },
    { "a price", "10/12 5:00 each", NULL, { 0 }, 0 },
    { "minutes too many", "1/1/25, 10:75 - A: b", NULL, { 0 }, 0 },
    { "hours too many", "1/1/25, 25:00 - A: b", NULL, { 0 }, 0 },
    { "mixed separators", "1/1-25, 10:00 - A: b", NULL, { 0 }, 0 },
    { "bracket not closed", "[1/1/25, 10:00:00 A: b", NULL, { 0 }, 0 },
    { "four numbers", "1/1/1/25, 10:00 - A: b", NULL, { 0 }, 0 },
    { "empty", "", NULL, { 0 }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *exact = g_strdup (rows[i].line); /* so that ASan sees a step too far */
      const char *end = exact + strlen (exact);
      MusterWhatsappHeader header;
      gboolean found = muster_whatsapp_header_parse (exact, end, &header);

      g_test_message ("%s", rows[i].label);
      g_assert_cmpint (found, ==, rows[i].rest != NULL);
      if (!found)
        continue;
      g_assert_cmpstr (header.rest, ==, rows[i].rest);
      g_assert_cmpint (header.seconds, ==, rows[i].seconds);
      for (int k = 0; k < 3; k++)
        g_assert_cmpint (header.numbers[k], ==, rows[i].numbers[k]);
    }
}

/* A header after another one, which the quick way must read as the slow one does. */
static void
test_parse_again (void)
{
  static const char *const lines[] = {
    "1/2/24, 10:30 - A: b",
    "1/2/24, 10:31 - A: b",
    "1/2/24, 9:31 - A: b",
    "1/2/24, 9:31 PM - A: b",
    "1/2/24, what - A: b",
    "1/3/24, 10:31 - A: b",
    "x",
    "1/3/24, 11:00 - C",
    "[1/3/24, 11:00:00] C",
    "[1/3/24, 11:00:01] C:",
    "1/3/24, 11",
    "[1/3/24, 1",
  };
  MusterWhatsappHeader again = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *end = lines[i] + strlen (lines[i]);
      MusterWhatsappHeader plain;
      gboolean found = muster_whatsapp_header_parse (lines[i], end, &plain);

      g_test_message ("%s", lines[i]);
      g_assert_cmpint (muster_whatsapp_header_parse_again (lines[i], end, &again), ==, found);
      if (!found)
        continue;
      g_assert_cmpint (again.seconds, ==, plain.seconds);
      g_assert_true (again.rest == plain.rest);
      g_assert_cmpmem (again.numbers, sizeof again.numbers, plain.numbers, sizeof plain.numbers);
    }
}

static void
test_order (void)
{
  static const struct
  {
    const char *label;
    const char *dates[5];
    MusterDateOrder locale;
    const char *today;
    gboolean guessed;
    const char *expected[5];
  } rows[] = {
    { "day above 12", { "13/1/24", "1/2/24" }, 0, NULL, FALSE, { "2024-01-13", "2024-02-01" } },
    { "month second", { "1/13/24", "2/1/24" }, 0, NULL, FALSE, { "2024-01-13", "2024-02-01" } },
    { "four digits", { "1/2/2024" }, 0, NULL, FALSE, { "2024-02-01" } },
    { "dots", { "1.2.24" }, MUSTER_DATE_ORDER_MDY, NULL, FALSE, { "2024-02-01" } },
    { "year first", { "2024/2/1" }, MUSTER_DATE_ORDER_MDY, NULL, FALSE, { "2024-02-01" } },
    { "short year first", { "32/2/1" }, 0, NULL, FALSE, { "2032-02-01" } },
    { "by time going on",
      { "1/2/24", "2/1/24", "2/2/24" },
      0,
      NULL,
      FALSE,
      { "2024-01-02", "2024-02-01", "2024-02-02" } },
    { "by the future",
      { "1/2/24", "5/1/24" },
      0,
      "2024-02-01",
      FALSE,
      { "2024-02-01", "2024-01-05" } },
    { "nothing tells", { "1/2/24" }, 0, NULL, TRUE, { "2024-02-01" } },
    { "the locale tells", { "1/2/24" }, MUSTER_DATE_ORDER_MDY, NULL, TRUE, { "2024-01-02" } },
    { "changes half-way",
      { "6/30/23", "7/1/23", "30/7/23", "1/8/23" },
      0,
      NULL,
      FALSE,
      { "2023-06-30", "2023-07-01", "2023-07-30", "2023-08-01" } },
    { "Buddhist", { "1/2/2567" }, 0, NULL, FALSE, { "2024-02-01" } },
    { "no such day", { "13/13/24", "13/1/24" }, 0, NULL, FALSE, { "", "2024-01-13" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterChatOptions options = MUSTER_CHAT_OPTIONS_INIT;
      MusterWhatsappHeader headers[5];
      MusterDateOrders orders;
      MusterDayCache cache = { 0 };
      gboolean guessed;
      guint n;

      g_test_message ("%s", rows[i].label);
      options.locale_order = rows[i].locale;
      if (rows[i].today != NULL)
        g_assert_true (muster_day_parse (rows[i].today, &options.today));
      for (n = 0; rows[i].dates[n] != NULL; n++)
        {
          g_autofree char *line = g_strdup_printf ("%s, 10:30 PM - A: b", rows[i].dates[n]);

          if (strlen (rows[i].dates[n]) > 7)
            memcpy (strstr (line, " PM"), " - A: b", 8);
          g_assert_true (muster_whatsapp_header_parse (line, line + strlen (line), &headers[n]));
        }
      muster_date_orders_decide (&orders, headers, n, &options, &guessed);
      g_assert_cmpint (guessed, ==, rows[i].guessed);
      for (guint k = 0; k < n; k++)
        {
          MusterDay day = muster_date_orders_get_day (&orders, &headers[k], &cache);
          g_autofree char *text =
              day != MUSTER_DAY_NONE ? muster_day_dup_text (day) : g_strdup ("");

          g_assert_cmpstr (text, ==, rows[i].expected[k]);
        }
    }
}

static void
test_notices (void)
{
  static const struct
  {
    const char *label, *text;
    MusterWhatsappStrictness strictness;
    gboolean expected;
    MusterChatFact fact;
    const char *actor, *subject;
  } rows[] = {
    { "added", "Ann added Ben", 1, TRUE, MUSTER_CHAT_FACT_JOINED, "Ann", "Ben" },
    { "added, strictly", "Ann added Ben", 0, FALSE, 0, NULL, NULL },
    { "push names", "~ Ann added ~\u202fBen", 1, TRUE, MUSTER_CHAT_FACT_JOINED, "Ann", "Ben" },
    { "left", "Ann left", 1, TRUE, MUSTER_CHAT_FACT_LEFT, NULL, "Ann" },
    { "left something", "Ann left the keys at home", 1, FALSE, 0, NULL, NULL },
    { "link", "Ann joined using this group's invite link", 0, TRUE, MUSTER_CHAT_FACT_JOINED, NULL,
      "Ann" },
    { "renamed", "Ann changed the subject from \"A\" to \"B\"", 0, TRUE,
      MUSTER_CHAT_FACT_GROUP_RENAMED, "Ann", "B" },
    { "German", "Ann hat Ben hinzugefügt.", 1, TRUE, MUSTER_CHAT_FACT_JOINED, "Ann", "Ben" },
    { "German removal", "Du hast Ben entfernt.", 1, TRUE, MUSTER_CHAT_FACT_REMOVED, NULL, "Ben" },
    { "Spanish", "Ana añadió a Berta", 1, TRUE, MUSTER_CHAT_FACT_JOINED, "Ana", "Berta" },
    { "Chinese", "张三退出了群组", 1, TRUE, MUSTER_CHAT_FACT_LEFT, NULL, "张三" },
    { "Chinese removal", "张三移除了李四", 1, TRUE, MUSTER_CHAT_FACT_REMOVED, "张三", "李四" },
    { "Hebrew", "דנה יצר/ה את הקבוצה \"מטיילים\"", 0, TRUE, MUSTER_CHAT_FACT_GROUP_RENAMED,
      "דנה יצר/ה", "מטיילים" },
    { "encrypted", "Messages and calls are end-to-end encrypted.", 0, TRUE, 0, NULL, NULL },
    { "a name", "Ann Lee", 0, FALSE, 0, NULL, NULL },
    { "empty", "", 1, FALSE, 0, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterWhatsappNotice notice = { 0 };
      g_autofree char *actor = NULL;
      g_autofree char *subject = NULL;

      g_test_message ("%s", rows[i].label);
      g_assert_cmpint (
          muster_whatsapp_match_notice (muster_span_of (rows[i].text), rows[i].strictness, &notice),
          ==, rows[i].expected);
      actor = muster_span_dup (notice.actor);
      subject = muster_span_dup (notice.subject);
      g_assert_cmpint (notice.fact, ==, rows[i].fact);
      g_assert_cmpstr (subject, ==, rows[i].subject);
      if (rows[i].actor != NULL)
        g_assert_cmpstr (actor, ==, rows[i].actor);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/whatsapp-header/parse", test_parse);
  g_test_add_func ("/whatsapp-header/parse-again", test_parse_again);
  g_test_add_func ("/whatsapp-header/order", test_order);
  g_test_add_func ("/whatsapp-header/notices", test_notices);
  return g_test_run ();
}
