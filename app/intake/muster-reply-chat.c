/* muster-reply-chat.c - replies among the messages of a chat
 *
 * Of the messages after the publication all are kept, whatever they say; of
 * those before it the ones that would be an answer, so that the keeper sees why
 * they don't count.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-reply-chat"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-chat-reader.h"
#include "muster-event.h"
#include "muster-format.h"
#include "muster-input-error.h"
#include "muster-known-names.h"
#include "muster-relay-list.h"
#include "muster-reply-chat.h"
#include "muster-reply-lines.h"
#include "muster-sender-table.h"

#define LEAST_CONFIDENCE 50 /* that it is a chat */
#define MAX_REPLIES 20000   /* messages after the publication that are kept */
#define MAX_TEXT 300        /* letters that are kept of a message */

typedef struct
{
  const MusterReplyChat *chat;
  MusterReplyMatcher *matcher;
  GHashTable *settled;  /* owned: sender -> MusterId that the keeper said */
  GHashTable *entries;  /* owned: entries of 接龙 that were seen */
  MusterRoster *roster; /* of the caller */
  const char *platform; /* of the file, else of the group */
  GTimeZone *zone;      /* owned */
  GPtrArray *replies;   /* of the caller */
  MusterWarnings *warnings;
  guint64 n_dropped;
} Reading;

/**
 * muster_reply_chat_find_format:
 *
 * Returns: (nullable): the format of a chat; %NULL where @source is none
 */
const char *
muster_reply_chat_find_format (MusterTextSource *source)
{
  g_autoptr (GArray) matches = muster_format_detect (source, NULL);
  const MusterFormatMatch *best =
      matches != NULL && matches->len > 0 ? &g_array_index (matches, MusterFormatMatch, 0) : NULL;

  return best != NULL && best->format->kind == MUSTER_FORMAT_CHAT &&
                 best->confidence >= LEAST_CONFIDENCE
             ? best->format->id
             : NULL;
}

/* Whom the keeper has said a sender to be. */
static gboolean
read_settled (Reading *reading, MusterDatabase *db, GError **error)
{
  g_autoptr (GPtrArray) senders =
      muster_sender_table_list (db, reading->chat->group, MUSTER_DAY_NONE, error);

  if (senders == NULL)
    return FALSE;
  for (guint i = 0; i < senders->len; i++)
    {
      const MusterSender *sender = senders->pdata[i];

      if (g_strcmp0 (sender->verdict, "member") == 0)
        g_hash_table_insert (reading->settled, g_strdup (sender->sender),
                             g_memdup2 (&sender->membership, sizeof sender->membership));
    }
  return TRUE;
}

static gint64
get_time (const Reading *reading, const MusterChatEntry *entry)
{
  if (!entry->has_date)
    return MUSTER_REPLY_NO_TIME;
  if (entry->utc != MUSTER_CHAT_NO_UTC && entry->time == entry->utc)
    return muster_event_to_wall (reading->zone, entry->utc);

  return entry->time;
}

static void
find_sender (Reading *reading, const MusterChatEntry *entry, MusterReply *reply)
{
  g_autofree char *id = muster_span_dup (entry->sender_id);
  g_autofree char *key =
      id != NULL && *id != '\0' ? g_strconcat ("#", id, NULL) : g_strdup (reply->name);
  const MusterId *settled = key != NULL ? g_hash_table_lookup (reading->settled, key) : NULL;
  const MusterRosterMember *member =
      settled != NULL ? muster_roster_find_id (reading->roster, settled) : NULL;

  if (member != NULL && muster_roster_member_is_current (member))
    {
      reply->who = MUSTER_IDENTITY_ONE;
      reply->member = (guint) (member - muster_roster_get_member (reading->roster, 0));
      return;
    }
  reply->who = muster_reply_matcher_find (reading->matcher, reading->platform,
                                          id != NULL && *id != '\0' ? id : NULL, reply->name,
                                          &reply->member);
}

/* “收到-张三”, written by 张三: without the own name it is an answer. */
static MusterReceiptState
judge (Reading *reading, const MusterReply *reply)
{
  MusterAnswers *answers = muster_reply_matcher_get_answers (reading->matcher);
  MusterReceiptState answer = muster_answers_judge (answers, reply->text);
  g_autofree char *rest = NULL;

  if (answer != MUSTER_RECEIPT_NONE || reply->who != MUSTER_IDENTITY_ONE ||
      strlen (reply->text) > MAX_TEXT)
    return answer;
  rest = muster_reply_matcher_dup_rest (reading->matcher, reply->member, reply->text);
  return muster_answers_judge (answers, rest);
}

static char *
dup_beginning (const char *text)
{
  g_autofree char *begin = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_TEXT)
    return g_strdup (text);
  begin = g_utf8_substring (text, 0, MAX_TEXT);
  return g_strconcat (begin, "…", NULL);
}

/* Each list holds the ones before it: an entry counts from where it was first seen. */
static void
read_relay (Reading *reading, const MusterChatEntry *entry, gint64 time)
{
  guint from = reading->replies->len;
  g_autoptr (MusterWarnings) ignored = muster_warnings_new ();

  muster_reply_lines_read_relay (reading->matcher, entry->body, entry->line, time, reading->replies,
                                 ignored);
  for (guint i = reading->replies->len; i > from; i--)
    {
      const MusterReply *reply = reading->replies->pdata[i - 1];

      if (!g_hash_table_add (reading->entries, g_strdup (reply->text)))
        g_ptr_array_remove_index (reading->replies, i - 1);
    }
}

