/* muster-csv.c - rows of comma, semicolon, TAB or bar separated text
 *
 * RFC 4180 and what people's files make of it: line breaks and doubled quotes
 * inside quotes, text after a closing quote, a quote that is never closed,
 * rows of another length, a delimiter that changes half-way.  Cells are spans
 * into the text; only cells with doubled quotes are copied.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-csv"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-csv.h"
#include "muster-input-error.h"

#define GUESS_LINES 20
#define GUESS_BYTES (64 * 1024)
#define MAX_OPEN_QUOTE (1024 * 1024) /* a quoted cell longer than this was never closed */

static const char delimiters[] = { ',', ';', '\t', '|' };

/* Counts the delimiters of each line outside quotes. */
static guint
count_columns (MusterSpan text, char delimiter, guint *out_agreeing)
{
  guint counts[GUESS_LINES] = { 0 };
  guint n_lines = 0;
  gboolean quoted = FALSE;
  gboolean filled = FALSE;
  guint best = 0;

  for (gsize i = 0; i < MIN (text.length, GUESS_BYTES) && n_lines < GUESS_LINES; i++)
    {
      char c = text.data[i];

      if (c == '"')
        quoted = !quoted;
      else if (!quoted && c == delimiter)
        counts[n_lines]++;
      else if (!quoted && c == '\n')
        {
          n_lines += filled;
          filled = FALSE;
          continue;
        }
      filled = TRUE;
    }
  n_lines += filled && n_lines < GUESS_LINES;

  *out_agreeing = 0;
  for (guint i = 0; i < n_lines; i++)
    {
      guint agreeing = 0;

      for (guint k = 0; k < n_lines; k++)
        agreeing += counts[k] == counts[i];
      if (counts[i] > 0 &&
          (agreeing > *out_agreeing || (agreeing == *out_agreeing && counts[i] > best)))
        {
          *out_agreeing = agreeing;
          best = counts[i];
        }
    }
  return best > 0 ? best + 1 : 0;
}

/**
 * muster_csv_guess_delimiter:
 * @out_n_columns: (out) (optional): how many columns most of the first lines have with it
 *
 * Returns: the delimiter that splits most of the first lines alike; a comma when none does
 */
char
muster_csv_guess_delimiter (MusterSpan text, guint *out_n_columns)
{
  char best = ',';
  guint best_score = 0;
  guint best_columns = 1;

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      guint agreeing;
      guint columns = count_columns (text, delimiters[i], &agreeing);
      guint score = agreeing * (columns + 3);

      if (columns > 1 && score > best_score)
        {
          best = delimiters[i];
          best_score = score;
          best_columns = columns;
        }
    }
  if (out_n_columns != NULL)
    *out_n_columns = best_columns;
  return best;
}

/**
 * muster_csv_init:
 * @text: must live as long as the cursor
 * @delimiter: 0 to find out
 */
void
muster_csv_init (MusterCsv *self, MusterSpan text, char delimiter)
{
  *self = (MusterCsv){ .text = text };
  self->delimiter = delimiter != 0 ? delimiter : muster_csv_guess_delimiter (text, NULL);
  self->line_end =
      memchr (text.data, '\n', text.length) == NULL && memchr (text.data, '\r', text.length) != NULL
          ? '\r'
          : '\n';
  self->cells = g_array_new (FALSE, FALSE, sizeof (MusterSpan));
  self->unescaped = g_array_new (FALSE, FALSE, sizeof (guint));
  self->scratch = g_string_new (NULL);
  muster_csv_rewind (self);
}

void
muster_csv_clear (MusterCsv *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->unescaped, g_array_unref);
  if (self->scratch != NULL)
    g_string_free (g_steal_pointer (&self->scratch), TRUE);
}

void
muster_csv_rewind (MusterCsv *self)
{
  self->p = self->text.data;
  self->line = 1;
}

static void
add_cell (MusterCsv *self, MusterSpan cell, gboolean in_scratch)
{
  if (in_scratch)
    {
      guint index = self->cells->len;

      g_array_append_val (self->unescaped, index);
    }
  g_array_append_val (self->cells, cell);
}

