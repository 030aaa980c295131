/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MUSTER_MARKDOWN_PARAGRAPH,
  MUSTER_MARKDOWN_HEADING,
  MUSTER_MARKDOWN_CODE,
  MUSTER_MARKDOWN_RULE,
} MusterMarkdownBlockKind;

/**
 * MusterMarkdownBlock:
 * @level: of a heading, from 1
 * @depth: how far it is indented: the lists and quotes around it
 * @is_quote: stands in a quote
 * @marker: of the first block of a list's item: "3." or "•"; else %NULL
 * @markup: for Pango, always well formed; lines within are broken by "\n"
 * @line: where it begins in the text, from 1
 * @has_gap: in the text a blank line stands above it
 *
 * A piece of a Markdown text that stands on lines of its own.
 */
typedef struct
{
  MusterMarkdownBlockKind kind;
  guint level;
  guint depth;
  gboolean is_quote;
  char *marker;
  char *markup;
  guint line;
  gboolean has_gap;
} MusterMarkdownBlock;

GPtrArray *muster_markdown_block_list (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *muster_markdown_block_dup_plain (const MusterMarkdownBlock *self) G_GNUC_WARN_UNUSED_RESULT;
const char *muster_markdown_block_get_size (const MusterMarkdownBlock *self);

G_END_DECLS
