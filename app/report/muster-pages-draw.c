/* muster-pages-draw.c - pages drawn with Pango, so that names of all scripts are written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-pages-draw"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-pages-private.h"
#include "muster-pdf.h"

#define CELL_PADDING 4.0

static void
draw_line (cairo_t *cairo, double y, double width, double grey)
{
  cairo_set_source_rgb (cairo, grey, grey, grey);
  cairo_set_line_width (cairo, 0.6);
  cairo_move_to (cairo, MUSTER_PAGES_MARGIN, y);
  cairo_line_to (cairo, width - MUSTER_PAGES_MARGIN, y);
  cairo_stroke (cairo);
}

static void
draw_cells (MusterPages *self, cairo_t *cairo, const MusterPagesTable *table, char **cells,
            double y, double width, gboolean bold)
{
  double x = MUSTER_PAGES_MARGIN;

  cairo_set_source_rgb (cairo, 0, 0, 0);
  for (guint i = 0; i < table->n_columns; i++)
    {
      double room = table->shares[i] * (width - 2 * MUSTER_PAGES_MARGIN);
      g_autofree char *markup = g_markup_printf_escaped (bold ? "<b>%s</b>" : "%s", cells[i]);
      g_autoptr (PangoLayout) layout =
          muster_pages_new_layout (self, markup, MUSTER_PAGES_NOTE_SIZE + 0.5, room - CELL_PADDING);

      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      cairo_move_to (cairo, x, y + 2);
      pango_cairo_show_layout (cairo, layout);
      x += room;
    }
  draw_line (cairo, y + MUSTER_PAGES_ROW_HEIGHT - 2, width, bold ? 0.3 : 0.8);
}

static void
draw_lines (MusterPages *self, cairo_t *cairo, const MusterPagesPlace *place)
{
  const MusterPagesPiece *piece = self->pieces->pdata[place->piece];
  PangoLayout *layout = muster_pages_get_layout (self, place->piece);
  double x = MUSTER_PAGES_MARGIN + piece->depth * MUSTER_PAGES_INDENT;
  double y = place->y;

  cairo_set_source_rgb (cairo, piece->grey, piece->grey, piece->grey);
  if (piece->marker != NULL && place->first_line == 0)
    {
      g_autoptr (PangoLayout) marker =
          muster_pages_new_layout (self, piece->marker, piece->size, 2 * MUSTER_PAGES_INDENT);
      int marker_width;

      pango_layout_get_size (marker, &marker_width, NULL);
      cairo_move_to (cairo, x - (double) marker_width / PANGO_SCALE - 5, y);
      pango_cairo_show_layout (cairo, marker);
    }
  for (int i = place->first_line; i < place->first_line + place->n_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      PangoRectangle extents;

      pango_layout_line_get_extents (line, NULL, &extents);
      cairo_move_to (cairo, x, y - (double) extents.y / PANGO_SCALE);
      pango_cairo_show_layout_line (cairo, line);
      y += muster_pages_get_line_height (layout, i);
    }
}

static void
draw_place (MusterPages *self, cairo_t *cairo, const MusterPagesPlace *place, double width)
{
  const MusterPagesPiece *piece = self->pieces->pdata[place->piece];

  if (piece->table == NULL && piece->markup == NULL)
    draw_line (cairo, place->y + MUSTER_PAGES_RULE_HEIGHT / 2, width, 0.6);
  else if (piece->table == NULL)
    draw_lines (self, cairo, place);
  else
    draw_cells (self, cairo, piece->table, piece->cells, place->y, width, FALSE);
  if (place->has_head)
    draw_cells (self, cairo, piece->table, piece->table->titles, place->y - MUSTER_PAGES_ROW_HEIGHT,
                width, TRUE);
}

static void
draw_footer (MusterPages *self, cairo_t *cairo, double width, double height, guint page)
{
  guint n_pages = muster_pages_get_n_pages (self, width, height);
  /* TRANSLATORS: the number of a page, how many there are */
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, n_pages);
  g_autofree char *markup = g_markup_printf_escaped ("%s · %s", self->title, number);
  g_autoptr (PangoLayout) layout = muster_pages_new_layout (self, markup, MUSTER_PAGES_NOTE_SIZE,
                                                            width - 2 * MUSTER_PAGES_MARGIN);

  cairo_set_source_rgb (cairo, 0.35, 0.35, 0.35);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  cairo_move_to (cairo, MUSTER_PAGES_MARGIN, height - MUSTER_PAGES_MARGIN - MUSTER_PAGES_NOTE_SIZE);
  pango_cairo_show_layout (cairo, layout);
}

/* Of the places, which come page by page, the first of @page. */
static guint
find_page (MusterPages *self, guint page)
{
  guint low = 0;
  guint high = self->places->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->places, MusterPagesPlace, middle).page < page)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * muster_pages_draw_page:
 * @width: of the paper, in points
 * @height: of the paper, in points
 * @page: from 0
 */
void
muster_pages_draw_page (MusterPages *self, cairo_t *cairo, double width, double height, guint page)
{
  muster_pages_place (self, width, height);
  for (guint i = find_page (self, page); i < self->places->len; i++)
    {
      const MusterPagesPlace *place = &g_array_index (self->places, MusterPagesPlace, i);

      if (place->page != page)
        break;
      draw_place (self, cairo, place, width);
    }
  draw_footer (self, cairo, width, height, page);
}

static void
draw_cb (gconstpointer data, cairo_t *cairo, double width, double height, guint page)
{
  muster_pages_draw_page ((MusterPages *) data, cairo, width, height, page);
}

/**
 * muster_pages_save:
 * @path: of the PDF; it is replaced at once or not at all
 */
gboolean
muster_pages_save (MusterPages *self, const char *path, GError **error)
{
  return muster_pdf_save (path, self->title,
                          muster_pages_get_n_pages (self, MUSTER_PDF_WIDTH, MUSTER_PDF_HEIGHT),
                          draw_cb, self, error);
}
