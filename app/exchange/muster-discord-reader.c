/* muster-discord-reader.c - DiscordChatExporter's JSON
 *
 * FORMATS.md 7.  Authors with their roles make a list of those members who
 * wrote; the real list is not in the file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-discord-reader"

#include "config.h"

#include "muster-discord-reader.h"
#include "muster-stamp.h"

struct _MusterDiscordReader
{
  MusterJsonChatReader parent_instance;

  GHashTable *authors; /* owned: ids that are members already */
};

G_DEFINE_FINAL_TYPE (MusterDiscordReader, muster_discord_reader, MUSTER_TYPE_JSON_CHAT_READER)

static void
muster_discord_reader_find (MusterJsonChatReader *reader, MusterSpan root)
{
  g_autofree char *id = muster_json_dup_text (muster_json_get (root, "channel.id"));
  g_autofree char *guild = muster_json_dup_text (muster_json_get (root, "guild.name"));
  g_autofree char *channel = muster_json_dup_text (muster_json_get (root, "channel.name"));
  g_autofree char *title =
      guild != NULL && channel != NULL ? g_strdup_printf ("%s – %s", guild, channel) : NULL;

  if (muster_json_has (root, "messages"))
    muster_json_chat_reader_add (reader, id != NULL ? id : "", title != NULL ? title : channel,
                                 muster_json_get (root, "messages"));
}

static char *
dup_roles (MusterSpan author)
{
  g_autoptr (GString) roles = g_string_new (NULL);
  MusterSpan key, role;
  MusterJsonIter iter;

  if (muster_json_iter_init (&iter, muster_json_get (author, "roles")))
    while (muster_json_iter_next (&iter, &key, &role))
      {
        g_autofree char *name = muster_json_dup_text (muster_json_get (role, "name"));

        if (name != NULL)
          g_string_append_printf (roles, "%s%s", roles->len > 0 ? ", " : "", name);
      }
  return roles->len > 0 ? g_strdup (roles->str) : NULL;
}

static void
note_author (MusterDiscordReader *self, MusterSpan author, const MusterChatEntry *entry)
{
  g_autofree char *id = muster_span_dup (entry->sender_id);
  g_autofree char *name = NULL;
  g_autofree char *nickname = NULL;
  MusterChatMember *member;

  if (id == NULL || g_hash_table_contains (self->authors, id))
    return;
  name = muster_json_dup_text (muster_json_get (author, "name"));
  nickname = muster_json_dup_text (muster_json_get (author, "nickname"));
  member = muster_chat_reader_add_member (MUSTER_CHAT_READER (self), id, name, nickname);
  member->role = dup_roles (author);
  member->is_bot = muster_json_is_true (muster_json_get (author, "isBot"));
  g_hash_table_add (self->authors, g_steal_pointer (&id));
}

static void
fill_fact (MusterJsonChatReader *reader, MusterSpan element, MusterSpan type,
           MusterChatEntry *entry)
{
  MusterSpan mentioned = muster_json_probe_element (element, "mentions");
  MusterSpan name = muster_json_chat_reader_text (reader, muster_json_get (mentioned, "name"));

  if (muster_span_is (type, "\"GuildMemberJoin\""))
    {
      entry->fact = MUSTER_CHAT_FACT_JOINED;
      entry->subject = entry->sender_name;
      entry->subject_id = entry->sender_id;
    }
  else if (name.length > 0 && (muster_span_is (type, "\"RecipientAdd\"") ||
                               muster_span_is (type, "\"RecipientRemove\"")))
    {
      entry->fact = muster_span_is (type, "\"RecipientAdd\"") ? MUSTER_CHAT_FACT_JOINED
                                                              : MUSTER_CHAT_FACT_REMOVED;
      entry->subject = name;
      entry->subject_id = muster_json_chat_reader_text (reader, muster_json_get (mentioned, "id"));
    }
}

static MusterJsonTake
muster_discord_reader_fill (MusterJsonChatReader *reader, MusterSpan element,
                            MusterChatEntry *entry)
{
  static const char *const names[] = { "nickname", "name", NULL };
  MusterSpan author = muster_json_get (element, "author");
  MusterSpan type = muster_json_get (element, "type");

  if (!muster_json_chat_reader_read_time (muster_json_get (element, "timestamp"), entry))
    return MUSTER_JSON_UNKNOWN;
  entry->sender_id = muster_json_chat_reader_text (reader, muster_json_get (author, "id"));
  entry->sender_name = muster_json_chat_reader_text (reader, muster_json_get_first (author, names));
  entry->body = muster_json_chat_reader_text (reader, muster_json_get (element, "content"));
  entry->is_placeholder = entry->body.length == 0;
  note_author (MUSTER_DISCORD_READER (reader), author, entry);
  if (type.data != NULL && !muster_span_is (type, "\"Default\"") &&
      !muster_span_is (type, "\"Reply\"") && !muster_span_is (type, "\"0\"") &&
      !muster_span_is (type, "\"19\"") && !muster_span_is (type, "\"ApplicationCommand\""))
    {
      entry->kind = MUSTER_CHAT_NOTICE;
      fill_fact (reader, element, type, entry);
    }
  return MUSTER_JSON_TAKEN;
}

static void
muster_discord_reader_finalize (GObject *object)
{
  g_hash_table_unref (MUSTER_DISCORD_READER (object)->authors);

  G_OBJECT_CLASS (muster_discord_reader_parent_class)->finalize (object);
}

static void
muster_discord_reader_class_init (MusterDiscordReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_discord_reader_finalize;
  MUSTER_JSON_CHAT_READER_CLASS (klass)->find = muster_discord_reader_find;
  MUSTER_JSON_CHAT_READER_CLASS (klass)->fill = muster_discord_reader_fill;
}

static void
muster_discord_reader_init (MusterDiscordReader *self)
{
  self->authors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

int
muster_discord_reader_detect (const MusterProbe *probe)
{
  MusterSpan root = muster_json_probe_root (probe);

  if (!muster_json_is_object (root))
    return 0;
  if (muster_json_has (root, "guild") && muster_json_has (root, "channel"))
    return 98;
  return muster_json_has (muster_json_probe_element (root, "messages"), "author.discriminator") ? 90
                                                                                                : 0;
}
