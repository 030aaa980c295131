/* muster-markdown-tree.c - Markdown as cmark reads it, made safe and mended
 *
 * What could run or phone home goes: raw HTML, links to anything but web pages and mail addresses,
 * pictures.  What people mean and CommonMark does not: items keep the numbers that were typed, bare
 * addresses are links, and **bold** is bold beside Chinese punctuation too.  Only for
 * muster-markdown and muster-markdown-block.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-markdown-tree"

#include "config.h"

#include <string.h>

#include "muster-markdown-tree.h"
#include "muster-markdown.h"

#define MAX_NUMBER 999999999 /* of an item, in CommonMark */

static gboolean
is_address (const char *text)
{
  return g_ascii_strncasecmp (text, "https://", 8) == 0 ||
         g_ascii_strncasecmp (text, "http://", 7) == 0 ||
         g_ascii_strncasecmp (text, "mailto:", 7) == 0;
}

static guint
get_line (cmark_node *node)
{
  while (node != NULL && cmark_node_get_start_line (node) == 0)
    node = cmark_node_parent (node);
  return node != NULL ? (guint) cmark_node_get_start_line (node) : 1;
}

static void
note_loss (GArray *losses, MusterMarkdownLossKind kind, cmark_node *node)
{
  MusterMarkdownLoss loss = { kind, get_line (node) };

  if (losses != NULL)
    g_array_append_val (losses, loss);
}

/* What @node held stands in its place. */
static void
unwrap (cmark_node *node)
{
  cmark_node *child;

  while ((child = cmark_node_first_child (node)) != NULL)
    {
      cmark_node_unlink (child);
      cmark_node_insert_before (node, child);
    }
  cmark_node_unlink (node);
  cmark_node_free (node);
}

static void
make_safe (cmark_node *node, GArray *losses)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_HTML_INLINE:
      note_loss (losses, MUSTER_MARKDOWN_RAW_HTML, node);
      cmark_node_unlink (node);
      cmark_node_free (node);
      break;
    case CMARK_NODE_IMAGE:
      note_loss (losses, MUSTER_MARKDOWN_IMAGE, node);
      unwrap (node);
      break;
    case CMARK_NODE_LINK:
      if (is_address (cmark_node_get_url (node)))
        break;
      note_loss (losses, MUSTER_MARKDOWN_UNSAFE_LINK, node);
      unwrap (node);
      break;
    default:
      break;
    }
}

static gboolean
is_risky (cmark_node_type type)
{
  return type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE ||
         type == CMARK_NODE_IMAGE || type == CMARK_NODE_LINK;
}

/* All nodes of @type, or where it is none, all risky ones. */
static GPtrArray *
collect (cmark_node *root, cmark_node_type type)
{
  GPtrArray *nodes = g_ptr_array_new ();
  cmark_iter *iter = cmark_iter_new (root);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      cmark_node_type found = cmark_node_get_type (node);

      if (event == CMARK_EVENT_ENTER &&
          (type == CMARK_NODE_NONE ? is_risky (found) : found == type))
        g_ptr_array_add (nodes, node);
    }
  cmark_iter_free (iter);
  return nodes;
}

static cmark_node *
new_text (const char *text, gsize length)
{
  cmark_node *node = cmark_node_new (CMARK_NODE_TEXT);
  g_autofree char *copy = g_strndup (text, length);

  cmark_node_set_literal (node, copy);
  return node;
}

/* The first @before bytes of @node stay, @inner comes after them, and the rest from @rest on. */
static cmark_node *
split_text (cmark_node *node, gsize before, cmark_node *inner, gsize rest)
{
  g_autofree char *text = g_strdup (cmark_node_get_literal (node));
  cmark_node *tail = new_text (text + rest, strlen (text + rest));

  cmark_node_insert_after (node, inner);
  cmark_node_insert_after (inner, tail);
  text[before] = '\0';
  cmark_node_set_literal (node, text);
  return tail;
}

static gboolean
is_mark (const char *p)
{
  return g_unichar_ispunct (g_utf8_get_char (p)) && *p != '*';
}

