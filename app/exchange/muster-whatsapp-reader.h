/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-chat-reader.h"
#include "muster-format-private.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_WHATSAPP_READER (muster_whatsapp_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterWhatsappReader, muster_whatsapp_reader, MUSTER, WHATSAPP_READER,
                      MusterChatReader)

int muster_whatsapp_reader_detect (const MusterProbe *probe);
int muster_whatsapp_reader_detect_signal (const MusterProbe *probe);

G_END_DECLS
