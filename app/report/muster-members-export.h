/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-group.h"
#include "muster-store.h"

G_BEGIN_DECLS

/**
 * MusterExportProfile:
 * @MUSTER_EXPORT_FULL: all that is known, for the keeper
 * @MUSTER_EXPORT_MASKED: to be posted: surnames only, and nothing by which somebody can be reached
 */
typedef enum
{
  MUSTER_EXPORT_FULL,
  MUSTER_EXPORT_MASKED,
} MusterExportProfile;

gboolean muster_members_export_run (MusterStore *store, MusterGroup *group, const char *path,
                                    MusterExportProfile profile, gint64 *out_rows,
                                    GCancellable *cancellable, GError **error);
void muster_members_export_run_async (MusterStore *store, MusterGroup *group, const char *path,
                                      MusterExportProfile profile, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean muster_members_export_run_finish (MusterStore *store, GAsyncResult *result,
                                           gint64 *out_rows, GError **error);
char *muster_members_export_dup_masked_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
