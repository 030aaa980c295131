/* fuzz-reading.c - reads whatever it is given to the end, and touches every byte handed out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz-reading.h"
#include "muster-chat-reader.h"
#include "muster-format.h"
#include "muster-table-reader.h"

static volatile guint sink;

static void
touch (MusterSpan span)
{
  guint sum = 0;

  for (gsize i = 0; i < span.length; i++)
    sum += (guint8) span.data[i];
  sink += sum;
}

MusterTextSource *
fuzz_new_source (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return muster_text_source_new_for_bytes (bytes, "fuzz", NULL, NULL);
}

/* @format: must be one of chats */
void
fuzz_read_chat (MusterTextSource *source, const char *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterChatReader) reader = muster_chat_reader_open (source, format, NULL, &error);
  MusterChatEntry entry;

  g_assert ((reader == NULL) == (error != NULL));
  if (reader == NULL)
    return;
  while (muster_chat_reader_next (reader, &entry, &error))
    {
      g_assert (error == NULL);
      g_assert (entry.kind == MUSTER_CHAT_MESSAGE || entry.kind == MUSTER_CHAT_NOTICE);
      touch (entry.sender_id);
      touch (entry.sender_name);
      touch (entry.body);
      touch (entry.subject);
      touch (entry.subject_id);
    }
}

/* @format: must be one of tables or lists */
void
fuzz_read_table (MusterTextSource *source, const char *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterTableReader) reader = muster_table_reader_open (source, format, NULL, &error);
  MusterTableRow row;
  guint n;

  g_assert ((reader == NULL) == (error != NULL));
  if (reader == NULL)
    return;
  muster_table_reader_get_columns (reader, &n);
  while (muster_table_reader_next (reader, &row, &error))
    {
      g_assert (error == NULL);
      g_assert (row.n_cells >= n);
      for (guint i = 0; i < row.n_cells; i++)
        touch (row.cells[i]);
    }
}
