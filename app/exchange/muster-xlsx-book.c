/* muster-xlsx-book.c - the parts of a workbook beside its sheets
 *
 * Names of sheets, shared strings (also with runs of formatting), and the
 * number formats, which alone tell a date from a number.  Everything is read
 * as a stream; entities are never expanded, the network is never asked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-xlsx-book"

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "muster-day.h"
#include "muster-input-error.h"
#include "muster-xlsx-book.h"

#define MAX_STRINGS_BYTES ((gsize) 512 << 20)
#define MAX_SHEETS 1000
#define MAX_STYLES 100000
#define EPOCH_1900 25569 /* 1970-01-01 as a serial number */
#define EPOCH_1904 24107
#define LAST_SERIAL 2958465 /* 9999-12-31 */

static int
read_cb (void *context, char *buffer, int length)
{
  MusterXlsxPart *self = context;
  gssize n;

  if (self->error != NULL)
    return -1;
  n = muster_archive_read (self->archive, buffer, (gsize) length, &self->error);
  return (int) n;
}

static int
close_cb (void *context)
{
  return 0;
}

static void
ignore_error_cb (void *context, const char *message, xmlParserSeverities severity,
                 xmlTextReaderLocatorPtr locator)
{
}

/**
 * muster_xlsx_part_open:
 * @name: of the entry
 *
 * Returns: (transfer full) (nullable): %NULL without @error set when there is no such part
 */
MusterXlsxPart *
muster_xlsx_part_open (MusterTextSource *source, const char *name, GError **error)
{
  g_autoptr (MusterXlsxPart) self = g_new0 (MusterXlsxPart, 1);

  self->archive = muster_archive_open (source, error);
  if (self->archive == NULL || !muster_archive_find (self->archive, name, error))
    return NULL;
  self->xml = xmlReaderForIO (read_cb, close_cb, self, NULL, NULL,
                              XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOWARNING |
                                  XML_PARSE_NOERROR);
  if (self->xml == NULL)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_MALFORMED, 0,
                              _ ("The workbook is damaged."));
      return NULL;
    }
  xmlTextReaderSetErrorHandler (self->xml, ignore_error_cb, NULL);
  return g_steal_pointer (&self);
}

