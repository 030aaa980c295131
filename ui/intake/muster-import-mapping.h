/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-import-job.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_IMPORT_MAPPING (muster_import_mapping_get_type ())
G_DECLARE_FINAL_TYPE (MusterImportMapping, muster_import_mapping, MUSTER, IMPORT_MAPPING, AdwBin)

void muster_import_mapping_show (MusterImportMapping *self, MusterImportJob *job);

G_END_DECLS
