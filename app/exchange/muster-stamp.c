/* muster-stamp.c - dates and times as chat programs write them
 *
 * Small readers for the pieces that the text formats share: numbers in ASCII
 * and Arabic digits, the spaces and invisible marks between them, the words
 * for morning and afternoon, clock times, ISO stamps.  Used by the readers of
 * single formats.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-stamp"

#include "config.h"

#include "muster-stamp.h"

#define SECONDS_PER_DAY 86400

static const struct
{
  const char *text; /* ASCII in lower case */
  MusterHalf half;
} halves[] = {
  { "am", MUSTER_HALF_AM },   { "pm", MUSTER_HALF_PM },   { "a.m.", MUSTER_HALF_AM },
  { "p.m.", MUSTER_HALF_PM }, { "上午", MUSTER_HALF_AM }, { "下午", MUSTER_HALF_PM },
  { "凌晨", MUSTER_HALF_AM }, { "早上", MUSTER_HALF_AM }, { "中午", MUSTER_HALF_PM },
  { "晚上", MUSTER_HALF_PM }, { "오전", MUSTER_HALF_AM }, { "오후", MUSTER_HALF_PM },
  { "午前", MUSTER_HALF_AM }, { "午後", MUSTER_HALF_PM }, { "ص", MUSTER_HALF_AM },
  { "م", MUSTER_HALF_PM },    { "π.μ.", MUSTER_HALF_AM }, { "μ.μ.", MUSTER_HALF_PM },
};

/**
 * muster_stamp_any_number:
 *
 * As muster_stamp_number(), in ASCII or Arabic-Indic or Persian digits.
 */
const char *
muster_stamp_any_number (const char *p, const char *end, guint max_digits, int *out_value,
                         guint *out_digits)
{
  int value = 0;
  guint n = 0;

  while (p < end && n <= max_digits)
    {
      guint8 first = (guint8) *p;
      guint8 second = p + 1 < end ? (guint8) p[1] : 0;

      if ((guint8) (first - '0') < 10)
        {
          value = value * 10 + (first - '0');
          p++;
        }
      else if ((first == 0xD9 && second >= 0xA0 && second <= 0xA9) ||
               (first == 0xDB && second >= 0xB0 && second <= 0xB9))
        {
          value = value * 10 + (second & 0x0F);
          p += 2;
        }
      else
        break;
      n++;
    }
  if (n == 0 || n > max_digits)
    return NULL;
  *out_value = value;
  *out_digits = n;
  return p;
}

/**
 * muster_stamp_skip_space:
 *
 * Skips spaces, also those that don't break or are narrow.
 */
const char *
muster_stamp_skip_space (const char *p, const char *end)
{
  while (p < end)
    {
      guint8 c = (guint8) *p;

      if (c == ' ' || c == '\t')
        p++;
      else if (c == 0xC2 && end - p > 1 && (guint8) p[1] == 0xA0)
        p += 2;
      else if (c == 0xE2 && end - p > 2 && (guint8) p[1] == 0x80 &&
               ((guint8) p[2] == 0xAF || (guint8) p[2] == 0x89))
        p += 3;
      else
        break;
    }
  return p;
}

/**
 * muster_stamp_skip_invisible:
 *
 * Skips control characters but line ends and TAB, marks of direction, zero-width spaces and
 * byte order marks.  Joiners stay: they are part of emoji.
 */
const char *
muster_stamp_skip_invisible (const char *p, const char *end)
{
  while (p < end)
    {
      guint8 c = (guint8) *p;

      if (c < 0x20 && c != '\n' && c != '\r' && c != '\t')
        p++;
      else if (c == 0xE2 && end - p > 2 &&
               (((guint8) p[1] == 0x80 &&
                 ((guint8) p[2] == 0x8B || (guint8) p[2] == 0x8E || (guint8) p[2] == 0x8F ||
                  ((guint8) p[2] >= 0xAA && (guint8) p[2] <= 0xAE))) ||
                ((guint8) p[1] == 0x81 && (guint8) p[2] == 0xA0)))
        p += 3;
      else if (c == 0xEF && end - p > 2 && (guint8) p[1] == 0xBB && (guint8) p[2] == 0xBF)
        p += 3;
      else
        break;
    }
  return p;
}

