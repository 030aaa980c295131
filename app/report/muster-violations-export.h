/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-export-columns.h"
#include "muster-store.h"

G_BEGIN_DECLS

gboolean
muster_violations_export_run (MusterStore *store, MusterGroup *group, const char *path,
                              MusterExportProfile profile, gint64 *out_rows, GError **error);

G_END_DECLS
