/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-import-job.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_IMPORT_TARGET (muster_import_target_get_type ())
G_DECLARE_FINAL_TYPE (MusterImportTarget, muster_import_target, MUSTER, IMPORT_TARGET, AdwBin)

void muster_import_target_show (MusterImportTarget *self, MusterImportJob *job, GListModel *groups,
                                MusterGroup *group, MusterDay today);
gboolean muster_import_target_is_complete (MusterImportTarget *self);
const char *muster_import_target_get_encoding (MusterImportTarget *self);
void muster_import_target_take (MusterImportTarget *self);

G_END_DECLS