/* "p. m.", "a.<NBSP>m.": the letters with anything like a space between. */
static const char *
read_spaced_half (const char *p, const char *end, MusterHalf *out_half)
{
  char first = p < end ? g_ascii_tolower (*p) : '\0';

  if ((first != 'a' && first != 'p') || p + 1 >= end || p[1] != '.')
    return NULL;
  p = muster_stamp_skip_space (p + 2, end);
  if (p + 1 >= end || g_ascii_tolower (p[0]) != 'm' || p[1] != '.')
    return NULL;
  *out_half = first == 'a' ? MUSTER_HALF_AM : MUSTER_HALF_PM;
  return p + 2;
}

/**
 * muster_stamp_half:
 * @out_half: (out): untouched when there is none
 *
 * Returns: behind the word for the half of the day; %NULL if there is none
 */
const char *
muster_stamp_half (const char *p, const char *end, MusterHalf *out_half)
{
  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    {
      gsize length = strlen (halves[i].text);

      if ((gsize) (end - p) >= length && g_ascii_strncasecmp (p, halves[i].text, length) == 0 &&
          ((gsize) (end - p) == length || !g_ascii_isalpha (p[length])))
        {
          *out_half = halves[i].half;
          return p + length;
        }
    }
  return read_spaced_half (p, end, out_half);
}

/**
 * muster_stamp_clock:
 * @out_seconds: (out): since midnight; hour 24 goes into the next day, minute 60 into the next hour
 *
 * h:mm or h:mm:ss, also with full stops.
 */
const char *
muster_stamp_clock (const char *p, const char *end, int *out_seconds, gboolean *out_has_seconds)
{
  int hour, minute, second = 0;
  guint n;
  char sep;
  const char *q;

  p = muster_stamp_any_number (p, end, 2, &hour, &n);
  if (p == NULL || p >= end || (*p != ':' && *p != '.'))
    return NULL;
  sep = *p;
  p = muster_stamp_any_number (p + 1, end, 2, &minute, &n);
  if (p == NULL || n != 2 || hour > 24 || minute > 60)
    return NULL;
  *out_has_seconds = FALSE;
  if (p < end && *p == sep && (q = muster_stamp_any_number (p + 1, end, 2, &second, &n)) != NULL &&
      n == 2 && second <= 60)
    {
      p = q;
      *out_has_seconds = TRUE;
    }
  else
    second = 0;
  *out_seconds = hour * 3600 + minute * 60 + second;
  return p;
}

/**
 * muster_stamp_apply_half:
 * @seconds: as of muster_stamp_clock(), on a clock of twelve hours
 *
 * A time that can't be one of twelve hours stays as it is: files mix both.
 */
int
muster_stamp_apply_half (int seconds, MusterHalf half)
{
  int hour = seconds / 3600;

  if (half == MUSTER_HALF_PM && hour < 12)
    return seconds + 12 * 3600;
  if (half == MUSTER_HALF_AM && hour == 12)
    return seconds - 12 * 3600;
  return seconds;
}

/**
 * muster_stamp_day:
 *
 * Returns: the day; %MUSTER_DAY_NONE if there is no such date
 */
MusterDay
muster_stamp_day (MusterDayCache *cache, int year, int month, int day)
{
  guint32 key = (guint32) year << 9 | (guint32) month << 5 | (guint32) day;

  if (G_LIKELY (cache->key == key))
    return cache->day;
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 ||
      day > g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year))
    return MUSTER_DAY_NONE;

  cache->key = key;
  cache->day = muster_day_from_ymd (year, month, day);
  return cache->day;
}

/**
 * muster_stamp_date_ymd:
 *
 * YYYY-M-D, YYYY/M/D, YYYY.M.D, also with a space behind the full stop.
 */
const char *
muster_stamp_date_ymd (const char *p, const char *end, MusterDayCache *cache, MusterDay *out_day)
{
  int year, month, day;
  guint n;
  char sep;

  p = muster_stamp_number (p, end, 4, &year, &n);
  if (p == NULL || n != 4 || p >= end || (*p != '-' && *p != '/' && *p != '.'))
    return NULL;
  sep = *p++;
  if (sep == '.')
    p = muster_stamp_skip_space (p, end);
  p = muster_stamp_number (p, end, 2, &month, &n);
  if (p == NULL || p >= end || *p != sep)
    return NULL;
  p++;
  if (sep == '.')
    p = muster_stamp_skip_space (p, end);
  p = muster_stamp_number (p, end, 2, &day, &n);
  if (p == NULL)
    return NULL;
  *out_day = muster_stamp_day (cache, year, month, day);
  return *out_day != MUSTER_DAY_NONE ? p : NULL;
}

