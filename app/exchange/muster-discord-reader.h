/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-json-chat-reader.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_DISCORD_READER (muster_discord_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterDiscordReader, muster_discord_reader, MUSTER, DISCORD_READER,
                      MusterJsonChatReader)

int muster_discord_reader_detect (const MusterProbe *probe);

G_END_DECLS
