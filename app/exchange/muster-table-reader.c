/* muster-table-reader.c - the rows of a list, one at a time
 *
 * The abstract part: it finds the header among the first rows, guesses what
 * each column means, skips what stands above the header and empty rows, and
 * fills short rows.  A format derives from it in a file of its own and hands
 * out raw rows.  Knows no store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-table-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-format-private.h"
#include "muster-input-error.h"
#include "muster-table-guess.h"
#include "muster-table-reader-private.h"

typedef struct
{
  MusterTextSource *source; /* owned */
  const MusterFormat *format;
  GArray *columns;   /* owned, of MusterTableColumn */
  GPtrArray *sheets; /* owned, of char *, ended by NULL */
  GArray *padded;    /* owned, of MusterSpan: a short row, filled */
  MusterWarnings *warnings;
  guint64 header_line; /* 0 without a header */
  gboolean has_fixed_columns;
} MusterTableReaderPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MusterTableReader, muster_table_reader, G_TYPE_OBJECT)

static MusterTableReaderPrivate *
get_private (MusterTableReader *self)
{
  return muster_table_reader_get_instance_private (self);
}

static void
clear_column (gpointer data)
{
  g_free (((MusterTableColumn *) data)->title);
}

static void
muster_table_reader_finalize (GObject *object)
{
  MusterTableReaderPrivate *priv = get_private (MUSTER_TABLE_READER (object));

  g_clear_object (&priv->source);
  g_clear_object (&priv->warnings);
  g_array_unref (priv->columns);
  g_array_unref (priv->padded);
  g_ptr_array_unref (priv->sheets);

  G_OBJECT_CLASS (muster_table_reader_parent_class)->finalize (object);
}

static void
muster_table_reader_class_init (MusterTableReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_table_reader_finalize;
}

static void
muster_table_reader_init (MusterTableReader *self)
{
  MusterTableReaderPrivate *priv = get_private (self);

  priv->columns = g_array_new (FALSE, TRUE, sizeof (MusterTableColumn));
  g_array_set_clear_func (priv->columns, clear_column);
  priv->padded = g_array_new (FALSE, TRUE, sizeof (MusterSpan));
  priv->sheets = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (priv->sheets, NULL);
  priv->warnings = muster_warnings_new ();
}

static gboolean
is_blank (const MusterTableRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    for (gsize k = 0; k < row->cells[i].length; k++)
      if (!g_ascii_isspace (row->cells[i].data[k]))
        return FALSE;
  return TRUE;
}

static gboolean
take_guess (MusterTableReader *self, const MusterTableOptions *options, GError **error)
{
  MusterTableReaderPrivate *priv = get_private (self);
  MusterTableReaderClass *klass = MUSTER_TABLE_READER_GET_CLASS (self);
  g_autoptr (MusterTableGuess) guess = muster_table_guess_new ();
  MusterTableRow row;
  GError *own = NULL;

  while (!muster_table_guess_is_full (guess) && klass->next_raw (self, &row, &own))
    if (!is_blank (&row))
      muster_table_guess_add (guess, &row);
  if (own != NULL)
    {
      g_propagate_error (error, own);
      return FALSE;
    }

  priv->header_line = muster_table_guess_finish (guess, options->header_line, priv->columns);
  muster_warnings_clear (priv->warnings);
  return klass->rewind (self, error);
}

/**
 * muster_table_reader_open:
 * @source: the text or workbook; a reference is kept
 * @format: id of a table, vcard or list format of muster_format_get()
 * @options: (nullable): %NULL for the defaults
 * @error: return location for a #MusterInputError
 *
 * Returns: (transfer full) (nullable): a reader before the first row below the header
 */
MusterTableReader *
muster_table_reader_open (MusterTextSource *source, const char *format,
                          const MusterTableOptions *options, GError **error)
{
  static const MusterTableOptions defaults = MUSTER_TABLE_OPTIONS_INIT;
  const MusterFormatClass *klass;
  g_autoptr (MusterTableReader) self = NULL;
  MusterTableReaderPrivate *priv;
  g_autoptr (GError) own = NULL;

  g_return_val_if_fail (MUSTER_IS_TEXT_SOURCE (source), NULL);
  g_return_val_if_fail (format != NULL, NULL);

  if (options == NULL)
    options = &defaults;
  klass = muster_format_find_class (format);
  if (klass == NULL || klass->format.kind == MUSTER_FORMAT_CHAT ||
      klass->format.kind == MUSTER_FORMAT_CALENDAR)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("“%s” is no format of a list or table."), format);
      return NULL;
    }

  self = g_object_new (klass->get_type (), NULL);
  priv = get_private (self);
  priv->source = g_object_ref (source);
  priv->format = &klass->format;
  if (!muster_format_check_source (klass, source, &own) ||
      !MUSTER_TABLE_READER_GET_CLASS (self)->begin (self, options, &own) ||
      (!priv->has_fixed_columns && !take_guess (self, options, &own)))
    {
      if (muster_text_source_get_name (source) != NULL)
        muster_input_error_set_file (own, muster_text_source_get_name (source));
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }
  return g_steal_pointer (&self);
}

static void
fill_up (MusterTableReaderPrivate *priv, MusterTableRow *row)
{
  if (row->n_cells >= priv->columns->len)
    return;

  g_array_set_size (priv->padded, 0);
  if (row->n_cells > 0)
    g_array_append_vals (priv->padded, row->cells, row->n_cells);
  g_array_set_size (priv->padded, priv->columns->len);
  row->cells = (const MusterSpan *) (gpointer) priv->padded->data;
  row->n_cells = priv->columns->len;
}

