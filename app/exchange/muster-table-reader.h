/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-field.h"
#include "muster-text-source.h"
#include "muster-warnings.h"

G_BEGIN_DECLS

#define MUSTER_TABLE_MAX_COLUMNS 2000
#define MUSTER_TABLE_MAX_CELL (16 * 1024 * 1024)

/**
 * MusterTableRow:
 * @line: line of a text, row of a sheet, first line of a card; from 1
 * @n_cells: at least the number of columns: short rows are filled with empty cells
 *
 * Valid until the next call of muster_table_reader_next().
 */
typedef struct
{
  guint64 line;
  guint n_cells;
  const MusterSpan *cells;
} MusterTableRow;

/**
 * MusterTableColumn:
 * @title: (nullable): the heading, %NULL in a table without header
 * @field: what it seems to mean
 */
typedef struct
{
  char *title;
  MusterField field;
} MusterTableColumn;

/* In the column of names: a card with nothing in it. */
#define MUSTER_TABLE_NO_NAME "?"

/**
 * MusterTableOptions:
 * @sheet: (nullable): name of the sheet of a workbook; %NULL for the one that looks most like a
 * list
 * @header_line: the line of the header; 0 to find it; -1 for none
 */
typedef struct
{
  const char *sheet;
  gint64 header_line;
} MusterTableOptions;

#define MUSTER_TABLE_OPTIONS_INIT                                                                  \
  {                                                                                                \
    .sheet = NULL                                                                                  \
  }

#define MUSTER_TYPE_TABLE_READER (muster_table_reader_get_type ())
G_DECLARE_DERIVABLE_TYPE (MusterTableReader, muster_table_reader, MUSTER, TABLE_READER, GObject)

/**
 * MusterTableReaderClass:
 * @begin: opens the source
 * @next_raw: the next row as it stands, headers and titles included; %FALSE at the end
 * @rewind: back to the first raw row
 */
struct _MusterTableReaderClass
{
  GObjectClass parent_class;

  gboolean (*begin) (MusterTableReader *self, const MusterTableOptions *options, GError **error);
  gboolean (*next_raw) (MusterTableReader *self, MusterTableRow *row, GError **error);
  gboolean (*rewind) (MusterTableReader *self, GError **error);
};

MusterTableReader *muster_table_reader_open (MusterTextSource *source, const char *format,
                                             const MusterTableOptions *options,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean muster_table_reader_next (MusterTableReader *self, MusterTableRow *row, GError **error);
gboolean muster_table_reader_restart (MusterTableReader *self, GError **error);

MusterTextSource *muster_table_reader_get_source (MusterTableReader *self);
const char *muster_table_reader_get_format (MusterTableReader *self);
const MusterTableColumn *
muster_table_reader_get_columns (MusterTableReader *self, guint *out_n_columns);
guint64 muster_table_reader_get_header_line (MusterTableReader *self);
const char *const *muster_table_reader_get_sheets (MusterTableReader *self);
MusterWarnings *muster_table_reader_get_warnings (MusterTableReader *self);

guint muster_cell_split (MusterSpan cell, MusterSpan *parts, guint max_parts);

G_END_DECLS
