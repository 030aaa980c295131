/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-chat-reader.h"
#include "muster-format-private.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_SIGNAL_SQL_READER (muster_signal_sql_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterSignalSqlReader, muster_signal_sql_reader, MUSTER, SIGNAL_SQL_READER,
                      MusterChatReader)

int muster_signal_sql_reader_detect (const MusterProbe *probe);

G_END_DECLS
