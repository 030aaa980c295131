/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-chat-reader.h"
#include "muster-format-private.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_QQ_MHT_READER (muster_qq_mht_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterQqMhtReader, muster_qq_mht_reader, MUSTER, QQ_MHT_READER,
                      MusterChatReader)

int muster_qq_mht_reader_detect (const MusterProbe *probe);

G_END_DECLS
