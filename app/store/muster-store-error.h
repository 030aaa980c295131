/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * MusterStoreError:
 * @MUSTER_STORE_ERROR_SQL: SQLite refused a statement for a reason of no other code
 * @MUSTER_STORE_ERROR_NOT_A_STORE: the file is no database, or not one of Muster's
 * @MUSTER_STORE_ERROR_NEWER: the file was written by a newer Muster
 * @MUSTER_STORE_ERROR_DAMAGED: the file is a database, but damaged
 * @MUSTER_STORE_ERROR_READ_ONLY: the file or its folder can't be written
 * @MUSTER_STORE_ERROR_FULL: no room is left on the disk
 * @MUSTER_STORE_ERROR_BUSY: another program is writing
 * @MUSTER_STORE_ERROR_NOT_FOUND: what was named does not exist
 * @MUSTER_STORE_ERROR_INVALID: a value can't be what it is meant to be
 * @MUSTER_STORE_ERROR_NOTHING: there is nothing to undo or redo
 *
 * Trouble with the file that holds everything.  musterctl ends with status 4,
 * with 2 for NOT_FOUND, INVALID and NOTHING.
 */
typedef enum
{
  MUSTER_STORE_ERROR_SQL,
  MUSTER_STORE_ERROR_NOT_A_STORE,
  MUSTER_STORE_ERROR_NEWER,
  MUSTER_STORE_ERROR_DAMAGED,
  MUSTER_STORE_ERROR_READ_ONLY,
  MUSTER_STORE_ERROR_FULL,
  MUSTER_STORE_ERROR_BUSY,
  MUSTER_STORE_ERROR_NOT_FOUND,
  MUSTER_STORE_ERROR_INVALID,
  MUSTER_STORE_ERROR_NOTHING,
} MusterStoreError;

#define MUSTER_STORE_ERROR (muster_store_error_quark ())
GQuark muster_store_error_quark (void);

gboolean muster_store_error_set_sqlite (GError **error, sqlite3 *db, const char *what);
const char *muster_store_error_get_code_name (const GError *error);

G_END_DECLS