void
muster_xlsx_part_free (MusterXlsxPart *self)
{
  if (self->xml != NULL)
    xmlFreeTextReader (self->xml);
  g_clear_pointer (&self->archive, muster_archive_free);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * muster_xlsx_part_read:
 *
 * Returns: 1 with the next node, 0 at the end, -1 with @error set
 */
int
muster_xlsx_part_read (MusterXlsxPart *self, GError **error)
{
  int result = xmlTextReaderRead (self->xml);

  if (result >= 0 && self->error == NULL)
    return result;
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else
    muster_input_error_set (error, MUSTER_INPUT_ERROR_MALFORMED, 0, _ ("The workbook is damaged."));
  return -1;
}

/**
 * muster_xlsx_part_is:
 *
 * Returns: whether the node is the beginning of such an element
 */
gboolean
muster_xlsx_part_is (MusterXlsxPart *self, const char *name)
{
  return xmlTextReaderNodeType (self->xml) == XML_READER_TYPE_ELEMENT &&
         strcmp ((const char *) xmlTextReaderConstLocalName (self->xml), name) == 0;
}

char *
muster_xlsx_part_dup_attribute (MusterXlsxPart *self, const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (self->xml, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/* The entry that a relation's target means, relative to xl/. */
static char *
resolve_target (const char *target)
{
  if (target[0] == '/')
    return g_strdup (target + 1);
  return g_strconcat ("xl/", target, NULL);
}

static GHashTable *
read_relations (MusterTextSource *source, GError **error)
{
  g_autoptr (GHashTable) relations =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (MusterXlsxPart) part = NULL;
  GError *own = NULL;
  int result;

  part = muster_xlsx_part_open (source, "xl/_rels/workbook.xml.rels", &own);
  if (own != NULL)
    {
      g_propagate_error (error, own);
      return NULL;
    }
  if (part == NULL)
    return g_steal_pointer (&relations);
  while ((result = muster_xlsx_part_read (part, error)) == 1)
    if (muster_xlsx_part_is (part, "Relationship") && g_hash_table_size (relations) < 10000)
      {
        g_autofree char *id = muster_xlsx_part_dup_attribute (part, "Id");
        g_autofree char *target = muster_xlsx_part_dup_attribute (part, "Target");

        if (id != NULL && target != NULL)
          g_hash_table_insert (relations, g_steal_pointer (&id), resolve_target (target));
      }
  return result == 0 ? g_steal_pointer (&relations) : NULL;
}

static void
add_sheet (MusterXlsxBook *self, MusterXlsxPart *part, GHashTable *relations)
{
  g_autofree char *name = muster_xlsx_part_dup_attribute (part, "name");
  g_autofree char *id = muster_xlsx_part_dup_attribute (part, "r:id");
  g_autofree char *state = muster_xlsx_part_dup_attribute (part, "state");
  gboolean hidden = state != NULL && strcmp (state, "visible") != 0;
  const char *file = id != NULL ? g_hash_table_lookup (relations, id) : NULL;

  if (name == NULL || self->names->len >= MAX_SHEETS)
    return;
  g_ptr_array_add (self->names, g_steal_pointer (&name));
  g_array_append_val (self->hidden, hidden);
  g_ptr_array_add (self->files,
                   file != NULL ? g_strdup (file)
                                : g_strdup_printf ("xl/worksheets/sheet%u.xml", self->names->len));
}

static gboolean
read_sheets (MusterXlsxBook *self, MusterTextSource *source, GError **error)
{
  g_autoptr (GHashTable) relations = read_relations (source, error);
  g_autoptr (MusterXlsxPart) part = NULL;
  GError *own = NULL;
  int result;

  if (relations == NULL)
    return FALSE;
  part = muster_xlsx_part_open (source, "xl/workbook.xml", &own);
  if (part == NULL)
    {
      if (own == NULL)
        muster_input_error_set (&own, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                                _ ("There is no workbook in this file."));
      g_propagate_error (error, own);
      return FALSE;
    }
  while ((result = muster_xlsx_part_read (part, error)) == 1)
    if (muster_xlsx_part_is (part, "sheet"))
      add_sheet (self, part, relations);
    else if (muster_xlsx_part_is (part, "workbookPr"))
      {
        g_autofree char *flag = muster_xlsx_part_dup_attribute (part, "date1904");

        self->starts_1904 = flag != NULL && (*flag == '1' || *flag == 't');
      }
  return result == 0;
}

static gboolean
add_text (MusterXlsxBook *self, MusterXlsxPart *part, GError **error)
{
  const char *text = (const char *) xmlTextReaderConstValue (part->xml);

  if (text == NULL)
    return TRUE;
  g_string_append (self->strings, text);
  if (self->strings->len <= MAX_STRINGS_BYTES)
    return TRUE;
  muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, 0,
                          _ ("The workbook has more text than Muster reads (512 MiB)."));
  return FALSE;
}

/* <si><t>…</t></si>, or runs <si><r><t>…; what is in <rPh> is only how to read it. */
static gboolean
read_strings (MusterXlsxBook *self, MusterTextSource *source, GError **error)
{
  g_autoptr (MusterXlsxPart) part = NULL;
  gboolean in_text = FALSE, in_reading = FALSE;
  GError *own = NULL;
  int result = 0;

  part = muster_xlsx_part_open (source, "xl/sharedStrings.xml", &own);
  while (part != NULL && own == NULL && (result = muster_xlsx_part_read (part, &own)) == 1)
    {
      int type = xmlTextReaderNodeType (part->xml);
      gboolean is_end = type == XML_READER_TYPE_END_ELEMENT;
      const char *name = (const char *) xmlTextReaderConstLocalName (part->xml);

      if (type == XML_READER_TYPE_ELEMENT && strcmp (name, "si") == 0)
        g_array_append_val (self->offsets, self->strings->len);
      else if ((type == XML_READER_TYPE_ELEMENT || is_end) && strcmp (name, "t") == 0)
        in_text = !is_end && !xmlTextReaderIsEmptyElement (part->xml);
      else if ((type == XML_READER_TYPE_ELEMENT || is_end) && strcmp (name, "rPh") == 0)
        in_reading = !is_end && !xmlTextReaderIsEmptyElement (part->xml);
      else if (in_text && !in_reading &&
               (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
                type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE ||
                type == XML_READER_TYPE_WHITESPACE) &&
               !add_text (self, part, &own))
        break;
    }
  g_array_append_val (self->offsets, self->strings->len);
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, own);
  return FALSE;
}

/* Letters of dates and times outside quotes and brackets. */
static MusterXlsxKind
judge_format_code (const char *code)
{
  gboolean has_day = FALSE, has_time = FALSE;

  for (const char *p = code; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '[')
        {
          const char *stop = strchr (p + 1, *p == '"' ? '"' : ']');

          if (*p == '[' && g_ascii_tolower (p[1]) == 'h')
            has_time = TRUE;
          if (stop == NULL)
            break;
          p = stop;
        }
      else if (*p == '\\' && p[1] != '\0')
        p++;
      else if (*p == 'y' || *p == 'Y' || *p == 'd' || *p == 'D')
        has_day = TRUE;
      else if (*p == 'h' || *p == 'H')
        has_time = TRUE;
    }
  return has_day ? MUSTER_XLSX_DATE : has_time ? MUSTER_XLSX_TIME : MUSTER_XLSX_NUMBER;
}

