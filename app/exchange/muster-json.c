/* muster-json.c - a cursor over JSON text
 *
 * Chat exports are JSON of any size.  This steps from value to value by
 * looking for quotes and brackets only, and takes the few strings and numbers
 * that are wanted from where they stand.  No tree is built, nothing recurses,
 * and nothing is allocated for strings without escapes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-json"

#include "config.h"

#include "muster-json.h"

static const char *
skip_space (const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
    p++;
  return p;
}

/* @p is behind the opening quote.  Gives the closing one, NULL if there is none. */
static const char *
find_string_end (const char *p, const char *end)
{
  while ((p = memchr (p, '"', (gsize) (end - p))) != NULL)
    {
      const char *back = p;

      while (back[-1] == '\\')
        back--;
      if ((p - back) % 2 == 0)
        return p;
      p++;
    }
  return NULL;
}

/* Behind the value at @p; NULL when it is cut off, broken or too deep. */
static const char *
skip_value (const char *p, const char *end)
{
  int depth = 0;

  while (p < end)
    {
      switch (*p)
        {
        case '"':
          p = find_string_end (p + 1, end);
          if (p == NULL)
            return NULL;
          break;
        case '{':
        case '[':
          if (++depth > MUSTER_JSON_MAX_DEPTH)
            return NULL;
          break;
        case '}':
        case ']':
          if (--depth < 0)
            return NULL;
          break;
        default:
          if (depth == 0)
            {
              const char *start = p;

              while (p < end && (g_ascii_isalnum (*p) || *p == '-' || *p == '+' || *p == '.'))
                p++;
              return p > start ? p : NULL;
            }
          break;
        }
      p++;
      if (depth == 0)
        return p;
    }
  return NULL;
}

/**
 * muster_json_iter_init:
 * @value: text that begins with an object or array; it may end early
 *
 * Returns: %FALSE if it is neither
 */
gboolean
muster_json_iter_init (MusterJsonIter *self, MusterSpan value)
{
  const char *end, *p;

  *self = (MusterJsonIter){ 0 };
  if (value.length == 0)
    return FALSE;
  end = value.data + value.length;
  p = skip_space (value.data, end);
  if (p >= end || (*p != '{' && *p != '['))
    return FALSE;
  self->close = *p == '{' ? '}' : ']';
  self->p = p + 1;
  self->end = end;
  return TRUE;
}

/**
 * muster_json_iter_init_lines:
 *
 * For values one after the other without anything around them: JSON Lines.
 */
void
muster_json_iter_init_lines (MusterJsonIter *self, MusterSpan text)
{
  *self = (MusterJsonIter){ .p = text.data, .end = text.data + text.length };
}

static gboolean
read_key (MusterJsonIter *self, MusterSpan *out_key)
{
  const char *stop;

  if (self->p >= self->end || *self->p != '"')
    return FALSE;
  stop = find_string_end (self->p + 1, self->end);
  if (stop == NULL)
    return FALSE;
  *out_key = muster_span (self->p + 1, stop);
  self->p = skip_space (stop + 1, self->end);
  if (self->p >= self->end || *self->p != ':')
    return FALSE;
  self->p = skip_space (self->p + 1, self->end);
  return TRUE;
}

/**
 * muster_json_iter_next:
 * @out_key: (out): of a member, without quotes and with its escapes; nothing in an array
 * @out_value: (out): the value's text.  One that is cut off reaches to the end, and @is_bad is set
 *
 * Returns: %FALSE at the end
 */
gboolean
muster_json_iter_next (MusterJsonIter *self, MusterSpan *out_key, MusterSpan *out_value)
{
  const char *stop;

  if (self->is_bad)
    return FALSE;
  self->p = skip_space (self->p, self->end);
  if (self->p < self->end && *self->p == ',')
    self->p = skip_space (self->p + 1, self->end);
  if (self->close == '\0' ? self->p >= self->end : self->p < self->end && *self->p == self->close)
    return FALSE;

  *out_key = (MusterSpan){ NULL, 0 };
  if (self->p >= self->end || (self->close == '}' && !read_key (self, out_key)) ||
      self->p >= self->end)
    {
      self->is_bad = TRUE;
      return FALSE;
    }
  stop = skip_value (self->p, self->end);
  self->is_bad = stop == NULL;
  *out_value = muster_span (self->p, stop != NULL ? stop : self->end);
  self->p = stop != NULL ? stop : self->end;
  return TRUE;
}

/**
 * muster_json_get:
 * @path: names of members with dots between
 *
 * Returns: the text of the value; nothing if there is no such member
 */
MusterSpan
muster_json_get (MusterSpan object, const char *path)
{
  while (TRUE)
    {
      const char *dot = strchrnul (path, '.');
      MusterSpan key, value;
      MusterJsonIter iter;
      gboolean found = FALSE;

      if (!muster_json_iter_init (&iter, object) || iter.close != '}')
        return (MusterSpan){ NULL, 0 };
      while (!found && muster_json_iter_next (&iter, &key, &value))
        found = key.length == (gsize) (dot - path) && memcmp (key.data, path, key.length) == 0;
      if (!found)
        return (MusterSpan){ NULL, 0 };
      if (*dot == '\0')
        return value;
      object = value;
      path = dot + 1;
    }
}

