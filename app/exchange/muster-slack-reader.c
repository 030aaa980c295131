/* muster-slack-reader.c - Slack's export, a ZIP of a file a channel and day
 *
 * FORMATS.md 7.  Names come from users.json; the channels are chats of one
 * source.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-slack-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-archive.h"
#include "muster-chat-reader-private.h"
#include "muster-input-error.h"
#include "muster-json.h"
#include "muster-slack-reader.h"
#include "muster-stamp.h"

#define MAX_FILE_BYTES ((gsize) 256 << 20)

struct _MusterSlackReader
{
  MusterChatReader parent_instance;

  GHashTable *names;      /* owned: user id -> name */
  char *only;             /* owned, nullable */
  MusterArchive *archive; /* owned */
  GBytes *day;            /* owned, nullable: the file being read */
  MusterSpan text;
  MusterJsonIter iter;
  GStringChunk *room; /* owned */
  GString *body;      /* owned */
};

G_DEFINE_FINAL_TYPE (MusterSlackReader, muster_slack_reader, MUSTER_TYPE_CHAT_READER)

/* "general/2024-01-31.json": the channel's name, else NULL.  A folder around all is fine. */
static char *
dup_channel (const char *name)
{
  g_autofree char *folder = NULL;
  g_autofree char *file = g_path_get_basename (name);

  if (g_str_has_prefix (name, "__MACOSX/") || strlen (file) != 15 ||
      !g_str_has_suffix (file, ".json") || file[4] != '-' || file[7] != '-')
    return NULL;
  folder = g_path_get_dirname (name);
  return strcmp (folder, ".") != 0 ? g_path_get_basename (folder) : NULL;
}

static void
take_users (MusterSlackReader *self, MusterSpan list)
{
  static const char *const names[] = { "profile.display_name", "profile.real_name", "real_name",
                                       "name", NULL };
  MusterSpan key, user;
  MusterJsonIter iter;

  if (!muster_json_iter_init (&iter, list))
    return;
  while (muster_json_iter_next (&iter, &key, &user))
    {
      char *id = muster_json_dup_text (muster_json_get (user, "id"));
      char *name = muster_json_dup_text (muster_json_get_first (user, names));
      MusterChatMember *member;

      if (id == NULL)
        continue;
      member = muster_chat_reader_add_member (MUSTER_CHAT_READER (self), id, name, NULL);
      member->is_bot = muster_json_is_true (muster_json_get (user, "is_bot"));
      if (muster_json_is_true (muster_json_get (user, "is_owner")))
        member->role = g_strdup ("owner");
      else if (muster_json_is_true (muster_json_get (user, "is_admin")))
        member->role = g_strdup ("admin");
      g_hash_table_insert (self->names, id, name);
    }
}

static gboolean
list_contents (MusterSlackReader *self, GError **error)
{
  MusterChatReader *reader = MUSTER_CHAT_READER (self);
  g_autoptr (MusterArchive) archive =
      muster_archive_open (muster_chat_reader_get_source (reader), error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GError *own = NULL;
  const char *name;

  if (archive == NULL)
    return FALSE;
  while ((name = muster_archive_next (archive, &own)) != NULL)
    {
      char *channel = dup_channel (name);

      if (g_str_has_suffix (name, "users.json") && !g_str_has_prefix (name, "__MACOSX/"))
        {
          g_autoptr (GBytes) bytes = muster_archive_read_bytes (archive, MAX_FILE_BYTES, &own);
          MusterSpan text;

          if (bytes == NULL)
            break;
          text.data = g_bytes_get_data (bytes, &text.length);
          take_users (self, text);
        }
      if (channel != NULL && !g_hash_table_contains (seen, channel))
        muster_chat_reader_add_chat (reader, channel, channel, 0);
      if (channel != NULL)
        g_hash_table_add (seen, channel);
    }
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, own);
  return FALSE;
}

