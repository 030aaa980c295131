/* muster-vcard-reader.c - the cards of a vCard file, as rows
 *
 * Versions 2.1, 3.0 and 4.0, mixed as they like.  Several phones, addresses …
 * of a card stand in one cell with " ::: " between.  Bytes are taken from the
 * file as it is, because each property may have a charset of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-vcard-reader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-encoding.h"
#include "muster-stamp.h"
#include "muster-table-reader-private.h"
#include "muster-vcard-line.h"
#include "muster-vcard-reader.h"

#define MAX_NESTING 8
#define SEPARATOR " ::: "

enum
{
  NAME,
  FAMILY,
  GIVEN,
  MIDDLE,
  READING,
  NICKNAME,
  PHONE,
  EMAIL,
  WECHAT,
  QQ,
  COMPANY,
  DEPARTMENT,
  TITLE,
  BIRTHDAY,
  ADDRESS,
  TAGS,
  NOTE,
  N_COLUMNS,
};

static const MusterField column_fields[N_COLUMNS] = {
  MUSTER_FIELD_NAME,        MUSTER_FIELD_FAMILY_NAME, MUSTER_FIELD_GIVEN_NAME,
  MUSTER_FIELD_MIDDLE_NAME, MUSTER_FIELD_READING,     MUSTER_FIELD_NICKNAME,
  MUSTER_FIELD_PHONE,       MUSTER_FIELD_EMAIL,       MUSTER_FIELD_ACCOUNT_WECHAT,
  MUSTER_FIELD_ACCOUNT_QQ,  MUSTER_FIELD_COMPANY,     MUSTER_FIELD_DEPARTMENT,
  MUSTER_FIELD_TITLE,       MUSTER_FIELD_BIRTHDAY,    MUSTER_FIELD_ADDRESS,
  MUSTER_FIELD_TAGS,        MUSTER_FIELD_NOTE,
};

typedef struct
{
  GString *columns[N_COLUMNS];
  guint64 line;
} Card;

struct _MusterVcardReader
{
  MusterTableReader parent_instance;

  MusterVcardLines lines;
  Card cards[MAX_NESTING]; /* cards within cards: an agent's */
  guint depth;             /* how many are open */
  guint last;              /* the one handed out */
  MusterSpan cells[N_COLUMNS];
};

G_DEFINE_FINAL_TYPE (MusterVcardReader, muster_vcard_reader, MUSTER_TYPE_TABLE_READER)

static gboolean
muster_vcard_reader_rewind (MusterTableReader *reader, GError **error)
{
  MusterVcardReader *self = MUSTER_VCARD_READER (reader);
  MusterTextSource *source = muster_table_reader_get_source (reader);
  const char *encoding = muster_text_source_get_encoding (source);
  const char *converter = NULL;
  MusterSpan text;

  text.data = muster_text_source_get_data (source, &text.length);
  if (!g_str_has_prefix (encoding, "UTF") && strcmp (encoding, "ASCII") != 0)
    {
      text = muster_text_source_get_raw (source);
      converter = muster_encoding_get_converter (encoding);
    }
  muster_vcard_lines_clear (&self->lines);
  muster_vcard_lines_init (&self->lines, text, converter);
  self->depth = 0;
  return TRUE;
}

static gboolean
muster_vcard_reader_begin (MusterTableReader *reader, const MusterTableOptions *options,
                           GError **error)
{
  muster_table_reader_set_columns (reader, column_fields, N_COLUMNS);
  return muster_vcard_reader_rewind (reader, error);
}

static void
add_value (Card *card, guint column, const char *text)
{
  GString *cell = card->columns[column];

  if (text == NULL || *text == '\0')
    return;
  if (cell->len > 0)
    g_string_append (cell, SEPARATOR);
  g_string_append (cell, text);
}

static void
set_value (Card *card, guint column, const char *text)
{
  if (card->columns[column]->len == 0)
    add_value (card, column, text);
}

