/* muster-telegram-reader.c - Telegram Desktop's result.json
 *
 * FORMATS.md 2: one chat, or a whole account.  The list of members is never
 * part of it; who joined and left is, in service messages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-telegram-reader"

#include "config.h"

#include "muster-telegram-reader.h"

struct _MusterTelegramReader
{
  MusterJsonChatReader parent_instance;
};

G_DEFINE_FINAL_TYPE (MusterTelegramReader, muster_telegram_reader, MUSTER_TYPE_JSON_CHAT_READER)

static void
add_chat (MusterJsonChatReader *reader, MusterSpan chat)
{
  g_autofree char *id = muster_json_dup_text (muster_json_get (chat, "id"));
  g_autofree char *title = muster_json_dup_text (muster_json_get (chat, "name"));

  muster_json_chat_reader_add (reader, id != NULL ? id : "", title,
                               muster_json_get (chat, "messages"));
}

static void
add_chats (MusterJsonChatReader *reader, MusterSpan list)
{
  MusterSpan key, chat;
  MusterJsonIter iter;

  if (!muster_json_iter_init (&iter, list))
    return;
  while (muster_json_iter_next (&iter, &key, &chat))
    if (muster_json_is_object (chat))
      add_chat (reader, chat);
}

static void
muster_telegram_reader_find (MusterJsonChatReader *reader, MusterSpan root)
{
  if (muster_json_has (root, "chats"))
    add_chats (reader, muster_json_get (root, "chats.list"));
  if (muster_json_has (root, "left_chats"))
    add_chats (reader, muster_json_get (root, "left_chats.list"));
  if (muster_chat_reader_get_chats (MUSTER_CHAT_READER (reader))->len == 0 &&
      (muster_json_has (root, "messages") || muster_json_has (root, "type")))
    add_chat (reader, root);
}

/* A string, or an array of strings and of objects with a text. */
static MusterSpan
join_text (MusterJsonChatReader *reader, MusterSpan value)
{
  g_autoptr (GString) all = NULL;
  MusterSpan key, part;
  MusterJsonIter iter;

  if (!muster_json_is_array (value))
    return muster_json_chat_reader_text (reader, value);

  all = g_string_new (NULL);
  muster_json_iter_init (&iter, value);
  while (muster_json_iter_next (&iter, &key, &part))
    {
      MusterSpan text = muster_json_chat_reader_text (
          reader, muster_json_is_object (part) ? muster_json_get (part, "text") : part);

      if (text.length > 0)
        g_string_append_len (all, text.data, (gssize) text.length);
    }
  return (MusterSpan){ g_string_chunk_insert_len (muster_json_chat_reader_get_room (reader),
                                                  all->str, (gssize) all->len),
                       all->len };
}

/* The one member that a service message names; nothing when it is several or none. */
static MusterSpan
get_sole_member (MusterJsonChatReader *reader, MusterSpan element)
{
  MusterSpan members = muster_json_get (element, "members");
  MusterSpan key, first, second;
  MusterJsonIter iter;

  if (!muster_json_is_array (members) || !muster_json_iter_init (&iter, members) ||
      !muster_json_iter_next (&iter, &key, &first) || muster_json_iter_next (&iter, &key, &second))
    return (MusterSpan){ NULL, 0 };
  return muster_json_chat_reader_text (reader, first);
}