/* A cell that begins with a quote at self->p.  FALSE when it is never closed. */
static gboolean
read_quoted (MusterCsv *self, const char *end)
{
  const char *limit = end - self->p > MAX_OPEN_QUOTE ? self->p + MAX_OPEN_QUOTE : end;
  const char *start = self->p + 1;
  const char *p = start;
  gsize offset = self->scratch->len;
  gboolean copied = FALSE;
  const char *close;
  MusterSpan cell;

  while ((close = p < limit ? memchr (p, '"', (gsize) (limit - p)) : NULL) != NULL &&
         close + 1 < limit && close[1] == '"')
    {
      g_string_append_len (self->scratch, p, close + 1 - p);
      copied = TRUE;
      p = close + 2;
    }
  if (close == NULL)
    {
      g_string_truncate (self->scratch, offset);
      return FALSE;
    }

  for (const char *q = start; (q = memchr (q, self->line_end, (gsize) (close - q))) != NULL; q++)
    self->line++;
  cell = muster_span (start, close);
  self->p = close + 1;
  while (self->p < end && *self->p != self->delimiter && *self->p != self->line_end)
    self->p++;
  if (copied || self->p > close + 1)
    {
      const char *rest_end = self->p;

      if (rest_end > close + 1 && rest_end[-1] == '\r')
        rest_end--;
      if (copied || rest_end > close + 1)
        {
          g_string_append_len (self->scratch, p, close - p);
          g_string_append_len (self->scratch, close + 1, rest_end - close - 1);
          cell = (MusterSpan){ GSIZE_TO_POINTER (offset), self->scratch->len - offset };
          add_cell (self, cell, TRUE);
          return TRUE;
        }
    }
  add_cell (self, cell, FALSE);
  return TRUE;
}

static void
read_plain (MusterCsv *self, const char *end)
{
  const char *start = self->p;
  const char *p = start;
  const char *stop;

  while (p < end && *p != self->delimiter && *p != self->line_end)
    p++;
  stop = p > start && p[-1] == '\r' && (p == end || *p == self->line_end) ? p - 1 : p;
  self->p = p;
  add_cell (self, muster_span (start, stop), FALSE);
}

/* A row without the table's delimiter, but with another one in it. */
static void
split_again (MusterCsv *self)
{
  MusterSpan whole = g_array_index (self->cells, MusterSpan, 0);

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      const char *p = whole.data;
      const char *end = whole.data + whole.length;
      guint n = 0;

      if (delimiters[i] == self->delimiter || delimiters[i] == '|')
        continue;
      for (const char *q = p; (q = memchr (q, delimiters[i], (gsize) (end - q))) != NULL; q++)
        n++;
      if (n < 2)
        continue;

      g_array_set_size (self->cells, 0);
      while (TRUE)
        {
          const char *next = memchr (p, delimiters[i], (gsize) (end - p));

          add_cell (self, muster_span (p, next != NULL ? next : end), FALSE);
          if (next == NULL)
            return;
          p = next + 1;
        }
    }
}

static gboolean
read_cells (MusterCsv *self, MusterWarnings *warnings, GError **error)
{
  const char *end = self->text.data + self->text.length;
  guint64 first = self->line;

  while (TRUE)
    {
      const char *start = self->p;

      if (self->p >= end || *self->p != '"')
        read_plain (self, end);
      else if (!read_quoted (self, end))
        {
          if (warnings != NULL)
            muster_warnings_add (warnings, self->line, _ ("A quotation mark is never closed."));
          read_plain (self, end);
        }
      if (self->p - start > MUSTER_TABLE_MAX_CELL)
        {
          muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, first,
                                  _ ("A cell is longer than 16 MiB."));
          return FALSE;
        }
      if (self->p >= end || *self->p == self->line_end)
        break;
      if (self->cells->len >= MUSTER_TABLE_MAX_COLUMNS)
        {
          muster_input_error_set (error, MUSTER_INPUT_ERROR_LIMIT, first,
                                  _ ("This row has more than %d columns."),
                                  MUSTER_TABLE_MAX_COLUMNS);
          return FALSE;
        }
      self->p++;
    }
  if (self->p < end)
    {
      self->p++;
      self->line++;
    }
  return TRUE;
}

/**
 * muster_csv_next:
 * @row: (out caller-allocates): the next row; an empty line is a row of one empty cell
 * @warnings: (nullable): gets a note on quotes that are never closed
 *
 * Returns: %FALSE at the end, and with @error set beyond a limit
 */
gboolean
muster_csv_next (MusterCsv *self, MusterTableRow *row, MusterWarnings *warnings, GError **error)
{
  guint64 line = self->line;

  if (self->p >= self->text.data + self->text.length)
    return FALSE;

  g_array_set_size (self->cells, 0);
  g_array_set_size (self->unescaped, 0);
  g_string_truncate (self->scratch, 0);
  if (!read_cells (self, warnings, error))
    return FALSE;
  if (self->cells->len == 1 && self->unescaped->len == 0)
    split_again (self);
  for (guint i = 0; i < self->unescaped->len; i++)
    {
      MusterSpan *cell =
          &g_array_index (self->cells, MusterSpan, g_array_index (self->unescaped, guint, i));

      cell->data = self->scratch->str + GPOINTER_TO_SIZE (cell->data);
    }

  row->line = line;
  row->n_cells = self->cells->len;
  row->cells = (const MusterSpan *) (gpointer) self->cells->data;
  return TRUE;
}
