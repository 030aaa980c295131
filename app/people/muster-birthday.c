/* muster-birthday.c - birthdays as people write them, solar or lunar
 *
 * Reads 1990-08-15, --08-15, 1990年8月15日, L1990-+04-03 (as it is stored),
 * lunar:1990-L04-03, 农历1990年闰四月初三, 农历1990-八月十五, 八月十五 and 腊月廿三.
 * A month and day in Chinese numerals are of the Chinese calendar, unless 日
 * or 号 stands behind the day or 公历 before it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-birthday"

#include "config.h"

#include <string.h>

#include "muster-birthday.h"

#define FIRST_YEAR 1000 /* of four digits */

typedef enum
{
  CALENDAR_UNSAID,
  CALENDAR_SOLAR,
  CALENDAR_LUNAR,
} Calendar;

static const struct
{
  const char *word;
  Calendar calendar;
} calendars[] = {
  { "农历", CALENDAR_LUNAR }, { "農曆", CALENDAR_LUNAR },  { "阴历", CALENDAR_LUNAR },
  { "陰曆", CALENDAR_LUNAR }, { "旧历", CALENDAR_LUNAR },  { "舊曆", CALENDAR_LUNAR },
  { "夏历", CALENDAR_LUNAR }, { "lunar", CALENDAR_LUNAR }, { "公历", CALENDAR_SOLAR },
  { "公曆", CALENDAR_SOLAR }, { "阳历", CALENDAR_SOLAR },  { "陽曆", CALENDAR_SOLAR },
  { "新历", CALENDAR_SOLAR }, { "solar", CALENDAR_SOLAR },
};

/* Takes the name of a calendar out of @text, wherever it stands. */
static Calendar
take_calendar (GString *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (calendars); i++)
    if (g_string_replace (text, calendars[i].word, "", 1) > 0)
      return calendars[i].calendar;

  if (g_str_has_prefix (text->str, "l") && text->len > 1 &&
      (g_ascii_isdigit (text->str[1]) || text->str[1] == '-'))
    {
      g_string_erase (text, 0, 1);
      return CALENDAR_LUNAR;
    }
  return CALENDAR_UNSAID;
}

/* Full-width forms become plain, capitals small, and what is only around it goes. */
static GString *
dup_plain (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *small = plain != NULL ? g_utf8_strdown (plain, -1) : NULL;
  GString *result = g_string_new (NULL);

  for (const char *p = small; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && strchr ("():", (int) (c < 128 ? c : 'x')) == NULL)
        g_string_append_unichar (result, c);
    }
  return result;
}

static gboolean
skip (const char **p, const char *word)
{
  if (!g_str_has_prefix (*p, word))
    return FALSE;

  *p += strlen (word);
  return TRUE;
}

static gboolean
skip_any (const char **p, const char *const *words)
{
  for (; *words != NULL; words++)
    if (skip (p, *words))
      return TRUE;

  return FALSE;
}

