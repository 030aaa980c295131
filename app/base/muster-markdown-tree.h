/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cmark.h>
#include <glib.h>

G_BEGIN_DECLS

cmark_node *muster_markdown_tree_parse (const char *text, GArray *losses) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
