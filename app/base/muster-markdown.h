/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterMarkdownLossKind:
 * @MUSTER_MARKDOWN_RAW_HTML: it is left out
 * @MUSTER_MARKDOWN_UNSAFE_LINK: to neither a web page nor a mail address; its words stay
 * @MUSTER_MARKDOWN_IMAGE: the words that describe it stay
 */
typedef enum
{
  MUSTER_MARKDOWN_RAW_HTML,
  MUSTER_MARKDOWN_UNSAFE_LINK,
  MUSTER_MARKDOWN_IMAGE,
} MusterMarkdownLossKind;

/**
 * MusterMarkdownLoss:
 * @line: from 1
 *
 * Something in a text that is not shown, because it could do harm.
 */
typedef struct
{
  MusterMarkdownLossKind kind;
  guint line;
} MusterMarkdownLoss;

char *muster_markdown_dup_markup (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *muster_markdown_dup_plain (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *muster_markdown_dup_html (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GArray *muster_markdown_list_losses (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
