/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-reply-matcher.h"
#include "muster-span.h"
#include "muster-warnings.h"

G_BEGIN_DECLS

gboolean muster_reply_lines_read (MusterReplyMatcher *matcher, MusterSpan text, GPtrArray *replies,
                                  MusterWarnings *warnings, GError **error);
void muster_reply_lines_read_relay (MusterReplyMatcher *matcher, MusterSpan text, guint64 line,
                                    gint64 time, GPtrArray *replies, MusterWarnings *warnings);

G_END_DECLS