/* Z, +08:00, -0530. */
static const char *
read_zone (const char *p, const char *end, int *out_offset)
{
  int sign, hours, minutes = 0;
  guint n;

  if (p < end && (*p == 'Z' || *p == 'z'))
    {
      *out_offset = 0;
      return p + 1;
    }
  if (p >= end || (*p != '+' && *p != '-'))
    return NULL;
  sign = *p == '-' ? -1 : 1;
  p++;
  if (end - p < 2 || !g_ascii_isdigit (p[0]) || !g_ascii_isdigit (p[1]))
    return NULL;
  hours = (p[0] - '0') * 10 + (p[1] - '0');
  p += 2;
  if (p < end && *p == ':')
    p++;
  if (end - p >= 2 && g_ascii_isdigit (p[0]))
    {
      p = muster_stamp_number (p, end, 2, &minutes, &n);
      if (p == NULL)
        return NULL;
    }
  *out_offset = sign * (hours * 3600 + minutes * 60);
  return p;
}

/**
 * muster_stamp_iso:
 * @out_time: (out): wall clock as written, counted as if UTC
 * @out_utc: (out): the real moment if a zone is given; untouched otherwise
 *
 * YYYY-MM-DDTHH:MM[:SS[.fff]][Z|±hh:mm], a space for the T.
 */
const char *
muster_stamp_iso (const char *p, const char *end, gint64 *out_time, gint64 *out_utc)
{
  MusterDayCache cache = { 0 };
  MusterDay day;
  int seconds, offset;
  gboolean has_seconds;
  const char *q;

  p = muster_stamp_date_ymd (p, end, &cache, &day);
  if (p == NULL || p >= end || (*p != 'T' && *p != 't' && *p != ' '))
    return NULL;
  p = muster_stamp_clock (p + 1, end, &seconds, &has_seconds);
  if (p == NULL)
    return NULL;
  if (p < end && (*p == '.' || *p == ','))
    for (p++; p < end && g_ascii_isdigit (*p);)
      p++;
  *out_time = (gint64) day * SECONDS_PER_DAY + seconds;
  q = read_zone (p, end, &offset);
  if (q == NULL)
    return p;
  *out_utc = *out_time - offset;
  return q;
}

static inline gboolean
is_han_lead (guint8 c)
{
  return c >= 0xE4 && c <= 0xED;
}

/* Printing ASCII, or the first byte of a character that is neither space nor mark. */
static inline gboolean
is_plain (guint8 c)
{
  return (c > 0x20 && c < 0x7F) || is_han_lead (c);
}

/**
 * muster_span_trim:
 *
 * Returns: @span without spaces, line ends and invisible marks around
 */
MusterSpan
muster_span_trim (MusterSpan span)
{
  const char *p = span.data != NULL ? span.data : "";
  const char *end = p + span.length;
  const char *before;

  if (span.length >= 3 && is_plain ((guint8) p[0]) &&
      (is_plain ((guint8) end[-1]) || ((guint8) end[-1] >= 0x80 && is_han_lead ((guint8) end[-3]))))
    return span;
  do
    {
      before = p;
      p = muster_stamp_skip_space (muster_stamp_skip_invisible (p, end), end);
      while (p < end && (*p == '\n' || *p == '\r'))
        p++;
    }
  while (p != before);
  while (end > p)
    {
      const char *last = end - 1;

      while (last > p && ((guint8) *last & 0xC0) == 0x80)
        last--;
      if (g_ascii_isspace (*last) || muster_stamp_skip_space (last, end) == end ||
          muster_stamp_skip_invisible (last, end) == end)
        end = last;
      else
        break;
    }
  return muster_span (p, end);
}

/**
 * muster_span_trim_lines:
 *
 * Returns: @span without blank lines and spaces at its end
 */
MusterSpan
muster_span_trim_lines (MusterSpan span)
{
  while (span.length > 0 && g_ascii_isspace (span.data[span.length - 1]))
    span.length--;
  return span;
}
