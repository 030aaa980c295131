/* muster-vcard-line.c - the lines of vCard files as they really are
 *
 * Folding by a space or, in quoted-printable, by "="; BASE64 that ends with an
 * empty line or with the next property; values that were wrapped without any
 * sign; a charset for each property, known or invented; comment lines.
 * FORMATS.md 8.  Pictures and sounds are passed over without being kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-vcard-line"

#include "config.h"

#include <unicode/ucnv.h>

#include "muster-encoding.h"
#include "muster-stamp.h"
#include "muster-vcard-line.h"

#define MAX_VALUE (1024 * 1024)
#define MAX_NAME 64

void
muster_vcard_lines_init (MusterVcardLines *self, MusterSpan text, const char *encoding)
{
  *self = (MusterVcardLines){ .p = text.data, .end = text.data + text.length, .line = 1 };
  self->encoding = encoding;
  self->current.params = g_string_new (NULL);
  self->current.value = g_string_new (NULL);
}

void
muster_vcard_lines_clear (MusterVcardLines *self)
{
  g_clear_pointer (&self->current.name, g_free);
  if (self->current.params != NULL)
    g_string_free (g_steal_pointer (&self->current.params), TRUE);
  if (self->current.value != NULL)
    g_string_free (g_steal_pointer (&self->current.value), TRUE);
}

static gboolean
next_physical (MusterVcardLines *self, MusterSpan *out_line)
{
  const char *stop;

  if (self->p >= self->end)
    return FALSE;
  stop = memchr (self->p, '\n', (gsize) (self->end - self->p));
  *out_line = muster_span (self->p, stop != NULL ? stop : self->end);
  while (out_line->length > 0 && out_line->data[out_line->length - 1] == '\r')
    out_line->length--;
  self->p = stop != NULL ? stop + 1 : self->end;
  self->line++;
  return TRUE;
}

/* "item1.TEL;TYPE=cell" before a colon that is not in quotes. */
static const char *
find_colon (MusterSpan line)
{
  gboolean quoted = FALSE;
  const char *end = line.data + line.length;
  const char *p = line.data;

  while (p < end && (g_ascii_isalnum (*p) || *p == '-' || *p == '.' || *p == '_'))
    p++;
  if (p == line.data || p == end || p - line.data > MAX_NAME || (*p != ';' && *p != ':'))
    return NULL;
  for (; p < end; p++)
    if (*p == '"')
      quoted = !quoted;
    else if (*p == ':' && !quoted)
      return p;
  return NULL;
}

static void
take_head (MusterVcardLine *line, MusterSpan head)
{
  const char *semicolon = memchr (head.data, ';', head.length);
  MusterSpan name =
      muster_span (head.data, semicolon != NULL ? semicolon : head.data + head.length);
  const char *dot = memrchr (name.data, '.', name.length);

  if (dot != NULL)
    name = muster_span (dot + 1, name.data + name.length);
  g_free (line->name);
  line->name = g_ascii_strup (name.data, (gssize) name.length);
  g_string_truncate (line->params, 0);
  if (semicolon != NULL)
    g_string_append_len (line->params, semicolon, head.data + head.length - semicolon);
  g_string_append_c (line->params, ';');
  g_string_ascii_up (line->params);
}

static gboolean
has_param (const MusterVcardLine *line, const char *text)
{
  return strstr (line->params->str, text) != NULL;
}

static void
append_limited (GString *value, MusterSpan text)
{
  if (value->len + text.length <= MAX_VALUE)
    g_string_append_len (value, text.data, (gssize) text.length);
}

static MusterSpan
skip_indent (MusterSpan line)
{
  while (line.length > 0 && (line.data[0] == ' ' || line.data[0] == '\t'))
    {
      line.data++;
      line.length--;
    }
  return line;
}

/* Soft breaks: a line that ends in "=" goes on in the next one, indented or not. */
static void
join_quoted_printable (MusterVcardLines *self)
{
  GString *value = self->current.value;
  MusterSpan line;

  while (value->len > 0 && value->str[value->len - 1] == '=' && next_physical (self, &line))
    {
      g_string_truncate (value, value->len - 1);
      append_limited (value, skip_indent (line));
    }
}

/* The block may be indented or not, and may have no empty line at its end. */
static void
skip_base64 (MusterVcardLines *self)
{
  g_string_truncate (self->current.value, 0);
  while (self->p < self->end)
    {
      MusterVcardLines saved = *self;
      MusterSpan line;

      next_physical (self, &line);
      if (line.length == 0)
        return;
      if (find_colon (line) != NULL)
        {
          self->p = saved.p;
          self->line = saved.line;
          return;
        }
    }
}