static void
read_message (Reading *reading, const MusterChatEntry *entry)
{
  gint64 time = get_time (reading, entry);
  gboolean is_before = reading->chat->after != MUSTER_REPLY_NO_TIME &&
                       time != MUSTER_REPLY_NO_TIME && time < reading->chat->after;
  g_autoptr (MusterReply) reply = g_new0 (MusterReply, 1);
  g_autofree char *body = NULL;

  if (!is_before && reading->chat->subject != NULL && muster_relay_list_begins (entry->body) &&
      muster_span_has (entry->body, reading->chat->subject))
    {
      read_relay (reading, entry, time);
      return;
    }
  body = muster_span_dup (entry->body);
  reply->text = g_utf8_make_valid (body != NULL ? body : "", -1);
  reply->name = entry->sender_name.length > 0 ? muster_span_dup (entry->sender_name)
                                              : muster_span_dup (entry->sender_id);
  reply->line = entry->line;
  reply->time = time;
  find_sender (reading, entry, reply);
  reply->answer = entry->is_placeholder ? MUSTER_RECEIPT_NONE : judge (reading, reply);
  if (reply->answer == MUSTER_RECEIPT_NONE && (is_before || entry->is_placeholder))
    return;
  if (reply->answer == MUSTER_RECEIPT_NONE && reading->replies->len >= MAX_REPLIES)
    {
      reading->n_dropped++;
      return;
    }

  body = (g_free (body), g_steal_pointer (&reply->text));
  reply->text = dup_beginning (body);
  g_ptr_array_add (reading->replies, g_steal_pointer (&reply));
}

/* What stands before the first message belongs to none; a keeper may have typed it. */
static gboolean
read_head (Reading *reading, MusterTextSource *source, guint64 first, GError **error)
{
  gsize length;
  const char *data = muster_text_source_get_data (source, &length);
  const char *p = data;

  if (muster_text_source_is_archive (source))
    return TRUE;
  for (guint64 line = 1; line < first && line <= 100; line++)
    {
      const char *next = memchr (p, '\n', (gsize) (data + length - p));

      if (next == NULL)
        return TRUE;
      p = next + 1;
    }
  return first > 100 || muster_reply_lines_read (reading->matcher, muster_span (data, p),
                                                 reading->replies, reading->warnings, error);
}

static gboolean
read_entries (Reading *reading, MusterChatReader *reader, MusterTextSource *source,
              gboolean has_head, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean is_first = has_head;
  MusterChatEntry entry;

  while (muster_chat_reader_next (reader, &entry, &local_error))
    {
      if (is_first && entry.line > 1 && !read_head (reading, source, entry.line, error))
        return FALSE;
      is_first = FALSE;
      if (entry.kind == MUSTER_CHAT_MESSAGE)
        read_message (reading, &entry);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (reading->n_dropped > 0)
    muster_warnings_add (reading->warnings, 0,
                         _ ("%lu more messages answer nothing and are not listed."),
                         (gulong) reading->n_dropped);
  return TRUE;
}

static MusterChatReader *
open_reader (const MusterReplyChat *chat, MusterDatabase *db, MusterTextSource *source,
             const char *format, GError **error)
{
  g_auto (GStrv) names =
      muster_known_names_load (db, chat->group, muster_format_find (format), error);
  MusterChatOptions options = MUSTER_CHAT_OPTIONS_INIT;
  g_autoptr (MusterChatReader) reader = NULL;

  if (names == NULL)
    return NULL;
  options.today = chat->today;
  options.locale_order = muster_date_order_of_locale ();
  options.known_names = (const char *const *) names;
  reader = muster_chat_reader_open (source, format, &options, error);
  if (reader == NULL || muster_chat_reader_get_chats (reader)->len <= 1)
    return g_steal_pointer (&reader);

  muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                          _ ("This file holds several chats. Export that of the group alone."));
  return NULL;
}

/**
 * muster_reply_chat_read:
 * @format: of muster_reply_chat_find_format()
 * @matcher: of a roster of the group
 * @replies: (element-type MusterReply): they are added to it
 */
gboolean
muster_reply_chat_read (const MusterReplyChat *chat, MusterDatabase *db, MusterTextSource *source,
                        const char *format, MusterReplyMatcher *matcher, GPtrArray *replies,
                        MusterWarnings *warnings, GError **error)
{
  g_autoptr (MusterChatReader) reader = open_reader (chat, db, source, format, error);
  g_autoptr (GHashTable) settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  Reading reading = { .chat = chat,
                      .matcher = matcher,
                      .settled = settled,
                      .entries = entries,
                      .roster = muster_reply_matcher_get_roster (matcher),
                      .platform = chat->platform,
                      .zone = zone,
                      .replies = replies,
                      .warnings = warnings };

  if (reader == NULL || !read_settled (&reading, db, error))
    return FALSE;
  if (muster_chat_reader_get_platform (reader) != NULL)
    reading.platform = muster_chat_reader_get_platform (reader);

  return read_entries (&reading, reader, source,
                       strcmp (format, "whatsapp") == 0 || strcmp (format, "qq-paste") == 0 ||
                           strcmp (format, "wechat-text") == 0 ||
                           strcmp (format, "wechat-paste") == 0,
                       error);
}
