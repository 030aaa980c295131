/* muster-csv-reader.c - a roster or list as separated text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-csv-reader"

#include "config.h"

#include "muster-csv-guard.h"
#include "muster-csv-reader.h"
#include "muster-csv.h"
#include "muster-stamp.h"

struct _MusterCsvReader
{
  MusterTableReader parent_instance;

  MusterCsv csv;
};

G_DEFINE_FINAL_TYPE (MusterCsvReader, muster_csv_reader, MUSTER_TYPE_TABLE_READER)

static gboolean
muster_csv_reader_begin (MusterTableReader *reader, const MusterTableOptions *options,
                         GError **error)
{
  MusterCsvReader *self = MUSTER_CSV_READER (reader);
  MusterSpan text;

  text.data = muster_text_source_get_data (muster_table_reader_get_source (reader), &text.length);
  muster_csv_init (&self->csv, text, 0);
  return TRUE;
}

static gboolean
muster_csv_reader_next_raw (MusterTableReader *reader, MusterTableRow *row, GError **error)
{
  MusterCsv *csv = &MUSTER_CSV_READER (reader)->csv;

  if (!muster_csv_next (csv, row, muster_table_reader_get_warnings (reader), error))
    return FALSE;
  for (guint i = 0; i < csv->cells->len; i++)
    {
      MusterSpan *cell = &g_array_index (csv->cells, MusterSpan, i);

      *cell = muster_csv_guard_strip (*cell);
    }
  return TRUE;
}

static gboolean
muster_csv_reader_rewind (MusterTableReader *reader, GError **error)
{
  muster_csv_rewind (&MUSTER_CSV_READER (reader)->csv);
  return TRUE;
}

static void
muster_csv_reader_finalize (GObject *object)
{
  muster_csv_clear (&MUSTER_CSV_READER (object)->csv);

  G_OBJECT_CLASS (muster_csv_reader_parent_class)->finalize (object);
}

static void
muster_csv_reader_class_init (MusterCsvReaderClass *klass)
{
  MusterTableReaderClass *table_class = MUSTER_TABLE_READER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = muster_csv_reader_finalize;
  table_class->begin = muster_csv_reader_begin;
  table_class->next_raw = muster_csv_reader_next_raw;
  table_class->rewind = muster_csv_reader_rewind;
}

static void
muster_csv_reader_init (MusterCsvReader *self)
{
}

static gboolean
is_markup (MusterSpan head)
{
  MusterSpan text = muster_span_trim (head);

  if (muster_span_begins (text, "<") || muster_span_begins (text, "{"))
    return TRUE;
  if (!muster_span_begins (text, "["))
    return FALSE;
  text = muster_span_trim (muster_span (text.data + 1, text.data + text.length));
  return muster_span_begins (text, "{") || muster_span_begins (text, "[") ||
         muster_span_begins (text, "]");
}

/* Without headings it must at least be rows of one length. */
static int
judge_shape (guint n_columns, guint n_rows, guint n_alike, char delimiter)
{
  if (n_alike < 2)
    return n_columns > 2 ? 20 : 0;
  if (n_alike * 10 < n_rows * 7)
    return 0;
  return n_columns > 2 || delimiter == '\t' ? 60 : 55;
}

/* Anything with columns; surer with headings that lists have. */
int
muster_csv_reader_detect (const MusterProbe *probe)
{
  guint n_columns;
  char delimiter = muster_csv_guess_delimiter (probe->head, &n_columns);
  guint best = 0, n_rows = 0, n_alike = 0;
  MusterTableRow row;
  g_autoptr (GError) error = NULL;
  MusterCsv csv;
  int confidence;

  if (is_markup (probe->head))
    return 0;
  muster_csv_init (&csv, probe->head, delimiter);
  for (int i = 0; i < 40 && muster_csv_next (&csv, &row, NULL, &error); i++)
    {
      guint headings = 0;

      if (row.n_cells == 1 && row.cells[0].length == 0)
        continue;
      n_rows++;
      n_alike += row.n_cells > 1;
      for (guint k = 0; k < row.n_cells; k++)
        headings += muster_field_is_heading (row.cells[k].data, (gssize) row.cells[k].length);
      if (headings == 1 && n_rows == 1 && row.n_cells == 1)
        headings = 2;
      best = MAX (best, headings);
    }
  muster_csv_clear (&csv);
  if (error != NULL) /* a table beyond the limits: reading it says so */
    return 60;

  confidence = best >= 2       ? (int) MIN (70 + best * 5, 90)
               : n_columns > 1 ? judge_shape (n_columns, n_rows, n_alike, delimiter)
                               : 0;
  return delimiter == '|' && best < 2 ? MIN (confidence, 20) : confidence;
}