static const char *
get_part (char **parts, guint index)
{
  return g_strv_length (parts) > index ? parts[index] : "";
}

static void
take_phone (Card *card, char **parts)
{
  g_autofree char *text = g_strdup (get_part (parts, 0));
  const char *start = text;

  if (g_ascii_strncasecmp (start, "tel:", 4) == 0)
    start += 4;
  text[strcspn (text, ";")] = '\0';
  add_value (card, PHONE, start);
}

static void
take_address (Card *card, char **parts)
{
  g_autoptr (GString) address = g_string_new (NULL);

  for (; *parts != NULL; parts++)
    if (**parts != '\0')
      g_string_append_printf (address, "%s%s", address->len > 0 ? ", " : "", *parts);
  add_value (card, ADDRESS, address->str);
}

static void
take_name (Card *card, char **parts)
{
  set_value (card, FAMILY, get_part (parts, 0));
  set_value (card, GIVEN, get_part (parts, 1));
  set_value (card, MIDDLE, get_part (parts, 2));
}

/* Last and first name, each in a line of its own. */
static void
take_reading (Card *card, const char *text)
{
  GString *cell = card->columns[READING];

  g_string_append_printf (cell, "%s%s", cell->len > 0 && *text != '\0' ? " " : "", text);
}

static void
take_line (Card *card, const MusterVcardLine *line)
{
  static const struct
  {
    const char *name;
    guint column;
    gboolean is_single;
  } plain[] = {
    { "FN", NAME, TRUE },
    { "NICKNAME", NICKNAME, TRUE },
    { "EMAIL", EMAIL, FALSE },
    { "TITLE", TITLE, TRUE },
    { "BDAY", BIRTHDAY, TRUE },
    { "NOTE", NOTE, FALSE },
    { "X-QQ", QQ, TRUE },
    { "X-WECHAT", WECHAT, TRUE },
    { "X-LUNAR-BIRTHDAY", BIRTHDAY, TRUE },
  };
  gboolean is_tags = strcmp (line->name, "CATEGORIES") == 0;
  gboolean is_list = strcmp (line->name, "N") == 0 || strcmp (line->name, "ADR") == 0 ||
                     strcmp (line->name, "ORG") == 0;
  gboolean has_commas = strcmp (line->name, "NICKNAME") == 0 || is_tags;
  g_auto (GStrv) parts = muster_vcard_line_split (line, is_list ? ';' : has_commas ? ',' : '\0');

  if (strcmp (line->name, "TEL") == 0)
    take_phone (card, parts);
  else if (is_tags)
    for (guint i = 0; parts[i] != NULL; i++)
      add_value (card, TAGS, parts[i]);
  else if (strcmp (line->name, "N") == 0)
    take_name (card, parts);
  else if (strcmp (line->name, "ADR") == 0)
    take_address (card, parts);
  else if (g_str_has_prefix (line->name, "X-PHONETIC-") && g_str_has_suffix (line->name, "-NAME"))
    take_reading (card, get_part (parts, 0));
  else if (strcmp (line->name, "ORG") == 0)
    {
      set_value (card, COMPANY, get_part (parts, 0));
      set_value (card, DEPARTMENT, get_part (parts, 1));
    }
  else
    for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
      if (strcmp (line->name, plain[i].name) == 0)
        {
          if (plain[i].is_single)
            set_value (card, plain[i].column, parts[0]);
          else
            add_value (card, plain[i].column, parts[0]);
        }
}

static gboolean
is_east_asian (const char *text)
{
  GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (text));

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA || script == G_UNICODE_SCRIPT_HANGUL;
}

