/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-chat-reader.h"
#include "muster-format-private.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_CSV_CHAT_READER (muster_csv_chat_reader_get_type ())
G_DECLARE_FINAL_TYPE (MusterCsvChatReader, muster_csv_chat_reader, MUSTER, CSV_CHAT_READER,
                      MusterChatReader)

int muster_csv_chat_reader_detect_wechat (const MusterProbe *probe);
int muster_csv_chat_reader_detect_kakaotalk (const MusterProbe *probe);
int muster_csv_chat_reader_detect_discord (const MusterProbe *probe);
int muster_csv_chat_reader_detect_any (const MusterProbe *probe);
int muster_csv_chat_reader_detect_workbook (const MusterProbe *probe);

G_END_DECLS
