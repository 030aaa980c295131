/* muster-text-table.c - columns that line up on a terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-text-table"

#include "config.h"

#include "muster-text-table.h"

#define GAP 2 /* between two columns */

struct _MusterTextTable
{
  GPtrArray *cells; /* owned, of char *, row by row */
  guint n_columns;
};

MusterTextTable *
muster_text_table_new (guint n_columns)
{
  MusterTextTable *self = g_new0 (MusterTextTable, 1);

  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->n_columns = n_columns;
  return self;
}

void
muster_text_table_free (MusterTextTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * muster_text_table_add:
 * @cell: (nullable): the next cell; lines and tabs in it become spaces
 */
void
muster_text_table_add (MusterTextTable *self, const char *cell)
{
  g_ptr_array_add (self->cells, g_strdelimit (g_strdup (cell != NULL ? cell : ""), "\n\t", ' '));
}

/* Columns of a terminal. */
static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static void
find_widths (MusterTextTable *self, guint *widths)
{
  for (guint i = 0; i < self->cells->len; i++)
    widths[i % self->n_columns] =
        MAX (widths[i % self->n_columns], get_width (self->cells->pdata[i]));
}

/* The last column of a row is not filled up. */
void
muster_text_table_print (MusterTextTable *self)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);

  find_widths (self, widths);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const char *cell = self->cells->pdata[i];
      guint column = i % self->n_columns;

      if (column + 1 == self->n_columns)
        g_print ("%s\n", cell);
      else
        g_print ("%s%*s", cell, (int) (widths[column] - get_width (cell) + GAP), "");
    }
}
