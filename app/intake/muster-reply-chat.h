/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-reply-matcher.h"
#include "muster-text-source.h"
#include "muster-warnings.h"

G_BEGIN_DECLS

/**
 * MusterReplyChat:
 * @group: whose chat it is
 * @platform: (nullable): of the group
 * @after: wall clock: messages before it answer nothing; %MUSTER_REPLY_NO_TIME for all
 * @subject: (nullable): a 接龙 in the chat counts only if it names this
 * @today: no message is later
 *
 * What to look for in the records of a chat.
 */
typedef struct
{
  const MusterId *group;
  const char *platform;
  gint64 after;
  const char *subject;
  MusterDay today;
} MusterReplyChat;

const char *muster_reply_chat_find_format (MusterTextSource *source);
gboolean
muster_reply_chat_read (const MusterReplyChat *chat, MusterDatabase *db, MusterTextSource *source,
                        const char *format, MusterReplyMatcher *matcher, GPtrArray *replies,
                        MusterWarnings *warnings, GError **error);

G_END_DECLS
