/* muster-pages.c - headings, paragraphs and tables on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-pages"

#include "config.h"

#include <string.h>

#include "muster-markdown-block.h"
#include "muster-pages-private.h"

#define GAP 7.0       /* between paragraphs */
#define LONGEST 4000  /* bytes of a paragraph */
#define TIGHT_GAP 3.0 /* between the items of a list */

static void
table_free (gpointer data)
{
  MusterPagesTable *table = data;

  g_strfreev (table->titles);
  g_free (table->shares);
  g_free (table);
}

static void
piece_free (gpointer data)
{
  MusterPagesPiece *piece = data;

  g_free (piece->markup);
  g_free (piece->marker);
  g_strfreev (piece->cells);
  g_free (piece);
}

/**
 * muster_pages_new:
 * @title: stands at the foot of each page
 */
MusterPages *
muster_pages_new (const char *title)
{
  MusterPages *self = g_new0 (MusterPages, 1);

  self->title = g_strdup (title);
  self->pieces = g_ptr_array_new_with_free_func (piece_free);
  self->tables = g_ptr_array_new_with_free_func (table_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (MusterPagesPlace));
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (self->context, 72);
  return self;
}

void
muster_pages_free (MusterPages *self)
{
  g_clear_object (&self->layout);
  g_object_unref (self->context);
  g_free (self->title);
  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->tables);
  g_array_unref (self->places);
  g_free (self);
}

const char *
muster_pages_get_title (MusterPages *self)
{
  return self->title;
}

static MusterPagesPiece *
add_piece (MusterPages *self, char *markup, double size, double gap)
{
  MusterPagesPiece *piece = g_new0 (MusterPagesPiece, 1);

  piece->markup = markup;
  piece->size = size;
  piece->gap = gap;
  self->width = 0; /* to be placed anew */
  g_ptr_array_add (self->pieces, piece);
  return piece;
}

void
muster_pages_add_title (MusterPages *self, const char *text)
{
  add_piece (self, g_markup_printf_escaped ("<b>%s</b>", text), 20, 0)->keep = TRUE;
}

void
muster_pages_add_heading (MusterPages *self, const char *text)
{
  add_piece (self, g_markup_printf_escaped ("<b>%s</b>", text), 13, 16)->keep = TRUE;
}

void
muster_pages_add_text (MusterPages *self, const char *text)
{
  (void) add_piece (self, g_markup_escape_text (text, -1), MUSTER_PAGES_TEXT_SIZE, GAP);
}

/**
 * muster_pages_add_note:
 *
 * Small and grey: dates, where something is from.
 */
void
muster_pages_add_note (MusterPages *self, const char *text)
{
  add_piece (self, g_markup_escape_text (text, -1), MUSTER_PAGES_NOTE_SIZE, TIGHT_GAP)->grey = 0.35;
}

/* Where a text is cut: at most @limit bytes on, rather between two words. */
static gsize
find_cut (const char *text, gsize limit)
{
  gsize end;

  if (strlen (text) <= limit)
    return strlen (text);

  end = (gsize) (g_utf8_find_prev_char (text, text + limit + 1) - text);
  for (gsize i = end; i > end / 2; i--)
    if (text[i - 1] == ' ')
      return i;
  return end;
}

/* Pango takes the square of a paragraph's length; no rule has paragraphs like these. */
static void
add_endless (MusterPages *self, const MusterMarkdownBlock *block)
{
  g_autofree char *plain = muster_markdown_block_dup_plain (block);

  for (const char *text = plain; *text != '\0';)
    {
      gsize length = find_cut (text, LONGEST);
      MusterPagesPiece *piece = add_piece (self, g_markup_escape_text (text, (gssize) length),
                                           MUSTER_PAGES_TEXT_SIZE, text == plain ? GAP : 0);

      piece->depth = block->depth;
      text += length;
    }
}

static double
get_heading_size (guint level)
{
  static const double sizes[] = { 20, 15, 13, MUSTER_PAGES_TEXT_SIZE };

  return sizes[MIN (level, G_N_ELEMENTS (sizes)) - 1];
}

static void
add_block (MusterPages *self, const MusterMarkdownBlock *block)
{
  gboolean is_heading = block->kind == MUSTER_MARKDOWN_HEADING;
  char *markup = block->kind == MUSTER_MARKDOWN_RULE ? NULL
                 : is_heading                        ? g_strdup_printf ("<b>%s</b>", block->markup)
                                                     : g_strdup (block->markup);
  MusterPagesPiece *piece = add_piece (
      self, markup, is_heading ? get_heading_size (block->level) : MUSTER_PAGES_TEXT_SIZE,
      block->marker != NULL && !block->has_gap ? TIGHT_GAP : GAP);

  piece->depth = block->depth;
  piece->marker = g_strdup (block->marker);
  piece->keep = is_heading;
}

void
muster_pages_add_markdown (MusterPages *self, const char *text)
{
  g_autoptr (GPtrArray) blocks = muster_markdown_block_list (text);

  for (guint i = 0; i < blocks->len; i++)
    {
      const MusterMarkdownBlock *block = blocks->pdata[i];

      if (strlen (block->markup) > LONGEST)
        add_endless (self, block);
      else
        add_block (self, block);
    }
}

/**
 * muster_pages_begin_table:
 * @shares: of the width, together 1
 */
void
muster_pages_begin_table (MusterPages *self, guint n_columns, const char *const *titles,
                          const double *shares)
{
  MusterPagesTable *table = g_new0 (MusterPagesTable, 1);

  table->n_columns = n_columns;
  table->titles = g_strdupv ((char **) titles);
  table->shares = g_memdup2 (shares, n_columns * sizeof *shares);
  g_ptr_array_add (self->tables, table);
}

/**
 * muster_pages_add_row:
 * @cells: (array zero-terminated=1): one for each column of the table that was begun last; what has
 *   no room in its cell is cut
 */
void
muster_pages_add_row (MusterPages *self, const char *const *cells)
{
  MusterPagesPiece *piece = add_piece (self, NULL, MUSTER_PAGES_NOTE_SIZE + 0.5, 0);

  g_assert (self->tables->len > 0);
  piece->table = self->tables->pdata[self->tables->len - 1];
  piece->cells = g_strdupv ((char **) cells);
  g_assert (g_strv_length (piece->cells) == piece->table->n_columns);
}
