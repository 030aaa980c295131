/* muster-xlsx-reader.c - a roster in a workbook
 *
 * Streams one sheet; which one, may be chosen, else it is the one with the
 * most headings that lists have.  Cells that hold nothing don't count, so
 * formatting down to the last row costs no more than reading past it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-xlsx-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-input-error.h"
#include "muster-table-reader-private.h"
#include "muster-xlsx-book.h"
#include "muster-xlsx-reader.h"

#define PEEKED_ROWS 40
#define PEEKED_SHEETS 30

typedef struct
{
  char type; /* s shared, i inline, t text, n number, b boolean, e error, d ISO date */
  guint64 style;
  guint column;
} Cell;

struct _MusterXlsxReader
{
  MusterTableReader parent_instance;

  MusterXlsxBook *book; /* owned */
  guint sheet;
  MusterXlsxPart *part; /* owned, NULL before the first row */
  guint64 line;
  GArray *cells;      /* owned, of MusterSpan */
  GStringChunk *room; /* owned: text of the row's cells */
  GString *text;      /* owned: of the cell being read */
};

G_DEFINE_FINAL_TYPE (MusterXlsxReader, muster_xlsx_reader, MUSTER_TYPE_TABLE_READER)

static gboolean
open_sheet (MusterXlsxReader *self, guint sheet, GError **error)
{
  GError *own = NULL;

  g_clear_pointer (&self->part, muster_xlsx_part_free);
  self->sheet = sheet;
  self->line = 0;
  self->part = muster_xlsx_part_open (muster_table_reader_get_source (MUSTER_TABLE_READER (self)),
                                      g_ptr_array_index (self->book->files, sheet), &own);
  if (self->part != NULL)
    return TRUE;
  if (own == NULL)
    muster_input_error_set (&own, MUSTER_INPUT_ERROR_MALFORMED, 0,
                            _ ("The workbook's sheet “%s” is missing."),
                            (const char *) g_ptr_array_index (self->book->names, sheet));
  g_propagate_error (error, own);
  return FALSE;
}

/* "AB12" is column 27. */
static gboolean
parse_reference (const char *text, guint *out_column)
{
  guint column = 0;

  for (; g_ascii_isalpha (*text) && column < 100000; text++)
    column = column * 26 + (guint) (g_ascii_toupper (*text) - 'A') + 1;
  *out_column = column - 1;
  return column > 0;
}

static Cell
begin_cell (MusterXlsxReader *self, guint next_column)
{
  g_autofree char *reference = muster_xlsx_part_dup_attribute (self->part, "r");
  g_autofree char *type = muster_xlsx_part_dup_attribute (self->part, "t");
  g_autofree char *style = muster_xlsx_part_dup_attribute (self->part, "s");
  Cell cell = { 'n', style != NULL ? g_ascii_strtoull (style, NULL, 10) : 0, next_column };

  if (reference != NULL)
    parse_reference (reference, &cell.column);
  if (type != NULL)
    cell.type = strcmp (type, "inlineStr") == 0 ? 'i' : strcmp (type, "str") == 0 ? 't' : *type;
  g_string_truncate (self->text, 0);
  return cell;
}

static gboolean
end_cell (MusterXlsxReader *self, const Cell *cell, GError **error)
{
  MusterSpan span = { NULL, 0 };
  g_autofree char *number = NULL;
  const char *text = self->text->str;

  if (self->text->len == 0)
    return TRUE;
  if (cell->type == 'e') /* a formula that failed: #N/A is nobody's name */
    {
      muster_warnings_add (muster_table_reader_get_warnings (MUSTER_TABLE_READER (self)),
                           self->line, _ ("A cell holds the error %s; it was left out."), text);
      return TRUE;
    }
  if (cell->type == 's')
    {
      if (!muster_xlsx_book_get_string (self->book, g_ascii_strtoull (text, NULL, 10), &span) ||
          span.length == 0)
        return TRUE;
    }
  else
    {
      if (cell->type == 'n')
        text = number = muster_xlsx_book_dup_number (self->book, text, cell->style);
      span.length = strlen (text);
      span.data = g_string_chunk_insert_len (self->room, text, (gssize) span.length);
    }
  if (cell->column >= MUSTER_TABLE_MAX_COLUMNS)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, self->line,
                              _ ("This row has more than %d columns."), MUSTER_TABLE_MAX_COLUMNS);
      return FALSE;
    }
  if (self->cells->len <= cell->column)
    g_array_set_size (self->cells, cell->column + 1);
  g_array_index (self->cells, MusterSpan, cell->column) = span;
  return TRUE;
}

static gboolean
is_text_node (int type)
{
  return type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
         type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE || type == XML_READER_TYPE_WHITESPACE;
}

