/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-json-chat-reader.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_TELEGRAM_READER (muster_telegram_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterTelegramReader, muster_telegram_reader, MUSTER, TELEGRAM_READER,
                      MusterJsonChatReader)

int muster_telegram_reader_detect (const MusterProbe *probe);

G_END_DECLS
