/* muster-whatsapp-header.c - does a WhatsApp message begin on this line?
 *
 * The grammar of FORMATS.md 1: a short scanner for the common forms, and a
 * tolerant one behind it.  Also tells day from month.  Used by the WhatsApp
 * reader and its detection.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-whatsapp-header"

#include "config.h"

#include "muster-whatsapp-header.h"

#define BUDDHIST_OFFSET 543

static inline gboolean
is_digit (char c)
{
  return (guint8) (c - '0') < 10;
}

/* "h:mm:ss] ", "h:mm AM - " and the like. */
static inline gboolean
parse_common_time (const char *p, const char *end, MusterWhatsappHeader *h)
{
  int value;

  if (end - p < 8 || !is_digit (*p))
    return FALSE;
  value = *p++ - '0';
  if (is_digit (*p))
    value = value * 10 + (*p++ - '0');
  if (end - p < 5 || value > 24 || p[0] != ':' || (guint8) (p[1] - '0') > 6 || !is_digit (p[2]))
    return FALSE;
  if (p[1] == '6' && p[2] != '0') /* minute 60 is seen, and means the next hour */
    return FALSE;
  h->seconds = value * 3600 + ((p[1] - '0') * 10 + (p[2] - '0')) * 60;
  p += 3;
  if (*p == ':' && end - p > 3 && (guint8) (p[1] - '0') <= 6 && is_digit (p[2]))
    {
      h->seconds += (p[1] - '0') * 10 + (p[2] - '0');
      p += 3;
    }
  h->has_half = FALSE;
  if (end - p > 6 && ((*p == ' ' && p[1] != '-') || (guint8) *p >= 0x80))
    {
      const char *q = *p == ' ' ? p + 1 : (guint8) *p == 0xE2 ? p + 3 : p + 2;

      if ((q[0] != 'A' && q[0] != 'P') || q[1] != 'M' ||
          (*p != ' ' && muster_stamp_skip_space (p, end) != q))
        return FALSE;
      h->seconds =
          muster_stamp_apply_half (h->seconds, q[0] == 'A' ? MUSTER_HALF_AM : MUSTER_HALF_PM);
      h->has_half = TRUE;
      p = q + 2;
    }
  if (h->is_bracketed)
    {
      if (end - p < 2 || p[0] != ']' || p[1] != ' ')
        return FALSE;
      h->rest = p + 2;
    }
  else
    {
      if (end - p < 3 || p[0] != ' ' || p[1] != '-' || p[2] != ' ')
        return FALSE;
      h->rest = p + 3;
    }
  h->is_loose = FALSE;
  return TRUE;
}

/* [d/m/y, h:mm:ss] and d/m/y, h:mm - in ASCII, with AM or PM behind any space. */
static gboolean
parse_common (const char *p, const char *end, MusterWhatsappHeader *h)
{
  int value;
  char sep;

  if (end - p < 16)
    return FALSE;
  h->line = p;
  h->is_bracketed = *p == '[';
  p += h->is_bracketed;
  for (int i = 0; i < 3; i++)
    {
      const char *start = p;

      for (value = 0; is_digit (*p) && p - start < 5; p++)
        value = value * 10 + (*p - '0');
      h->numbers[i] = value;
      h->digits[i] = (guint8) (p - start);
      if (p == start || p - start > 4 || end - p < 8)
        return FALSE;
      if (i == 2)
        break;
      sep = *p++;
      if ((sep != '/' && sep != '.' && sep != '-') || (i == 1 && sep != h->separator))
        return FALSE;
      h->separator = (guint8) sep;
    }
  p += *p == ',';
  if (*p++ != ' ')
    return FALSE;
  h->date_length = (guint8) (p - h->line);
  h->is_same_date = FALSE;
  return parse_common_time (p, end, h);
}

