/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-chat-reader.h"
#include "muster-format-private.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_LINE_READER (muster_line_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterLineReader, muster_line_reader, MUSTER, LINE_READER, MusterChatReader)

int muster_line_reader_detect (const MusterProbe *probe);

G_END_DECLS
