/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "muster-event-detail.h"

G_BEGIN_DECLS

/**
 * MusterSignInSheet:
 *
 * A list of people with a place for each signature, page by page.
 */
typedef struct _MusterSignInSheet MusterSignInSheet;

MusterSignInSheet *muster_sign_in_sheet_new (const MusterEventDetail *detail, const char *when,
                                             gboolean signed_up_only) G_GNUC_WARN_UNUSED_RESULT;
void muster_sign_in_sheet_free (MusterSignInSheet *self);

guint muster_sign_in_sheet_get_n_pages (MusterSignInSheet *self, double width, double height);
void muster_sign_in_sheet_draw_page (MusterSignInSheet *self, cairo_t *cairo, double width,
                                     double height, guint page);
gboolean muster_sign_in_sheet_save (MusterSignInSheet *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSignInSheet, muster_sign_in_sheet_free)

G_END_DECLS