/**
 * muster_json_get_first:
 * @paths: (array zero-terminated=1): to be tried in this order
 *
 * Returns: the first value that is there, not null and not an empty string
 */
MusterSpan
muster_json_get_first (MusterSpan object, const char *const *paths)
{
  for (; *paths != NULL; paths++)
    {
      MusterSpan value = muster_json_get (object, *paths);

      if (!muster_json_is_absent (value) && !muster_span_is (value, "\"\""))
        return value;
    }
  return (MusterSpan){ NULL, 0 };
}

gboolean
muster_json_has (MusterSpan object, const char *path)
{
  return muster_json_get (object, path).data != NULL;
}

gboolean
muster_json_is_object (MusterSpan value)
{
  return value.length > 0 && value.data[0] == '{';
}

gboolean
muster_json_is_array (MusterSpan value)
{
  return value.length > 0 && value.data[0] == '[';
}

gboolean
muster_json_is_string (MusterSpan value)
{
  return value.length > 0 && value.data[0] == '"';
}

gboolean
muster_json_is_true (MusterSpan value)
{
  return muster_span_is (value, "true");
}

/**
 * muster_json_is_absent:
 *
 * Returns: whether there is no value, or null
 */
gboolean
muster_json_is_absent (MusterSpan value)
{
  return value.length == 0 || muster_span_is (value, "null");
}

/**
 * muster_json_get_int:
 * @out_number: (out): without what stands behind the point
 *
 * A number, or a string that holds one.
 */
gboolean
muster_json_get_int (MusterSpan value, gint64 *out_number)
{
  const char *p = value.data;
  const char *end;
  gboolean negative = FALSE;
  gint64 number = 0;
  int n = 0;

  if (value.length == 0)
    return FALSE;
  end = p + value.length;
  if (*p == '"')
    p++;
  if (p < end && *p == '-')
    {
      negative = TRUE;
      p++;
    }
  for (; p < end && g_ascii_isdigit (*p); p++)
    {
      if (++n > 18)
        return FALSE;
      number = number * 10 + (*p - '0');
    }
  if (n == 0 || (p < end && *p != '.' && *p != '"'))
    return FALSE;
  *out_number = negative ? -number : number;
  return TRUE;
}

static gboolean
read_hex4 (const char *p, const char *end, gunichar *out)
{
  gunichar c = 0;

  if (end - p < 4)
    return FALSE;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return FALSE;
      c = c * 16 + (gunichar) digit;
    }
  *out = c;
  return TRUE;
}

/* \uXXXX at @p, behind the u; joins surrogates. */
static const char *
read_unicode (const char *p, const char *end, GString *out)
{
  gunichar c, low;

  if (!read_hex4 (p, end, &c))
    {
      g_string_append_unichar (out, 0xFFFD);
      return p;
    }
  p += 4;
  if (c >= 0xD800 && c < 0xDC00 && end - p >= 6 && p[0] == '\\' && p[1] == 'u' &&
      read_hex4 (p + 2, end, &low) && low >= 0xDC00 && low < 0xE000)
    {
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      p += 6;
    }
  if (c == 0 || (c >= 0xD800 && c < 0xE000))
    c = 0xFFFD;
  g_string_append_unichar (out, c);
  return p;
}

static void
unescape (MusterSpan text, GString *out)
{
  const char *p = text.data;
  const char *end = p + text.length;

  while (p < end)
    {
      const char *stop = memchr (p, '\\', (gsize) (end - p));

      g_string_append_len (out, p, (stop != NULL ? stop : end) - p);
      if (stop == NULL || stop + 1 >= end)
        return;
      p = stop + 2;
      switch (stop[1])
        {
        case 'n':
          g_string_append_c (out, '\n');
          break;
        case 'r':
          g_string_append_c (out, '\r');
          break;
        case 't':
          g_string_append_c (out, '\t');
          break;
        case 'b':
        case 'f':
          break;
        case 'u':
          p = read_unicode (p, end, out);
          break;
        default:
          g_string_append_c (out, stop[1]);
          break;
        }
    }
}

/**
 * muster_json_get_text:
 * @value: a string, or a number to be taken as one
 * @room: where a string with escapes is put; lives as long as that
 *
 * Returns: the text; nothing for null, objects and arrays
 */
MusterSpan
muster_json_get_text (MusterSpan value, GStringChunk *room)
{
  MusterSpan text;
  g_autoptr (GString) plain = NULL;

  if (muster_json_is_absent (value) || muster_json_is_object (value) ||
      muster_json_is_array (value))
    return (MusterSpan){ NULL, 0 };
  if (value.data[0] != '"')
    return value;
  if (value.length < 2)
    return (MusterSpan){ value.data, 0 };
  text = (MusterSpan){ value.data + 1, value.length - 2 };
  if (memchr (text.data, '\\', text.length) == NULL)
    return text;

  plain = g_string_sized_new (text.length);
  unescape (text, plain);
  return (MusterSpan){ g_string_chunk_insert_len (room, plain->str, (gssize) plain->len),
                       plain->len };
}

/**
 * muster_json_dup_text:
 *
 * Returns: (transfer full) (nullable): as muster_json_get_text(), in memory of its own
 */
char *
muster_json_dup_text (MusterSpan value)
{
  g_autoptr (GStringChunk) room = g_string_chunk_new (64);

  return muster_span_dup (muster_json_get_text (value, room));
}
