/* muster-json-table-reader.c - a list as a JSON array of flat objects
 *
 * Our own export, and what other programs make of a table.  The columns are
 * the keys of the first objects, in the order they come up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-json-table-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-input-error.h"
#include "muster-json-table-reader.h"
#include "muster-json.h"
#include "muster-stamp.h"
#include "muster-table-reader-private.h"

#define LOOKED_AT 500 /* objects whose keys become columns */

struct _MusterJsonTableReader
{
  MusterTableReader parent_instance;

  MusterSpan text;
  MusterJsonIter iter;
  GHashTable *columns; /* owned: key -> place + 1 */
  GArray *cells;       /* owned, of MusterSpan */
  GStringChunk *room;  /* owned */
  guint64 row;
};

G_DEFINE_FINAL_TYPE (MusterJsonTableReader, muster_json_table_reader, MUSTER_TYPE_TABLE_READER)

static MusterField
judge_key (const char *key)
{
  MusterField field;

  return muster_field_from_id (key, &field) ? field : muster_field_from_heading (key, -1);
}

static gboolean
muster_json_table_reader_rewind (MusterTableReader *reader, GError **error)
{
  MusterJsonTableReader *self = MUSTER_JSON_TABLE_READER (reader);

  muster_json_iter_init (&self->iter, self->text);
  self->row = 0;
  return TRUE;
}

static gboolean
take_columns (MusterJsonTableReader *self, GPtrArray *titles, GError **error)
{
  MusterSpan none, object, key, value;
  MusterJsonIter iter, members;

  muster_json_iter_init (&iter, self->text);
  for (guint i = 0; i < LOOKED_AT && muster_json_iter_next (&iter, &none, &object); i++)
    {
      if (!muster_json_is_object (object) || !muster_json_iter_init (&members, object))
        continue;
      while (muster_json_iter_next (&members, &key, &value))
        {
          g_autofree char *name = muster_span_dup (key);

          if (g_hash_table_contains (self->columns, name))
            continue;
          if (titles->len >= MUSTER_TABLE_MAX_COLUMNS)
            {
              muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, i + 1,
                                      _ ("This row has more than %d columns."),
                                      MUSTER_TABLE_MAX_COLUMNS);
              return FALSE;
            }
          g_ptr_array_add (titles, g_strdup (name));
          g_hash_table_insert (self->columns, g_steal_pointer (&name),
                               GUINT_TO_POINTER (titles->len));
        }
    }
  return TRUE;
}

static gboolean
muster_json_table_reader_begin (MusterTableReader *reader, const MusterTableOptions *options,
                                GError **error)
{
  MusterJsonTableReader *self = MUSTER_JSON_TABLE_READER (reader);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree MusterField *fields = NULL;

  self->text.data =
      muster_text_source_get_data (muster_table_reader_get_source (reader), &self->text.length);
  self->text = muster_span_trim (self->text);
  if (!muster_json_is_array (self->text))
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("This is no JSON array of objects."));
      return FALSE;
    }
  if (!take_columns (self, titles, error))
    return FALSE;

  fields = g_new0 (MusterField, titles->len + 1);
  for (guint i = 0; i < titles->len; i++)
    fields[i] = judge_key (g_ptr_array_index (titles, i));
  muster_table_reader_set_columns (reader, fields, titles->len);
  for (guint i = 0; i < titles->len; i++)
    muster_table_reader_set_title (reader, i, g_ptr_array_index (titles, i));
  g_array_set_size (self->cells, titles->len);
  return muster_json_table_reader_rewind (reader, error);
}

static gboolean
muster_json_table_reader_next_raw (MusterTableReader *reader, MusterTableRow *row, GError **error)
{
  MusterJsonTableReader *self = MUSTER_JSON_TABLE_READER (reader);
  MusterSpan none, object, key, value;
  MusterJsonIter members;

  if (!muster_json_iter_next (&self->iter, &none, &object) || self->iter.is_bad)
    {
      if (self->iter.is_bad)
        muster_input_error_set (error, MUSTER_INPUT_ERROR_MALFORMED, 0,
                                _ ("The file is cut off or damaged."));
      return FALSE;
    }
  g_string_chunk_clear (self->room);
  if (self->cells->len > 0)
    memset (self->cells->data, 0, self->cells->len * sizeof (MusterSpan));
  if (muster_json_is_object (object) && muster_json_iter_init (&members, object))
    while (muster_json_iter_next (&members, &key, &value))
      {
        g_autofree char *name = muster_span_dup (key);
        guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, name));

        if (place > 0)
          g_array_index (self->cells, MusterSpan, place - 1) =
              muster_json_get_text (value, self->room);
      }
  row->line = ++self->row;
  row->n_cells = self->cells->len;
  row->cells = (const MusterSpan *) (gpointer) self->cells->data;
  return TRUE;
}

static void
muster_json_table_reader_finalize (GObject *object)
{
  MusterJsonTableReader *self = MUSTER_JSON_TABLE_READER (object);

  g_hash_table_unref (self->columns);
  g_array_unref (self->cells);
  g_string_chunk_free (self->room);

  G_OBJECT_CLASS (muster_json_table_reader_parent_class)->finalize (object);
}

static void
muster_json_table_reader_class_init (MusterJsonTableReaderClass *klass)
{
  MusterTableReaderClass *table_class = MUSTER_TABLE_READER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = muster_json_table_reader_finalize;
  table_class->begin = muster_json_table_reader_begin;
  table_class->next_raw = muster_json_table_reader_next_raw;
  table_class->rewind = muster_json_table_reader_rewind;
}

static void
muster_json_table_reader_init (MusterJsonTableReader *self)
{
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cells = g_array_new (FALSE, TRUE, sizeof (MusterSpan));
  self->room = g_string_chunk_new (1024);
}

/* An array of objects of which at least one member is a field that lists have. */
int
muster_json_table_reader_detect (const MusterProbe *probe)
{
  MusterSpan root = muster_span_trim (probe->head);
  MusterSpan none, object, key, value;
  MusterJsonIter iter, members;
  int known = 0;

  if (!muster_json_is_array (root) || !muster_json_iter_init (&iter, root) ||
      !muster_json_iter_next (&iter, &none, &object) || !muster_json_is_object (object) ||
      !muster_json_iter_init (&members, object))
    return 0;
  while (muster_json_iter_next (&members, &key, &value))
    {
      g_autofree char *name = muster_span_dup (key);

      known += judge_key (name) != MUSTER_FIELD_UNKNOWN;
    }
  return known > 0 ? MIN (40 + known * 10, 80) : 0;
}
