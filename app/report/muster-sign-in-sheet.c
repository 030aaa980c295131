/* muster-sign-in-sheet.c - a sheet on which people sign that they came
 *
 * Drawn with Pango, so that names of all scripts are written; sizes are points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sign-in-sheet"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-pdf.h"
#include "muster-sign-in-sheet.h"

#define MARGIN 42.0
#define HEADER_HEIGHT 66.0
#define FOOTER_HEIGHT 24.0
#define ROW_HEIGHT 25.0
#define EMPTY_ROWS 8 /* at the end, for those who walk in */

typedef struct
{
  char *name;
  char *detail;
} Row;

struct _MusterSignInSheet
{
  char *title;  /* owned */
  char *line;   /* owned: when and where */
  GArray *rows; /* owned, of Row */
};

/* The columns: where they begin, as shares of the width. */
static const struct
{
  const char *title;
  double from;
} columns[] = {
  { N_ ("No."), 0 },
  { N_ ("Name"), 0.08 },
  { N_ ("Nickname, department"), 0.34 },
  { N_ ("Signature"), 0.64 },
};

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->name);
  g_free (row->detail);
}

static gboolean
is_wanted (MusterParticipant *participant, gboolean signed_up_only)
{
  const MusterParticipantState *state = muster_participant_get_state (participant);

  return !signed_up_only || (state->has_answered && state->answer == MUSTER_SIGN_UP_YES);
}

/**
 * muster_sign_in_sheet_new:
 * @when: the time in words
 * @signed_up_only: leave out who has not signed up
 */
MusterSignInSheet *
muster_sign_in_sheet_new (const MusterEventDetail *detail, const char *when,
                          gboolean signed_up_only)
{
  MusterSignInSheet *self = g_new0 (MusterSignInSheet, 1);
  const char *place = detail->event->place;

  self->title = g_strdup (detail->event->title);
  self->line = place != NULL ? g_strdup_printf ("%s · %s", when, place) : g_strdup (when);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  for (guint i = 0; i < detail->people->len; i++)
    {
      MusterParticipant *participant = detail->people->pdata[i];
      Row row = { g_strdup (muster_participant_get_name (participant)),
                  g_strdup (muster_participant_get_detail (participant)) };

      if (is_wanted (participant, signed_up_only))
        g_array_append_val (self->rows, row);
      else
        row_clear (&row);
    }
  return self;
}

void
muster_sign_in_sheet_free (MusterSignInSheet *self)
{
  g_free (self->title);
  g_free (self->line);
  g_array_unref (self->rows);
  g_free (self);
}

static guint
get_rows_per_page (double height)
{
  double room = height - 2 * MARGIN - HEADER_HEIGHT - FOOTER_HEIGHT - ROW_HEIGHT;

  return (guint) MAX (room / ROW_HEIGHT, 1);
}

/**
 * muster_sign_in_sheet_get_n_pages:
 * @width: of the paper, in points
 * @height: of the paper, in points
 */
guint
muster_sign_in_sheet_get_n_pages (MusterSignInSheet *self, double width, double height)
{
  guint per_page = get_rows_per_page (height);

  return (self->rows->len + EMPTY_ROWS + per_page - 1) / per_page;
}

static void
write_text (cairo_t *cairo, const char *text, double x, double y, double width, double size,
            gboolean bold)
{
  PangoLayout *layout = pango_cairo_create_layout (cairo);
  PangoFontDescription *font = pango_font_description_from_string (MUSTER_PDF_FONT);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cairo, x, y);
  pango_cairo_show_layout (cairo, layout);
  pango_font_description_free (font);
  g_object_unref (layout);
}

static void
draw_line (cairo_t *cairo, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cairo, x1, y1);
  cairo_line_to (cairo, x2, y2);
  cairo_stroke (cairo);
}

static double
get_column_end (guint i)
{
  return i + 1 < G_N_ELEMENTS (columns) ? columns[i + 1].from : 1;
}

