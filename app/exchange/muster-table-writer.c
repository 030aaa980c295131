/* muster-table-writer.c - a list on its way into a file
 *
 * The abstract part: a temporary file beside the real one, which takes its
 * place when everything is written, so that a failed export leaves nothing
 * half done and an old file as it was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-table-writer"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "muster-input-error.h"
#include "muster-table-writer-private.h"

#define BLOCK_BYTES (1 << 20)

typedef struct
{
  char *path;          /* owned */
  char *temporary;     /* owned; NULL when there is no such file (any more) */
  int fd;              /* -1 when closed */
  GString *block;      /* owned: what is not written yet */
  GArray *own_columns; /* owned, of MusterTableColumn */
} MusterTableWriterPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MusterTableWriter, muster_table_writer, G_TYPE_OBJECT)

static MusterTableWriterPrivate *
get_private (MusterTableWriter *self)
{
  return muster_table_writer_get_instance_private (self);
}

static gboolean
fail (MusterTableWriter *self, GError **error)
{
  int code = errno;

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s",
               get_private (self)->path, g_strerror (code));
  return FALSE;
}

static void
clear_column (gpointer data)
{
  g_free (((MusterTableColumn *) data)->title);
}

static void
muster_table_writer_finalize (GObject *object)
{
  MusterTableWriterPrivate *priv = get_private (MUSTER_TABLE_WRITER (object));

  if (priv->fd >= 0)
    close (priv->fd);
  if (priv->temporary != NULL)
    g_unlink (priv->temporary);
  g_free (priv->temporary);
  g_free (priv->path);
  g_string_free (priv->block, TRUE);
  g_array_unref (priv->own_columns);

  G_OBJECT_CLASS (muster_table_writer_parent_class)->finalize (object);
}

static void
muster_table_writer_class_init (MusterTableWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_table_writer_finalize;
}

static void
muster_table_writer_init (MusterTableWriter *self)
{
  MusterTableWriterPrivate *priv = get_private (self);

  priv->fd = -1;
  priv->block = g_string_new (NULL);
  priv->own_columns = g_array_new (FALSE, FALSE, sizeof (MusterTableColumn));
  g_array_set_clear_func (priv->own_columns, clear_column);
}

static const struct
{
  const char *format;
  const char *ending;
  GType (*get_type) (void);
} writers[] = {
  { "csv", ".csv", muster_csv_writer_get_type },
  { "xlsx", ".xlsx", muster_xlsx_writer_get_type },
  { "vcard", ".vcf", muster_vcard_writer_get_type },
  { "json", ".json", muster_json_writer_get_type },
};

/**
 * muster_table_writer_format_of:
 *
 * Returns: (nullable): csv, xlsx, vcard or json by the ending of the name; %NULL for another one
 */
const char *
muster_table_writer_format_of (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_str_has_suffix (folded, writers[i].ending))
      return writers[i].format;
  return NULL;
}

static gboolean
open_temporary (MusterTableWriter *self, GError **error)
{
  MusterTableWriterPrivate *priv = get_private (self);
  g_autofree char *folder = g_path_get_dirname (priv->path);
  g_autofree char *name = g_path_get_basename (priv->path);
  g_autofree char *pattern = g_strdup_printf ("%s/.%s.XXXXXX", folder, name);

  priv->fd = g_mkstemp_full (pattern, O_RDWR | O_CLOEXEC, 0600);
  if (priv->fd < 0)
    return fail (self, error);
  priv->temporary = g_steal_pointer (&pattern);
  return TRUE;
}

/**
 * muster_table_writer_open:
 * @path: the file to be made or replaced
 * @format: csv, xlsx, vcard or json
 * @columns: (array length=n_columns): headings and what they mean; copied
 * @options: (nullable): %NULL for a mark in a CSV
 * @error: return location for a #GFileError or #MusterInputError
 *
 * Returns: (transfer full) (nullable): a writer before the first row
 */
MusterTableWriter *
muster_table_writer_open (const char *path, const char *format, const MusterTableColumn *columns,
                          guint n_columns, const MusterTableWriterOptions *options, GError **error)
{
  static const MusterTableWriterOptions defaults = { .with_mark = TRUE };
  g_autoptr (MusterTableWriter) self = NULL;
  MusterTableWriterPrivate *priv;
  GType type = G_TYPE_INVALID;

  g_return_val_if_fail (path != NULL && format != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    if (strcmp (writers[i].format, format) == 0)
      type = writers[i].get_type ();
  if (type == G_TYPE_INVALID)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("“%s” is no format that lists are written in."), format);
      return NULL;
    }

  self = g_object_new (type, NULL);
  priv = get_private (self);
  priv->path = g_strdup (path);
  for (guint i = 0; i < n_columns; i++)
    {
      MusterTableColumn copy = { g_strdup (columns[i].title), columns[i].field };

      g_array_append_val (priv->own_columns, copy);
    }
  if (!open_temporary (self, error) || !MUSTER_TABLE_WRITER_GET_CLASS (self)->begin (
                                           self, options != NULL ? options : &defaults, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * muster_table_writer_add_row:
 * @cells: as many as there are columns; several values in one have " ::: " between
 */
gboolean
muster_table_writer_add_row (MusterTableWriter *self, const MusterSpan *cells, GError **error)
{
  g_return_val_if_fail (MUSTER_IS_TABLE_WRITER (self), FALSE);

  return MUSTER_TABLE_WRITER_GET_CLASS (self)->add_row (self, cells, error);
}

/**
 * muster_table_writer_close:
 *
 * Completes the file and puts it in its place.  A writer that is dropped without this leaves
 * nothing behind.
 */
gboolean
muster_table_writer_close (MusterTableWriter *self, GError **error)
{
  MusterTableWriterPrivate *priv = get_private (self);

  g_return_val_if_fail (MUSTER_IS_TABLE_WRITER (self) && priv->temporary != NULL, FALSE);

  if (!MUSTER_TABLE_WRITER_GET_CLASS (self)->end (self, error))
    return FALSE;
  if (fsync (priv->fd) != 0 || fchmod (priv->fd, 0644) != 0 ||
      g_rename (priv->temporary, priv->path) != 0)
    return fail (self, error);
  g_clear_pointer (&priv->temporary, g_free);
  return TRUE;
}

const MusterTableColumn *
muster_table_writer_get_columns (MusterTableWriter *self, guint *out_n_columns)
{
  MusterTableWriterPrivate *priv = get_private (self);

  *out_n_columns = priv->own_columns->len;
  return (const MusterTableColumn *) (gpointer) priv->own_columns->data;
}

const char *
muster_table_writer_get_temporary (MusterTableWriter *self)
{
  return get_private (self)->temporary;
}

/* Text to be appended to the file. */
GString *
muster_table_writer_get_block (MusterTableWriter *self)
{
  return get_private (self)->block;
}

/* Writes the block when it has grown large, or in any case. */
gboolean
muster_table_writer_flush (MusterTableWriter *self, gboolean force, GError **error)
{
  MusterTableWriterPrivate *priv = get_private (self);
  gsize done = 0;

  if (!force && priv->block->len < BLOCK_BYTES)
    return TRUE;
  while (done < priv->block->len)
    {
      gssize n = write (priv->fd, priv->block->str + done, priv->block->len - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (self, error);
      done += (gsize) n;
    }
  g_string_truncate (priv->block, 0);
  return TRUE;
}
