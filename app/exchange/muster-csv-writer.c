/* muster-csv-writer.c - a list as CSV that a spreadsheet can't be hurt by
 *
 * RFC 4180 with CRLF.  A cell that a spreadsheet would take for a formula gets
 * an apostrophe before it, which our own reader takes away again; phone and
 * negative numbers stay as they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-csv-writer"

#include "config.h"

#include "muster-csv-guard.h"
#include "muster-table-writer-private.h"

#define MUSTER_TYPE_CSV_WRITER (muster_csv_writer_get_type ())
G_DECLARE_FINAL_TYPE (MusterCsvWriter, muster_csv_writer, MUSTER, CSV_WRITER, MusterTableWriter)

struct _MusterCsvWriter
{
  MusterTableWriter parent_instance;
};

G_DEFINE_FINAL_TYPE (MusterCsvWriter, muster_csv_writer, MUSTER_TYPE_TABLE_WRITER)

/* Signs that other programs may split at count too. */
static inline gboolean
must_be_quoted (char c)
{
  switch (c)
    {
    case ',':
    case ';':
    case '\t':
    case '|':
    case '"':
    case '\r':
    case '\n':
      return TRUE;
    default:
      return FALSE;
    }
}

static void
append_cell (GString *block, MusterSpan cell)
{
  gboolean guard = muster_csv_guard_needed (cell);
  gboolean quote = guard;

  for (gsize i = 0; i < cell.length && !quote; i++)
    quote = must_be_quoted (cell.data[i]);
  if (cell.length > 0)
    quote |= cell.data[0] == ' ' || cell.data[cell.length - 1] == ' ';
  if (!quote)
    {
      g_string_append_len (block, cell.data, (gssize) cell.length);
      return;
    }
  g_string_append_c (block, '"');
  if (guard)
    g_string_append_c (block, '\'');
  for (gsize i = 0; i < cell.length; i++)
    {
      if (cell.data[i] == '"')
        g_string_append_c (block, '"');
      g_string_append_c (block, cell.data[i]);
    }
  g_string_append_c (block, '"');
}

static gboolean
muster_csv_writer_begin (MusterTableWriter *writer, const MusterTableWriterOptions *options,
                         GError **error)
{
  GString *block = muster_table_writer_get_block (writer);
  guint n;
  const MusterTableColumn *columns = muster_table_writer_get_columns (writer, &n);

  if (options->with_mark)
    g_string_append (block, "\xEF\xBB\xBF");
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (block, ',');
      append_cell (block, muster_span_of (columns[i].title));
    }
  g_string_append (block, "\r\n");
  return TRUE;
}

static gboolean
muster_csv_writer_add_row (MusterTableWriter *writer, const MusterSpan *cells, GError **error)
{
  GString *block = muster_table_writer_get_block (writer);
  guint n;

  muster_table_writer_get_columns (writer, &n);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (block, ',');
      append_cell (block, cells[i]);
    }
  g_string_append (block, "\r\n");
  return muster_table_writer_flush (writer, FALSE, error);
}

static gboolean
muster_csv_writer_end (MusterTableWriter *writer, GError **error)
{
  return muster_table_writer_flush (writer, TRUE, error);
}

static void
muster_csv_writer_class_init (MusterCsvWriterClass *klass)
{
  MusterTableWriterClass *writer_class = MUSTER_TABLE_WRITER_CLASS (klass);

  writer_class->begin = muster_csv_writer_begin;
  writer_class->add_row = muster_csv_writer_add_row;
  writer_class->end = muster_csv_writer_end;
}

static void
muster_csv_writer_init (MusterCsvWriter *self)
{
}
