/* muster-summary.c - what is in a file
 *
 * Reads a file of any known format once, and counts.  Used by
 * `musterctl inspect` and by previews; needs no database.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-summary"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-calendar-count.h"
#include "muster-chat-reader.h"
#include "muster-summary.h"
#include "muster-table-reader.h"

void
muster_summary_free (MusterSummary *self)
{
  g_free (self->encoding);
  g_free (self->title);
  g_strfreev (self->columns);
  g_strfreev (self->fields);
  g_clear_object (&self->warnings);
  g_free (self);
}

static void
note_time (MusterSummary *self, gint64 time)
{
  if (self->first == MUSTER_SUMMARY_NO_TIME || time < self->first)
    self->first = time;
  if (self->last == MUSTER_SUMMARY_NO_TIME || time > self->last)
    self->last = time;
}

static guint
hash_span (gconstpointer key)
{
  const MusterSpan *span = key;
  guint32 hash = 5381;

  for (gsize i = 0; i < span->length; i++)
    hash = hash * 33 + (guint8) span->data[i];
  return hash;
}

static gboolean
equal_spans (gconstpointer a, gconstpointer b)
{
  return muster_span_equal (*(const MusterSpan *) a, *(const MusterSpan *) b);
}

static void
free_span (gpointer data)
{
  MusterSpan *span = data;

  g_free ((char *) span->data);
  g_free (span);
}

static void
note_sender (GHashTable *senders, const MusterChatEntry *entry)
{
  MusterSpan key = entry->sender_id.length > 0 ? entry->sender_id : entry->sender_name;
  MusterSpan *copy;

  if (key.data == NULL || g_hash_table_contains (senders, &key))
    return;
  copy = g_new (MusterSpan, 1);
  copy->data = g_strndup (key.data, key.length);
  copy->length = key.length;
  g_hash_table_add (senders, copy);
}

static gboolean
count_chat (MusterSummary *self, MusterTextSource *source, const MusterChatOptions *options,
            GError **error)
{
  g_autoptr (MusterChatReader) reader =
      muster_chat_reader_open (source, self->format->id, options, error);
  g_autoptr (GHashTable) senders = g_hash_table_new_full (hash_span, equal_spans, free_span, NULL);
  MusterChatEntry entry;
  GError *own = NULL;

  if (reader == NULL)
    return FALSE;
  while (muster_chat_reader_next (reader, &entry, &own))
    {
      self->records++;
      if (entry.kind == MUSTER_CHAT_MESSAGE)
        {
          self->messages++;
          note_sender (senders, &entry);
        }
      else
        self->notices++;
      if (entry.has_date)
        note_time (self, entry.time);
    }
  if (own != NULL)
    {
      g_propagate_error (error, own);
      return FALSE;
    }

  g_free (self->encoding);
  self->encoding =
      g_strdup (muster_text_source_get_encoding (muster_chat_reader_get_source (reader)));
  self->title = g_strdup (muster_chat_reader_get_title (reader));
  self->senders = g_hash_table_size (senders);
  self->members = muster_chat_reader_get_members (reader)->len;
  self->chats = muster_chat_reader_get_chats (reader)->len;
  g_set_object (&self->warnings, muster_chat_reader_get_warnings (reader));
  if (muster_chat_reader_is_date_order_guessed (reader))
    muster_warnings_add (self->warnings, 0,
                         _ ("Nothing in the file tells day from month; the day was taken to come "
                            "first, or as your language has it."));
  return TRUE;
}

static gboolean
count_table (MusterSummary *self, MusterTextSource *source, GError **error)
{
  g_autoptr (MusterTableReader) reader =
      muster_table_reader_open (source, self->format->id, NULL, error);
  const MusterTableColumn *columns;
  MusterTableRow row;
  GError *own = NULL;
  guint n;

  if (reader == NULL)
    return FALSE;
  while (muster_table_reader_next (reader, &row, &own))
    self->records++;
  if (own != NULL)
    {
      g_propagate_error (error, own);
      return FALSE;
    }

  columns = muster_table_reader_get_columns (reader, &n);
  self->columns = g_new0 (char *, n + 1);
  self->fields = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->columns[i] = g_strdup (columns[i].title != NULL ? columns[i].title : "");
      self->fields[i] = g_strdup (muster_field_get_id (columns[i].field));
    }
  g_set_object (&self->warnings, muster_table_reader_get_warnings (reader));
  return TRUE;
}

static gboolean
count_any (MusterSummary *self, MusterTextSource *source, const MusterChatOptions *options,
           GError **error)
{
  MusterSpan text;

  switch (self->format->kind)
    {
    case MUSTER_FORMAT_CHAT:
      return count_chat (self, source, options, error);
    case MUSTER_FORMAT_CALENDAR:
      text.data = muster_text_source_get_data (source, &text.length);
      self->records = muster_calendar_count_events (text);
      return TRUE;
    case MUSTER_FORMAT_TABLE:
    case MUSTER_FORMAT_VCARD:
    case MUSTER_FORMAT_LIST:
    default:
      return count_table (self, source, error);
    }
}

/**
 * muster_summary_new:
 * @format: (nullable): id of a format; %NULL to find out
 * @options: (nullable): how to read a chat
 * @error: return location for a #MusterInputError
 *
 * Returns: (transfer full) (nullable): what the file holds
 */
MusterSummary *
muster_summary_new (MusterTextSource *source, const char *format, const MusterChatOptions *options,
                    GError **error)
{
  g_autoptr (MusterSummary) self = g_new0 (MusterSummary, 1);
  g_autoptr (GArray) matches = NULL;

  g_return_val_if_fail (MUSTER_IS_TEXT_SOURCE (source), NULL);

  if (format != NULL)
    self->format = muster_format_find (format);
  else
    {
      matches = muster_format_detect (source, error);
      if (matches == NULL)
        return NULL;
      self->format = g_array_index (matches, MusterFormatMatch, 0).format;
    }
  g_return_val_if_fail (self->format != NULL, NULL);

  self->first = self->last = MUSTER_SUMMARY_NO_TIME;
  self->encoding = g_strdup (muster_text_source_get_encoding (source));
  self->warnings = muster_warnings_new ();
  if (!count_any (self, source, options, error))
    return NULL;
  if (muster_text_source_get_n_replaced (source) > 0)
    muster_warnings_add (self->warnings, 0,
                         g_dngettext (GETTEXT_PACKAGE, "%lu character could not be read.",
                                      "%lu characters could not be read.",
                                      (gulong) muster_text_source_get_n_replaced (source)),
                         (gulong) muster_text_source_get_n_replaced (source));
  if (muster_text_source_is_guessed (source))
    muster_warnings_add (self->warnings, 0,
                         _ ("The encoding was guessed; another one is nearly as likely."));
  return g_steal_pointer (&self);
}