static const char *
parse_date (const char *p, const char *end, MusterWhatsappHeader *h)
{
  for (int i = 0; i < 3; i++)
    {
      guint n;

      p = muster_stamp_any_number (muster_stamp_skip_invisible (p, end), end, 4, &h->numbers[i],
                                   &n);
      if (p == NULL)
        return NULL;
      h->digits[i] = (guint8) n;
      if (i == 2)
        break;
      p = muster_stamp_skip_invisible (p, end);
      if (p >= end || (*p != '/' && *p != '.' && *p != '-') ||
          (i == 1 && *p != (char) h->separator))
        return NULL;
      h->separator = (guint8) *p++;
      if (h->separator == '.')
        p = muster_stamp_skip_space (p, end);
    }
  if (p < end && *p == '.')
    p++;
  return p;
}

/* [half] h:mm[:ss] [half], with "klo" before it in Finnish. */
static const char *
parse_time (const char *p, const char *end, MusterWhatsappHeader *h)
{
  MusterHalf half = MUSTER_HALF_NONE;
  gboolean has_seconds;
  const char *q;

  if (end - p > 4 && memcmp (p, "klo ", 4) == 0)
    p += 4;
  q = muster_stamp_half (p, end, &half);
  if (q != NULL)
    p = muster_stamp_skip_space (q, end);
  p = muster_stamp_clock (p, end, &h->seconds, &has_seconds);
  if (p == NULL)
    return NULL;
  if (half == MUSTER_HALF_NONE)
    {
      q = muster_stamp_half (muster_stamp_skip_space (p, end), end, &half);
      if (q != NULL)
        p = q;
    }
  h->has_half = half != MUSTER_HALF_NONE;
  h->seconds = muster_stamp_apply_half (h->seconds, half);
  return p;
}

static const char *
skip_comma (const char *p, const char *end)
{
  p = muster_stamp_skip_invisible (p, end);
  if (p < end && *p == ',')
    p++;
  else if (end - p > 1 && (guint8) p[0] == 0xD8 && (guint8) p[1] == 0x8C) /* U+060C */
    p += 2;
  return p;
}

/* What stands between the stamp and the sender tells which form it is. */
static gboolean
parse_separator (const char *p, const char *end, MusterWhatsappHeader *h)
{
  const char *start = p;

  if (h->is_bracketed)
    {
      if (p >= end || *p != ']')
        return FALSE;
      h->rest = p + 1 < end && p[1] == ' ' ? p + 2 : p + 1;
      return TRUE;
    }
  if (end - p > 1 && p[0] == ':' && p[1] == ' ')
    {
      h->rest = p + 2;
      return TRUE;
    }
  p = muster_stamp_skip_invisible (muster_stamp_skip_space (p, end), end);
  if (p == start)
    return FALSE;
  if (end - p > 1 && p[0] == '-' && p[1] == ' ')
    {
      h->rest = p + 2;
      return TRUE;
    }
  h->is_loose = TRUE;
  h->rest = p;
  return p < end && *p != '\r' && memmem (p, (gsize) (end - p), ": ", 2) != NULL;
}

static gboolean
parse_tolerant (const char *p, const char *end, MusterWhatsappHeader *h)
{
  const char *q;

  h->is_loose = FALSE;
  h->is_same_date = FALSE;
  h->date_length = 0;
  p = muster_stamp_skip_invisible (p, end);
  h->is_bracketed = p < end && *p == '[';
  p = muster_stamp_skip_invisible (p + h->is_bracketed, end);

  q = parse_date (p, end, h);
  if (q != NULL)
    {
      const char *before;

      q = before = skip_comma (q, end);
      q = muster_stamp_skip_invisible (muster_stamp_skip_space (q, end), end);
      if (q == before)
        return FALSE;
      q = parse_time (q, end, h);
    }
  else
    {
      q = parse_time (p, end, h);
      if (q == NULL || q >= end || *q != ',')
        return FALSE;
      q = parse_date (muster_stamp_skip_space (q + 1, end), end, h);
    }
  return q != NULL && parse_separator (q, end, h);
}

