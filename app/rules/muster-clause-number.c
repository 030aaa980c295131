/* muster-clause-number.c - the number with which a line of a rule text begins
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-clause-number"

#include "config.h"

#include <string.h>

#include "muster-clause-number.h"
#include "muster-numeral.h"

#define MAX_DIGITS 3 /* 2026. is a year at the end of a sentence */
#define MAX_PARTS 4  /* 3.1.2.1 */

static gboolean
skip (const char **p, const char *sign)
{
  gsize length = strlen (sign);

  if (g_ascii_strncasecmp (*p, sign, length) != 0)
    return FALSE;

  *p += length;
  return TRUE;
}

static gboolean
skip_one_of (const char **p, const char *const *signs)
{
  for (guint i = 0; signs[i] != NULL; i++)
    if (skip (p, signs[i]))
      return TRUE;

  return FALSE;
}

static void
skip_blanks (const char **p)
{
  while (**p == ' ' || **p == '\t' || g_str_has_prefix (*p, "\u3000"))
    *p = g_utf8_next_char (*p);
}

/* Behind 3. or 3) comes a blank, the end, or a word: not 3.5, not 3.5元, not 3.com. */
static gboolean
is_end (const char *p)
{
  return *p == '\0' || *p == '\n' || *p == '\r' || *p == ' ' || *p == '\t' || *p == '*' ||
         *p == '_' || *p == '`' || g_ascii_isupper (*p) || (guchar) *p >= 0x80;
}

static gboolean
scan_digits (const char **p, guint *out)
{
  gboolean found = FALSE;

  *out = muster_numeral_skip_digits (p, MAX_DIGITS, &found);
  return found;
}

/* a of 2a, where no word begins. */
static void
scan_letter (const char **p, MusterClauseNumber *number)
{
  if (g_ascii_islower (**p) && !g_ascii_isalnum ((*p)[1]))
    number->letter = *(*p)++;
}

/* 3.1 and 3.1.2, with or without a mark behind it. */
static gboolean
scan_path (const char *p, MusterClauseNumber *number, const char **out_end)
{
  static const char *const marks[] = { ".", "、", "．", ")", "）", ":", "：", NULL };
  g_autoptr (GString) path = NULL;
  guint own, n = 1;

  if (!scan_digits (&p, &own) || *p != '.' || !g_ascii_isdigit (p[1]))
    return FALSE;

  path = g_string_new (NULL);
  for (; *p == '.' && g_ascii_isdigit (p[1]) && n < MAX_PARTS; n++)
    {
      if (path->len > 0)
        g_string_append_c (path, '.');
      g_string_append_printf (path, "%u", own);
      p++;
      if (!scan_digits (&p, &own))
        return FALSE;
    }

  number->own = own;
  scan_letter (&p, number);
  (void) skip_one_of (&p, marks);
  if (!is_end (p))
    return FALSE;
  number->style = MUSTER_CLAUSE_STYLE_PATH;
  number->path = g_string_free (g_steal_pointer (&path), FALSE);
  *out_end = p;
  return TRUE;
}

static gboolean
scan_plain (const char *p, MusterClauseNumber *number, const char **out_end)
{
  static const char *const point[] = { "．", ".", NULL };
  static const char *const comma[] = { "、", NULL };
  static const char *const bracket[] = { "）", ")", NULL };
  const char *mark;

  if (!scan_digits (&p, &number->own))
    return FALSE;
  (void) skip (&p, "\uFE0F");
  if (skip (&p, "\u20E3")) /* a key with the digit on it */
    {
      number->style = MUSTER_CLAUSE_STYLE_CIRCLE;
      *out_end = p;
      return TRUE;
    }
  scan_letter (&p, number);
  mark = p;
  if (skip_one_of (&p, point))
    number->style = MUSTER_CLAUSE_STYLE_POINT;
  else if (skip_one_of (&p, comma))
    number->style = MUSTER_CLAUSE_STYLE_COMMA;
  else if (skip_one_of (&p, bracket))
    number->style = MUSTER_CLAUSE_STYLE_BRACKET;
  *out_end = p;
  return p > mark && ((guchar) *mark >= 0x80 || is_end (p));
}

