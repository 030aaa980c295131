/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define MUSTER_PDF_WIDTH 595.276 /* A4, in points */
#define MUSTER_PDF_HEIGHT 841.89
#define MUSTER_PDF_FONT "Noto Sans CJK SC, Noto Sans, Sans"

/**
 * MusterPdfDraw:
 * @width: of the paper, in points
 * @height: of the paper, in points
 * @page: from 0
 */
typedef void (*MusterPdfDraw) (gconstpointer data, cairo_t *cairo, double width, double height,
                               guint page);

gboolean muster_pdf_save (const char *path, const char *title, guint n_pages, MusterPdfDraw draw,
                          gconstpointer data, GError **error);

G_END_DECLS