/* "00000" shows 42 as 00042: numbers of staff and pupils. */
static guint8
count_zeros (const char *code)
{
  gsize n = strspn (code, "0");

  return n >= 2 && n <= 20 && code[n] == '\0' ? (guint8) n : 0;
}

static MusterXlsxStyle
judge_format (guint64 id, GHashTable *codes)
{
  const char *code = g_hash_table_lookup (codes, GUINT_TO_POINTER ((guint) id));
  MusterXlsxStyle style = { MUSTER_XLSX_NUMBER, 0 };

  if (code != NULL)
    style = (MusterXlsxStyle){ (guint8) judge_format_code (code), count_zeros (code) };
  else if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
           (id >= 50 && id <= 54) || id == 57 || id == 58)
    style.kind = MUSTER_XLSX_DATE;
  else if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 ||
           id == 56)
    style.kind = MUSTER_XLSX_TIME;
  return style;
}

static gboolean
read_styles (MusterXlsxBook *self, MusterTextSource *source, GError **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (MusterXlsxPart) part = NULL;
  gboolean in_cells = FALSE;
  GError *own = NULL;

  part = muster_xlsx_part_open (source, "xl/styles.xml", &own);
  while (part != NULL && own == NULL && muster_xlsx_part_read (part, &own) == 1)
    {
      if (muster_xlsx_part_is (part, "numFmt"))
        {
          g_autofree char *id = muster_xlsx_part_dup_attribute (part, "numFmtId");
          g_autofree char *code = muster_xlsx_part_dup_attribute (part, "formatCode");

          if (id != NULL && code != NULL && g_hash_table_size (codes) < MAX_STYLES)
            g_hash_table_insert (codes, GUINT_TO_POINTER ((guint) g_ascii_strtoull (id, NULL, 10)),
                                 g_steal_pointer (&code));
        }
      else if (muster_xlsx_part_is (part, "cellXfs"))
        in_cells = TRUE;
      else if (muster_xlsx_part_is (part, "cellStyles"))
        in_cells = FALSE;
      else if (in_cells && muster_xlsx_part_is (part, "xf") && self->styles->len < MAX_STYLES)
        {
          g_autofree char *id = muster_xlsx_part_dup_attribute (part, "numFmtId");
          MusterXlsxStyle style =
              judge_format (id != NULL ? g_ascii_strtoull (id, NULL, 10) : 0, codes);

          g_array_append_val (self->styles, style);
        }
    }
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, own);
  return FALSE;
}

