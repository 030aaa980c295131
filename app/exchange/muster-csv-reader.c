/* muster-csv-reader.c - a roster or list as separated text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-csv-reader"

#include "config.h"

#include "muster-csv-reader.h"
#include "muster-csv.h"

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
  return muster_csv_next (&MUSTER_CSV_READER (reader)->csv, row,
                          muster_table_reader_get_warnings (reader), error);
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

/* Anything with columns; surer with headings that lists have. */
int
muster_csv_reader_detect (const MusterProbe *probe)
{
  guint n_columns;
  char delimiter = muster_csv_guess_delimiter (probe->head, &n_columns);
  MusterTableRow row;
  MusterCsv csv;
  guint best = 0;
  int confidence;

  muster_csv_init (&csv, probe->head, delimiter);
  for (int i = 0; i < 20 && muster_csv_next (&csv, &row, NULL, NULL); i++)
    {
      guint headings = 0;

      for (guint k = 0; k < row.n_cells; k++)
        headings += muster_field_is_heading (row.cells[k].data, (gssize) row.cells[k].length);
      if (headings == 1 && i == 0 && row.n_cells == 1)
        headings = 2;
      best = MAX (best, headings);
    }
  muster_csv_clear (&csv);

  confidence = best >= 2        ? (int) MIN (70 + best * 5, 90)
               : n_columns > 2  ? 45
               : n_columns == 2 ? 30
                                : 0;
  return delimiter == '|' && best < 2 ? MIN (confidence, 20) : confidence;
}
