/* fuzz-chat.c - hostile bytes for the text readers of chats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz-reading.h"
#include "muster-format.h"

static const char *const formats[] = { "whatsapp",  "signal",      "qq",           "qq-paste",
                                       "qq-mht",    "wechat-text", "wechat-paste", "chat-text",
                                       "line",      "kakaotalk",   "chat-csv",     "kakaotalk-csv",
                                       "chat-xlsx", "signal-sql" };

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (MusterTextSource) source = fuzz_new_source (data, size);
  g_autoptr (GArray) matches = NULL;

  if (source == NULL)
    return 0;
  matches = muster_format_detect (source, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    fuzz_read_chat (source, formats[i]);
  return 0;
}
