/* muster-pages-place.c - where the pieces of a text stand on its pages
 *
 * A paragraph may be cut between its lines, a row of a table may not; a table that goes on repeats
 * its head.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-pages-place"

#include "config.h"

#include "muster-pages-private.h"
#include "muster-pdf.h"

/* Where the next piece goes. */
typedef struct
{
  guint page;
  double y;
  double bottom;
} Pen;

PangoLayout *
muster_pages_new_layout (MusterPages *self, const char *markup, double size, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (MUSTER_PDF_FONT);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_markup (layout, markup, -1);
  pango_font_description_free (font);
  return layout;
}

/**
 * muster_pages_get_layout:
 *
 * Returns: (transfer none): of a paragraph, for the width of the pages; until the next is asked for
 */
PangoLayout *
muster_pages_get_layout (MusterPages *self, guint piece)
{
  const MusterPagesPiece *it = self->pieces->pdata[piece];

  if (self->layout != NULL && self->layout_of == piece)
    return self->layout;

  g_clear_object (&self->layout);
  self->layout = muster_pages_new_layout (self, it->markup, it->size,
                                          self->width - 2 * MUSTER_PAGES_MARGIN -
                                              it->depth * MUSTER_PAGES_INDENT);
  self->layout_of = piece;
  return self->layout;
}

double
muster_pages_get_line_height (PangoLayout *layout, int line)
{
  PangoRectangle extents;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, line), NULL, &extents);
  return (double) extents.height / PANGO_SCALE * 1.15;
}

static void
turn_page (Pen *pen)
{
  pen->page++;
  pen->y = MUSTER_PAGES_MARGIN;
}

static void
put (MusterPages *self, Pen *pen, guint piece, int first_line, int n_lines, double height)
{
  MusterPagesPlace place = { piece, pen->page, pen->y, first_line, n_lines, FALSE };

  g_array_append_val (self->places, place);
  pen->y += height;
}

static void
place_lines (MusterPages *self, Pen *pen, guint i)
{
  const MusterPagesPiece *piece = self->pieces->pdata[i];
  PangoLayout *layout = muster_pages_get_layout (self, i);
  int n_lines = pango_layout_get_line_count (layout);
  double needed = piece->keep ? 4 * muster_pages_get_line_height (layout, 0) : 0;

  if (pen->y + needed > pen->bottom)
    turn_page (pen);
  for (int first = 0; first < n_lines;)
    {
      double height = 0;
      int n = 0;

      while (first + n < n_lines &&
             (pen->y + height + muster_pages_get_line_height (layout, first + n) <= pen->bottom ||
              (pen->y <= MUSTER_PAGES_MARGIN && n == 0)))
        height += muster_pages_get_line_height (layout, first + n++);
      if (n > 0)
        put (self, pen, i, first, n, height);
      first += n;
      if (first < n_lines)
        turn_page (pen);
    }
}

static void
place_row (MusterPages *self, Pen *pen, guint i)
{
  const MusterPagesPiece *piece = self->pieces->pdata[i];
  const MusterPagesPiece *before = i > 0 ? self->pieces->pdata[i - 1] : NULL;
  gboolean is_first = before == NULL || before->table != piece->table;

  if (pen->y + (is_first ? 2 : 1) * MUSTER_PAGES_ROW_HEIGHT > pen->bottom)
    {
      turn_page (pen);
      is_first = TRUE;
    }
  if (is_first)
    pen->y += MUSTER_PAGES_ROW_HEIGHT;
  put (self, pen, i, 0, 1, MUSTER_PAGES_ROW_HEIGHT);
  g_array_index (self->places, MusterPagesPlace, self->places->len - 1).has_head = is_first;
}

static void
place_piece (MusterPages *self, Pen *pen, guint i)
{
  const MusterPagesPiece *piece = self->pieces->pdata[i];

  if (pen->y > MUSTER_PAGES_MARGIN)
    pen->y += piece->gap;
  if (piece->table != NULL)
    place_row (self, pen, i);
  else if (piece->markup != NULL)
    place_lines (self, pen, i);
  else if (pen->y + MUSTER_PAGES_RULE_HEIGHT <= pen->bottom)
    put (self, pen, i, 0, 1, MUSTER_PAGES_RULE_HEIGHT);
}

void
muster_pages_place (MusterPages *self, double width, double height)
{
  Pen pen = { 0, MUSTER_PAGES_MARGIN, height - MUSTER_PAGES_MARGIN - MUSTER_PAGES_FOOTER_HEIGHT };

  if (self->width == width && self->height == height)
    return;

  g_clear_object (&self->layout);
  self->width = width;
  self->height = height;
  g_array_set_size (self->places, 0);
  for (guint i = 0; i < self->pieces->len; i++)
    place_piece (self, &pen, i);
}

/**
 * muster_pages_get_n_pages:
 * @width: of the paper, in points
 * @height: of the paper, in points
 */
guint
muster_pages_get_n_pages (MusterPages *self, double width, double height)
{
  muster_pages_place (self, width, height);
  return self->places->len > 0
             ? g_array_index (self->places, MusterPagesPlace, self->places->len - 1).page + 1
             : 1;
}
