/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-chat-reader.h"

G_BEGIN_DECLS

#define MUSTER_CHAT_MAX_LINE (16 * 1024 * 1024)

/**
 * MusterChatLines:
 *
 * A cursor over the lines of a chat as text.
 */
typedef struct
{
  const char *start;
  const char *p;
  const char *end;
  guint64 line; /* of @p, from 1 */
} MusterChatLines;

void muster_chat_lines_init (MusterChatLines *self, MusterSpan text);
gboolean muster_chat_lines_next (MusterChatLines *self, MusterSpan *out_line, GError **error);

gboolean muster_chat_lines_split_id (MusterSpan *name, MusterSpan *out_id);
MusterSpan muster_chat_lines_strip_level (MusterSpan name);
void muster_chat_lines_fill_qq_fact (MusterChatEntry *entry);
gboolean muster_chat_lines_is_placeholder (MusterSpan body);

G_END_DECLS
