/* muster-numeral.c - whole numbers as a Chinese text writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-numeral"

#include "config.h"

#include <string.h>

#include "muster-numeral.h"

static const char *const units[] = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

static const struct
{
  const char *sign;
  guint value;
} powers[] = {
  { "千", 1000 },
  { "百", 100 },
  { "十", 10 },
};

static gboolean
skip (const char **p, const char *sign)
{
  if (!g_str_has_prefix (*p, sign))
    return FALSE;

  *p += strlen (sign);
  return TRUE;
}

/* From 1 to 9; 0 if there is none. */
static guint
skip_unit (const char **p)
{
  for (guint i = 1; i < G_N_ELEMENTS (units); i++)
    if (skip (p, units[i]))
      return i;

  return skip (p, "两") || skip (p, "兩") ? 2 : 0;
}

/**
 * muster_numeral_skip_han:
 * @text: (inout): is moved behind the number: 三, 十二, 两百, 一百零五
 *
 * Returns: the number; 0 where there is none, with @text as it was
 */
guint
muster_numeral_skip_han (const char **text)
{
  const char *p = *text;
  guint number = 0, last = G_MAXUINT;

  for (;;)
    {
      const char *before = p;
      guint power = 1;
      guint unit;

      (void) (number > 0 && skip (&p, "零"));
      unit = skip_unit (&p);
      for (guint i = 0; i < G_N_ELEMENTS (powers) && power == 1; i++)
        if (skip (&p, powers[i].sign))
          power = powers[i].value;
      if ((unit == 0 && power != 10) || power >= last)
        {
          p = before;
          break;
        }

      number += MAX (unit, 1) * power;
      last = power;
      if (power == 1)
        break;
    }
  *text = p;
  return number;
}

/**
 * muster_numeral_skip_digits:
 * @text: (inout): is moved behind the digits, of ASCII or of full width
 * @max_digits: more are no number
 * @out_found: (out): whether there was one
 */
guint
muster_numeral_skip_digits (const char **text, guint max_digits, gboolean *out_found)
{
  const char *p = *text;
  guint number = 0, n = 0;

  for (;; n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0xff10 && c <= 0xff19)
        c = c - 0xff10 + '0';
      if (c < '0' || c > '9' || n > max_digits)
        break;
      number = number * 10 + (c - '0');
      p = g_utf8_next_char (p);
    }
  *out_found = n > 0 && n <= max_digits;
  if (!*out_found)
    return 0;

  *text = p;
  return number;
}

/**
 * muster_numeral_dup_han:
 * @number: from 1 to %MUSTER_NUMERAL_MAX
 *
 * Returns: 三, 十二, 一百零五
 */
char *
muster_numeral_dup_han (guint number)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean gap = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (powers); i++)
    {
      guint n = number / powers[i].value % 10;

      gap |= n == 0 && text->len > 0;
      if (n == 0)
        continue;
      if (gap)
        g_string_append (text, "零");
      gap = FALSE;
      if (n != 1 || powers[i].value != 10 || text->len > 0)
        g_string_append (text, units[n]);
      g_string_append (text, powers[i].sign);
    }
  if (number % 10 > 0)
    {
      if (gap)
        g_string_append (text, "零");
      g_string_append (text, units[number % 10]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
