/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "muster-id.h"
#include "muster-store-error.h"

G_BEGIN_DECLS

/**
 * MusterDatabaseMode:
 * @MUSTER_DATABASE_WRITE: reads and writes; the file is made if it is missing
 * @MUSTER_DATABASE_READ: reads only
 */
typedef enum
{
  MUSTER_DATABASE_WRITE,
  MUSTER_DATABASE_READ,
} MusterDatabaseMode;

#define MUSTER_TYPE_DATABASE (muster_database_get_type ())
G_DECLARE_FINAL_TYPE (MusterDatabase, muster_database, MUSTER, DATABASE, GObject)

void muster_database_set_up_process (void);
MusterDatabase *muster_database_open (const char *path, MusterDatabaseMode mode,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

sqlite3 *muster_database_get_handle (MusterDatabase *self);
const char *muster_database_get_path (MusterDatabase *self);
guint64 muster_database_get_n_prepared (MusterDatabase *self);
void muster_database_set_change (MusterDatabase *self, gboolean in_change, gint64 stamp);

gboolean muster_database_exec (MusterDatabase *self, const char *sql, GError **error);
gboolean
muster_database_read_int (MusterDatabase *self, const char *sql, gint64 *out_value, GError **error);
void muster_database_watch_cancellable (MusterDatabase *self, GCancellable *cancellable);

sqlite3_stmt *
muster_database_take_statement (MusterDatabase *self, const char *sql, GError **error);
void muster_database_give_statement (MusterDatabase *self, sqlite3_stmt *statement);

G_END_DECLS
