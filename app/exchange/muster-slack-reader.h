/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-chat-reader.h"
#include "muster-format-private.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_SLACK_READER (muster_slack_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterSlackReader, muster_slack_reader, MUSTER, SLACK_READER,
                      MusterChatReader)

int muster_slack_reader_detect (const MusterProbe *probe);

G_END_DECLS
