/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-chat-reader.h"

G_BEGIN_DECLS

gboolean muster_kakaotalk_notice_fill (MusterSpan text, MusterChatEntry *entry);

G_END_DECLS
