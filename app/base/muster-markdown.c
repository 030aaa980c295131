/* muster-markdown.c - a Markdown text for a label, a chat, a web page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-markdown"

#include "config.h"

#include <stdlib.h>

#include "muster-markdown-block.h"
#include "muster-markdown-tree.h"
#include "muster-markdown.h"

#define INDENT 2 /* spaces a list within a list */
#define RULE "⸻"

typedef char *(*DupBlock) (const MusterMarkdownBlock *block);

static char *
dup_block_markup (const MusterMarkdownBlock *block)
{
  const char *size = muster_markdown_block_get_size (block);

  return size != NULL
             ? g_strdup_printf ("<span weight=\"bold\" size=\"%s\">%s</span>", size, block->markup)
             : g_strdup (block->markup);
}

/* Blocks as lines, blank lines between them where the keeper left some. */
static char *
join (const char *text, DupBlock dup_block)
{
  g_autoptr (GPtrArray) blocks = muster_markdown_block_list (text);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const MusterMarkdownBlock *block = blocks->pdata[i];
      g_autofree char *words = dup_block (block);
      int indent = INDENT * (int) MAX (block->depth, 1) - INDENT;

      if (i > 0)
        g_string_append (out, block->has_gap ? "\n\n" : "\n");
      g_string_append_printf (out, "%*s", indent, "");
      if (block->marker != NULL)
        g_string_append_printf (out, "%s ", block->marker);
      g_string_append (out, block->kind == MUSTER_MARKDOWN_RULE ? RULE : words);
    }
  return g_string_free (out, FALSE);
}

/**
 * muster_markdown_dup_markup:
 *
 * Returns: (transfer full): for Pango; well formed whatever @text is
 */
char *
muster_markdown_dup_markup (const char *text)
{
  return join (text, dup_block_markup);
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
  return join (text, muster_markdown_block_dup_plain);
}

/**
 * muster_markdown_dup_html:
 *
 * Returns: (transfer full): what stands within the body of a page; nothing in it can run, or be
 *   fetched from elsewhere
 */
char *
muster_markdown_dup_html (const char *text)
{
  cmark_node *root = muster_markdown_tree_parse (text, NULL);
  char *html = cmark_render_html (root, CMARK_OPT_HARDBREAKS | CMARK_OPT_SAFE);
  char *copy = g_strdup (html);

  free (html);
  cmark_node_free (root);
  return copy;
}

/**
 * muster_markdown_list_losses:
 *
 * Returns: (transfer full) (element-type MusterMarkdownLoss): what is left out of @text
 */
GArray *
muster_markdown_list_losses (const char *text)
{
  GArray *losses = g_array_new (FALSE, FALSE, sizeof (MusterMarkdownLoss));

  cmark_node_free (muster_markdown_tree_parse (text, losses));
  return losses;
}