/**
 * muster_table_reader_next:
 * @row: (out caller-allocates): the next row that is not empty
 * @error: return location for a #MusterInputError
 *
 * Returns: %FALSE at the end, and with @error set when the rest can't be read
 */
gboolean
muster_table_reader_next (MusterTableReader *self, MusterTableRow *row, GError **error)
{
  MusterTableReaderPrivate *priv = get_private (self);
  g_autoptr (GError) own = NULL;
  const char *name;

  while (MUSTER_TABLE_READER_GET_CLASS (self)->next_raw (self, row, &own))
    {
      if (row->line <= priv->header_line || is_blank (row))
        continue;
      fill_up (priv, row);
      return TRUE;
    }

  name = muster_text_source_get_name (priv->source);
  if (own != NULL)
    {
      if (name != NULL)
        muster_input_error_set_file (own, name);
      g_propagate_error (error, g_steal_pointer (&own));
    }
  return FALSE;
}

/**
 * muster_table_reader_restart:
 *
 * Goes back to the first row below the header.
 */
gboolean
muster_table_reader_restart (MusterTableReader *self, GError **error)
{
  g_return_val_if_fail (MUSTER_IS_TABLE_READER (self), FALSE);

  muster_warnings_clear (get_private (self)->warnings);
  return MUSTER_TABLE_READER_GET_CLASS (self)->rewind (self, error);
}

MusterTextSource *
muster_table_reader_get_source (MusterTableReader *self)
{
  g_return_val_if_fail (MUSTER_IS_TABLE_READER (self), NULL);

  return get_private (self)->source;
}

const char *
muster_table_reader_get_format (MusterTableReader *self)
{
  g_return_val_if_fail (MUSTER_IS_TABLE_READER (self), NULL);

  return get_private (self)->format->id;
}

/**
 * muster_table_reader_get_columns:
 * @out_n_columns: (out): how many
 *
 * Returns: (array length=out_n_columns): headings and what they seem to mean
 */
const MusterTableColumn *
muster_table_reader_get_columns (MusterTableReader *self, guint *out_n_columns)
{
  g_return_val_if_fail (MUSTER_IS_TABLE_READER (self), NULL);

  *out_n_columns = get_private (self)->columns->len;
  return (const MusterTableColumn *) (gpointer) get_private (self)->columns->data;
}

/**
 * muster_table_reader_get_header_line:
 *
 * Returns: the line of the header, 0 for a table without one
 */
guint64
muster_table_reader_get_header_line (MusterTableReader *self)
{
  g_return_val_if_fail (MUSTER_IS_TABLE_READER (self), 0);

  return get_private (self)->header_line;
}

/**
 * muster_table_reader_get_sheets:
 *
 * Returns: (array zero-terminated=1): the sheets of a workbook; empty for anything else
 */
const char *const *
muster_table_reader_get_sheets (MusterTableReader *self)
{
  g_return_val_if_fail (MUSTER_IS_TABLE_READER (self), NULL);

  return (const char *const *) get_private (self)->sheets->pdata;
}

MusterWarnings *
muster_table_reader_get_warnings (MusterTableReader *self)
{
  g_return_val_if_fail (MUSTER_IS_TABLE_READER (self), NULL);

  return get_private (self)->warnings;
}

/* For formats whose columns are known without a header: cards, member lists. */
void
muster_table_reader_set_columns (MusterTableReader *self, const MusterField *fields, guint n_fields)
{
  MusterTableReaderPrivate *priv = get_private (self);

  g_array_set_size (priv->columns, 0);
  for (guint i = 0; i < n_fields; i++)
    {
      MusterTableColumn column = { g_strdup (muster_field_get_title (fields[i])), fields[i] };

      g_array_append_val (priv->columns, column);
    }
  priv->has_fixed_columns = TRUE;
}

/* The heading of a column as the file has it. */
void
muster_table_reader_set_title (MusterTableReader *self, guint column, const char *title)
{
  MusterTableColumn *entry =
      &g_array_index (get_private (self)->columns, MusterTableColumn, column);

  g_free (entry->title);
  entry->title = g_strdup (title);
}

void
muster_table_reader_add_sheet (MusterTableReader *self, const char *name)
{
  MusterTableReaderPrivate *priv = get_private (self);

  g_ptr_array_insert (priv->sheets, (gint) priv->sheets->len - 1, g_strdup (name));
}

/**
 * muster_cell_split:
 * @cell: a cell that may hold several values, as of cards and Google's address book: "a ::: b"
 * @parts: (out caller-allocates): room for @max_parts
 *
 * Returns: how many values were found, at most @max_parts; 0 for an empty cell
 */
guint
muster_cell_split (MusterSpan cell, MusterSpan *parts, guint max_parts)
{
  static const char separator[] = " ::: ";
  const char *p = cell.data;
  const char *end = p + cell.length;
  guint n = 0;

  while (p < end && n < max_parts)
    {
      const char *next = memmem (p, (gsize) (end - p), separator, sizeof separator - 1);

      parts[n++] = muster_span (p, next != NULL ? next : end);
      p = next != NULL ? next + sizeof separator - 1 : end;
    }
  return n;
}