/* A card without FN is named by its N. */
static void
complete_name (Card *card)
{
  const char *family = card->columns[FAMILY]->str;
  const char *given = card->columns[GIVEN]->str;
  g_autofree char *name = NULL;

  if (card->columns[NAME]->len > 0 || !g_utf8_validate (family, -1, NULL))
    return;
  if (*family != '\0' && is_east_asian (family))
    name = g_strconcat (family, given, NULL);
  else
    name = g_strjoin (*family != '\0' && *given != '\0' ? " " : "", given, family, NULL);
  add_value (card, NAME, name);
}

static gboolean
hand_out (MusterVcardReader *self, MusterTableRow *row)
{
  Card *card = &self->cards[--self->depth];
  gboolean is_blank = TRUE;

  complete_name (card);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      self->cells[i] = (MusterSpan){ card->columns[i]->str, card->columns[i]->len };
      is_blank &= card->columns[i]->len == 0;
    }
  if (is_blank) /* a card all the same, which is counted */
    self->cells[NAME] = muster_span_of (MUSTER_TABLE_NO_NAME);
  row->line = card->line;
  row->n_cells = N_COLUMNS;
  row->cells = self->cells;
  return TRUE;
}

static void
open_card (MusterVcardReader *self)
{
  Card *card;

  if (self->depth == MAX_NESTING)
    self->depth--;
  card = &self->cards[self->depth++];
  card->line = self->lines.current.line;
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (card->columns[i] == NULL)
        card->columns[i] = g_string_new (NULL);
      g_string_truncate (card->columns[i], 0);
    }
}

static gboolean
muster_vcard_reader_next_raw (MusterTableReader *reader, MusterTableRow *row, GError **error)
{
  MusterVcardReader *self = MUSTER_VCARD_READER (reader);
  const MusterVcardLine *line = &self->lines.current;

  while (muster_vcard_lines_next (&self->lines))
    {
      gboolean is_card = g_ascii_strcasecmp (g_strstrip (line->value->str), "VCARD") == 0;

      if (strcmp (line->name, "BEGIN") == 0 && is_card)
        open_card (self);
      else if (strcmp (line->name, "END") == 0 && is_card)
        {
          if (self->depth > 0)
            return hand_out (self, row);
        }
      else if (self->depth > 0)
        take_line (&self->cards[self->depth - 1], line);
    }
  if (self->depth == 0)
    return FALSE;
  muster_warnings_add (muster_table_reader_get_warnings (reader), self->cards[self->depth - 1].line,
                       _ ("The card that begins here has no end."));
  return hand_out (self, row);
}

static void
muster_vcard_reader_finalize (GObject *object)
{
  MusterVcardReader *self = MUSTER_VCARD_READER (object);

  muster_vcard_lines_clear (&self->lines);
  for (guint i = 0; i < MAX_NESTING; i++)
    for (guint k = 0; k < N_COLUMNS; k++)
      if (self->cards[i].columns[k] != NULL)
        g_string_free (self->cards[i].columns[k], TRUE);

  G_OBJECT_CLASS (muster_vcard_reader_parent_class)->finalize (object);
}

static void
muster_vcard_reader_class_init (MusterVcardReaderClass *klass)
{
  MusterTableReaderClass *table_class = MUSTER_TABLE_READER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = muster_vcard_reader_finalize;
  table_class->begin = muster_vcard_reader_begin;
  table_class->next_raw = muster_vcard_reader_next_raw;
  table_class->rewind = muster_vcard_reader_rewind;
}

static void
muster_vcard_reader_init (MusterVcardReader *self)
{
}

int
muster_vcard_reader_detect (const MusterProbe *probe)
{
  const char *p = probe->head.data;
  const char *end = p + probe->head.length;

  for (guint i = 0; i < 50 && p < end; i++)
    {
      const char *stop = memchr (p, '\n', (gsize) (end - p));
      MusterSpan line = muster_span_trim (muster_span (p, stop != NULL ? stop : end));

      if (line.length == 11 && g_ascii_strncasecmp (line.data, "BEGIN:VCARD", 11) == 0)
        return 98;
      p = stop != NULL ? stop + 1 : end;
    }
  return 0;
}