/* A cell of a row that begins at @y. */
static void
draw_cell (cairo_t *cairo, const char *text, guint column, double y, double width, gboolean bold)
{
  double room = width - 2 * MARGIN;
  double from = MARGIN + columns[column].from * room;

  if (text != NULL)
    write_text (cairo, text, from + 5, y + 4,
                (get_column_end (column) - columns[column].from) * room - 9, bold ? 10 : 12, bold);
}

static void
draw_grid (cairo_t *cairo, double top, guint n_rows, double width)
{
  double room = width - 2 * MARGIN;
  double bottom = top + (n_rows + 1) * ROW_HEIGHT;

  cairo_set_line_width (cairo, 0.6);
  for (guint i = 0; i <= n_rows + 1; i++)
    draw_line (cairo, MARGIN, top + i * ROW_HEIGHT, width - MARGIN, top + i * ROW_HEIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    draw_line (cairo, MARGIN + columns[i].from * room, top, MARGIN + columns[i].from * room,
               bottom);
  draw_line (cairo, width - MARGIN, top, width - MARGIN, bottom);
}

static void
draw_rows (MusterSignInSheet *self, cairo_t *cairo, double top, guint first, guint n, double width)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    draw_cell (cairo, _ (columns[i].title), i, top + 2, width, TRUE);
  for (guint i = 0; i < n; i++)
    {
      double y = top + (i + 1) * ROW_HEIGHT;
      g_autofree char *number = g_strdup_printf ("%u", first + i + 1);

      draw_cell (cairo, number, 0, y, width, FALSE);
      if (first + i >= self->rows->len)
        continue;
      draw_cell (cairo, g_array_index (self->rows, Row, first + i).name, 1, y, width, FALSE);
      draw_cell (cairo, g_array_index (self->rows, Row, first + i).detail, 2, y, width, FALSE);
    }
}

/**
 * muster_sign_in_sheet_draw_page:
 * @width: of the paper, in points
 * @height: of the paper, in points
 * @page: from 0
 */
void
muster_sign_in_sheet_draw_page (MusterSignInSheet *self, cairo_t *cairo, double width,
                                double height, guint page)
{
  guint per_page = get_rows_per_page (height);
  guint first = page * per_page;
  guint n = MIN (per_page, self->rows->len + EMPTY_ROWS - first);
  guint n_pages = muster_sign_in_sheet_get_n_pages (self, width, height);
  double top = MARGIN + HEADER_HEIGHT;
  /* TRANSLATORS: the number of a page, how many there are */
  g_autofree char *footer = g_strdup_printf (_ ("Page %u of %u"), page + 1, n_pages);

  cairo_set_source_rgb (cairo, 0, 0, 0);
  write_text (cairo, self->title, MARGIN, MARGIN, width - 2 * MARGIN, 20, TRUE);
  write_text (cairo, self->line, MARGIN, MARGIN + 34, width - 2 * MARGIN, 12, FALSE);
  draw_grid (cairo, top, n, width);
  draw_rows (self, cairo, top, first, n, width);
  write_text (cairo, footer, MARGIN, height - MARGIN - 10, width - 2 * MARGIN, 9, FALSE);
}

static void
draw_cb (gconstpointer data, cairo_t *cairo, double width, double height, guint page)
{
  muster_sign_in_sheet_draw_page ((MusterSignInSheet *) data, cairo, width, height, page);
}

/**
 * muster_sign_in_sheet_save:
 * @path: of the PDF; it is replaced at once or not at all
 */
gboolean
muster_sign_in_sheet_save (MusterSignInSheet *self, const char *path, GError **error)
{
  guint n_pages = muster_sign_in_sheet_get_n_pages (self, MUSTER_PDF_WIDTH, MUSTER_PDF_HEIGHT);

  return muster_pdf_save (path, self->title, n_pages, draw_cb, self, error);
}
