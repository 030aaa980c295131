/* muster-quantity.c - amounts in a text: three months, 30 分钟, 50 yuan, 半小时
 *
 * Finds them in English and Chinese, and writes another amount the way that one
 * was written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-quantity"

#include "config.h"

#include <string.h>

#include "muster-numeral.h"
#include "muster-quantity.h"

#define MAX_TEXT 5000 /* bytes of a clause that are looked at */
#define MAX_NUMBER 9999999

#define HAN_UNITS                                                                                                                \
  "分钟|分鐘|小时|小時|钟头|鐘頭|天|[日年](?=[以之]?内)|周(?!年)|週(?!年)|星期|礼拜|禮拜|年(?!级|" \
  "月|[0-9])|"                                                                                                                  \
  "月(?=[以之]?内)|次|字|元|块|塊|%|％"
#define WORDS                                                                                      \
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|twenty-four|"     \
  "thirty|forty|forty-five|fifty|sixty|ninety"
#define UNITS                                                                                      \
  "minutes?|mins?|hours?|hrs?|h|days?|weeks?|fortnights?|months?|years?|times|characters?|"        \
  "letters?|per cent|percent|yuan|rmb|cny"

static const struct
{
  const char *word;
  guint number;
} number_words[] = {
  { "one", 1 },     { "two", 2 },     { "three", 3 },       { "four", 4 },    { "five", 5 },
  { "six", 6 },     { "seven", 7 },   { "eight", 8 },       { "nine", 9 },    { "ten", 10 },
  { "eleven", 11 }, { "twelve", 12 }, { "fifteen", 15 },    { "twenty", 20 }, { "twenty-four", 24 },
  { "thirty", 30 }, { "forty", 40 },  { "forty-five", 45 }, { "fifty", 50 },  { "sixty", 60 },
  { "ninety", 90 }, { "a", 1 },       { "an", 1 },
};

/* How a unit begins, in both languages, and what it is written as. */
static const struct
{
  MusterUnit unit;
  const char *one;
  const char *many;
  const char *han;       /* behind digits and words */
  const char *starts[8]; /* NULL-terminated */
} units[] = {
  { MUSTER_UNIT_MINUTE, "minute", "minutes", "分钟", { "min", "分", NULL } },
  { MUSTER_UNIT_HOUR, "hour", "hours", "小时", { "h", "小", "钟", "鐘", NULL } },
  { MUSTER_UNIT_DAY, "day", "days", "天", { "d", "天", "日", NULL } },
  { MUSTER_UNIT_WEEK, "week", "weeks", "周", { "week", "周", "週", "星", "礼", "禮", NULL } },
  { MUSTER_UNIT_MONTH, "month", "months", "个月", { "month", "月", NULL } },
  { MUSTER_UNIT_YEAR, "year", "years", "年", { "year", "年", NULL } },
  { MUSTER_UNIT_TIMES, "time", "times", "次", { "time", "次", NULL } },
  { MUSTER_UNIT_CHARACTERS, "character", "characters", "字", { "char", "letter", "字", NULL } },
  { MUSTER_UNIT_PERCENT, "percent", "percent", "%", { "per", "%", "％", NULL } },
  { MUSTER_UNIT_MONEY, "yuan", "yuan", "元", { "yuan", "rmb", "cny", "元", "块", "塊", NULL } },
};

static gboolean
find_unit (const char *word, MusterUnit *out_unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    for (guint j = 0; units[i].starts[j] != NULL; j++)
      if (g_ascii_strncasecmp (word, units[i].starts[j], strlen (units[i].starts[j])) == 0)
        {
          *out_unit = units[i].unit;
          return TRUE;
        }

  return FALSE;
}

/* 12, １２, 12.50, 十二, three; FALSE for anything else. */
static gboolean
parse_number (const char *text, MusterQuantity *quantity)
{
  const char *p = text;
  gboolean found = FALSE;
  guint number = muster_numeral_skip_digits (&p, 7, &found);
  guint cents = 0;

  quantity->words = !found;
  if (found && *p == '.' && g_ascii_isdigit (p[1]))
    cents = (guint) (p[1] - '0') * 10 + (g_ascii_isdigit (p[2]) ? (guint) (p[2] - '0') : 0);
  if (!found)
    number = muster_numeral_skip_han (&p);
  for (guint i = 0; number == 0 && !found && i < G_N_ELEMENTS (number_words); i++)
    if (g_ascii_strcasecmp (text, number_words[i].word) == 0)
      number = number_words[i].number;
  quantity->hundredths = number * 100 + cents;
  return quantity->hundredths > 0 && number <= MAX_NUMBER;
}

