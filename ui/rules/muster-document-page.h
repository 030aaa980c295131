/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-group.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_DOCUMENT_PAGE (muster_document_page_get_type ())
G_DECLARE_FINAL_TYPE (MusterDocumentPage, muster_document_page, MUSTER, DOCUMENT_PAGE, AdwBin)

void muster_document_page_open (MusterDocumentPage *self, MusterContext *context,
                                MusterGroup *group, const MusterId *document, gboolean write);
void muster_document_page_refresh (MusterDocumentPage *self);
void muster_document_page_close (MusterDocumentPage *self);

G_END_DECLS
