/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * MusterPages:
 *
 * Headings, paragraphs and tables that flow from page to page.
 */
typedef struct _MusterPages MusterPages;

MusterPages *muster_pages_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;
void muster_pages_free (MusterPages *self);

void muster_pages_add_title (MusterPages *self, const char *text);
void muster_pages_add_heading (MusterPages *self, const char *text);
void muster_pages_add_text (MusterPages *self, const char *text);
void muster_pages_add_note (MusterPages *self, const char *text);
void muster_pages_add_markdown (MusterPages *self, const char *text);
void muster_pages_begin_table (MusterPages *self, guint n_columns, const char *const *titles,
                               const double *shares);
void muster_pages_add_row (MusterPages *self, const char *const *cells);

const char *muster_pages_get_title (MusterPages *self);
guint muster_pages_get_n_pages (MusterPages *self, double width, double height);
void
muster_pages_draw_page (MusterPages *self, cairo_t *cairo, double width, double height, guint page);
gboolean muster_pages_save (MusterPages *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPages, muster_pages_free)

G_END_DECLS