static gboolean
scan_brackets (const char *p, MusterClauseNumber *number, const char **out_end)
{
  static const char *const open[] = { "（", "(", NULL };
  static const char *const close[] = { "）", ")", NULL };

  if (!skip_one_of (&p, open))
    return FALSE;
  number->style = MUSTER_CLAUSE_STYLE_BRACKETS;
  if (scan_digits (&p, &number->own))
    scan_letter (&p, number);
  else
    {
      number->own = muster_numeral_skip_han (&p);
      number->style = MUSTER_CLAUSE_STYLE_HAN_BRACKETS;
    }
  *out_end = p;
  return number->own > 0 && skip_one_of (out_end, close);
}

static gboolean
scan_han (const char *p, MusterClauseNumber *number, const char **out_end)
{
  static const char *const marks[] = { "、", "．", ".", NULL };

  number->own = muster_numeral_skip_han (&p);
  number->style = MUSTER_CLAUSE_STYLE_HAN;
  *out_end = p;
  return number->own > 0 && skip_one_of (out_end, marks);
}

static gboolean
scan_article (const char *p, MusterClauseNumber *number, const char **out_end)
{
  static const char *const words[] = { "article ", "clause ", "rule ", "§", NULL };
  static const char *const ends[] = { "条", "條", NULL };
  static const char *const marks[] = { ".", ":", "：", "、", ")", NULL };

  number->style = MUSTER_CLAUSE_STYLE_ARTICLE;
  if (skip (&p, "第"))
    {
      skip_blanks (&p);
      if (!scan_digits (&p, &number->own))
        number->own = muster_numeral_skip_han (&p);
      skip_blanks (&p);
      if (number->own == 0 || !skip_one_of (&p, ends))
        return FALSE;
    }
  else
    {
      if (!skip_one_of (&p, words))
        return FALSE;
      skip_blanks (&p);
      if (!scan_digits (&p, &number->own))
        return FALSE;
      scan_letter (&p, number);
      if (g_ascii_isalnum (*p))
        return FALSE;
    }
  (void) skip_one_of (&p, marks);
  *out_end = p;
  return TRUE;
}

static gboolean
scan_circle (const char *p, MusterClauseNumber *number, const char **out_end)
{
  static const gunichar firsts[] = { 0x2460 /* ① */, 0x2474 /* ⑴ */, 0x2488 /* ⒈ */, 0x2776 /* ❶ */,
                                     0x3220 /* ㈠ */ };
  gunichar c = g_utf8_get_char (p);

  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    if (c >= firsts[i] && c < firsts[i] + (firsts[i] >= 0x2776 ? 10 : 20))
      {
        number->style = MUSTER_CLAUSE_STYLE_CIRCLE;
        number->own = c - firsts[i] + 1;
        *out_end = g_utf8_next_char (p);
        return TRUE;
      }

  return FALSE;
}

/**
 * muster_clause_number_scan:
 * @line: where a line begins, without what comes before its first word
 * @out_number: set where there is a number; its path is the caller's
 *
 * Returns: how many bytes the number and the blanks behind it have; 0 where there is none
 */
gsize
muster_clause_number_scan (const char *line, MusterClauseNumber *out_number)
{
  static gboolean (*const scans[]) (const char *p, MusterClauseNumber *number,
                                    const char **out_end) = {
    scan_path, scan_plain, scan_brackets, scan_han, scan_article, scan_circle,
  };

  for (guint i = 0; i < G_N_ELEMENTS (scans); i++)
    {
      MusterClauseNumber number = { 0 };
      const char *end = line;

      if (!scans[i](line, &number, &end))
        continue;
      skip_blanks (&end);
      *out_number = number;
      return (gsize) (end - line);
    }

  return 0;
}

/**
 * muster_clause_number_dup_own:
 *
 * Returns: the last part of it as people say it: 3, 2a
 */
char *
muster_clause_number_dup_own (const MusterClauseNumber *self)
{
  return self->letter != '\0' ? g_strdup_printf ("%u%c", self->own, self->letter)
                              : g_strdup_printf ("%u", self->own);
}
