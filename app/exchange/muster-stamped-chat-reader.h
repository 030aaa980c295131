/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-chat-reader.h"
#include "muster-format-private.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_STAMPED_CHAT_READER (muster_stamped_chat_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterStampedChatReader, muster_stamped_chat_reader, MUSTER,
                      STAMPED_CHAT_READER, MusterChatReader)

int muster_stamped_chat_reader_detect_qq (const MusterProbe *probe);
int muster_stamped_chat_reader_detect_below (const MusterProbe *probe);
int muster_stamped_chat_reader_detect_colon (const MusterProbe *probe);

G_END_DECLS
