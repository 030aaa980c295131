/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-store.h"

G_BEGIN_DECLS

/**
 * MusterExportEntry:
 *
 * One export, as the history keeps it; texts belong to the caller.
 */
typedef struct
{
  MusterId group;
  const char *what;    /* "members" … */
  const char *columns; /* their ids, with commas */
  const char *profile; /* "full" or "masked" */
  const char *file;
  gint64 rows;
  const char *author; /* muster_export_table_log() fills it in */
} MusterExportEntry;

gboolean
muster_export_table_insert (MusterChange *change, const MusterExportEntry *entry, GError **error);
gboolean muster_export_table_log (MusterStore *store, const char *title, MusterExportEntry *entry,
                                  GError **error);

G_END_DECLS
