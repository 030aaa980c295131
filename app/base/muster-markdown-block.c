/* muster-markdown-block.c - a Markdown text as paragraphs one below the other
 *
 * What a page, a screen or a chat shows is the same list of blocks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-markdown-block"

#include "config.h"

#include <string.h>

#include "muster-markdown-block.h"
#include "muster-markdown-tree.h"

#define MAX_DEPTH 8 /* more indenting leaves no room for words */

typedef struct
{
  GPtrArray *blocks;          /* owned */
  MusterMarkdownBlock *block; /* the one being written; NULL between them */
  GString *markup;            /* of it; owned */
  char *marker;               /* owned: of the item that has just begun; NULL if none */
  GArray *numbers;            /* owned: of each list around, the number of its next item */
  guint depth;
  guint n_quotes;
  int last_line; /* of the block before */
} Walk;

static void
block_free (gpointer data)
{
  MusterMarkdownBlock *self = data;

  g_free (self->marker);
  g_free (self->markup);
  g_free (self);
}

static void
append_text (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

static void
begin_block (Walk *walk, MusterMarkdownBlockKind kind, cmark_node *node)
{
  MusterMarkdownBlock *block = g_new0 (MusterMarkdownBlock, 1);
  int line = cmark_node_get_start_line (node);

  block->kind = kind;
  block->depth = MIN (walk->depth, MAX_DEPTH);
  block->is_quote = walk->n_quotes > 0;
  block->marker = g_steal_pointer (&walk->marker);
  block->line = (guint) MAX (line, 1);
  block->has_gap = walk->last_line > 0 && line > walk->last_line + 1;
  walk->last_line = cmark_node_get_end_line (node);
  walk->block = block;
  g_string_truncate (walk->markup, 0);
  g_ptr_array_add (walk->blocks, block);
}

static void
end_block (Walk *walk)
{
  walk->block->markup = g_strdup (walk->markup->str);
  walk->block = NULL;
}

static void
take_code (Walk *walk, cmark_node *node)
{
  g_autofree char *code = g_strdup (cmark_node_get_literal (node));

  begin_block (walk, MUSTER_MARKDOWN_CODE, node);
  g_string_append (walk->markup, "<tt>");
  append_text (walk->markup, g_strchomp (code));
  g_string_append (walk->markup, "</tt>");
  end_block (walk);
}

static void
visit_list (Walk *walk, cmark_node *list, gboolean enter)
{
  int start = cmark_node_get_list_start (list);

  walk->depth += enter ? 1 : -1;
  if (enter)
    g_array_append_val (walk->numbers, start);
  else
    g_array_set_size (walk->numbers, walk->numbers->len - 1);
}

static void
begin_item (Walk *walk, cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);
  int number = g_array_index (walk->numbers, int, walk->numbers->len - 1)++;

  g_free (walk->marker);
  walk->marker = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST
                     ? g_strdup_printf ("%d.", number)
                     : g_strdup ("•");
}

static void
visit_block (Walk *walk, cmark_node *node, gboolean enter)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
      if (enter && cmark_node_get_type (node) == CMARK_NODE_HEADING)
        {
          begin_block (walk, MUSTER_MARKDOWN_HEADING, node);
          walk->block->level = (guint) cmark_node_get_heading_level (node);
        }
      else if (enter)
        begin_block (walk, MUSTER_MARKDOWN_PARAGRAPH, node);
      else
        end_block (walk);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      walk->n_quotes += enter ? 1 : -1;
      walk->depth += enter ? 1 : -1;
      break;
    case CMARK_NODE_LIST:
      visit_list (walk, node, enter);
      break;
    case CMARK_NODE_ITEM:
      if (enter)
        begin_item (walk, node);
      break;
    case CMARK_NODE_CODE_BLOCK:
      take_code (walk, node);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      begin_block (walk, MUSTER_MARKDOWN_RULE, node);
      end_block (walk);
      break;
    default:
      break;
    }
}

static void
visit_inline (Walk *walk, cmark_node *node, gboolean enter)
{
  GString *out = walk->markup;

  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      append_text (out, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      g_string_append_c (out, '\n');
      break;
    case CMARK_NODE_CODE:
      g_string_append (out, "<tt>");
      append_text (out, cmark_node_get_literal (node));
      g_string_append (out, "</tt>");
      break;
    case CMARK_NODE_EMPH:
      g_string_append (out, enter ? "<i>" : "</i>");
      break;
    case CMARK_NODE_STRONG:
      g_string_append (out, enter ? "<b>" : "</b>");
      break;
    case CMARK_NODE_LINK:
      g_string_append (out, enter ? "<a href=\"" : "</a>");
      if (enter)
        {
          append_text (out, cmark_node_get_url (node));
          g_string_append (out, "\">");
        }
      break;
    default:
      break;
    }
}

/**
 * muster_markdown_block_list:
 *
 * Returns: (transfer full) (element-type MusterMarkdownBlock)
 */
GPtrArray *
muster_markdown_block_list (const char *text)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));
  Walk walk = { .blocks = g_ptr_array_new_with_free_func (block_free),
                .markup = markup,
                .numbers = numbers };
  cmark_node *root = muster_markdown_tree_parse (text, NULL);
  cmark_iter *iter = cmark_iter_new (root);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      gboolean enter = event == CMARK_EVENT_ENTER;

      if (walk.block != NULL && cmark_node_get_type (node) >= CMARK_NODE_FIRST_INLINE)
        visit_inline (&walk, node, enter);
      else
        visit_block (&walk, node, enter);
    }

  cmark_iter_free (iter);
  cmark_node_free (root);
  g_free (walk.marker);
  return walk.blocks;
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
 * muster_markdown_block_dup_plain:
 *
 * For a chat, which would show the asterisks: the words alone, a link with its address behind it.
 */
char *
muster_markdown_block_dup_plain (const MusterMarkdownBlock *self)
{
  static const GMarkupParser parser = { .start_element = plain_start_cb,
                                        .end_element = plain_end_cb,
                                        .text = plain_text_cb };
  Plain plain = { .text = g_string_new (NULL) };
  g_autofree char *document = g_strdup_printf ("<text>%s</text>", self->markup);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &plain, NULL);
  gboolean parsed = g_markup_parse_context_parse (context, document, -1, NULL);

  g_assert (parsed); /* the markup is ours */
  g_free (plain.address);
  return g_string_free (plain.text, FALSE);
}

/**
 * muster_markdown_block_get_size:
 *
 * Returns: (nullable): of a heading: Pango's word for the size of its letters
 */
const char *
muster_markdown_block_get_size (const MusterMarkdownBlock *self)
{
  if (self->kind != MUSTER_MARKDOWN_HEADING)
    return NULL;

  return self->level == 1 ? "x-large" : self->level == 2 ? "large" : "medium";
}
