/* muster-json-writer.c - a list as a JSON array of objects
 *
 * The keys are the ids of the fields; a column without a field has its heading
 * as key.  Empty cells have no member.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-json-writer"

#include "config.h"

#include "muster-table-writer-private.h"

#define MUSTER_TYPE_JSON_WRITER (muster_json_writer_get_type ())
G_DECLARE_FINAL_TYPE (MusterJsonWriter, muster_json_writer, MUSTER, JSON_WRITER, MusterTableWriter)

struct _MusterJsonWriter
{
  MusterTableWriter parent_instance;

  gboolean has_rows;
};

G_DEFINE_FINAL_TYPE (MusterJsonWriter, muster_json_writer, MUSTER_TYPE_TABLE_WRITER)

static void
append_string (GString *block, MusterSpan text)
{
  g_string_append_c (block, '"');
  for (gsize i = 0; i < text.length; i++)
    {
      guint8 c = (guint8) text.data[i];

      if (c == '"' || c == '\\')
        {
          g_string_append_c (block, '\\');
          g_string_append_c (block, (char) c);
        }
      else if (c == '\n')
        g_string_append (block, "\\n");
      else if (c < 0x20)
        g_string_append_printf (block, "\\u%04x", c);
      else
        g_string_append_c (block, (char) c);
    }
  g_string_append_c (block, '"');
}

static gboolean
muster_json_writer_begin (MusterTableWriter *writer, const MusterTableWriterOptions *options,
                          GError **error)
{
  g_string_append (muster_table_writer_get_block (writer), "[");
  return TRUE;
}

static gboolean
muster_json_writer_add_row (MusterTableWriter *writer, const MusterSpan *cells, GError **error)
{
  MusterJsonWriter *self = MUSTER_JSON_WRITER (writer);
  GString *block = muster_table_writer_get_block (writer);
  gboolean has_cells = FALSE;
  guint n;
  const MusterTableColumn *columns = muster_table_writer_get_columns (writer, &n);

  g_string_append (block, self->has_rows ? ",\n{" : "\n{");
  self->has_rows = TRUE;
  for (guint i = 0; i < n; i++)
    {
      const char *key = columns[i].field != MUSTER_FIELD_UNKNOWN
                            ? muster_field_get_id (columns[i].field)
                            : columns[i].title;

      if (cells[i].length == 0 || key == NULL)
        continue;
      g_string_append (block, has_cells ? ", " : "");
      has_cells = TRUE;
      append_string (block, muster_span_of (key));
      g_string_append (block, ": ");
      append_string (block, cells[i]);
    }
  g_string_append_c (block, '}');
  return muster_table_writer_flush (writer, FALSE, error);
}

static gboolean
muster_json_writer_end (MusterTableWriter *writer, GError **error)
{
  g_string_append (muster_table_writer_get_block (writer), "\n]\n");
  return muster_table_writer_flush (writer, TRUE, error);
}

static void
muster_json_writer_class_init (MusterJsonWriterClass *klass)
{
  MusterTableWriterClass *writer_class = MUSTER_TABLE_WRITER_CLASS (klass);

  writer_class->begin = muster_json_writer_begin;
  writer_class->add_row = muster_json_writer_add_row;
  writer_class->end = muster_json_writer_end;
}

static void
muster_json_writer_init (MusterJsonWriter *self)
{
}
