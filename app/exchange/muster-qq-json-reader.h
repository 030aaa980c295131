/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-json-chat-reader.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_QQ_JSON_READER (muster_qq_json_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterQqJsonReader, muster_qq_json_reader, MUSTER, QQ_JSON_READER,
                      MusterJsonChatReader)

int muster_qq_json_reader_detect (const MusterProbe *probe);

G_END_DECLS