/**
 * muster_whatsapp_header_parse:
 * @line: the beginning of a line
 * @end: its end
 * @out_header: (out): filled if it is a header, undefined otherwise
 */
gboolean
muster_whatsapp_header_parse (const char *line, const char *end, MusterWhatsappHeader *out_header)
{
  guint8 first;

  if (line >= end)
    return FALSE;
  first = (guint8) *line;
  if ((is_digit ((char) first) || first == '[') && parse_common (line, end, out_header))
    return TRUE;
  if (!is_digit ((char) first) && first != '[' && first >= 0x20 && first < 0xD8)
    return FALSE;
  return parse_tolerant (line, end, out_header);
}

/* The last eight bytes of both twice rather than fewer: a call would cost more. */
static inline gboolean
dates_equal (const char *a, const char *b, gsize length)
{
  guint64 x[2], y[2];

  if (length < 8 || length > 16)
    return memcmp (a, b, length) == 0;

  memcpy (&x[0], a, 8);
  memcpy (&x[1], a + length - 8, 8);
  memcpy (&y[0], b, 8);
  memcpy (&y[1], b + length - 8, 8);
  return ((x[0] ^ y[0]) | (x[1] ^ y[1])) == 0;
}

/**
 * muster_whatsapp_header_parse_again:
 * @header: (inout): the last header that was found; the one here, if there is one
 *
 * As muster_whatsapp_header_parse(), and quicker where the date is still the same.
 */
gboolean
muster_whatsapp_header_parse_again (const char *line, const char *end, MusterWhatsappHeader *header)
{
  gsize length = header->date_length;
  MusterWhatsappHeader found;

  if (length > 0 && end - line > (gssize) length && dates_equal (line, header->line, length) &&
      parse_common_time (line + length, end, header))
    {
      header->line = line;
      header->is_same_date = TRUE;
      return TRUE;
    }
  if (!muster_whatsapp_header_parse (line, end, &found))
    return FALSE;
  *header = found;
  return TRUE;
}

static int
shape_of (const MusterWhatsappHeader *h)
{
  return h->digits[2] > 2 || h->digits[0] > 2;
}

static int
full_year (int year, guint digits)
{
  if (digits <= 2)
    return 2000 + year;
  return year >= 2400 && year <= 2700 ? year - BUDDHIST_OFFSET : year;
}

static MusterDay
day_in_order (const MusterWhatsappHeader *h, MusterDateOrder order, MusterDayCache *cache)
{
  int a = h->numbers[0], b = h->numbers[1], c = h->numbers[2];

  if (h->digits[0] == 4 || a > 31)
    {
      MusterDay day = muster_stamp_day (cache, full_year (a, h->digits[0]), b, c);

      return day != MUSTER_DAY_NONE ? day
                                    : muster_stamp_day (cache, full_year (a, h->digits[0]), c, b);
    }
  if (h->digits[1] == 4)
    return muster_stamp_day (cache, full_year (b, 4), a, c);
  if (order == MUSTER_DATE_ORDER_YMD)
    return muster_stamp_day (cache, full_year (a, h->digits[0]), b, c);
  return order == MUSTER_DATE_ORDER_MDY
             ? muster_stamp_day (cache, full_year (c, h->digits[2]), a, b)
             : muster_stamp_day (cache, full_year (c, h->digits[2]), b, a);
}

/* How many stamps go back in time under an order, and a large number if the last is in the future.
 */
