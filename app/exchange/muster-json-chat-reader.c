/* muster-json-chat-reader.c - chat exports that are JSON
 *
 * The abstract part: it finds the end of one message after the other, keeps
 * the line, and reports what is broken.  A format says where the messages are
 * and what is in one.  A file may hold several chats.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-json-chat-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-input-error.h"
#include "muster-json-chat-reader.h"
#include "muster-stamp.h"

typedef struct
{
  char *id;    /* owned */
  char *title; /* owned, nullable */
  MusterSpan messages;
} Chat;

typedef struct
{
  MusterSpan text;
  GArray *chats; /* owned, of Chat */
  guint chat;    /* the one behind the current */
  MusterJsonIter iter;
  gboolean is_open; /* whether iter is in a chat */
  char *only;       /* owned, nullable: id of the one chat that is wanted */
  GStringChunk *room;
  const char *counted; /* up to here lines were counted */
  guint64 line;
} MusterJsonChatReaderPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MusterJsonChatReader, muster_json_chat_reader,
                                     MUSTER_TYPE_CHAT_READER)

static MusterJsonChatReaderPrivate *
get_private (MusterJsonChatReader *self)
{
  return muster_json_chat_reader_get_instance_private (self);
}

static void
clear_chat (gpointer data)
{
  Chat *chat = data;

  g_free (chat->id);
  g_free (chat->title);
}

static guint64
count_lines (MusterJsonChatReaderPrivate *priv, const char *to)
{
  if (to < priv->counted)
    {
      priv->counted = priv->text.data;
      priv->line = 1;
    }
  while ((priv->counted = memchr (priv->counted, '\n', (gsize) (to - priv->counted))) != NULL)
    {
      priv->counted++;
      priv->line++;
    }
  priv->counted = to;
  return priv->line;
}

static gboolean
muster_json_chat_reader_begin (MusterChatReader *reader, const MusterChatOptions *options,
                               GError **error)
{
  MusterJsonChatReader *self = MUSTER_JSON_CHAT_READER (reader);
  MusterJsonChatReaderPrivate *priv = get_private (self);

  priv->text.data =
      muster_text_source_get_data (muster_chat_reader_get_source (reader), &priv->text.length);
  priv->counted = priv->text.data;
  priv->line = 1;
  priv->only = g_strdup (options->chat);
  MUSTER_JSON_CHAT_READER_GET_CLASS (self)->find (self, muster_span_trim (priv->text));
  if (priv->chats->len == 0)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("There is no list of messages in this file."));
      return FALSE;
    }
  if (priv->chats->len == 1 && g_array_index (priv->chats, Chat, 0).title != NULL)
    muster_chat_reader_set_title (reader,
                                  muster_span_of (g_array_index (priv->chats, Chat, 0).title));
  return TRUE;
}

/* Goes on to the next chat that is wanted. */
static gboolean
open_chat (MusterJsonChatReader *self)
{
  MusterJsonChatReaderPrivate *priv = get_private (self);

  while (priv->chat < priv->chats->len)
    {
      const Chat *chat = &g_array_index (priv->chats, Chat, priv->chat++);

      if (priv->only != NULL && strcmp (priv->only, chat->id) != 0)
        continue;
      if (priv->only != NULL && chat->title != NULL)
        muster_chat_reader_set_title (MUSTER_CHAT_READER (self), muster_span_of (chat->title));
      if (muster_json_is_object (chat->messages))
        {
          muster_json_iter_init_lines (&priv->iter, chat->messages);
          return TRUE;
        }
      if (muster_json_iter_init (&priv->iter, chat->messages))
        return TRUE;
    }
  return FALSE;
}

static gboolean
fail (MusterJsonChatReader *self, GError **error)
{
  MusterJsonChatReaderPrivate *priv = get_private (self);

  muster_input_error_set (error, MUSTER_INPUT_ERROR_MALFORMED, count_lines (priv, priv->iter.p),
                          _ ("The file is cut off or damaged: a message here has no end."));
  return FALSE;
}

