/* fuzz-json.c - hostile bytes for the JSON readers of chats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz-reading.h"
#include "muster-format.h"

static const char *const formats[] = { "telegram", "discord",     "chatlab", "chatlab-jsonl",
                                       "qq-json",  "wechat-json", "feishu",  "slack" };

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
