/* muster-receipt-table.c - the SQL of the table "receipts"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-receipt-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-notice-table.h"
#include "muster-query.h"
#include "muster-receipt-table.h"
#include "muster-store-error.h"

#define COLUMNS "notice_id, membership_id, state, answered_at, way, source, note, author"

void
muster_receipt_free (MusterReceipt *self)
{
  g_free (self->source);
  g_free (self->note);
  g_free (self->author);
  g_free (self);
}

/* Nobody can answer what was not sent. */
static gboolean
check_sent (MusterDatabase *db, const MusterReceipt *receipt, GError **error)
{
  g_autoptr (MusterNotice) notice = muster_notice_table_load (db, &receipt->notice, error);

  if (notice == NULL)
    return FALSE;
  if (notice->sent_at != MUSTER_NOTICE_NO_TIME)
    return TRUE;

  g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                       _ ("This notice has not been sent, so nobody can have answered it."));
  return FALSE;
}

/**
 * muster_receipt_table_set:
 *
 * Takes the place of what the person had answered.
 */
gboolean
muster_receipt_table_set (MusterChange *change, const MusterReceipt *receipt, GError **error)
{
  MusterDatabase *db = muster_change_get_database (change);
  g_autoptr (MusterQuery) query = NULL;

  g_return_val_if_fail (receipt->state != MUSTER_RECEIPT_NONE, FALSE);

  if (!check_sent (db, receipt, error))
    return FALSE;
  query = muster_query_new (
      db,
      "INSERT INTO receipts (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
      "ON CONFLICT (notice_id, membership_id) DO UPDATE SET state = excluded.state, "
      "answered_at = excluded.answered_at, way = excluded.way, source = excluded.source, "
      "note = excluded.note, author = excluded.author",
      error);
  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, &receipt->notice);
  muster_query_bind_id (query, 2, &receipt->membership);
  muster_query_bind_text (query, 3, muster_receipt_state_get_key (receipt->state));
  if (receipt->answered_at != MUSTER_NOTICE_NO_TIME)
    muster_query_bind_int (query, 4, receipt->answered_at);
  muster_query_bind_text (query, 5, muster_reply_way_get_key (receipt->way));
  muster_query_bind_text (query, 6, receipt->source);
  muster_query_bind_text (query, 7, receipt->note);
  muster_query_bind_text (query, 8, receipt->author);
  return muster_query_run (query, error);
}

gboolean
muster_receipt_table_delete (MusterChange *change, const MusterId *notice,
                             const MusterId *membership, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_change_get_database (change),
                        "DELETE FROM receipts WHERE notice_id = ?1 AND membership_id = ?2", error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, notice);
  muster_query_bind_id (query, 2, membership);
  return muster_query_run (query, error);
}

static gpointer
read_receipt (MusterQuery *query, gconstpointer data)
{
  MusterReceipt *receipt = g_new0 (MusterReceipt, 1);

  muster_query_get_id (query, 0, &receipt->notice);
  muster_query_get_id (query, 1, &receipt->membership);
  if (!muster_receipt_state_find (muster_query_get_text (query, 2), &receipt->state))
    receipt->state = MUSTER_RECEIPT_RECEIVED;
  receipt->answered_at =
      muster_query_is_null (query, 3) ? MUSTER_NOTICE_NO_TIME : muster_query_get_int (query, 3);
  (void) muster_reply_way_find (muster_query_get_text (query, 4), &receipt->way);
  receipt->source = muster_query_dup_text (query, 5);
  receipt->note = muster_query_dup_text (query, 6);
  receipt->author = muster_query_dup_text (query, 7);
  return receipt;
}

/**
 * muster_receipt_table_list:
 *
 * Returns: (transfer full) (element-type MusterReceipt): in the order in which they came
 */
GPtrArray *
muster_receipt_table_list (MusterDatabase *db, const MusterId *notice, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT " COLUMNS " FROM receipts WHERE notice_id = ?1 "
                        "ORDER BY answered_at, stamp, membership_id",
                        error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, notice);
  return muster_query_list (query, read_receipt, NULL, (GDestroyNotify) muster_receipt_free, error);
}