static gboolean
muster_slack_reader_begin (MusterChatReader *reader, const MusterChatOptions *options,
                           GError **error)
{
  MusterSlackReader *self = MUSTER_SLACK_READER (reader);

  self->only = g_strdup (options->chat);
  if (!list_contents (self, error))
    return FALSE;
  if (self->only != NULL)
    muster_chat_reader_set_title (reader, muster_span_of (self->only));
  else if (muster_chat_reader_get_chats (reader)->len == 1)
    muster_chat_reader_set_title (reader,
                                  muster_span_of (((MusterChatInfo *) g_ptr_array_index (
                                                       muster_chat_reader_get_chats (reader), 0))
                                                      ->title));
  self->archive = muster_archive_open (muster_chat_reader_get_source (reader), error);
  return self->archive != NULL;
}

/* Goes on to the next file of a day of a channel that is wanted. */
static gboolean
open_day (MusterSlackReader *self, GError **error)
{
  const char *name;

  while ((name = muster_archive_next (self->archive, error)) != NULL)
    {
      g_autofree char *channel = dup_channel (name);

      if (channel == NULL || (self->only != NULL && strcmp (channel, self->only) != 0))
        continue;
      g_clear_pointer (&self->day, g_bytes_unref);
      self->day = muster_archive_read_bytes (self->archive, MAX_FILE_BYTES, error);
      if (self->day == NULL)
        return FALSE;
      self->text.data = g_bytes_get_data (self->day, &self->text.length);
      if (muster_json_iter_init (&self->iter, self->text))
        return TRUE;
    }
  return FALSE;
}

/* <@U1>, <@U1|name>, <#C1|name>, <url|label>, <url> */
static void
append_link (MusterSlackReader *self, MusterSpan link)
{
  const char *bar = memchr (link.data, '|', link.length);

  if (bar != NULL)
    {
      if (link.data[0] == '@' || link.data[0] == '#')
        g_string_append_c (self->body, link.data[0]);
      g_string_append_len (self->body, bar + 1, link.data + link.length - bar - 1);
    }
  else if (link.length > 1 && link.data[0] == '@')
    {
      g_autofree char *id = g_strndup (link.data + 1, link.length - 1);
      const char *name = g_hash_table_lookup (self->names, id);

      g_string_append_printf (self->body, "@%s", name != NULL ? name : id);
    }
  else
    g_string_append_len (self->body, link.data, (gssize) link.length);
}

static MusterSpan
plain_text (MusterSlackReader *self, MusterSpan text)
{
  const char *p = text.data;
  const char *end;

  if (text.length == 0 ||
      (memchr (p, '<', text.length) == NULL && memchr (p, '&', text.length) == NULL))
    return text;
  end = p + text.length;
  g_string_truncate (self->body, 0);
  while (p < end)
    {
      const char *stop = *p == '<' ? memchr (p, '>', (gsize) (end - p)) : NULL;

      if (stop != NULL)
        {
          append_link (self, muster_span (p + 1, stop));
          p = stop + 1;
        }
      else
        g_string_append_c (self->body, *p++);
    }
  g_string_replace (self->body, "&lt;", "<", 0);
  g_string_replace (self->body, "&gt;", ">", 0);
  g_string_replace (self->body, "&amp;", "&", 0);
  return (MusterSpan){ self->body->str, self->body->len };
}

static void
fill_kind (MusterSlackReader *self, MusterSpan element, MusterChatEntry *entry)
{
  MusterSpan subtype = muster_json_get_text (muster_json_get (element, "subtype"), self->room);

  if (muster_span_begins (subtype, "channel_") || muster_span_begins (subtype, "group_") ||
      muster_span_is (subtype, "tombstone") || muster_span_is (subtype, "pinned_item"))
    entry->kind = MUSTER_CHAT_NOTICE;
  if (muster_span_ends (subtype, "_join") || muster_span_ends (subtype, "_leave"))
    {
      entry->fact =
          muster_span_ends (subtype, "_join") ? MUSTER_CHAT_FACT_JOINED : MUSTER_CHAT_FACT_LEFT;
      entry->subject = entry->sender_name;
      entry->subject_id = entry->sender_id;
    }
  else if (muster_span_ends (subtype, "_name"))
    {
      entry->subject = muster_json_get_text (muster_json_get (element, "name"), self->room);
      if (entry->subject.length > 0)
        entry->fact = MUSTER_CHAT_FACT_GROUP_RENAMED;
    }
  entry->is_placeholder = entry->kind == MUSTER_CHAT_MESSAGE && entry->body.length == 0;
}

