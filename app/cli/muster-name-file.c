/* muster-name-file.c - the names in a file, for musterctl check-name --roster
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-name-file"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-format.h"
#include "muster-han.h"
#include "muster-input-error.h"
#include "muster-name-file.h"
#include "muster-table-reader.h"

typedef struct
{
  int name;
  int family;
  int given;
} NameColumns;

static int
find_column (const MusterTableColumn *columns, guint n, MusterField field)
{
  for (guint i = 0; i < n; i++)
    if (columns[i].field == field)
      return (int) i;

  return -1;
}

/* A list of bare names is taken for nicknames by whoever detects formats: here they are names. */
static NameColumns
find_columns (MusterTableReader *reader)
{
  NameColumns found;
  guint n = 0;
  const MusterTableColumn *columns = muster_table_reader_get_columns (reader, &n);

  found.name = find_column (columns, n, MUSTER_FIELD_NAME);
  found.family = find_column (columns, n, MUSTER_FIELD_FAMILY_NAME);
  found.given = find_column (columns, n, MUSTER_FIELD_GIVEN_NAME);
  if (found.name < 0 && (found.family < 0 || found.given < 0))
    found.name = n == 1 ? 0 : find_column (columns, n, MUSTER_FIELD_NICKNAME);
  return found;
}

static char *
dup_cell (const MusterTableRow *row, int column)
{
  if (column < 0 || (guint) column >= row->n_cells)
    return g_strdup ("");

  return g_strstrip (g_strndup (row->cells[column].data, row->cells[column].length));
}

/* Chinese: family name first and no space. */
static char *
dup_name (const MusterTableRow *row, const NameColumns *columns)
{
  g_autofree char *name = dup_cell (row, columns->name);
  g_autofree char *family = dup_cell (row, columns->family);
  g_autofree char *given = dup_cell (row, columns->given);

  if (*name != '\0' || *family == '\0' || *given == '\0')
    return g_steal_pointer (&name);
  if (muster_han_is_han (g_utf8_get_char (family)))
    return g_strconcat (family, given, NULL);

  return g_strconcat (given, " ", family, NULL);
}

static gboolean
read_table (MusterTextSource *source, const char *format, MusterNamingRoster *roster,
            GError **error)
{
  g_autoptr (MusterTableReader) reader = muster_table_reader_open (source, format, NULL, error);
  g_autoptr (GError) own = NULL;
  NameColumns columns;
  MusterTableRow row;

  if (reader == NULL)
    return FALSE;

  columns = find_columns (reader);
  if (columns.name < 0 && (columns.family < 0 || columns.given < 0))
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("No column of this file holds the names of persons."));
      return FALSE;
    }

  while (muster_table_reader_next (reader, &row, &own))
    {
      g_autofree char *name = dup_name (&row, &columns);

      muster_naming_roster_add (roster, name);
    }
  if (own != NULL)
    g_propagate_error (error, g_steal_pointer (&own));
  return error == NULL || *error == NULL;
}

static void
read_lines (MusterTextSource *source, MusterNamingRoster *roster)
{
  gsize length = 0;
  const char *data = muster_text_source_get_data (source, &length);
  g_autofree char *text = g_strndup (data, length);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    muster_naming_roster_add (roster, g_strstrip (lines[i]));
}

static gboolean
read_source (MusterTextSource *source, MusterNamingRoster *roster, GError **error)
{
  g_autoptr (GError) own = NULL;
  g_autoptr (GArray) matches = muster_format_detect (source, &own);
  const MusterFormat *format;

  if (matches == NULL || matches->len == 0)
    {
      if (own != NULL && !g_error_matches (own, MUSTER_INPUT_ERROR, MUSTER_INPUT_ERROR_UNKNOWN))
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return FALSE;
        }
      read_lines (source, roster);
      return TRUE;
    }

  format = g_array_index (matches, MusterFormatMatch, 0).format;
  return read_table (source, format->id, roster, error);
}

/**
 * muster_name_file_read:
 * @path: a table, address cards, a member list or plain names, one a line
 * @roster: the names are added to it
 */
gboolean
muster_name_file_read (const char *path, MusterNamingRoster *roster, GError **error)
{
  g_autoptr (MusterTextSource) source = muster_text_source_new_for_file (path, NULL, error);
  g_autoptr (GError) own = NULL;

  if (source == NULL)
    return FALSE;
  if (read_source (source, roster, &own))
    return TRUE;

  muster_input_error_set_file (own, path);
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}
