/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-export-columns.h"
#include "muster-store.h"

G_BEGIN_DECLS

/**
 * MusterExportRequest:
 * @path: ends in .csv, .xlsx, .vcf or .json
 * @columns: (nullable): ids of fields, separated by commas; %NULL for all of the profile
 */
typedef struct
{
  const char *path;
  MusterExportProfile profile;
  const char *columns;
} MusterExportRequest;

gboolean muster_members_export_run (MusterStore *store, MusterGroup *group,
                                    const MusterExportRequest *request, gint64 *out_rows,
                                    GCancellable *cancellable, GError **error);
void muster_members_export_run_async (MusterStore *store, MusterGroup *group,
                                      const MusterExportRequest *request, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean muster_members_export_run_finish (MusterStore *store, GAsyncResult *result,
                                           gint64 *out_rows, GError **error);

G_END_DECLS
