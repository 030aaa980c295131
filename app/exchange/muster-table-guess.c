/* muster-table-guess.c - where the header is, and what the columns hold
 *
 * Looks at copies of the first rows.  The header is the first row with two
 * cells that are known headings; failing that, a first row that is nothing but
 * words above columns of numbers.  Without one, the contents tell.  Used by
 * the abstract table reader.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-table-guess"

#include "config.h"

#include "muster-table-guess.h"

#define MAX_ROWS 60
#define MAX_CELL 200 /* bytes of a cell that are looked at */

typedef struct
{
  guint64 line;
  GPtrArray *cells; /* owned, of char * */
} Row;

struct _MusterTableGuess
{
  GArray *rows; /* owned, of Row */
  guint n_columns;
};

typedef enum
{
  CONTENT_EMPTY,
  CONTENT_WORD,
  CONTENT_NUMBER,
  CONTENT_PHONE,
  CONTENT_EMAIL,
  CONTENT_DATE,
  CONTENT_HAN_NAME,
  N_CONTENTS,
} Content;

static void
clear_row (gpointer data)
{
  g_ptr_array_unref (((Row *) data)->cells);
}

MusterTableGuess *
muster_table_guess_new (void)
{
  MusterTableGuess *self = g_new0 (MusterTableGuess, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  return self;
}

void
muster_table_guess_free (MusterTableGuess *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

gboolean
muster_table_guess_is_full (MusterTableGuess *self)
{
  return self->rows->len >= MAX_ROWS;
}

/**
 * muster_table_guess_add:
 * @row: copied
 */
void
muster_table_guess_add (MusterTableGuess *self, const MusterTableRow *row)
{
  Row copy = { row->line, g_ptr_array_new_with_free_func (g_free) };

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *text = g_utf8_make_valid (row->cells[i].length > 0 ? row->cells[i].data : "",
                                                 (gssize) MIN (row->cells[i].length, MAX_CELL));

      g_ptr_array_add (copy.cells, g_strdup (g_strstrip (text)));
    }
  self->n_columns = MAX (self->n_columns, row->n_cells);
  g_array_append_val (self->rows, copy);
}

static const char *
get_cell (const Row *row, guint column)
{
  return column < row->cells->len ? g_ptr_array_index (row->cells, column) : "";
}

static gboolean
is_han_name (const char *text)
{
  int n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_get_script (c) != G_UNICODE_SCRIPT_HAN && c != 0xB7 && c != 0x2022)
        return FALSE;
      n++;
    }
  return n >= 2 && n <= 4;
}

static Content
classify (const char *text)
{
  guint digits = 0, others = 0, letters = 0, separators = 0;

  if (*text == '\0')
    return CONTENT_EMPTY;
  if (strchr (text, '@') > text && strchr (text, ' ') == NULL)
    return CONTENT_EMAIL;
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      digits++;
    else if (*p == '-' || *p == '/' || *p == '.' || *p == ':')
      separators++;
    else if (strchr ("+() ", *p) != NULL)
      others++;
    else
      letters++;
  if (letters > 0)
    return is_han_name (text) ? CONTENT_HAN_NAME : CONTENT_WORD;
  if (digits == 0)
    return CONTENT_WORD;
  if (separators >= 2 && digits >= 4 && digits <= 14 && (text[4] == '-' || text[4] == '/'))
    return CONTENT_DATE;
  if ((digits == 11 && text[0] == '1' && text[1] >= '3') ||
      (text[0] == '+' && digits >= 8 && digits <= 15) ||
      (digits >= 9 && digits <= 13 && (others > 0 || separators > 0)))
    return CONTENT_PHONE;
  return CONTENT_NUMBER;
}

static guint
count_headings (const Row *row, guint *out_filled)
{
  guint n = 0;

  *out_filled = 0;
  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *cell = get_cell (row, i);

      *out_filled += *cell != '\0';
      n += muster_field_is_heading (cell, -1);
    }
  return n;
}

