/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-chat-reader.h"
#include "muster-format-private.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_KAKAOTALK_READER (muster_kakaotalk_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterKakaotalkReader, muster_kakaotalk_reader, MUSTER, KAKAOTALK_READER,
                      MusterChatReader)

int muster_kakaotalk_reader_detect (const MusterProbe *probe);

G_END_DECLS
