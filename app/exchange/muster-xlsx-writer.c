/* muster-xlsx-writer.c - a list as a workbook
 *
 * Through libxlsxwriter in constant memory.  Every cell is text, so that
 * phone numbers keep their zeros and plus signs and nothing is a formula.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-xlsx-writer"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <xlsxwriter.h>

#include "muster-input-error.h"
#include "muster-table-writer-private.h"

#define MAX_CHARACTERS 32767
#define COLUMN_WIDTH 16

#define MUSTER_TYPE_XLSX_WRITER (muster_xlsx_writer_get_type ())
G_DECLARE_FINAL_TYPE (MusterXlsxWriter, muster_xlsx_writer, MUSTER, XLSX_WRITER, MusterTableWriter)

struct _MusterXlsxWriter
{
  MusterTableWriter parent_instance;

  lxw_workbook *book;   /* owned, NULL when closed */
  lxw_worksheet *sheet; /* of the book */
  lxw_row_t row;
  GString *text; /* owned: the cell being written */
};

G_DEFINE_FINAL_TYPE (MusterXlsxWriter, muster_xlsx_writer, MUSTER_TYPE_TABLE_WRITER)

static gboolean
fail (lxw_error code, GError **error)
{
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, lxw_strerror (code));
  return FALSE;
}

static gboolean
muster_xlsx_writer_begin (MusterTableWriter *writer, const MusterTableWriterOptions *options,
                          GError **error)
{
  MusterXlsxWriter *self = MUSTER_XLSX_WRITER (writer);
  lxw_workbook_options book_options = { .constant_memory = LXW_TRUE,
                                        .tmpdir = (char *) g_get_tmp_dir () };
  lxw_format *bold;
  guint n;
  const MusterTableColumn *columns = muster_table_writer_get_columns (writer, &n);

  self->book = workbook_new_opt (muster_table_writer_get_temporary (writer), &book_options);
  if (self->book == NULL)
    return fail (LXW_ERROR_CREATING_XLSX_FILE, error);
  self->sheet = workbook_add_worksheet (self->book, NULL);
  if (self->sheet == NULL)
    return fail (LXW_ERROR_CREATING_TMPFILE, error);
  bold = workbook_add_format (self->book);
  format_set_bold (bold);
  if (n > 0)
    worksheet_set_column (self->sheet, 0, (lxw_col_t) (n - 1), COLUMN_WIDTH, NULL);
  worksheet_freeze_panes (self->sheet, 1, 0);
  for (guint i = 0; i < n; i++)
    worksheet_write_string (self->sheet, 0, (lxw_col_t) i,
                            columns[i].title != NULL ? columns[i].title : "", bold);
  self->row = 1;
  return TRUE;
}

/* Valid UTF-8, and not longer than a cell may be. */
static const char *
take_text (MusterXlsxWriter *self, MusterSpan cell)
{
  g_string_truncate (self->text, 0);
  g_string_append_len (self->text, cell.data, (gssize) cell.length);
  if (self->text->len > MAX_CHARACTERS && g_utf8_strlen (self->text->str, -1) > MAX_CHARACTERS)
    g_string_truncate (
        self->text,
        (gsize) (g_utf8_offset_to_pointer (self->text->str, MAX_CHARACTERS - 1) - self->text->str));
  return self->text->str;
}

static gboolean
muster_xlsx_writer_add_row (MusterTableWriter *writer, const MusterSpan *cells, GError **error)
{
  MusterXlsxWriter *self = MUSTER_XLSX_WRITER (writer);
  guint n;

  if (self->row >= LXW_ROW_MAX)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, 0,
                              _ ("A workbook has no room for more than 1,048,575 rows."));
      return FALSE;
    }
  muster_table_writer_get_columns (writer, &n);
  for (guint i = 0; i < n; i++)
    {
      lxw_error code;

      if (cells[i].length == 0)
        continue;
      code = worksheet_write_string (self->sheet, self->row, (lxw_col_t) i,
                                     take_text (self, cells[i]), NULL);
      if (code != LXW_NO_ERROR)
        return fail (code, error);
    }
  self->row++;
  return TRUE;
}

static gboolean
muster_xlsx_writer_end (MusterTableWriter *writer, GError **error)
{
  MusterXlsxWriter *self = MUSTER_XLSX_WRITER (writer);
  lxw_error code = workbook_close (g_steal_pointer (&self->book));

  return code == LXW_NO_ERROR || fail (code, error);
}

static void
muster_xlsx_writer_finalize (GObject *object)
{
  MusterXlsxWriter *self = MUSTER_XLSX_WRITER (object);

  if (self->book != NULL)
    workbook_close (self->book); /* into the temporary file, which goes away */
  g_string_free (self->text, TRUE);

  G_OBJECT_CLASS (muster_xlsx_writer_parent_class)->finalize (object);
}

static void
muster_xlsx_writer_class_init (MusterXlsxWriterClass *klass)
{
  MusterTableWriterClass *writer_class = MUSTER_TABLE_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = muster_xlsx_writer_finalize;
  writer_class->begin = muster_xlsx_writer_begin;
  writer_class->add_row = muster_xlsx_writer_add_row;
  writer_class->end = muster_xlsx_writer_end;
}

static void
muster_xlsx_writer_init (MusterXlsxWriter *self)
{
  self->text = g_string_new (NULL);
}
