/* muster-wechat-json-reader.c - the JSON that tools make of WeChat
 *
 * There is no official export.  Each tool has its own names for the same few
 * things; a table holds them (FORMATS.md 4): chatlog, WeFlow and echotrace,
 * chatlog-keeper, Wetrace-Plus.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-wechat-json-reader"

#include "config.h"

#include "muster-chat-lines.h"
#include "muster-stamp.h"
#include "muster-wechat-json-reader.h"

#define SYSTEM_TYPE 10000
#define RECALL_TYPE 10002
#define TEXT_TYPE 1

/**
 * Dialect:
 * @mark: a member that only messages of this tool have
 * @session: what holds the chat's name, beside the messages
 */
typedef struct
{
  const char *mark;
  const char *id;
  const char *name;
  const char *const *times;
  const char *content;
  const char *const *types;
  const char *const *titles;
} Dialect;

static const char *const times_time[] = { "time", "timestamp", NULL };
static const char *const times_weflow[] = { "createTime", "formattedTime", NULL };
static const char *const times_keeper[] = { "ts", NULL };
static const char *const types_plain[] = { "type", NULL };
static const char *const types_weflow[] = { "type", "localType", NULL };
static const char *const types_keeper[] = { "msg_type", NULL };
static const char *const titles_weflow[] = { "session.displayName", "session.remark",
                                             "session.nickname", NULL };

enum
{
  CHATLOG,
  WEFLOW,
  KEEPER,
  WETRACE,
  N_DIALECTS,
};

static const Dialect dialects[N_DIALECTS] = {
  [CHATLOG] = { "isChatRoom", "sender", "senderName", times_time, "content", types_plain, NULL },
  [WEFLOW] = { "senderUsername", "senderUsername", "senderDisplayName", times_weflow, "content",
               types_weflow, titles_weflow },
  [KEEPER] = { "sender_wxid", "sender_wxid", "sender", times_keeper, "content", types_keeper,
               NULL },
  [WETRACE] = { "sender_id", "sender_id", "sender_name", times_time, "content", types_plain, NULL },
};

struct _MusterWechatJsonReader
{
  MusterJsonChatReader parent_instance;

  const Dialect *dialect;
};

G_DEFINE_FINAL_TYPE (MusterWechatJsonReader, muster_wechat_json_reader,
                     MUSTER_TYPE_JSON_CHAT_READER)

static const Dialect *
find_dialect (MusterSpan message)
{
  for (guint i = 0; i < N_DIALECTS; i++)
    if (muster_json_has (message, dialects[i].mark))
      return &dialects[i];
  return NULL;
}

static void
add_conversations (MusterJsonChatReader *reader, MusterSpan list)
{
  MusterSpan key, chat;
  MusterJsonIter iter;

  if (!muster_json_iter_init (&iter, list))
    return;
  while (muster_json_iter_next (&iter, &key, &chat))
    {
      g_autofree char *id = muster_json_dup_text (muster_json_get (chat, "id"));
      g_autofree char *name = muster_json_dup_text (muster_json_get (chat, "name"));

      if (muster_json_is_object (chat))
        muster_json_chat_reader_add (reader, id != NULL ? id : "", name,
                                     muster_json_get (chat, "messages"));
    }
}

static void
muster_wechat_json_reader_find (MusterJsonChatReader *reader, MusterSpan root)
{
  MusterWechatJsonReader *self = MUSTER_WECHAT_JSON_READER (reader);
  gboolean is_array = muster_json_is_array (root);
  MusterSpan messages = is_array ? root : muster_json_get (root, "messages");
  MusterSpan first = muster_json_probe_element (messages, "");
  g_autofree char *title = NULL;

  if (!is_array && muster_json_has (root, "conversations"))
    {
      self->dialect = &dialects[WETRACE];
      add_conversations (reader, muster_json_get (root, "conversations"));
      return;
    }
  self->dialect = find_dialect (first);
  if (self->dialect == NULL)
    self->dialect = &dialects[muster_json_has (root, "session") ? WEFLOW : CHATLOG];
  if (self->dialect->titles != NULL)
    title = muster_json_dup_text (muster_json_get_first (root, self->dialect->titles));
  else if (self->dialect == &dialects[CHATLOG])
    title = muster_json_dup_text (muster_json_get (first, "talkerName"));
  if (messages.data != NULL)
    muster_json_chat_reader_add (reader, "", title, messages);
}

static gboolean
is_system (MusterSpan type)
{
  gint64 number;

  if (muster_json_get_int (type, &number))
    return number == SYSTEM_TYPE || number == RECALL_TYPE;
  return muster_span_has (type, "系统消息");
}

static gboolean
is_text (MusterSpan type)
{
  gint64 number;

  if (muster_json_get_int (type, &number))
    return number == TEXT_TYPE;
  return type.data == NULL || muster_span_has (type, "文本") || muster_span_has (type, "引用") ||
         muster_span_has (type, "text");
}

static MusterJsonTake
muster_wechat_json_reader_fill (MusterJsonChatReader *reader, MusterSpan element,
                                MusterChatEntry *entry)
{
  const Dialect *dialect = MUSTER_WECHAT_JSON_READER (reader)->dialect;
  MusterSpan type = muster_json_get_first (element, dialect->types);

  if (muster_json_is_string (type)) /* it may be written \u7cfb… */
    type = muster_json_chat_reader_text (reader, type);
  if (!muster_json_chat_reader_read_time (muster_json_get_first (element, dialect->times), entry))
    return MUSTER_JSON_UNKNOWN;
  entry->kind = is_system (type) ? MUSTER_CHAT_NOTICE : MUSTER_CHAT_MESSAGE;
  entry->sender_id = muster_json_chat_reader_text (reader, muster_json_get (element, dialect->id));
  entry->sender_name =
      muster_json_chat_reader_text (reader, muster_json_get (element, dialect->name));
  entry->body = muster_json_chat_reader_text (reader, muster_json_get (element, dialect->content));
  if (entry->kind == MUSTER_CHAT_NOTICE)
    muster_chat_lines_fill_fact (entry);
  else
    entry->is_placeholder = !is_text (type);
  return MUSTER_JSON_TAKEN;
}

static void
muster_wechat_json_reader_class_init (MusterWechatJsonReaderClass *klass)
{
  MUSTER_JSON_CHAT_READER_CLASS (klass)->find = muster_wechat_json_reader_find;
  MUSTER_JSON_CHAT_READER_CLASS (klass)->fill = muster_wechat_json_reader_fill;
}

static void
muster_wechat_json_reader_init (MusterWechatJsonReader *self)
{
}

int
muster_wechat_json_reader_detect (const MusterProbe *probe)
{
  MusterSpan root = muster_json_probe_root (probe);
  MusterSpan first;

  if (root.data == NULL)
    return 0;
  if (muster_json_is_array (root))
    return find_dialect (muster_json_probe_element (root, "")) != NULL ? 95 : 0;
  if (muster_span_is (muster_json_get (root, "format"), "\"wetrace-plus\""))
    return 98;
  first = muster_json_probe_element (root, "messages");
  if (muster_json_has (root, "session") &&
      (muster_json_has (root, "weflow") || muster_json_has (root, "session.wxid") ||
       muster_json_has (first, "senderUsername")))
    return 96;
  return muster_json_has (first, "senderUsername") || muster_json_has (first, "sender_wxid") ? 80
                                                                                             : 0;
}
