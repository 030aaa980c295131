/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-json-chat-reader.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_FEISHU_READER (muster_feishu_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterFeishuReader, muster_feishu_reader, MUSTER, FEISHU_READER,
                      MusterJsonChatReader)

int muster_feishu_reader_detect (const MusterProbe *probe);

G_END_DECLS
