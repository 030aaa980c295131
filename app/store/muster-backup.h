/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-day.h"

G_BEGIN_DECLS

gboolean muster_backup_write (MusterDatabase *db, const char *path, GCancellable *cancellable,
                              GError **error);
gboolean
muster_backup_before_migration (MusterDatabase *db, guint version, MusterDay today, GError **error);
gboolean
muster_backup_daily (MusterDatabase *db, MusterDay today, gboolean *out_written, GError **error);
gboolean muster_backup_check (const char *path, GError **error);
char *muster_backup_dup_folder (const char *database) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