/* One of 一 to 九; 0 if there is none. */
static int
read_unit (const char **p)
{
  static const char *const units[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (skip (p, units[i]))
      return (int) i + 1;

  return 0;
}

/* 八, 十, 十五, 二十五, 廿五, 三十, 卅一; 0 if there is none. */
static int
read_numeral (const char **p)
{
  int tens, unit;

  if (skip (p, "廿"))
    return 20 + read_unit (p);
  if (skip (p, "卅"))
    return 30 + read_unit (p);

  unit = read_unit (p);
  if (!skip (p, "十"))
    return unit;
  tens = unit == 0 ? 1 : unit;
  return tens * 10 + read_unit (p);
}

static int
read_digits (const char **p, guint max)
{
  int value = 0;

  for (guint n = 0; n < max && g_ascii_isdigit (**p); n++)
    value = value * 10 + *(*p)++ - '0';
  return value;
}

/* 1990 or 一九九〇; 0, and nothing read, if there are no four digits. */
static int
read_year (const char **p)
{
  const char *start = *p;
  int year = 0;

  for (int i = 0; i < 4; i++)
    {
      int digit = 0;

      if (g_ascii_isdigit (**p))
        digit = *(*p)++ - '0';
      else if (!skip (p, "〇") && !skip (p, "零") && (digit = read_unit (p)) == 0)
        break;
      year = year * 10 + digit;
    }
  if (year >= FIRST_YEAR)
    return year;

  *p = start;
  return 0;
}

/* A year and what parts it from the month; 1990 may also stand as --. */
static gboolean
read_year_part (const char **p, MusterBirthday *birthday)
{
  static const char *const signs[] = { "年", "-", "/", ".", NULL };

  birthday->year = read_year (p);
  if (birthday->year == 0)
    {
      (void) skip (p, "--");
      return TRUE;
    }
  return skip_any (p, signs);
}

/* Tells whether it stood in words that only the Chinese calendar has, or in its numerals.  Without
 * a year 5/8 and 5.8 may be May or August. */
static gboolean
read_month (const char **p, MusterBirthday *birthday, gboolean *out_chinese)
{
  static const char *const leaps[] = { "闰", "閏", "+", "l", NULL };
  static const char *const signs[] = { "月", "-", "/", ".", NULL };
  static const char *const plain_signs[] = { "月", "-", NULL };

  birthday->leap = skip_any (p, leaps);
  *out_chinese = !g_ascii_isdigit (**p);
  if (skip (p, "正"))
    birthday->month = 1;
  else if (skip (p, "冬"))
    birthday->month = 11;
  else if (skip (p, "腊") || skip (p, "臘"))
    birthday->month = 12;
  else
    birthday->month = *out_chinese ? read_numeral (p) : read_digits (p, 2);
  return birthday->month > 0 && skip_any (p, birthday->year != 0 ? signs : plain_signs);
}

/* Tells whether 日 or 号 stands behind it, as only in the solar calendar. */
static gboolean
read_day (const char **p, MusterBirthday *birthday, gboolean *out_initial, gboolean *out_suffix)
{
  static const char *const suffixes[] = { "日", "号", "號", NULL };

  *out_initial = skip (p, "初");
  birthday->day = g_ascii_isdigit (**p) ? read_digits (p, 2) : read_numeral (p);
  *out_suffix = skip_any (p, suffixes);
  return birthday->day > 0 && **p == '\0' && (!*out_initial || birthday->day <= 10);
}

static gboolean
is_possible (const MusterBirthday *birthday)
{
  int year = birthday->year != 0 ? birthday->year : 2000; /* one with a 29 February */

  if (birthday->month > 12)
    return FALSE;
  if (birthday->lunar)
    return birthday->day <= 30;
  return !birthday->leap &&
         birthday->day <= g_date_get_days_in_month ((GDateMonth) birthday->month, (GDateYear) year);
}

/**
 * muster_birthday_parse:
 * @text: as a person wrote it, or as it is stored
 * @out_birthday: set only on success
 */
gboolean
muster_birthday_parse (const char *text, MusterBirthday *out_birthday)
{
  g_autoptr (GString) plain = dup_plain (text);
  Calendar calendar = take_calendar (plain);
  const char *p = plain->str;
  MusterBirthday birthday = { 0 };
  gboolean chinese, initial, suffix;

  if (!read_year_part (&p, &birthday) || !read_month (&p, &birthday, &chinese) ||
      !read_day (&p, &birthday, &initial, &suffix))
    return FALSE;

  birthday.lunar =
      calendar == CALENDAR_LUNAR ||
      (calendar == CALENDAR_UNSAID && (birthday.leap || initial || (chinese && !suffix)));
  if (!is_possible (&birthday))
    return FALSE;

  *out_birthday = birthday;
  return TRUE;
}

/**
 * muster_birthday_dup_text:
 *
 * Returns: (transfer full): as it is stored: 1990-08-15, --08-15, L1990-08-15, leap month
 *   L1990-+04-03
 */
char *
muster_birthday_dup_text (const MusterBirthday *self)
{
  const char *calendar = self->lunar ? "L" : "";
  const char *leap = self->leap ? "+" : "";

  return self->year != 0
             ? g_strdup_printf ("%s%04d-%s%02d-%02d", calendar, self->year, leap, self->month,
                                self->day)
             : g_strdup_printf ("%s--%s%02d-%02d", calendar, leap, self->month, self->day);
}