/* Words only, one in each column, and something else than words below. */
static gboolean
looks_like_header (MusterTableGuess *self, const Row *row)
{
  gboolean differs = FALSE;

  if (self->rows->len < 2 || row->cells->len < 2)
    return FALSE;
  for (guint i = 0; i < row->cells->len; i++)
    {
      Content content = classify (get_cell (row, i));

      if (content != CONTENT_WORD && content != CONTENT_HAN_NAME)
        return FALSE;
      for (guint k = 1; k < self->rows->len; k++)
        {
          Content below = classify (get_cell (&g_array_index (self->rows, Row, k), i));

          differs |= below == CONTENT_PHONE || below == CONTENT_EMAIL || below == CONTENT_NUMBER ||
                     below == CONTENT_DATE;
        }
    }
  return differs;
}

/* "Name;Straße;Ort": one heading that nobody is called, among words. */
static gboolean
names_a_column (const Row *row)
{
  gboolean named = FALSE;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *cell = get_cell (row, i);
      MusterField field = muster_field_from_heading (cell, -1);
      Content content = classify (cell);

      if (content != CONTENT_WORD && content != CONTENT_HAN_NAME && content != CONTENT_EMPTY)
        return FALSE;
      named |= field == MUSTER_FIELD_NAME || field == MUSTER_FIELD_FAMILY_NAME ||
               field == MUSTER_FIELD_NICKNAME || field == MUSTER_FIELD_DISPLAY_NAME;
    }
  return named;
}

static const Row *
find_header (MusterTableGuess *self, gint64 forced_line)
{
  const Row *first = &g_array_index (self->rows, Row, 0);
  guint filled;

  if (forced_line != 0)
    {
      for (guint i = 0; i < self->rows->len; i++)
        if ((gint64) g_array_index (self->rows, Row, i).line == forced_line)
          return &g_array_index (self->rows, Row, i);
      return NULL;
    }
  for (guint i = 0; i < self->rows->len; i++)
    if (count_headings (&g_array_index (self->rows, Row, i), &filled) >= 2)
      return &g_array_index (self->rows, Row, i);
  if (count_headings (first, &filled) == 1 && filled == 1 && self->n_columns == 1)
    return first;
  return names_a_column (first) || looks_like_header (self, first) ? first : NULL;
}

/* The kind that more than half of the filled cells of a column are of. */
static Content
judge_column (MusterTableGuess *self, guint column)
{
  guint counts[N_CONTENTS] = { 0 };
  guint filled = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Content content = classify (get_cell (&g_array_index (self->rows, Row, i), column));

      counts[content]++;
      filled += content != CONTENT_EMPTY;
    }
  for (guint c = CONTENT_WORD; c < N_CONTENTS; c++)
    if (counts[c] * 2 > filled)
      return (Content) c;
  return filled > 0 ? CONTENT_WORD : CONTENT_EMPTY;
}

static void
guess_by_content (MusterTableGuess *self, GArray *columns)
{
  gboolean has_name = FALSE;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < columns->len; i++)
      {
        MusterTableColumn *column = &g_array_index (columns, MusterTableColumn, i);
        Content content = judge_column (self, i);

        if (content == CONTENT_PHONE)
          column->field = MUSTER_FIELD_PHONE;
        else if (content == CONTENT_EMAIL)
          column->field = MUSTER_FIELD_EMAIL;
        else if (!has_name && content == (pass == 0 ? CONTENT_HAN_NAME : CONTENT_WORD))
          {
            column->field = MUSTER_FIELD_NAME;
            has_name = TRUE;
          }
      }
}

/* Outlook's Title is a form of address where there is a Job Title too. */
static void
settle_title (GArray *columns)
{
  MusterTableColumn *address = NULL;

  for (guint i = 0; i < columns->len; i++)
    {
      MusterTableColumn *column = &g_array_index (columns, MusterTableColumn, i);

      if (column->field != MUSTER_FIELD_TITLE)
        continue;
      if (address != NULL)
        address->field = MUSTER_FIELD_UNKNOWN;
      address = g_ascii_strcasecmp (column->title, "title") == 0 ? column : NULL;
    }
}

static MusterTableColumn *
find_title (GArray *columns, const char *title)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_ascii_strcasecmp (g_array_index (columns, MusterTableColumn, i).title, title) == 0)
      return &g_array_index (columns, MusterTableColumn, i);
  return NULL;
}

/* WeChat's address book as tools write it: UserName is the account, NickName its own name, and
 * Remark what the keeper calls the person. */