static void
fill_service (MusterJsonChatReader *reader, MusterSpan element, MusterChatEntry *entry)
{
  MusterSpan action = muster_json_chat_reader_text (reader, muster_json_get (element, "action"));
  MusterSpan member;

  entry->kind = MUSTER_CHAT_NOTICE;
  entry->sender_id = muster_json_chat_reader_text (reader, muster_json_get (element, "actor_id"));
  entry->sender_name = muster_json_chat_reader_text (reader, muster_json_get (element, "actor"));
  entry->body = action;
  if (muster_span_is (action, "join_group_by_link") ||
      muster_span_is (action, "join_group_by_request"))
    {
      entry->fact = MUSTER_CHAT_FACT_JOINED;
      entry->subject = entry->sender_name;
      entry->subject_id = entry->sender_id;
    }
  else if (muster_span_is (action, "edit_group_title"))
    {
      entry->fact = MUSTER_CHAT_FACT_GROUP_RENAMED;
      entry->subject = muster_json_chat_reader_text (reader, muster_json_get (element, "title"));
    }
  else if (muster_span_is (action, "invite_members") || muster_span_is (action, "remove_members"))
    {
      member = get_sole_member (reader, element);
      if (member.length == 0)
        return;
      entry->subject = member;
      if (muster_span_is (action, "invite_members"))
        entry->fact = MUSTER_CHAT_FACT_JOINED;
      else
        entry->fact = muster_span_equal (member, entry->sender_name) ? MUSTER_CHAT_FACT_LEFT
                                                                     : MUSTER_CHAT_FACT_REMOVED;
      if (muster_span_equal (member, entry->sender_name))
        entry->subject_id = entry->sender_id;
    }
}

static MusterJsonTake
muster_telegram_reader_fill (MusterJsonChatReader *reader, MusterSpan element,
                             MusterChatEntry *entry)
{
  MusterSpan type = muster_json_get (element, "type");
  gint64 seconds;

  if (!muster_json_chat_reader_read_time (muster_json_get (element, "date"), entry))
    return MUSTER_JSON_UNKNOWN;
  if (muster_json_get_int (muster_json_get (element, "date_unixtime"), &seconds))
    entry->utc = seconds;

  if (muster_span_is (type, "\"service\""))
    {
      fill_service (reader, element, entry);
      return MUSTER_JSON_TAKEN;
    }
  if (!muster_span_is (type, "\"message\""))
    return MUSTER_JSON_UNKNOWN;

  entry->sender_id = muster_json_chat_reader_text (reader, muster_json_get (element, "from_id"));
  entry->sender_name = muster_json_chat_reader_text (reader, muster_json_get (element, "from"));
  entry->body = join_text (reader, muster_json_get (element, "text"));
  entry->is_placeholder = entry->body.length == 0;
  return MUSTER_JSON_TAKEN;
}

static void
muster_telegram_reader_class_init (MusterTelegramReaderClass *klass)
{
  MUSTER_JSON_CHAT_READER_CLASS (klass)->find = muster_telegram_reader_find;
  MUSTER_JSON_CHAT_READER_CLASS (klass)->fill = muster_telegram_reader_fill;
}

static void
muster_telegram_reader_init (MusterTelegramReader *self)
{
}

static gboolean
is_chat_type (MusterSpan type)
{
  return muster_span_ends (type, "_chat\"") || muster_span_ends (type, "group\"") ||
         muster_span_ends (type, "_channel\"") || muster_span_is (type, "\"saved_messages\"");
}

int
muster_telegram_reader_detect (const MusterProbe *probe)
{
  MusterSpan root = muster_json_probe_root (probe);
  MusterSpan chats, chat, message;

  if (!muster_json_is_object (root))
    return 0;
  chats = muster_json_get (root, "chats");
  chat = chats.data != NULL ? muster_json_probe_element (chats, "list") : root;
  message = muster_json_probe_element (chat, "messages");
  if (is_chat_type (muster_json_get (chat, "type")) && !muster_json_has (root, "members") &&
      (message.data == NULL || muster_json_has (message, "date")))
    return 97;
  if (chats.data != NULL || muster_json_has (root, "personal_information"))
    return muster_json_has (root, "about") ? 90 : 0;
  return muster_json_has (message, "date") && muster_json_has (message, "type") &&
                 (muster_json_has (message, "from_id") || muster_json_has (message, "actor_id") ||
                  muster_json_has (message, "from"))
             ? 90
             : 0;
}