/* Half of a unit is told in the one below. */
static void
halve (MusterQuantity *quantity)
{
  static const struct
  {
    MusterUnit unit, below;
    guint number;
  } halves[] = {
    { MUSTER_UNIT_HOUR, MUSTER_UNIT_MINUTE, 30 },
    { MUSTER_UNIT_DAY, MUSTER_UNIT_HOUR, 12 },
    { MUSTER_UNIT_MONTH, MUSTER_UNIT_DAY, 15 },
    { MUSTER_UNIT_YEAR, MUSTER_UNIT_MONTH, 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    if (halves[i].unit == quantity->unit)
      {
        quantity->unit = halves[i].below;
        quantity->hundredths = halves[i].number * 100;
        return;
      }
}

/* Reads the groups of a match: number, what is between, unit. */
static gboolean
read_match (const GMatchInfo *match, gboolean han, MusterQuantity *out)
{
  g_autofree char *number = g_match_info_fetch_named (match, "n");
  g_autofree char *gap = g_match_info_fetch_named (match, "gap");
  g_autofree char *unit = g_match_info_fetch_named (match, "u");
  gboolean half = g_str_has_prefix (number, "半") || g_ascii_strncasecmp (number, "half", 4) == 0;
  int start, end;

  if (!find_unit (unit, &out->unit) || (!half && !parse_number (number, out)))
    return FALSE;
  if (g_ascii_strncasecmp (unit, "fortnight", 9) == 0)
    out->hundredths *= 14;
  if (half)
    {
      out->words = TRUE;
      halve (out);
    }
  if (out->unit == MUSTER_UNIT_YEAR && out->hundredths >= 190000)
    return FALSE; /* 2026年 */
  out->han = han;
  out->spaced = strchr (gap, ' ') != NULL;
  g_match_info_fetch_pos (match, 0, &start, &end);
  out->start = (gsize) start;
  out->end = (gsize) end;
  return TRUE;
}

static void
find_all (const char *text, gsize length, const char *pattern, gboolean han, GArray *found)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match_full (regex, text, (gssize) length, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      MusterQuantity quantity = { 0 };

      if (read_match (match, han, &quantity))
        g_array_append_val (found, quantity);
    }
}

/* ¥50: the sign stands before the number. */
static void
find_signs (const char *text, gsize length, GArray *found)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("(?:[¥￥]|\\b(?:RMB|CNY))\\s*(\\d{1,7}(?:\\.\\d{1,2})?)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match_full (regex, text, (gssize) length, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *number = g_match_info_fetch (match, 1);
      MusterQuantity quantity = { .unit = MUSTER_UNIT_MONEY, .bare = TRUE };
      int start, end;

      if (!parse_number (number, &quantity))
        continue;
      g_match_info_fetch_pos (match, 1, &start, &end);
      quantity.start = (gsize) start;
      quantity.end = (gsize) end;
      g_array_append_val (found, quantity);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const MusterQuantity *x = a;
  const MusterQuantity *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

/**
 * muster_quantity_find:
 * @text: of a clause
 *
 * Returns: (transfer full) (element-type MusterQuantity): in the order of the text
 */
GArray *
muster_quantity_find (const char *text)
{
  GArray *found = g_array_new (FALSE, TRUE, sizeof (MusterQuantity));
  gsize length = strlen (text);

  if (length > MAX_TEXT)
    length = (gsize) (g_utf8_find_prev_char (text, text + MAX_TEXT) - text);
  find_all (
      text, length,
      "(?<n>(?<![0-9.:：])[0-9０-９]{1,7}(?:\\.[0-9]{1,2})?|[一二三四五六七八九十百两兩零]{1,7}|半)"
      "(?<gap>\\s{0,2}(?:个|個)?\\s{0,2})(?<u>(?<=个|個)月|" HAN_UNITS ")",
      TRUE, found);
  find_all (text, length,
            "(?<n>\\b(?:half an?|(?<!\\.)\\d{1,7}(?:\\.\\d{1,2})?|" WORDS "|an?))"
            "(?<gap>[ -]?)(?<u>" UNITS ")\\b",
            FALSE, found);
  find_signs (text, length, found);
  g_array_sort (found, compare_places);
  return found;
}

static const char *
find_word (guint number)
{
  for (guint i = 0; i < G_N_ELEMENTS (number_words); i++)
    if (number_words[i].number == number)
      return number_words[i].word;

  return NULL;
}

static char *
dup_number (guint hundredths, const MusterQuantity *like)
{
  guint number = hundredths / 100;

  if (hundredths % 100 != 0)
    return g_strdup_printf ("%u.%02u", number, hundredths % 100);
  if (like->words && like->han && number <= MUSTER_NUMERAL_MAX && number > 0)
    return number == 2 ? g_strdup ("两") : muster_numeral_dup_han (number);
  if (like->words && !like->han && find_word (number) != NULL)
    return g_strdup (find_word (number));
  return g_strdup_printf ("%u", number);
}

/**
 * muster_quantity_dup_text:
 * @like: how it is to be written
 */
char *
muster_quantity_dup_text (guint hundredths, MusterUnit unit, const MusterQuantity *like)
{
  g_autofree char *number = dup_number (hundredths, like);

  if (like->bare)
    return g_steal_pointer (&number);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].unit == unit && like->han)
      return g_strconcat (number, like->spaced ? " " : "", units[i].han, NULL);
    else if (units[i].unit == unit)
      return g_strconcat (number, unit == MUSTER_UNIT_PERCENT && !like->words ? " %" : " ",
                          unit == MUSTER_UNIT_PERCENT && !like->words ? ""
                          : hundredths == 100                         ? units[i].one
                                                                      : units[i].many,
                          NULL);

  g_assert_not_reached ();
}