/* From behind <row> to </row>. */
static gboolean
read_row (MusterXlsxReader *self, GError **error)
{
  Cell cell = { 0 };
  guint next_column = 0;
  gboolean in_value = FALSE, in_reading = FALSE;
  int result;

  g_array_set_size (self->cells, 0);
  g_string_chunk_clear (self->room);
  if (xmlTextReaderIsEmptyElement (self->part->xml))
    return TRUE;
  while ((result = muster_xlsx_part_read (self->part, error)) == 1)
    {
      int type = xmlTextReaderNodeType (self->part->xml);
      const char *name = (const char *) xmlTextReaderConstLocalName (self->part->xml);

      if (is_text_node (type))
        {
          const char *value = (const char *) xmlTextReaderConstValue (self->part->xml);

          if (in_value && value != NULL)
            g_string_append (self->text, value);
        }
      else if (type == XML_READER_TYPE_ELEMENT && strcmp (name, "c") == 0)
        {
          cell = begin_cell (self, next_column);
          next_column = cell.column + 1;
        }
      else if (strcmp (name, "rPh") == 0) /* how to read the text */
        in_reading =
            type == XML_READER_TYPE_ELEMENT && !xmlTextReaderIsEmptyElement (self->part->xml);
      else if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
        in_value = type == XML_READER_TYPE_ELEMENT && !in_reading &&
                   !xmlTextReaderIsEmptyElement (self->part->xml);
      else if (type == XML_READER_TYPE_END_ELEMENT && strcmp (name, "c") == 0)
        {
          if (!end_cell (self, &cell, error))
            return FALSE;
        }
      else if (type == XML_READER_TYPE_END_ELEMENT && strcmp (name, "row") == 0)
        return TRUE;
    }
  if (result == 0)
    muster_input_error_set (error, MUSTER_INPUT_ERROR_MALFORMED, self->line,
                            _ ("The workbook is damaged."));
  return FALSE;
}

static gboolean
muster_xlsx_reader_next_raw (MusterTableReader *reader, MusterTableRow *row, GError **error)
{
  MusterXlsxReader *self = MUSTER_XLSX_READER (reader);

  while (muster_xlsx_part_read (self->part, error) == 1)
    {
      g_autofree char *number = NULL;

      if (!muster_xlsx_part_is (self->part, "row"))
        continue;
      number = muster_xlsx_part_dup_attribute (self->part, "r");
      self->line = number != NULL ? g_ascii_strtoull (number, NULL, 10) : self->line + 1;
      if (!read_row (self, error))
        return FALSE;
      row->line = self->line;
      row->n_cells = self->cells->len;
      row->cells = (const MusterSpan *) (gpointer) self->cells->data;
      return TRUE;
    }
  return FALSE;
}

static gboolean
muster_xlsx_reader_rewind (MusterTableReader *reader, GError **error)
{
  return open_sheet (MUSTER_XLSX_READER (reader), MUSTER_XLSX_READER (reader)->sheet, error);
}

/* The most headings that a row near the top has; 1 for a sheet that has anything at all. */
static guint
rate_sheet (MusterXlsxReader *self, guint sheet)
{
  MusterTableRow row;
  guint best = 0;

  if (!open_sheet (self, sheet, NULL))
    return 0;
  for (int i = 0;
       i < PEEKED_ROWS && muster_xlsx_reader_next_raw (MUSTER_TABLE_READER (self), &row, NULL); i++)
    {
      guint headings = row.n_cells > 0;

      for (guint k = 0; k < row.n_cells; k++)
        headings += muster_field_is_heading (row.cells[k].data, (gssize) row.cells[k].length);
      best = MAX (best, headings);
    }
  return best;
}

static gboolean
choose_sheet (MusterXlsxReader *self, const char *name, guint *out_sheet, GError **error)
{
  guint best = 0;

  *out_sheet = 0;
  for (guint i = 0; i < self->book->names->len; i++)
    {
      guint rating;

      if (name != NULL)
        {
          if (strcmp (g_ptr_array_index (self->book->names, i), name) != 0)
            continue;
          *out_sheet = i;
          return TRUE;
        }
      if (i >= PEEKED_SHEETS || self->book->names->len == 1)
        break;
      if (g_array_index (self->book->hidden, gboolean, i))
        continue;
      rating = rate_sheet (self, i);
      if (rating > best)
        {
          best = rating;
          *out_sheet = i;
        }
    }
  if (name == NULL)
    return TRUE;
  muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                          _ ("The workbook has no sheet “%s”."), name);
  return FALSE;
}

static gboolean
muster_xlsx_reader_begin (MusterTableReader *reader, const MusterTableOptions *options,
                          GError **error)
{
  MusterXlsxReader *self = MUSTER_XLSX_READER (reader);
  guint sheet;

  self->book = muster_xlsx_book_new (muster_table_reader_get_source (reader), error);
  if (self->book == NULL || !choose_sheet (self, options->sheet, &sheet, error))
    return FALSE;
  for (guint i = 0; i < self->book->names->len; i++)
    muster_table_reader_add_sheet (reader, g_ptr_array_index (self->book->names, i));
  return open_sheet (self, sheet, error);
}

static void
muster_xlsx_reader_finalize (GObject *object)
{
  MusterXlsxReader *self = MUSTER_XLSX_READER (object);

  g_clear_pointer (&self->part, muster_xlsx_part_free);
  g_clear_pointer (&self->book, muster_xlsx_book_free);
  g_array_unref (self->cells);
  g_string_chunk_free (self->room);
  g_string_free (self->text, TRUE);

  G_OBJECT_CLASS (muster_xlsx_reader_parent_class)->finalize (object);
}

static void
muster_xlsx_reader_class_init (MusterXlsxReaderClass *klass)
{
  MusterTableReaderClass *table_class = MUSTER_TABLE_READER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = muster_xlsx_reader_finalize;
  table_class->begin = muster_xlsx_reader_begin;
  table_class->next_raw = muster_xlsx_reader_next_raw;
  table_class->rewind = muster_xlsx_reader_rewind;
}

static void
muster_xlsx_reader_init (MusterXlsxReader *self)
{
  self->cells = g_array_new (FALSE, TRUE, sizeof (MusterSpan));
  self->room = g_string_chunk_new (4096);
  self->text = g_string_new (NULL);
}

int
muster_xlsx_reader_detect (const MusterProbe *probe)
{
  return muster_text_source_is_archive (probe->source) &&
                 muster_archive_has (probe->source, "xl/workbook.xml")
             ? 98
             : 0;
}