static guint
count_steps_back (const MusterWhatsappHeader *headers, guint n, int shape, MusterDateOrder order,
                  MusterDay today)
{
  MusterDayCache cache = { 0 };
  MusterDay last = MUSTER_DAY_NONE;
  guint back = 0;

  for (guint i = 0; i < n; i++)
    {
      MusterDay day;

      if (shape_of (&headers[i]) != shape)
        continue;
      day = day_in_order (&headers[i], order, &cache);
      back += last != MUSTER_DAY_NONE && day < last;
      last = day;
    }
  if (today != MUSTER_DAY_NONE && last != MUSTER_DAY_NONE && last > today + 1)
    back += n;
  return back;
}

static MusterDateOrder
decide_by_habit (const MusterWhatsappHeader *headers, guint n, int shape,
                 const MusterChatOptions *options, gboolean *out_guessed)
{
  guint dmy, mdy;
  const MusterWhatsappHeader *first = NULL;

  for (guint i = 0; i < n && first == NULL; i++)
    if (shape_of (&headers[i]) == shape)
      first = &headers[i];
  if (first == NULL || first->digits[0] == 4 || first->digits[1] == 4 || first->separator == '.' ||
      (first->separator == '/' && shape == 1 && !first->has_half))
    return MUSTER_DATE_ORDER_DMY;

  dmy = count_steps_back (headers, n, shape, MUSTER_DATE_ORDER_DMY, options->today);
  mdy = count_steps_back (headers, n, shape, MUSTER_DATE_ORDER_MDY, options->today);
  if (dmy != mdy)
    return dmy < mdy ? MUSTER_DATE_ORDER_DMY : MUSTER_DATE_ORDER_MDY;

  *out_guessed = TRUE;
  return options->locale_order != MUSTER_DATE_ORDER_UNKNOWN ? options->locale_order
                                                            : MUSTER_DATE_ORDER_DMY;
}

/**
 * muster_date_orders_decide:
 * @headers: from all parts of the file, in its order
 * @out_guessed: (out): set when only habit could tell
 */
void
muster_date_orders_decide (MusterDateOrders *self, const MusterWhatsappHeader *headers,
                           guint n_headers, const MusterChatOptions *options, gboolean *out_guessed)
{
  guint first_large[2] = { 0 }, second_large[2] = { 0 };

  *out_guessed = FALSE;
  for (guint i = 0; i < n_headers; i++)
    {
      int shape = shape_of (&headers[i]);

      if (headers[i].digits[0] == 4 || headers[i].digits[1] == 4)
        continue;
      first_large[shape] += headers[i].numbers[0] > 12;
      second_large[shape] += headers[i].numbers[1] > 12;
    }
  for (int shape = 0; shape < 2; shape++)
    {
      self->is_sure[shape] = options->date_order != MUSTER_DATE_ORDER_UNKNOWN;
      if (self->is_sure[shape])
        self->order[shape] = options->date_order;
      else if (first_large[shape] != second_large[shape])
        self->order[shape] = first_large[shape] > second_large[shape] ? MUSTER_DATE_ORDER_DMY
                                                                      : MUSTER_DATE_ORDER_MDY;
      else
        self->order[shape] = decide_by_habit (headers, n_headers, shape, options, out_guessed);
    }
}

/**
 * muster_date_orders_get_day:
 *
 * A date that only fits the other order is read in it, and so are the ones after it: files
 * change in the middle.
 *
 * Returns: the day; %MUSTER_DAY_NONE if it is no date in either order
 */
MusterDay
muster_date_orders_get_day (MusterDateOrders *self, const MusterWhatsappHeader *header,
                            MusterDayCache *cache)
{
  int shape = shape_of (header);
  MusterDateOrder other =
      self->order[shape] == MUSTER_DATE_ORDER_DMY ? MUSTER_DATE_ORDER_MDY : MUSTER_DATE_ORDER_DMY;
  MusterDay day = day_in_order (header, self->order[shape], cache);

  if (G_LIKELY (day != MUSTER_DAY_NONE) || self->is_sure[shape])
    return day;

  day = day_in_order (header, other, cache);
  if (day != MUSTER_DAY_NONE)
    self->order[shape] = other;
  return day;
}
