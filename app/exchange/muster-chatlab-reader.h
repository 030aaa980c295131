/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-json-chat-reader.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_CHATLAB_READER (muster_chatlab_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterChatlabReader, muster_chatlab_reader, MUSTER, CHATLAB_READER,
                      MusterJsonChatReader)

int muster_chatlab_reader_detect (const MusterProbe *probe);
int muster_chatlab_reader_detect_lines (const MusterProbe *probe);

G_END_DECLS