static void
settle_wechat_contacts (GArray *columns)
{
  MusterTableColumn *account = find_title (columns, "UserName");
  MusterTableColumn *remark = find_title (columns, "Remark");
  MusterTableColumn *own = find_title (columns, "NickName");

  if (account == NULL || remark == NULL || own == NULL)
    return;
  account->field = MUSTER_FIELD_ACCOUNT_WECHAT;
  remark->field = MUSTER_FIELD_NAME;
  own->field = MUSTER_FIELD_DISPLAY_NAME;
}

/* 入职日期, when somebody joined the staff, stands back behind 入群时间. */
static void
settle_joined (GArray *columns)
{
  MusterTableColumn *hired = NULL;
  gboolean joined = FALSE;

  for (guint i = 0; i < columns->len; i++)
    {
      MusterTableColumn *column = &g_array_index (columns, MusterTableColumn, i);

      if (column->field == MUSTER_FIELD_JOINED && strstr (column->title, "入职") != NULL)
        hired = column;
      else
        joined |= column->field == MUSTER_FIELD_JOINED;
    }
  if (hired != NULL && joined)
    hired->field = MUSTER_FIELD_UNKNOWN;
}

/* "Name;Vorname", "nom;prénom": the name beside a given one is the family's. */
static void
settle_family_name (GArray *columns)
{
  MusterTableColumn *name = NULL;
  gboolean given = FALSE;

  for (guint i = 0; i < columns->len; i++)
    {
      MusterTableColumn *column = &g_array_index (columns, MusterTableColumn, i);

      if (column->field == MUSTER_FIELD_FAMILY_NAME)
        return;
      given |= column->field == MUSTER_FIELD_GIVEN_NAME &&
               (g_ascii_strncasecmp (column->title, "vorname", 7) == 0 ||
                g_ascii_strncasecmp (column->title, "pr", 2) == 0);
      if (column->field == MUSTER_FIELD_NAME && g_ascii_isalpha (column->title[0]))
        name = column;
    }
  if (given && name != NULL)
    name->field = MUSTER_FIELD_FAMILY_NAME;
}

/* 名字 is the given name beside 姓氏; a second name or nickname is kept for the person to choose.
 */
static void
settle_doubles (GArray *columns)
{
  gboolean has_family = FALSE;
  guint seen[MUSTER_N_FIELDS] = { 0 };

  for (guint i = 0; i < columns->len; i++)
    has_family |= g_array_index (columns, MusterTableColumn, i).field == MUSTER_FIELD_FAMILY_NAME;
  for (guint i = 0; i < columns->len; i++)
    {
      MusterTableColumn *column = &g_array_index (columns, MusterTableColumn, i);
      gboolean single =
          column->field != MUSTER_FIELD_PHONE && column->field != MUSTER_FIELD_EMAIL &&
          column->field != MUSTER_FIELD_IGNORED && column->field != MUSTER_FIELD_NOTE &&
          column->field != MUSTER_FIELD_TAGS && column->field != MUSTER_FIELD_ADDRESS;

      if (column->field == MUSTER_FIELD_NAME && has_family && column->title != NULL &&
          strcmp (column->title, "名字") == 0)
        column->field = MUSTER_FIELD_GIVEN_NAME;
      if (single && seen[column->field]++ > 0)
        column->field = MUSTER_FIELD_UNKNOWN;
    }
}

/**
 * muster_table_guess_finish:
 * @forced_line: the line of the header; 0 to find it, -1 for none
 * @columns: (element-type MusterTableColumn): filled
 *
 * Returns: the line of the header, 0 for none
 */
guint64
muster_table_guess_finish (MusterTableGuess *self, gint64 forced_line, GArray *columns)
{
  const Row *header;

  g_array_set_size (columns, 0);
  if (self->rows->len == 0)
    return 0;

  header = find_header (self, forced_line);
  g_array_set_size (columns, self->n_columns);
  if (header == NULL)
    {
      guess_by_content (self, columns);
      return 0;
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      MusterTableColumn *column = &g_array_index (columns, MusterTableColumn, i);

      column->title = g_strdup (get_cell (header, i));
      column->field = muster_field_from_heading (column->title, -1);
    }
  settle_title (columns);
  settle_wechat_contacts (columns);
  settle_family_name (columns);
  settle_joined (columns);
  settle_doubles (columns);
  return header->line;
}
