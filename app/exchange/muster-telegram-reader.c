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

  GArray *members; /* owned, of MusterSpan: named by the last service message */
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

/* Those whom a service message names; deleted accounts have no name. */
static void
take_members (MusterTelegramReader *self, MusterSpan element, MusterChatEntry *entry)
{
  MusterSpan key, value;
  MusterJsonIter iter;

  g_array_set_size (self->members, 0);
  if (!muster_json_iter_init (&iter, muster_json_get (element, "members")))
    return;
  while (muster_json_iter_next (&iter, &key, &value))
    {
      MusterSpan name = muster_json_chat_reader_text (MUSTER_JSON_CHAT_READER (self), value);

      if (name.length > 0)
        g_array_append_val (self->members, name);
    }
  if (self->members->len == 0)
    return;

  entry->subject = g_array_index (self->members, MusterSpan, 0);
  entry->more_subjects = &g_array_index (self->members, MusterSpan, 1);
  entry->n_more_subjects = self->members->len - 1;
}

static void
fill_service (MusterJsonChatReader *reader, MusterSpan element, MusterChatEntry *entry)
{
  MusterSpan action = muster_json_chat_reader_text (reader, muster_json_get (element, "action"));
  gboolean self_made;

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
      return;
    }
  if (muster_span_is (action, "edit_group_title"))
    {
      entry->fact = MUSTER_CHAT_FACT_GROUP_RENAMED;
      entry->subject = muster_json_chat_reader_text (reader, muster_json_get (element, "title"));
      return;
    }
  if (!muster_span_is (action, "invite_members") && !muster_span_is (action, "remove_members") &&
      !muster_span_is (action, "create_group"))
    return;

  take_members (MUSTER_TELEGRAM_READER (reader), element, entry);
  if (entry->subject.length == 0)
    return;
  self_made = muster_span_equal (entry->subject, entry->sender_name);
  if (self_made)
    entry->subject_id = entry->sender_id;
  if (!muster_span_is (action, "remove_members"))
    entry->fact = MUSTER_CHAT_FACT_JOINED;
  else
    entry->fact = self_made ? MUSTER_CHAT_FACT_LEFT : MUSTER_CHAT_FACT_REMOVED;
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
muster_telegram_reader_finalize (GObject *object)
{
  g_array_unref (MUSTER_TELEGRAM_READER (object)->members);

  G_OBJECT_CLASS (muster_telegram_reader_parent_class)->finalize (object);
}

static void
muster_telegram_reader_class_init (MusterTelegramReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_telegram_reader_finalize;
  MUSTER_JSON_CHAT_READER_CLASS (klass)->find = muster_telegram_reader_find;
  MUSTER_JSON_CHAT_READER_CLASS (klass)->fill = muster_telegram_reader_fill;
}

static void
muster_telegram_reader_init (MusterTelegramReader *self)
{
  self->members = g_array_new (FALSE, FALSE, sizeof (MusterSpan));
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
