/* muster-chatlab-reader.c - ChatLab, the open interchange format
 *
 * FORMATS.md 13: JSON, or one object a line.  The only format that lists the
 * members and the messages together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-chatlab-reader"

#include "config.h"

#include "muster-chatlab-reader.h"
#include "muster-stamp.h"

#define FIRST_NOTICE_TYPE 80
#define RECALLED_TYPE 81
#define TEXT_TYPE 0

struct _MusterChatlabReader
{
  MusterJsonChatReader parent_instance;
};

G_DEFINE_FINAL_TYPE (MusterChatlabReader, muster_chatlab_reader, MUSTER_TYPE_JSON_CHAT_READER)

static void
take_meta (MusterJsonChatReader *reader, MusterSpan meta)
{
  g_autofree char *platform = muster_json_dup_text (muster_json_get (meta, "platform"));
  g_autofree char *name = muster_json_dup_text (muster_json_get (meta, "name"));

  if (platform != NULL)
    muster_chat_reader_set_platform (MUSTER_CHAT_READER (reader), platform);
  if (name != NULL)
    muster_chat_reader_set_title (MUSTER_CHAT_READER (reader), muster_span_of (name));
}

static void
take_member (MusterJsonChatReader *reader, MusterSpan member)
{
  g_autofree char *id = muster_json_dup_text (muster_json_get (member, "platformId"));
  g_autofree char *name = muster_json_dup_text (muster_json_get (member, "accountName"));
  g_autofree char *nickname = muster_json_dup_text (muster_json_get (member, "groupNickname"));

  muster_chat_reader_add_member (MUSTER_CHAT_READER (reader), id, name, nickname);
}

static void
muster_chatlab_reader_find (MusterJsonChatReader *reader, MusterSpan root)
{
  MusterSpan members = muster_json_get (root, "members");
  MusterSpan key, member;
  MusterJsonIter iter;
  g_autofree char *id = NULL;

  if (muster_json_has (root, "_type"))
    {
      muster_json_chat_reader_add (reader, "", NULL, root);
      return;
    }
  take_meta (reader, muster_json_get (root, "meta"));
  if (muster_json_iter_init (&iter, members))
    while (muster_json_iter_next (&iter, &key, &member))
      take_member (reader, member);
  id = muster_json_dup_text (muster_json_get (root, "meta.groupId"));
  if (muster_json_has (root, "messages"))
    muster_json_chat_reader_add (reader, id != NULL ? id : "",
                                 muster_chat_reader_get_title (MUSTER_CHAT_READER (reader)),
                                 muster_json_get (root, "messages"));
}

static MusterJsonTake
fill_message (MusterJsonChatReader *reader, MusterSpan element, MusterChatEntry *entry)
{
  static const char *const names[] = { "groupNickname", "accountName", NULL };
  gint64 type = 0;

  if (!muster_json_chat_reader_read_time (muster_json_get (element, "timestamp"), entry))
    return MUSTER_JSON_UNKNOWN;
  muster_json_get_int (muster_json_get (element, "type"), &type);
  entry->kind = type >= FIRST_NOTICE_TYPE ? MUSTER_CHAT_NOTICE : MUSTER_CHAT_MESSAGE;
  entry->sender_id = muster_json_chat_reader_text (reader, muster_json_get (element, "sender"));
  entry->sender_name =
      muster_json_chat_reader_text (reader, muster_json_get_first (element, names));
  entry->body = muster_json_chat_reader_text (reader, muster_json_get (element, "content"));
  entry->is_placeholder = type != TEXT_TYPE && entry->kind == MUSTER_CHAT_MESSAGE;
  return MUSTER_JSON_TAKEN;
}

static MusterJsonTake
muster_chatlab_reader_fill (MusterJsonChatReader *reader, MusterSpan element,
                            MusterChatEntry *entry)
{
  MusterSpan type = muster_json_get (element, "_type");

  if (type.data == NULL || muster_span_is (type, "\"message\""))
    return fill_message (reader, element, entry);
  if (muster_span_is (type, "\"header\""))
    take_meta (reader, muster_json_get (element, "meta"));
  else if (muster_span_is (type, "\"member\""))
    take_member (reader, element);
  else
    return MUSTER_JSON_UNKNOWN;
  return MUSTER_JSON_LEFT_OUT;
}

static void
muster_chatlab_reader_class_init (MusterChatlabReaderClass *klass)
{
  MUSTER_JSON_CHAT_READER_CLASS (klass)->find = muster_chatlab_reader_find;
  MUSTER_JSON_CHAT_READER_CLASS (klass)->fill = muster_chatlab_reader_fill;
}

static void
muster_chatlab_reader_init (MusterChatlabReader *self)
{
}

int
muster_chatlab_reader_detect (const MusterProbe *probe)
{
  MusterSpan root = muster_json_probe_root (probe);

  return muster_json_has (root, "chatlab") && !muster_json_has (root, "_type") ? 99 : 0;
}

int
muster_chatlab_reader_detect_lines (const MusterProbe *probe)
{
  MusterSpan type = muster_json_get (muster_json_probe_root (probe), "_type");

  return muster_span_is (type, "\"header\"") || muster_span_is (type, "\"member\"") ||
                 muster_span_is (type, "\"message\"")
             ? 99
             : 0;
}
