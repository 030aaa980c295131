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
void muster_chat_lines_fail (const MusterChatLines *self, GError **error);

/**
 * muster_chat_lines_next:
 * @out_line: (out): without its end
 * @error: return location for a #MusterInputError beyond the limit
 *
 * Returns: %FALSE at the end and on error
 */
static inline gboolean
muster_chat_lines_next (MusterChatLines *self, MusterSpan *out_line, GError **error)
{
  const char *stop;

  if (self->p >= self->end)
    return FALSE;
  stop = memchr (self->p, '\n', (gsize) (self->end - self->p));
  if (G_UNLIKELY ((stop != NULL ? stop : self->end) - self->p > MUSTER_CHAT_MAX_LINE))
    {
      muster_chat_lines_fail (self, error);
      return FALSE;
    }
  *out_line = muster_span (self->p, stop != NULL ? stop : self->end);
  if (out_line->length > 0 && out_line->data[out_line->length - 1] == '\r')
    out_line->length--;
  self->p = stop != NULL ? stop + 1 : self->end;
  self->line++;
  return TRUE;
}

gboolean muster_chat_lines_split_id (MusterSpan *name, MusterSpan *out_id);
MusterSpan muster_chat_lines_strip_level (MusterSpan name);
void muster_chat_lines_fill_fact (MusterChatEntry *entry);
gboolean muster_chat_lines_is_placeholder (MusterSpan body);

G_END_DECLS
