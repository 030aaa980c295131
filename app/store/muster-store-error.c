/* muster-store-error.c - what SQLite said, in words that help a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-store-error"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-store-error.h"

G_DEFINE_QUARK (muster_store_error, muster_store_error)

typedef struct
{
  int sqlite_code; /* primary result code */
  MusterStoreError code;
  const char *text;
} Translation;

static const Translation translations[] = {
  { SQLITE_NOTADB, MUSTER_STORE_ERROR_NOT_A_STORE, N_ ("This file is not a Muster database.") },
  { SQLITE_CORRUPT, MUSTER_STORE_ERROR_DAMAGED,
    N_ ("The database is damaged. Restore a backup, or run “musterctl verify” to learn more.") },
  { SQLITE_READONLY, MUSTER_STORE_ERROR_READ_ONLY,
    N_ ("The database can’t be changed: the file or its folder is read-only.") },
  { SQLITE_CANTOPEN, MUSTER_STORE_ERROR_READ_ONLY, N_ ("The database can’t be opened.") },
  { SQLITE_PERM, MUSTER_STORE_ERROR_READ_ONLY, N_ ("The database may not be opened.") },
  { SQLITE_FULL, MUSTER_STORE_ERROR_FULL,
    N_ ("The disk is full. Nothing was changed; make room and try again.") },
  { SQLITE_IOERR, MUSTER_STORE_ERROR_FULL,
    N_ ("The disk could not be read or written. Nothing was changed.") },
  { SQLITE_BUSY, MUSTER_STORE_ERROR_BUSY,
    N_ ("Another program is using the database. Try again when it has finished.") },
  { SQLITE_LOCKED, MUSTER_STORE_ERROR_BUSY,
    N_ ("Another program is using the database. Try again when it has finished.") },
};

/**
 * muster_store_error_set_sqlite:
 * @db: the connection that failed
 * @what: the statement or the step that failed; shown only when the code says nothing better
 *
 * An interrupted statement becomes %G_IO_ERROR_CANCELLED.
 *
 * Returns: %FALSE, so that a caller can return it
 */
gboolean
muster_store_error_set_sqlite (GError **error, sqlite3 *db, const char *what)
{
  int code = sqlite3_extended_errcode (db);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled."));
      return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (translations); i++)
    if (translations[i].sqlite_code == (code & 0xff))
      {
        g_set_error (error, MUSTER_STORE_ERROR, (int) translations[i].code, "%s (SQLite %d: %s)",
                     _ (translations[i].text), code, sqlite3_errmsg (db));
        return FALSE;
      }

  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_SQL, "%s: %s (%d)", what,
               sqlite3_errmsg (db), code);
  return FALSE;
}

/**
 * muster_store_error_get_code_name:
 * @error: an error of %MUSTER_STORE_ERROR
 *
 * Returns: the short stable word that `musterctl --json` prints as code
 */
const char *
muster_store_error_get_code_name (const GError *error)
{
  static const char *const names[] = {
    "store",     "not-a-store", "newer-store", "damaged",       "read-only",
    "disk-full", "busy",        "not-found",   "invalid-value", "nothing-to-do",
  };

  g_return_val_if_fail (error->domain == MUSTER_STORE_ERROR, "error");
  g_return_val_if_fail (error->code >= 0 && error->code < (int) G_N_ELEMENTS (names), "error");

  return names[error->code];
}
