/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-chat-reader.h"
#include "muster-format-private.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_PASTE_CHAT_READER (muster_paste_chat_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterPasteChatReader, muster_paste_chat_reader, MUSTER, PASTE_CHAT_READER,
                      MusterChatReader)

int muster_paste_chat_reader_detect_qq (const MusterProbe *probe);
int muster_paste_chat_reader_detect_wechat (const MusterProbe *probe);

G_END_DECLS
