/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-group.h"
#include "muster-store.h"

G_BEGIN_DECLS

gboolean muster_proof_export_run (MusterStore *store, MusterGroup *group, const MusterId *document,
                                  const char *path, gint64 *out_rows, GError **error);

G_END_DECLS
