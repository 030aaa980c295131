/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-document.h"
#include "muster-edition.h"
#include "muster-group.h"
#include "muster-pages.h"
#include "muster-store.h"

G_BEGIN_DECLS

/**
 * MusterDocumentExport:
 * @edition: (nullable): %NULL for the draft
 * @label: (nullable): which edition, as people say it
 *
 * What is to be handed out of a rule text; all belongs to the caller.
 */
typedef struct
{
  MusterGroup *group;
  const MusterDocument *document;
  const MusterEdition *edition;
  const char *label;
} MusterDocumentExport;

char *muster_document_export_dup_chat (const MusterDocumentExport *self) G_GNUC_WARN_UNUSED_RESULT;
char *muster_document_export_dup_html (const MusterDocumentExport *self) G_GNUC_WARN_UNUSED_RESULT;
MusterPages *
muster_document_export_new_pages (const MusterDocumentExport *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_document_export_run (const MusterDocumentExport *self, MusterStore *store,
                                     const char *path, GError **error);

G_END_DECLS
