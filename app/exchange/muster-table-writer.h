/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-table-reader.h"

G_BEGIN_DECLS

/**
 * MusterTableWriterOptions:
 * @with_mark: whether a CSV begins with a byte order mark: Excel needs it for Chinese, other
 *   programs may not like it
 */
typedef struct
{
  gboolean with_mark;
} MusterTableWriterOptions;

#define MUSTER_TYPE_TABLE_WRITER (muster_table_writer_get_type ())
G_DECLARE_DERIVABLE_TYPE (MusterTableWriter, muster_table_writer, MUSTER, TABLE_WRITER, GObject)

/**
 * MusterTableWriterClass:
 * @begin: the header, into the temporary file
 * @add_row: one row of as many cells as there are columns
 * @end: what comes last; the file is complete afterwards
 */
struct _MusterTableWriterClass
{
  GObjectClass parent_class;

  gboolean (*begin) (MusterTableWriter *self, const MusterTableWriterOptions *options,
                     GError **error);
  gboolean (*add_row) (MusterTableWriter *self, const MusterSpan *cells, GError **error);
  gboolean (*end) (MusterTableWriter *self, GError **error);
};

MusterTableWriter *
muster_table_writer_open (const char *path, const char *format, const MusterTableColumn *columns,
                          guint n_columns, const MusterTableWriterOptions *options,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
muster_table_writer_add_row (MusterTableWriter *self, const MusterSpan *cells, GError **error);
gboolean muster_table_writer_close (MusterTableWriter *self, GError **error);

const char *muster_table_writer_format_of (const char *path);

G_END_DECLS
