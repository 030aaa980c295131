/* muster-qq-json-reader.c - QQ chats as the newer exporters write them
 *
 * FORMATS.md 3.4: qq-chat-exporter's object and QQNT_Export's array.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-qq-json-reader"

#include "config.h"

#include "muster-chat-lines.h"
#include "muster-qq-json-reader.h"
#include "muster-stamp.h"

struct _MusterQqJsonReader
{
  MusterJsonChatReader parent_instance;
};

G_DEFINE_FINAL_TYPE (MusterQqJsonReader, muster_qq_json_reader, MUSTER_TYPE_JSON_CHAT_READER)

static void
muster_qq_json_reader_find (MusterJsonChatReader *reader, MusterSpan root)
{
  g_autofree char *title = NULL;

  if (muster_json_is_array (root))
    {
      muster_json_chat_reader_add (reader, "", NULL, root);
      return;
    }
  title = muster_json_dup_text (muster_json_get (root, "chatInfo.name"));
  if (muster_json_has (root, "messages"))
    muster_json_chat_reader_add (reader, "", title, muster_json_get (root, "messages"));
}

/* [["[文本]", "…"], ["[图片]", …], …]: the texts, and the kinds of what is none. */
static MusterSpan
join_contents (MusterJsonChatReader *reader, MusterSpan contents, gboolean *out_has_text)
{
  g_autoptr (GString) all = g_string_new (NULL);
  MusterSpan key, part;
  MusterJsonIter iter;

  *out_has_text = FALSE;
  if (muster_json_iter_init (&iter, contents))
    while (muster_json_iter_next (&iter, &key, &part))
      {
        MusterSpan kind, text;
        MusterJsonIter inner;

        if (!muster_json_iter_init (&inner, part) || !muster_json_iter_next (&inner, &key, &kind))
          continue;
        text = muster_json_chat_reader_text (reader, kind);
        if (muster_span_is (text, "[文本]") && muster_json_iter_next (&inner, &key, &kind))
          {
            text = muster_json_chat_reader_text (reader, kind);
            *out_has_text = TRUE;
          }
        if (text.length > 0)
          g_string_append_len (all, text.data, (gssize) text.length);
      }
  return (MusterSpan){ g_string_chunk_insert_len (muster_json_chat_reader_get_room (reader),
                                                  all->str, (gssize) all->len),
                       all->len };
}

static MusterJsonTake
fill_qqnt (MusterJsonChatReader *reader, MusterSpan element, MusterChatEntry *entry)
{
  gboolean has_text;

  if (!muster_json_chat_reader_read_time (muster_json_get (element, "time"), entry))
    return MUSTER_JSON_UNKNOWN;
  entry->sender_id = muster_json_chat_reader_text (reader, muster_json_get (element, "sender_qq"));
  entry->sender_name = muster_json_chat_reader_text (reader, muster_json_get (element, "sender"));
  entry->body = join_contents (reader, muster_json_get (element, "contents"), &has_text);
  entry->is_placeholder = !has_text;
  if (muster_span_is (entry->sender_id, "10000") || muster_span_is (entry->sender_id, "1000000") ||
      muster_span_is (entry->sender_id, "0"))
    entry->kind = MUSTER_CHAT_NOTICE;
  return MUSTER_JSON_TAKEN;
}

static MusterJsonTake
fill_exporter (MusterJsonChatReader *reader, MusterSpan element, MusterChatEntry *entry)
{
  static const char *const ids[] = { "sender.uin", "sender.uid", NULL };
  MusterSpan uin = muster_json_get (element, "sender.uin");
  MusterSpan content = muster_json_get (element, "content");

  if (!muster_json_chat_reader_read_time (muster_json_get (element, "timestamp"), entry))
    return MUSTER_JSON_UNKNOWN;
  entry->sender_id = muster_json_chat_reader_text (reader, muster_json_get_first (element, ids));
  entry->sender_name =
      muster_json_chat_reader_text (reader, muster_json_get (element, "sender.name"));
  entry->body = muster_json_chat_reader_text (
      reader, muster_json_is_object (content) ? muster_json_get (content, "text") : content);
  entry->is_placeholder = entry->body.length == 0;
  if (muster_json_is_true (muster_json_get (element, "system")) || muster_span_is (uin, "\"0\""))
    {
      entry->kind = MUSTER_CHAT_NOTICE;
      entry->sender_id = entry->sender_name = (MusterSpan){ NULL, 0 };
      muster_chat_lines_fill_fact (entry);
    }
  return MUSTER_JSON_TAKEN;
}

static MusterJsonTake
muster_qq_json_reader_fill (MusterJsonChatReader *reader, MusterSpan element,
                            MusterChatEntry *entry)
{
  if (muster_json_has (element, "sender_qq"))
    return fill_qqnt (reader, element, entry);
  return fill_exporter (reader, element, entry);
}

static void
muster_qq_json_reader_class_init (MusterQqJsonReaderClass *klass)
{
  MUSTER_JSON_CHAT_READER_CLASS (klass)->find = muster_qq_json_reader_find;
  MUSTER_JSON_CHAT_READER_CLASS (klass)->fill = muster_qq_json_reader_fill;
}

static void
muster_qq_json_reader_init (MusterQqJsonReader *self)
{
}

int
muster_qq_json_reader_detect (const MusterProbe *probe)
{
  MusterSpan root = muster_json_probe_root (probe);

  if (muster_json_is_array (root))
    return muster_json_has (muster_json_probe_element (root, ""), "sender_qq") ? 97 : 0;
  if (muster_json_has (root, "chatInfo") && muster_json_has (root, "metadata"))
    return 97;
  return muster_json_has (muster_json_probe_element (root, "messages"), "sender.uin") ? 85 : 0;
}
