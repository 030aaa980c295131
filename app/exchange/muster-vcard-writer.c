/* muster-vcard-writer.c - a list as cards, vCard 3.0
 *
 * Columns that a card has no place for are left out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-vcard-writer"

#include "config.h"

#include <string.h>

#include "muster-surname.h"
#include "muster-table-writer-private.h"

#define LINE_BYTES 75
#define MAX_VALUES 32

#define MUSTER_TYPE_VCARD_WRITER (muster_vcard_writer_get_type ())
G_DECLARE_FINAL_TYPE (MusterVcardWriter, muster_vcard_writer, MUSTER, VCARD_WRITER,
                      MusterTableWriter)

struct _MusterVcardWriter
{
  MusterTableWriter parent_instance;

  GString *line; /* owned: the property being written */
};

G_DEFINE_FINAL_TYPE (MusterVcardWriter, muster_vcard_writer, MUSTER_TYPE_TABLE_WRITER)

#define LUNAR_BIRTHDAY "X-LUNAR-BIRTHDAY" /* as muster_birthday_parse() reads it */

/* Fields with one property each. */
static const struct
{
  MusterField field;
  const char *property;
} properties[] = {
  { MUSTER_FIELD_NICKNAME, "NICKNAME" }, { MUSTER_FIELD_PHONE, "TEL;TYPE=CELL" },
  { MUSTER_FIELD_EMAIL, "EMAIL" },       { MUSTER_FIELD_TITLE, "TITLE" },
  { MUSTER_FIELD_BIRTHDAY, "BDAY" },     { MUSTER_FIELD_NOTE, "NOTE" },
  { MUSTER_FIELD_TAGS, "CATEGORIES" },   { MUSTER_FIELD_ACCOUNT_WECHAT, "X-WECHAT" },
  { MUSTER_FIELD_ACCOUNT_QQ, "X-QQ" },   { MUSTER_FIELD_READING, "X-PHONETIC-LAST-NAME" },
};

/* BDAY is a date of the Gregorian calendar. */
static gboolean
is_lunar_birthday (MusterField field, MusterSpan value)
{
  return field == MUSTER_FIELD_BIRTHDAY && value.length > 0 && value.data[0] == 'L';
}

static void
append_escaped (GString *line, MusterSpan text)
{
  for (gsize i = 0; i < text.length; i++)
    switch (text.data[i])
      {
      case '\n':
        g_string_append (line, "\\n");
        break;
      case '\r':
        break;
      case '\\':
      case ';':
      case ',':
        g_string_append_c (line, '\\');
        g_string_append_c (line, text.data[i]);
        break;
      default:
        g_string_append_c (line, text.data[i]);
        break;
      }
}

/* Into lines of 75 bytes that never end within a character. */
static void
fold (MusterVcardWriter *self)
{
  GString *block = muster_table_writer_get_block (MUSTER_TABLE_WRITER (self));
  const char *p = self->line->str;
  const char *end = p + self->line->len;
  gssize room = LINE_BYTES;

  while (end - p > room)
    {
      const char *stop = p + room;

      while (stop > p && ((guint8) *stop & 0xC0) == 0x80)
        stop--;
      g_string_append_len (block, p, stop - p);
      g_string_append (block, "\r\n ");
      p = stop;
      room = LINE_BYTES - 1;
    }
  g_string_append_len (block, p, end - p);
  g_string_append (block, "\r\n");
}

static void
begin_line (MusterVcardWriter *self, const char *property)
{
  g_string_assign (self->line, property);
  g_string_append_c (self->line, ':');
}

static MusterSpan
find_cell (MusterVcardWriter *self, const MusterSpan *cells, MusterField field)
{
  guint n;
  const MusterTableColumn *columns =
      muster_table_writer_get_columns (MUSTER_TABLE_WRITER (self), &n);

  for (guint i = 0; i < n; i++)
    if (columns[i].field == field)
      return cells[i];
  return (MusterSpan){ NULL, 0 };
}

/* Where the surname of a name ends and the rest begins; Chinese names are written together, of
 * others the last word is the surname. */
static void
split_name (MusterSpan name, MusterSpan *out_family, MusterSpan *out_given)
{
  g_autofree char *text = muster_span_dup (name);
  const char *space = text != NULL ? strrchr (text, ' ') : NULL;
  guint n_family = text != NULL ? muster_surname_get_length (text) : 0;

  *out_family = name;
  *out_given = (MusterSpan){ NULL, 0 };
  if (n_family > 0 && (glong) n_family < g_utf8_strlen (text, -1))
    {
      gsize bytes = (gsize) (g_utf8_offset_to_pointer (text, (glong) n_family) - text);

      *out_family = (MusterSpan){ name.data, bytes };
      *out_given = (MusterSpan){ name.data + bytes, name.length - bytes };
    }
  else if (space != NULL)
    {
      gsize bytes = (gsize) (space - text);

      *out_family = (MusterSpan){ name.data + bytes + 1, name.length - bytes - 1 };
      *out_given = (MusterSpan){ name.data, bytes };
    }
}

