/* muster-markdown.c - simple Markdown as Pango markup: headings, lists, bold, italic, code, links
 *
 * Whatever is none of these is shown as it was typed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-markdown"

#include "config.h"

#include <string.h>

#include "muster-markdown.h"

static const struct
{
  const char *mark; /* the longer ones first */
  const char *tag;
} styles[] = {
  { "**", "b" },
  { "__", "b" },
  { "*", "i" },
  { "`", "tt" },
};

#define MAX_DEPTH 4

static void append_inline (GString *out, const char *text, gsize length, guint depth);

static void
append_plain (GString *out, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (out, escaped);
}

static const char *
find (const char *text, const char *end, const char *mark)
{
  return g_strstr_len (text, end - text, mark);
}

/* **bold** and its like; how much of the text it was, 0 if it is none. */
static gsize
append_style (GString *out, const char *text, const char *end, guint depth)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      gsize length = strlen (styles[i].mark);
      const char *close;

      if ((gsize) (end - text) <= length || strncmp (text, styles[i].mark, length) != 0 ||
          g_ascii_isspace (text[length]))
        continue;
      close = find (text + length, end, styles[i].mark);
      if (close == NULL || close == text + length)
        continue;

      g_string_append_printf (out, "<%s>", styles[i].tag);
      if (styles[i].mark[0] == '`')
        append_plain (out, text + length, (gsize) (close - text) - length);
      else
        append_inline (out, text + length, (gsize) (close - text) - length, depth + 1);
      g_string_append_printf (out, "</%s>", styles[i].tag);
      return (gsize) (close - text) + length;
    }

  return 0;
}

static gboolean
is_address (const char *text, gsize length)
{
  return (length > 8 && g_ascii_strncasecmp (text, "https://", 8) == 0) ||
         (length > 7 && g_ascii_strncasecmp (text, "http://", 7) == 0) ||
         (length > 7 && g_ascii_strncasecmp (text, "mailto:", 7) == 0);
}

static void
append_link (GString *out, const char *title, gsize title_length, const char *address,
             gsize address_length)
{
  g_string_append (out, "<a href=\"");
  append_plain (out, address, address_length);
  g_string_append (out, "\">");
  append_plain (out, title, title_length);
  g_string_append (out, "</a>");
}

/* [title](address), or a bare address. */
static gsize
append_reference (GString *out, const char *text, const char *end)
{
  const char *middle = *text == '[' ? find (text, end, "](") : NULL;
  const char *close = middle != NULL ? find (middle, end, ")") : NULL;
  gsize length = 0;

  if (close != NULL && is_address (middle + 2, (gsize) (close - middle) - 2))
    {
      append_link (out, text + 1, (gsize) (middle - text) - 1, middle + 2,
                   (gsize) (close - middle) - 2);
      return (gsize) (close - text) + 1;
    }
  if (*text == '[' || *text == 'm')
    return 0;

  while (text + length < end && g_ascii_isgraph (text[length]) &&
         strchr ("<>\"()", text[length]) == NULL)
    length++;
  if (!is_address (text, length))
    return 0;
  append_link (out, text, length, text, length);
  return length;
}

static void
append_inline (GString *out, const char *text, gsize length, guint depth)
{
  const char *end = text + length;

  while (text < end)
    {
      gsize used = depth < MAX_DEPTH ? append_style (out, text, end, depth) : 0;

      if (used == 0 && (*text == '[' || g_ascii_tolower (*text) == 'h'))
        used = append_reference (out, text, end);
      if (used == 0)
        {
          used = (gsize) (g_utf8_next_char (text) - text);
          append_plain (out, text, MIN (used, (gsize) (end - text)));
        }
      text += used;
    }
}

static void
append_line (GString *out, const char *line)
{
  const char *p = line + strspn (line, " ");
  gsize level = strspn (p, "#");

  if (level > 0 && level <= 6 && p[level] == ' ')
    {
      g_string_append_printf (out, "<span weight=\"bold\" size=\"%s\">",
                              level == 1   ? "x-large"
                              : level == 2 ? "large"
                                           : "medium");
      append_inline (out, p + level + 1, strlen (p + level + 1), 0);
      g_string_append (out, "</span>");
    }
  else if ((*p == '-' || *p == '*' || *p == '+') && p[1] == ' ')
    {
      g_string_append_printf (out, "%*s• ", (int) (p - line), "");
      append_inline (out, p + 2, strlen (p + 2), 0);
    }
  else
    {
      append_inline (out, line, strlen (line), 0);
    }
}

/**
 * muster_markdown_dup_markup:
 *
 * Returns: (transfer full): markup that is well formed whatever @text is
 */
char *
muster_markdown_dup_markup (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) lines = g_strsplit (valid, "\n", -1);
  GString *out = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    {
      if (line > lines)
        g_string_append_c (out, '\n');
      append_line (out, g_strchomp (*line));
    }
  return g_string_free (out, FALSE);
}

typedef struct
{
  GString *text;
  gsize title;   /* where the title of the link begins */
  char *address; /* owned, NULL outside of a link */
} Plain;

static void
plain_start_cb (GMarkupParseContext *context, const char *name, const char **keys,
                const char **values, gpointer user_data, GError **error)
{
  Plain *self = user_data;

  if (strcmp (name, "a") != 0)
    return;
  g_free (self->address);
  self->address = g_strdup (values[0]);
  self->title = self->text->len;
}

static void
plain_end_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Plain *self = user_data;

  if (strcmp (name, "a") != 0 || self->address == NULL)
    return;
  if (strcmp (self->text->str + self->title, self->address) != 0)
    g_string_append_printf (self->text, " %s", self->address);
  g_clear_pointer (&self->address, g_free);
}

static void
plain_text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data,
               GError **error)
{
  g_string_append_len (((Plain *) user_data)->text, text, (gssize) length);
}

/**
 * muster_markdown_dup_plain:
 *
 * For a chat, which would show the asterisks: the words alone, a link with its address behind it.
 *
 * Returns: (transfer full): plain text
 */
char *
muster_markdown_dup_plain (const char *text)
{
  static const GMarkupParser parser = { .start_element = plain_start_cb,
                                        .end_element = plain_end_cb,
                                        .text = plain_text_cb };
  Plain plain = { .text = g_string_new (NULL) };
  g_autofree char *markup = muster_markdown_dup_markup (text);
  g_autofree char *document = g_strdup_printf ("<text>%s</text>", markup);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &plain, NULL);

  if (!g_markup_parse_context_parse (context, document, -1, NULL))
    g_string_assign (plain.text, text);
  g_free (plain.address);
  return g_string_free (plain.text, FALSE);
}