static gboolean
muster_json_chat_reader_next (MusterChatReader *reader, MusterChatEntry *entry, GError **error)
{
  MusterJsonChatReader *self = MUSTER_JSON_CHAT_READER (reader);
  MusterJsonChatReaderPrivate *priv = get_private (self);

  while (TRUE)
    {
      MusterSpan key, element;
      MusterJsonTake take;

      if (!priv->is_open && !open_chat (self))
        return FALSE;
      priv->is_open = muster_json_iter_next (&priv->iter, &key, &element);
      if (priv->iter.is_bad)
        return fail (self, error);
      if (!priv->is_open)
        continue;
      if (element.length > MUSTER_JSON_MAX_VALUE)
        {
          muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, count_lines (priv, element.data),
                                  _ ("A message is longer than 64 MiB."));
          return FALSE;
        }
      g_string_chunk_clear (priv->room);
      *entry = (MusterChatEntry){ .utc = MUSTER_CHAT_NO_UTC, .has_date = TRUE };
      take = MUSTER_JSON_CHAT_READER_GET_CLASS (self)->fill (self, element, entry);
      entry->line = count_lines (priv, element.data);
      muster_chat_reader_set_position (reader, element.data - priv->text.data);
      if (take == MUSTER_JSON_TAKEN)
        return TRUE;
      if (take == MUSTER_JSON_UNKNOWN)
        muster_warnings_add (muster_chat_reader_get_warnings (reader), entry->line,
                             _ ("This entry is of no known kind; it was left out."));
    }
}

static void
muster_json_chat_reader_finalize (GObject *object)
{
  MusterJsonChatReaderPrivate *priv = get_private (MUSTER_JSON_CHAT_READER (object));

  g_array_unref (priv->chats);
  g_string_chunk_free (priv->room);
  g_free (priv->only);

  G_OBJECT_CLASS (muster_json_chat_reader_parent_class)->finalize (object);
}

static void
muster_json_chat_reader_class_init (MusterJsonChatReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_json_chat_reader_finalize;
  MUSTER_CHAT_READER_CLASS (klass)->begin = muster_json_chat_reader_begin;
  MUSTER_CHAT_READER_CLASS (klass)->next = muster_json_chat_reader_next;
}

static void
muster_json_chat_reader_init (MusterJsonChatReader *self)
{
  MusterJsonChatReaderPrivate *priv = get_private (self);

  priv->chats = g_array_new (FALSE, FALSE, sizeof (Chat));
  g_array_set_clear_func (priv->chats, clear_chat);
  priv->room = g_string_chunk_new (4096);
}

/**
 * muster_json_chat_reader_add:
 * @id: what to ask for this chat by
 * @title: (nullable): its name
 * @messages: the array, or objects one after the other; nothing for a chat without messages
 */
void
muster_json_chat_reader_add (MusterJsonChatReader *self, const char *id, const char *title,
                             MusterSpan messages)
{
  Chat chat = { g_strdup (id), g_strdup (title), messages };

  g_array_append_val (get_private (self)->chats, chat);
  muster_chat_reader_add_chat (MUSTER_CHAT_READER (self), id, title, 0);
}

/**
 * muster_json_chat_reader_text:
 *
 * Returns: the text of a string, valid until the next element
 */
MusterSpan
muster_json_chat_reader_text (MusterJsonChatReader *self, MusterSpan value)
{
  return muster_json_get_text (value, get_private (self)->room);
}

GStringChunk *
muster_json_chat_reader_get_room (MusterJsonChatReader *self)
{
  return get_private (self)->room;
}

/**
 * muster_json_chat_reader_read_time:
 * @value: an ISO stamp, or seconds or milliseconds since 1970, as number or string
 *
 * Returns: whether it is one
 */
gboolean
muster_json_chat_reader_read_time (MusterSpan value, MusterChatEntry *entry)
{
  MusterSpan text = value;
  gint64 number;

  if (muster_json_get_int (value, &number) && number > 100000000)
    {
      entry->utc = number > G_GINT64_CONSTANT (100000000000) ? number / 1000 : number;
      entry->time = entry->utc;
      return TRUE;
    }
  if (muster_json_is_string (value) && value.length >= 2)
    text = (MusterSpan){ value.data + 1, value.length - 2 };
  return text.length > 0 &&
         muster_stamp_iso (text.data, text.data + text.length, &entry->time, &entry->utc) != NULL;
}

/**
 * muster_json_probe_root:
 *
 * Returns: the beginning of a JSON document; nothing if this is none
 */
MusterSpan
muster_json_probe_root (const MusterProbe *probe)
{
  MusterSpan root = muster_span_trim (probe->head);

  if (muster_json_is_object (root) || muster_json_is_array (root))
    return root;
  return (MusterSpan){ NULL, 0 };
}

/**
 * muster_json_probe_element:
 * @path: where the array is; "" for the root itself
 *
 * Returns: the first element of an array, also one that is cut off
 */
MusterSpan
muster_json_probe_element (MusterSpan root, const char *path)
{
  MusterSpan array = *path != '\0' ? muster_json_get (root, path) : root;
  MusterSpan key, value;
  MusterJsonIter iter;

  if (!muster_json_is_array (array) || !muster_json_iter_init (&iter, array) ||
      !muster_json_iter_next (&iter, &key, &value))
    return (MusterSpan){ NULL, 0 };
  return value;
}
