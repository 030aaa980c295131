/* muster-chat-sign-ups.c - the 接龙 of an event among the messages of a chat
 *
 * Everybody who joins posts the whole list again: of those that name the event
 * the last one before the deadline counts.  A list that names something else is
 * left alone: it would withdraw everybody who has signed up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-chat-sign-ups"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-chat-reader.h"
#include "muster-chat-sign-ups.h"
#include "muster-format.h"
#include "muster-input-error.h"
#include "muster-relay-list.h"

#define LEAST_CONFIDENCE 50 /* that it is a chat */

typedef struct
{
  const MusterEvent *event;
  char *list; /* owned: the last that counts; NULL so far */
  guint n_late;
  guint n_others;
} Search;

static void
look_at (Search *search, const MusterChatEntry *entry)
{
  gint64 until = search->event->sign_up_until;
  g_autofree char *list = NULL;

  if (entry->kind != MUSTER_CHAT_MESSAGE || !muster_relay_list_begins (entry->body))
    return;

  list = muster_span_dup (entry->body);
  if (strstr (list, search->event->title) == NULL)
    search->n_others++;
  else if (until != MUSTER_EVENT_NO_TIME && entry->has_date && entry->time > until)
    search->n_late++;
  else
    {
      g_free (search->list);
      search->list = g_steal_pointer (&list);
    }
}

static gboolean
read_chat (Search *search, MusterTextSource *source, const char *format, GError **error)
{
  const MusterChatOptions options = MUSTER_CHAT_OPTIONS_INIT;
  g_autoptr (MusterChatReader) reader = muster_chat_reader_open (source, format, &options, error);
  g_autoptr (GError) local_error = NULL;
  MusterChatEntry entry;

  if (reader == NULL)
    return FALSE;

  while (muster_chat_reader_next (reader, &entry, &local_error))
    look_at (search, &entry);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
set_none (const Search *search, GError **error)
{
  if (search->n_late > 0)
    muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                            _ ("The 接龙 in this chat are later than the end of signing up."));
  else if (search->n_others > 0)
    muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                            _ ("No 接龙 in this chat names the event “%s”. Paste the list itself."),
                            search->event->title);
  else
    muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                            _ ("There is no 接龙 in this chat."));
}

static const char *
find_chat_format (MusterTextSource *source)
{
  g_autoptr (GArray) matches = muster_format_detect (source, NULL);
  const MusterFormatMatch *best =
      matches != NULL && matches->len > 0 ? &g_array_index (matches, MusterFormatMatch, 0) : NULL;

  return best != NULL && best->format->kind == MUSTER_FORMAT_CHAT &&
                 best->confidence >= LEAST_CONFIDENCE
             ? best->format->id
             : NULL;
}

/* What stands above the first entry of the last list in @text. */
static void
append_notice (GString *notices, MusterSpan text)
{
  g_autoptr (MusterWarnings) warnings = muster_warnings_new ();
  MusterRelayList list;
  MusterSpan entry;
  const char *start;
  guint64 line;

  if (!muster_relay_list_init (&list, text))
    return;

  start = list.p;
  if (muster_relay_list_next (&list, &entry, &line, warnings))
    g_string_append_len (notices, start, entry.data - start);
  g_string_append_c (notices, '\n');
}

/**
 * muster_chat_sign_ups_dup_notices:
 * @source: as for muster_chat_sign_ups_dup_list()
 *
 * Returns: (transfer full): what the 接龙 in @source say above their entries, one after the
 *   other; %NULL with @error set where it can't be read
 */
char *
muster_chat_sign_ups_dup_notices (MusterTextSource *source, GError **error)
{
  const MusterChatOptions options = MUSTER_CHAT_OPTIONS_INIT;
  const char *format = find_chat_format (source);
  g_autoptr (GString) notices = g_string_new (NULL);
  g_autoptr (MusterChatReader) reader = NULL;
  g_autoptr (GError) local_error = NULL;
  MusterChatEntry entry;
  gsize length;
  const char *text = muster_text_source_get_data (source, &length);

  if (format == NULL)
    {
      append_notice (notices, muster_span (text, text + length));
      return g_string_free (g_steal_pointer (&notices), FALSE);
    }

  reader = muster_chat_reader_open (source, format, &options, error);
  if (reader == NULL)
    return NULL;
  while (muster_chat_reader_next (reader, &entry, &local_error))
    if (entry.kind == MUSTER_CHAT_MESSAGE && muster_relay_list_begins (entry.body))
      append_notice (notices, entry.body);
  if (local_error == NULL)
    return g_string_free (g_steal_pointer (&notices), FALSE);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * muster_chat_sign_ups_dup_list:
 * @source: a pasted 接龙, or the records of a chat in which there are some
 * @event: the time of the event for which people sign up
 *
 * Returns: (transfer full): the 接龙 that counts; %NULL with @error set where there is none
 */
char *
muster_chat_sign_ups_dup_list (MusterTextSource *source, const MusterEvent *event, GError **error)
{
  const char *format = find_chat_format (source);
  Search search = { .event = event };
  gsize length;
  const char *text = muster_text_source_get_data (source, &length);

  if (format == NULL)
    return g_strndup (text, length);

  if (!read_chat (&search, source, format, error))
    g_clear_pointer (&search.list, g_free);
  else if (search.list == NULL)
    set_none (&search, error);
  return search.list;
}
