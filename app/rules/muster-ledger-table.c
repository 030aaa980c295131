/* muster-ledger-table.c - the SQL of the table "ledger"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-ledger-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-ledger.h"
#include "muster-money.h"
#include "muster-query.h"
#include "muster-store-error.h"

#define COLUMNS "id, group_id, membership_id, violation_id, kind, amount, day, due_on, note, author"

static gboolean
check (const MusterLedgerEntry *entry, GError **error)
{
  gint64 max =
      muster_ledger_kind_is_money (entry->kind) ? MUSTER_MONEY_MAX : MUSTER_LEDGER_MAX_POINTS;

  if (entry->amount > 0 && entry->amount <= max)
    return TRUE;

  g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                       entry->amount <= 0 ? _ ("The amount must be more than 0.")
                                          : _ ("The amount is too large."));
  return FALSE;
}

/**
 * muster_ledger_table_insert:
 * @entry: what to store; gets its id
 */
gboolean
muster_ledger_table_insert (MusterChange *change, MusterLedgerEntry *entry, GError **error)
{
  g_autoptr (MusterQuery) query = NULL;

  if (!check (entry, error))
    return FALSE;

  query = muster_query_new (muster_change_get_database (change),
                            "INSERT INTO ledger (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
                            "?8, ?9, ?10)",
                            error);
  if (query == NULL)
    return FALSE;

  entry->id = muster_change_new_id (change);
  muster_query_bind_id (query, 1, &entry->id);
  muster_query_bind_id (query, 2, &entry->group);
  muster_query_bind_id (query, 3, &entry->membership);
  if (!muster_id_is_none (&entry->violation))
    muster_query_bind_id (query, 4, &entry->violation);
  muster_query_bind_text (query, 5, muster_ledger_kind_get_key (entry->kind));
  muster_query_bind_int (query, 6, entry->amount);
  muster_query_bind_day (query, 7, entry->day);
  muster_query_bind_day (query, 8, entry->due_on);
  muster_query_bind_text (query, 9, entry->note);
  muster_query_bind_text (query, 10, entry->author);
  return muster_query_run (query, error);
}

static gpointer
read_entry (MusterQuery *query, gconstpointer data)
{
  MusterLedgerEntry *entry = muster_ledger_entry_new (MUSTER_LEDGER_FINE);

  muster_query_get_id (query, 0, &entry->id);
  muster_query_get_id (query, 1, &entry->group);
  muster_query_get_id (query, 2, &entry->membership);
  muster_query_get_id (query, 3, &entry->violation);
  (void) muster_ledger_kind_find (muster_query_get_text (query, 4), &entry->kind);
  entry->amount = muster_query_get_int (query, 5);
  entry->day = muster_query_get_day (query, 6);
  entry->due_on = muster_query_get_day (query, 7);
  entry->note = muster_query_dup_text (query, 8);
  entry->author = muster_query_dup_text (query, 9);
  return entry;
}

/**
 * muster_ledger_table_list:
 *
 * Returns: (transfer full) (element-type MusterLedgerEntry): the oldest first
 */
GPtrArray *
muster_ledger_table_list (MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db, "SELECT " COLUMNS " FROM ledger WHERE group_id = ?1 ORDER BY day, stamp, id", error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, group);
  return muster_query_list (query, read_entry, NULL, (GDestroyNotify) muster_ledger_entry_free,
                            error);
}