/* FN and N, which every card must have. */
static void
add_names (MusterVcardWriter *self, const MusterSpan *cells)
{
  MusterSpan name = find_cell (self, cells, MUSTER_FIELD_NAME);
  MusterSpan family = find_cell (self, cells, MUSTER_FIELD_FAMILY_NAME);
  MusterSpan given = find_cell (self, cells, MUSTER_FIELD_GIVEN_NAME);

  if (name.length > 0 && family.length + given.length == 0)
    split_name (name, &family, &given);
  if (name.length == 0)
    name = find_cell (self, cells, MUSTER_FIELD_NICKNAME);
  if (name.length == 0)
    name = find_cell (self, cells, MUSTER_FIELD_DISPLAY_NAME);
  begin_line (self, "FN");
  append_escaped (self->line, name);
  fold (self);
  begin_line (self, "N");
  append_escaped (self->line, family.length + given.length > 0 ? family : name);
  g_string_append_c (self->line, ';');
  append_escaped (self->line, given);
  g_string_append (self->line, ";;;");
  fold (self);
}

static void
add_organisation (MusterVcardWriter *self, const MusterSpan *cells)
{
  MusterSpan company = find_cell (self, cells, MUSTER_FIELD_COMPANY);
  MusterSpan department = find_cell (self, cells, MUSTER_FIELD_DEPARTMENT);

  if (company.length + department.length == 0)
    return;
  begin_line (self, "ORG");
  append_escaped (self->line, company);
  if (department.length > 0)
    {
      g_string_append_c (self->line, ';');
      append_escaped (self->line, department);
    }
  fold (self);
}

static void
add_values (MusterVcardWriter *self, const char *property, MusterSpan cell)
{
  MusterSpan values[MAX_VALUES];
  guint n = muster_cell_split (cell, values, MAX_VALUES);

  for (guint i = 0; i < n; i++)
    {
      begin_line (self, property);
      append_escaped (self->line, values[i]);
      fold (self);
    }
}

static gboolean
muster_vcard_writer_begin (MusterTableWriter *writer, const MusterTableWriterOptions *options,
                           GError **error)
{
  return TRUE;
}

static gboolean
muster_vcard_writer_add_row (MusterTableWriter *writer, const MusterSpan *cells, GError **error)
{
  MusterVcardWriter *self = MUSTER_VCARD_WRITER (writer);
  GString *block = muster_table_writer_get_block (writer);
  guint n;
  const MusterTableColumn *columns = muster_table_writer_get_columns (writer, &n);

  g_string_append (block, "BEGIN:VCARD\r\nVERSION:3.0\r\n");
  add_names (self, cells);
  add_organisation (self, cells);
  for (guint i = 0; i < n; i++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (properties); k++)
        if (columns[i].field == properties[k].field)
          add_values (self,
                      is_lunar_birthday (columns[i].field, cells[i]) ? LUNAR_BIRTHDAY
                                                                     : properties[k].property,
                      cells[i]);
      if (columns[i].field == MUSTER_FIELD_ADDRESS && cells[i].length > 0)
        {
          begin_line (self, "ADR;TYPE=HOME");
          g_string_append (self->line, ";;");
          append_escaped (self->line, cells[i]);
          g_string_append (self->line, ";;;;");
          fold (self);
        }
    }
  g_string_append (block, "END:VCARD\r\n");
  return muster_table_writer_flush (writer, FALSE, error);
}

static gboolean
muster_vcard_writer_end (MusterTableWriter *writer, GError **error)
{
  return muster_table_writer_flush (writer, TRUE, error);
}

static void
muster_vcard_writer_finalize (GObject *object)
{
  g_string_free (MUSTER_VCARD_WRITER (object)->line, TRUE);

  G_OBJECT_CLASS (muster_vcard_writer_parent_class)->finalize (object);
}

static void
muster_vcard_writer_class_init (MusterVcardWriterClass *klass)
{
  MusterTableWriterClass *writer_class = MUSTER_TABLE_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = muster_vcard_writer_finalize;
  writer_class->begin = muster_vcard_writer_begin;
  writer_class->add_row = muster_vcard_writer_add_row;
  writer_class->end = muster_vcard_writer_end;
}

static void
muster_vcard_writer_init (MusterVcardWriter *self)
{
  self->line = g_string_new (NULL);
}