static gboolean
fill_entry (MusterSlackReader *self, MusterSpan element, MusterChatEntry *entry)
{
  static const char *const ids[] = { "user", "bot_id", NULL };
  static const char *const names[] = { "user_profile.display_name", "user_profile.real_name",
                                       "username", NULL };
  gint64 seconds;
  g_autofree char *id = NULL;

  if (!muster_json_get_int (muster_json_get (element, "ts"), &seconds))
    return FALSE;
  entry->time = entry->utc = seconds;
  entry->sender_id = muster_json_get_text (muster_json_get_first (element, ids), self->room);
  id = muster_span_dup (entry->sender_id);
  if (id != NULL)
    entry->sender_name = muster_span_of (g_hash_table_lookup (self->names, id));
  if (entry->sender_name.length == 0)
    entry->sender_name = muster_json_get_text (muster_json_get_first (element, names), self->room);
  entry->body =
      plain_text (self, muster_json_get_text (muster_json_get (element, "text"), self->room));
  fill_kind (self, element, entry);
  return TRUE;
}

static gboolean
muster_slack_reader_next (MusterChatReader *reader, MusterChatEntry *entry, GError **error)
{
  MusterSlackReader *self = MUSTER_SLACK_READER (reader);

  while (self->day != NULL || open_day (self, error))
    {
      MusterSpan key, element;

      if (!muster_json_iter_next (&self->iter, &key, &element) || self->iter.is_bad)
        {
          if (self->iter.is_bad)
            {
              muster_input_error_set (
                  error, MUSTER_INPUT_ERROR_MALFORMED, 0,
                  _ ("The file is cut off or damaged: a message here has no end."));
              return FALSE;
            }
          g_clear_pointer (&self->day, g_bytes_unref);
          continue;
        }
      g_string_chunk_clear (self->room);
      if (fill_entry (self, element, entry))
        return TRUE;
      muster_warnings_add (muster_chat_reader_get_warnings (reader), 0,
                           _ ("This entry is of no known kind; it was left out."));
    }
  return FALSE;
}

static void
muster_slack_reader_finalize (GObject *object)
{
  MusterSlackReader *self = MUSTER_SLACK_READER (object);

  g_hash_table_unref (self->names);
  g_clear_pointer (&self->archive, muster_archive_free);
  g_clear_pointer (&self->day, g_bytes_unref);
  g_string_chunk_free (self->room);
  g_string_free (self->body, TRUE);
  g_free (self->only);

  G_OBJECT_CLASS (muster_slack_reader_parent_class)->finalize (object);
}

static void
muster_slack_reader_class_init (MusterSlackReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_slack_reader_finalize;
  MUSTER_CHAT_READER_CLASS (klass)->begin = muster_slack_reader_begin;
  MUSTER_CHAT_READER_CLASS (klass)->next = muster_slack_reader_next;
}

static void
muster_slack_reader_init (MusterSlackReader *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->room = g_string_chunk_new (4096);
  self->body = g_string_new (NULL);
}

int
muster_slack_reader_detect (const MusterProbe *probe)
{
  g_autoptr (MusterArchive) archive = NULL;
  gboolean has_users = FALSE, has_days = FALSE;
  const char *name;

  if (!muster_text_source_is_archive (probe->source))
    return 0;
  archive = muster_archive_open (probe->source, NULL);
  while (archive != NULL && (name = muster_archive_next (archive, NULL)) != NULL)
    {
      g_autofree char *channel = dup_channel (name);

      has_users |= g_str_has_suffix (name, "users.json");
      has_days |= channel != NULL;
    }
  return has_users && has_days ? 97 : has_days ? 60 : 0;
}
