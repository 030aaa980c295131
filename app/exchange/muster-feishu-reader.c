/* muster-feishu-reader.c - messages of Feishu (Lark) as its interface gives them
 *
 * The text of a message is JSON inside a string.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-feishu-reader"

#include "config.h"

#include "muster-feishu-reader.h"
#include "muster-stamp.h"

struct _MusterFeishuReader
{
  MusterJsonChatReader parent_instance;
};

G_DEFINE_FINAL_TYPE (MusterFeishuReader, muster_feishu_reader, MUSTER_TYPE_JSON_CHAT_READER)

static MusterSpan
get_messages (MusterSpan root)
{
  static const char *const places[] = { "messages", "data.items", "items", NULL };

  return muster_json_get_first (root, places);
}

static void
muster_feishu_reader_find (MusterJsonChatReader *reader, MusterSpan root)
{
  MusterSpan messages = get_messages (root);

  if (messages.data != NULL)
    muster_json_chat_reader_add (reader, "", NULL, messages);
}

static MusterJsonTake
muster_feishu_reader_fill (MusterJsonChatReader *reader, MusterSpan element, MusterChatEntry *entry)
{
  MusterSpan type = muster_json_get (element, "msg_type");
  MusterSpan content =
      muster_json_chat_reader_text (reader, muster_json_get (element, "body.content"));
  MusterSpan text = muster_json_get (content, "text");

  if (!muster_json_chat_reader_read_time (muster_json_get (element, "create_time"), entry))
    return MUSTER_JSON_UNKNOWN;
  entry->kind = muster_span_is (type, "\"system\"") ? MUSTER_CHAT_NOTICE : MUSTER_CHAT_MESSAGE;
  entry->sender_id = muster_json_chat_reader_text (reader, muster_json_get (element, "sender.id"));
  entry->sender_name =
      muster_json_chat_reader_text (reader, muster_json_get (element, "sender.name"));
  entry->body = text.data != NULL ? muster_json_chat_reader_text (reader, text) : content;
  entry->is_placeholder = !muster_span_is (type, "\"text\"") && !muster_span_is (type, "\"post\"");
  return MUSTER_JSON_TAKEN;
}

static void
muster_feishu_reader_class_init (MusterFeishuReaderClass *klass)
{
  MUSTER_JSON_CHAT_READER_CLASS (klass)->find = muster_feishu_reader_find;
  MUSTER_JSON_CHAT_READER_CLASS (klass)->fill = muster_feishu_reader_fill;
}

static void
muster_feishu_reader_init (MusterFeishuReader *self)
{
}

int
muster_feishu_reader_detect (const MusterProbe *probe)
{
  MusterSpan root = muster_json_probe_root (probe);
  MusterSpan first;

  if (!muster_json_is_object (root))
    return 0;
  first = muster_json_probe_element (get_messages (root), "");
  return muster_json_has (first, "msg_type") && muster_json_has (first, "create_time") ? 95 : 0;
}