/**
 * muster_xlsx_book_new:
 *
 * Returns: (transfer full) (nullable): the workbook's common parts
 */
MusterXlsxBook *
muster_xlsx_book_new (MusterTextSource *source, GError **error)
{
  g_autoptr (MusterXlsxBook) self = g_new0 (MusterXlsxBook, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->hidden = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->styles = g_array_new (FALSE, FALSE, sizeof (MusterXlsxStyle));
  if (!read_sheets (self, source, error) || !read_strings (self, source, error) ||
      !read_styles (self, source, error))
    return NULL;
  if (self->names->len == 0)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_EMPTY, 0,
                              _ ("The workbook has no sheets."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
muster_xlsx_book_free (MusterXlsxBook *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->files);
  g_string_free (self->strings, TRUE);
  g_array_unref (self->offsets);
  g_array_unref (self->hidden);
  g_array_unref (self->styles);
  g_free (self);
}

/**
 * muster_xlsx_book_get_string:
 *
 * Returns: whether there is a shared string of that number
 */
gboolean
muster_xlsx_book_get_string (MusterXlsxBook *self, guint64 index, MusterSpan *out_text)
{
  gsize start;

  if (index + 1 >= self->offsets->len)
    return FALSE;
  start = g_array_index (self->offsets, gsize, index);
  *out_text = (MusterSpan){ self->strings->str + start,
                            g_array_index (self->offsets, gsize, index + 1) - start };
  return TRUE;
}

static char *
dup_date (MusterXlsxBook *self, double serial)
{
  double whole = floor (serial);
  int seconds = (int) lround ((serial - whole) * 86400.0);
  int epoch = self->starts_1904 ? EPOCH_1904 : EPOCH_1900;
  MusterDay day = (MusterDay) whole - epoch;
  char date[MUSTER_DAY_LENGTH];

  if (!self->starts_1904 && whole < 60) /* 1900 was no leap year, except here */
    day++;
  if (seconds >= 86400)
    {
      day++;
      seconds = 0;
    }
  muster_day_format (day, date);
  if (seconds == 0)
    return g_strdup (date);
  return g_strdup_printf ("%s %02d:%02d:%02d", date, seconds / 3600, seconds / 60 % 60,
                          seconds % 60);
}

/**
 * muster_xlsx_book_dup_number:
 * @text: as in the sheet
 * @index: number of the cell's style
 *
 * Dates become YYYY-MM-DD, with the time if it is not midnight; a phone number that was
 * stored as 1.38E+10 becomes its digits.
 *
 * Returns: (transfer full): the number as a person would have typed it
 */
char *
muster_xlsx_book_dup_number (MusterXlsxBook *self, const char *text, guint64 index)
{
  MusterXlsxStyle style = { MUSTER_XLSX_NUMBER, 0 };
  char *end = NULL;
  double value = g_ascii_strtod (text, &end);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (index < self->styles->len)
    style = g_array_index (self->styles, MusterXlsxStyle, index);
  if (end == text || *end != '\0' || !isfinite (value))
    return g_strdup (text);
  if (style.kind == MUSTER_XLSX_DATE && value >= 1 && value < LAST_SERIAL)
    return dup_date (self, value);
  if (style.kind == MUSTER_XLSX_TIME && value >= 0 && value < LAST_SERIAL)
    {
      int seconds = (int) lround ((value - floor (value)) * 86400.0) % 86400;

      return value >= 1 ? dup_date (self, value)
                        : g_strdup_printf ("%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60,
                                           seconds % 60);
    }
  if (fabs (value) < 1e15 && value == floor (value))
    return g_strdup_printf ("%0*.0f", style.digits, value);
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", value));
}
