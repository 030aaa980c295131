/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterImport:
 * @kind: "roster", "snapshot" or "chat"
 * @first_at: of a chat: the first time as written, seconds; 0 if none
 *
 * What was taken in from outside by one change; texts are owned, %NULL where unknown.
 */
typedef struct
{
  MusterId id;
  MusterId group;
  char *kind;
  char *file;
  char *format;
  char *encoding;
  char *zone;
  gint64 imported_at;
  gint64 records;
  gint64 messages;
  gint64 first_at;
  gint64 last_at;
} MusterImport;

void muster_import_free (MusterImport *self);
gboolean muster_import_table_insert (MusterChange *change, MusterImport *import, GError **error);
gboolean
muster_import_table_set_counts (MusterChange *change, const MusterImport *import, GError **error);
GPtrArray *muster_import_table_list (MusterDatabase *db, const MusterId *group,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterImport, muster_import_free)

G_END_DECLS