/* Where CommonMark leaves **bold，**more alone, because of the comma. */
static gboolean
find_bold (const char *text, const char **out_start, const char **out_end)
{
  for (const char *start = strstr (text, "**"); start != NULL; start = strstr (start + 2, "**"))
    {
      const char *inner = start + 2;
      const char *end = strstr (inner, "**");

      if (end == NULL || end == inner || g_unichar_isspace (g_utf8_get_char (inner)) ||
          g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
        continue;
      if (!is_mark (inner) && !is_mark (g_utf8_prev_char (end)))
        continue;
      *out_start = start;
      *out_end = end;
      return TRUE;
    }

  return FALSE;
}

static void
mend_bold (cmark_node *node)
{
  const char *text = cmark_node_get_literal (node);
  const char *start, *end;

  while (find_bold (text, &start, &end))
    {
      cmark_node *strong = cmark_node_new (CMARK_NODE_STRONG);

      cmark_node_append_child (strong, new_text (start + 2, (gsize) (end - start) - 2));
      node = split_text (node, (gsize) (start - text), strong, (gsize) (end - text) + 2);
      text = cmark_node_get_literal (node);
    }
}

static gsize
get_address_length (const char *text)
{
  gsize length = 0;

  while (g_ascii_isgraph (text[length]) && strchr ("<>\"()", text[length]) == NULL)
    length++;
  while (length > 0 && strchr (".,;:!?'*_", text[length - 1]) != NULL)
    length--;
  return length;
}

static const char *
find_address (const char *text, gsize *out_length)
{
  for (const char *p = strstr (text, "http"); p != NULL; p = strstr (p + 4, "http"))
    {
      gsize length = is_address (p) ? get_address_length (p) : 0;

      *out_length = length;
      if (length > strlen ("https://") && (p == text || !g_ascii_isalnum (p[-1])))
        return p;
    }

  return NULL;
}

static void
link_addresses (cmark_node *node)
{
  const char *text = cmark_node_get_literal (node);
  const char *found;
  gsize length;

  if (cmark_node_get_type (cmark_node_parent (node)) == CMARK_NODE_LINK)
    return;

  while ((found = find_address (text, &length)) != NULL)
    {
      cmark_node *link = cmark_node_new (CMARK_NODE_LINK);
      g_autofree char *address = g_strndup (found, length);

      cmark_node_set_url (link, address);
      cmark_node_append_child (link, new_text (address, length));
      node = split_text (node, (gsize) (found - text), link, (gsize) (found - text) + length);
      text = cmark_node_get_literal (node);
    }
}

/* The number as it was typed; -1 where there is none. */
static int
get_typed_number (cmark_node *item, char **lines, guint n_lines)
{
  guint line = (guint) cmark_node_get_start_line (item);
  int column = cmark_node_get_start_column (item);
  const char *text;

  if (line == 0 || line > n_lines || column < 1 || strlen (lines[line - 1]) < (gsize) column)
    return -1;
  text = lines[line - 1] + column - 1;
  return g_ascii_isdigit (*text) ? (int) g_ascii_strtoll (text, NULL, 10) : -1;
}

static cmark_node *
new_list_after (cmark_node *list, int start)
{
  cmark_node *rest = cmark_node_new (CMARK_NODE_LIST);

  cmark_node_set_list_type (rest, CMARK_ORDERED_LIST);
  cmark_node_set_list_delim (rest, cmark_node_get_list_delim (list));
  cmark_node_set_list_tight (rest, cmark_node_get_list_tight (list));
  cmark_node_set_list_start (rest, start);
  cmark_node_insert_after (list, rest);
  return rest;
}

/* 1. 3. 5. are one, three and five: each jump begins another list.  1. 1. 1. are counted. */
static void
keep_numbers (cmark_node *list, char **lines, guint n_lines)
{
  int next = cmark_node_get_list_start (list);
  cmark_node *into = list;
  cmark_node *after;

  if (cmark_node_get_list_type (list) != CMARK_ORDERED_LIST)
    return;

  for (cmark_node *item = cmark_node_first_child (list); item != NULL; item = after, next++)
    {
      int typed = get_typed_number (item, lines, n_lines);

      after = cmark_node_next (item);
      if (typed > next && typed <= MAX_NUMBER)
        {
          into = new_list_after (into, typed);
          next = typed;
        }
      if (into == list)
        continue;
      cmark_node_unlink (item);
      cmark_node_append_child (into, item);
    }
}

static void
for_each (cmark_node *root, cmark_node_type type, void (*func) (cmark_node *node))
{
  g_autoptr (GPtrArray) nodes = collect (root, type);

  for (guint i = 0; i < nodes->len; i++)
    func (nodes->pdata[i]);
}

/**
 * muster_markdown_tree_parse:
 * @losses: (nullable) (element-type MusterMarkdownLoss): what was left out is appended
 *
 * Returns: (transfer full): free with cmark_node_free()
 */
cmark_node *
muster_markdown_tree_parse (const char *text, GArray *losses)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  cmark_node *root = cmark_parse_document (valid, strlen (valid), CMARK_OPT_DEFAULT);
  g_auto (GStrv) lines = g_strsplit (valid, "\n", -1);
  g_autoptr (GPtrArray) lists = collect (root, CMARK_NODE_LIST);
  g_autoptr (GPtrArray) unsafe = collect (root, CMARK_NODE_NONE);

  for (guint i = 0; i < lists->len; i++)
    keep_numbers (lists->pdata[i], lines, g_strv_length (lines));
  for (guint i = 0; i < unsafe->len; i++)
    make_safe (unsafe->pdata[i], losses);
  cmark_consolidate_text_nodes (root);
  for_each (root, CMARK_NODE_TEXT, mend_bold);
  for_each (root, CMARK_NODE_TEXT, link_addresses);
  return root;
}
