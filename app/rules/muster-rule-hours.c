/* muster-rule-hours.c - hours of the day in a text: 22:00-08:00, 晚上10点到早上8点, 10 pm to 8 am
 *
 * Where a text names the hours in which people are to be reached, the others
 * are the quiet ones: online 07:30-22:00 says quiet 22:00-07:30.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rule-hours"

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "muster-numeral.h"
#include "muster-rule-hours.h"

#define MAX_TEXT 5000 /* bytes of a clause that are looked at */
#define MINUTES_PER_DAY 1440

#define TIME(n)                                                                                                            \
  "(?:(?<part" n ">凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜里|夜间|早|晚)\\s{0,2})?" \
  "(?<hour" n ">[0-9]{1,2}|[一二三四五六七八九十两]{1,3})"                                                      \
  "(?:[:：](?<min" n ">[0-9]{2})|\\s{0,2}[点點时時](?:(?<half" n ">半)|(?<sub" n                                           \
  ">[0-9]{1,2})分)?钟?)?"                                                                                                \
  "(?:\\s{0,2}(?<ampm" n ">[ap])\\.?m\\b\\.?)?"

static guint
parse_hour (const char *text)
{
  gboolean found = FALSE;
  const char *p = text;
  guint hour = muster_numeral_skip_digits (&p, 2, &found);

  return found ? hour : muster_numeral_skip_han (&p);
}

static char *
dup_part (const GMatchInfo *match, const char *name, const char *n)
{
  g_autofree char *whole = g_strconcat (name, n, NULL);
  char *part = g_match_info_fetch_named (match, whole);

  return part != NULL ? part : g_strdup ("");
}

static gboolean
is_late (const char *part, const char *half_day)
{
  return g_ascii_tolower (*half_day) == 'p' || g_str_has_prefix (part, "下午") ||
         g_str_has_prefix (part, "傍") || g_str_has_prefix (part, "晚") ||
         g_str_has_prefix (part, "夜");
}

/* Minutes since midnight; G_MAXUINT where there is no such time. */
static guint
read_time (const GMatchInfo *match, const char *n)
{
  g_autofree char *part = dup_part (match, "part", n);
  g_autofree char *number = dup_part (match, "hour", n);
  g_autofree char *min = dup_part (match, "min", n);
  g_autofree char *half = dup_part (match, "half", n);
  g_autofree char *sub = dup_part (match, "sub", n);
  g_autofree char *half_day = dup_part (match, "ampm", n);
  guint hour = parse_hour (number);
  guint minute = *half != '\0' ? 30 : (guint) g_ascii_strtoull (*min != '\0' ? min : sub, NULL, 10);

  if (is_late (part, half_day) && hour < 12 && hour > 4)
    hour += 12;
  if (g_ascii_tolower (*half_day) == 'a' && hour == 12)
    hour = 0;
  if (hour == 24 && minute == 0)
    hour = 0;
  return hour < 24 && minute < 60 ? hour * 60 + minute : G_MAXUINT;
}

/* Whether it is told that numbers are times. */
static gboolean
is_time (const char *text)
{
  static const char *const signs[] = { ":",  "：", "点",  "點",  "时", "時",
                                       "am", "pm", "a.m", "p.m", "AM", "PM" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (text, signs[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Whether the words before it say that these are the hours to be there. */
static gboolean
is_awake (const char *text, gsize start)
{
  static const char *const words[] = { "online", "on duty", "reach", "work",   "open", "在线",
                                       "上线",   "值班",    "工作",  "可以发", "营业" };
  g_autofree char *before = g_strndup (text, start);
  const char *line;
  g_autofree char *lower = g_utf8_strdown (before, -1);

  line = strrchr (lower, '\n') != NULL ? strrchr (lower, '\n') : lower;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (line, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * muster_rule_hours_find:
 *
 * Returns: (transfer full) (element-type MusterRuleHours): as they stand in the text
 */
GArray *
muster_rule_hours_find (const char *text)
{
  GArray *found = g_array_new (FALSE, TRUE, sizeof (MusterRuleHours));
  g_autoptr (GRegex) regex = g_regex_new (
      TIME ("1") "\\s{0,2}(?:-|–|—|~|～|到|至|\\bto\\b|\\buntil\\b|\\btill\\b|\\band\\b)\\s{0,2}"
                 "(?:次日|第二天|翌日|隔天|隔日)?\\s{0,2}" TIME ("2"),
      0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gsize length = strlen (text);

  if (length > MAX_TEXT)
    length = (gsize) (g_utf8_find_prev_char (text, text + MAX_TEXT) - text);
  g_regex_match_full (regex, text, (gssize) length, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *whole = g_match_info_fetch (match, 0);
      guint from = read_time (match, "1"), until = read_time (match, "2");
      MusterRuleHours hours;
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      if (!is_time (whole) || from == G_MAXUINT || until == G_MAXUINT || from == until)
        continue;
      hours = (MusterRuleHours){ from, until, (gsize) start, (gsize) end, FALSE };
      hours.awake = is_awake (text, hours.start);
      if (hours.awake)
        {
          hours.from = until;
          hours.until = from;
        }
      g_array_append_val (found, hours);
    }
  return found;
}

/**
 * muster_rule_hours_parse:
 * @value: HH:MM-HH:MM
 */
gboolean
muster_rule_hours_parse (const char *value, MusterRuleHours *out_hours)
{
  guint h1, m1, h2, m2;
  char rest;

  if (sscanf (value, "%2u:%2u-%2u:%2u%c", &h1, &m1, &h2, &m2, &rest) != 4 || h1 > 24 || h2 > 24 ||
      m1 > 59 || m2 > 59)
    return FALSE;

  *out_hours = (MusterRuleHours){ (h1 * 60 + m1) % MINUTES_PER_DAY,
                                  (h2 * 60 + m2) % MINUTES_PER_DAY, 0, 0, FALSE };
  return TRUE;
}

char *
muster_rule_hours_dup_value (const MusterRuleHours *self)
{
  return g_strdup_printf ("%02u:%02u-%02u:%02u", self->from / 60, self->from % 60, self->until / 60,
                          self->until % 60);
}