/* Folded lines, and lines that were wrapped without a sign. */
static void
join_folded (MusterVcardLines *self)
{
  gboolean keep =
      strcmp (self->current.name, "PHOTO") != 0 && strcmp (self->current.name, "LOGO") != 0 &&
      strcmp (self->current.name, "SOUND") != 0 && strcmp (self->current.name, "KEY") != 0;

  while (self->p < self->end)
    {
      MusterVcardLines saved = *self;
      MusterSpan line;

      next_physical (self, &line);
      if (line.length > 0 && (line.data[0] == ' ' || line.data[0] == '\t'))
        line = (MusterSpan){ line.data + 1, line.length - 1 };
      else if (line.length > 0 && find_colon (line) == NULL && line.data[0] != '#' && keep)
        g_string_append_c (self->current.value, ' ');
      else if (line.length == 0 || find_colon (line) != NULL || line.data[0] == '#')
        {
          self->p = saved.p;
          self->line = saved.line;
          return;
        }
      if (keep)
        append_limited (self->current.value, line);
    }
}

static void
decode_quoted_printable (GString *value)
{
  gsize n = 0;

  for (gsize i = 0; i < value->len; i++)
    {
      if (value->str[i] == '=' && i + 2 < value->len && g_ascii_isxdigit (value->str[i + 1]) &&
          g_ascii_isxdigit (value->str[i + 2]))
        {
          value->str[n++] = (char) (g_ascii_xdigit_value (value->str[i + 1]) * 16 +
                                    g_ascii_xdigit_value (value->str[i + 2]));
          i += 2;
        }
      else
        value->str[n++] = value->str[i];
    }
  g_string_truncate (value, n);
}

static char *
dup_charset (const MusterVcardLine *line)
{
  const char *start = strstr (line->params->str, ";CHARSET=");
  const char *stop;

  if (start == NULL)
    return NULL;
  start += strlen (";CHARSET=");
  if (*start == '"')
    start++;
  stop = start + strcspn (start, "\";,");
  return g_strndup (start, (gsize) (stop - start));
}

/* Into UTF-8, by the charset that the property names, else as the whole file. */
static void
decode_charset (MusterVcardLines *self)
{
  GString *value = self->current.value;
  g_autofree char *charset = dup_charset (&self->current);
  const char *converter = charset != NULL ? muster_encoding_get_converter (charset) : NULL;
  g_autofree char *text = NULL;
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;

  if (g_utf8_validate (value->str, (gssize) value->len, NULL))
    return;
  if (converter == NULL || g_ascii_strcasecmp (converter, "UTF-8") == 0)
    converter = self->encoding != NULL ? self->encoding : "windows-1252";

  text = g_malloc (value->len * 4 + 1);
  length = ucnv_convert ("utf-8", converter, text, (int32_t) value->len * 4 + 1, value->str,
                         (int32_t) value->len, &status);
  if (U_FAILURE (status))
    return;
  g_string_truncate (value, 0);
  g_string_append_len (value, text, length);
}

/**
 * muster_vcard_lines_next:
 *
 * Returns: %FALSE at the end; the next property is in @current otherwise
 */
gboolean
muster_vcard_lines_next (MusterVcardLines *self)
{
  MusterSpan line;

  while (next_physical (self, &line))
    {
      const char *end = line.data + line.length;
      const char *start = muster_stamp_skip_invisible (line.data, end);
      const char *colon;

      line = skip_indent (muster_span (start, end));
      colon = line.length > 0 ? find_colon (line) : NULL;
      if (colon == NULL)
        continue;

      self->current.line = self->line - 1;
      take_head (&self->current, muster_span (line.data, colon));
      g_string_truncate (self->current.value, 0);
      append_limited (self->current.value, muster_span (colon + 1, end));
      if (has_param (&self->current, "BASE64;") || has_param (&self->current, "=B;"))
        skip_base64 (self);
      else if (has_param (&self->current, "QUOTED-PRINTABLE;"))
        {
          join_quoted_printable (self);
          decode_quoted_printable (self->current.value);
        }
      else
        join_folded (self);
      decode_charset (self);
      return TRUE;
    }
  return FALSE;
}

/**
 * muster_vcard_line_has_type:
 * @type: in upper case
 *
 * Returns: whether TYPE has it, or it stands bare as in version 2.1
 */
gboolean
muster_vcard_line_has_type (const MusterVcardLine *self, const char *type)
{
  const char *p = self->params->str;
  gsize length = strlen (type);

  while ((p = strstr (p, type)) != NULL)
    {
      if (strchr (";=,\"", p[-1]) != NULL && strchr (";,\"", p[length]) != NULL)
        return TRUE;
      p += length;
    }
  return FALSE;
}

/**
 * muster_vcard_line_split:
 * @separator: ';' for parts, ',' for lists, NUL for the value as one
 *
 * Returns: (transfer full): the parts without their escapes
 */
char **
muster_vcard_line_split (const MusterVcardLine *self, char separator)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) part = g_string_new (NULL);

  for (const char *p = self->value->str; *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0' && strchr ("nN\\;,:", p[1]) != NULL)
        {
          p++;
          g_string_append_c (part, *p == 'n' || *p == 'N' ? '\n' : *p);
        }
      else if (separator != '\0' && *p == separator)
        {
          g_ptr_array_add (parts, g_strdup (g_strstrip (part->str)));
          g_string_truncate (part, 0);
        }
      else
        g_string_append_c (part, *p);
    }
  g_ptr_array_add (parts, g_strdup (g_strstrip (part->str)));
  g_ptr_array_add (parts, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&parts), FALSE);
}
