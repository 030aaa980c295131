/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-import-job.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_IMPORT_PREVIEW (muster_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (MusterImportPreview, muster_import_preview, MUSTER, IMPORT_PREVIEW, AdwBin)

void muster_import_preview_show (MusterImportPreview *self, MusterImportJob *job);

G_END_DECLS
