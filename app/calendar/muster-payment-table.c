/* muster-payment-table.c - the SQL of the table "payments"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-payment-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-money.h"
#include "muster-payment-table.h"
#include "muster-query.h"
#include "muster-store-error.h"

static const struct
{
  const char *key;
  const char *title;
  gboolean personal;
} kinds[] = {
  [MUSTER_PAYMENT_PAID] = { "paid", N_ ("Paid"), TRUE },
  [MUSTER_PAYMENT_REFUNDED] = { "refunded", N_ ("Refunded"), TRUE },
  [MUSTER_PAYMENT_WAIVED] = { "waived", N_ ("Waived"), TRUE },
  [MUSTER_PAYMENT_DUE] = { "due", N_ ("To pay"), TRUE },
  [MUSTER_PAYMENT_EXPENSE] = { "expense", N_ ("Expense"), FALSE },
  [MUSTER_PAYMENT_INCOME] = { "income", N_ ("Other income"), FALSE },
};

void
muster_payment_free (MusterPayment *self)
{
  g_free (self->person);
  g_free (self->currency);
  g_free (self->note);
  g_free (self->author);
  g_free (self);
}

/**
 * muster_payment_kind_is_personal:
 *
 * Returns: whether it is between the group and a person
 */
gboolean
muster_payment_kind_is_personal (MusterPaymentKind kind)
{
  return kinds[kind].personal;
}

const char *
muster_payment_kind_get_key (MusterPaymentKind kind)
{
  return kinds[kind].key;
}

/**
 * muster_payment_kind_get_title:
 *
 * Returns: for people, translated
 */
const char *
muster_payment_kind_get_title (MusterPaymentKind kind)
{
  return _ (kinds[kind].title);
}

static MusterPaymentKind
find_kind (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].key, key) == 0)
      return (MusterPaymentKind) i;

  return MUSTER_PAYMENT_EXPENSE;
}

static gboolean
check (const MusterPayment *payment, GError **error)
{
  gint64 least = payment->kind == MUSTER_PAYMENT_DUE ? 0 : 1;
  const char *wrong = NULL;

  if (payment->amount < least || payment->amount > MUSTER_MONEY_MAX)
    wrong = _ ("The amount has to be more than nothing, and not beyond all reason.");
  else if (kinds[payment->kind].personal && (payment->person == NULL || *payment->person == '\0'))
    wrong = _ ("Whose money is it? A payment needs a name.");
  if (wrong != NULL)
    g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID, wrong);
  return wrong == NULL;
}

/**
 * muster_payment_table_insert:
 * @payment: what to store; gets its id
 */
gboolean
muster_payment_table_insert (MusterChange *change, MusterPayment *payment, GError **error)
{
  g_autoptr (MusterQuery) query = NULL;

  if (!check (payment, error))
    return FALSE;

  query = muster_query_new (muster_change_get_database (change),
                            "INSERT INTO payments (id, event_id, original_at, person, kind, "
                            "amount, currency, day, note, author) "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                            error);
  if (query == NULL)
    return FALSE;

  payment->id = muster_change_new_id (change);
  muster_query_bind_id (query, 1, &payment->id);
  muster_query_bind_id (query, 2, &payment->event);
  muster_query_bind_int (query, 3, payment->original_at);
  muster_query_bind_text (query, 4, payment->person);
  muster_query_bind_text (query, 5, kinds[payment->kind].key);
  muster_query_bind_int (query, 6, payment->amount);
  muster_query_bind_text (query, 7, payment->currency);
  muster_query_bind_day (query, 8, payment->day);
  muster_query_bind_text (query, 9, payment->note);
  muster_query_bind_text (query, 10, payment->author);
  return muster_query_run (query, error);
}

/**
 * muster_payment_table_delete:
 *
 * Takes out what was written down by mistake.
 */
gboolean
muster_payment_table_delete (MusterChange *change, const MusterId *id, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (muster_change_get_database (change),
                                                    "DELETE FROM payments WHERE id = ?1", error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, id);
  return muster_query_run (query, error);
}

static gpointer
read_payment (MusterQuery *query, gconstpointer data)
{
  MusterPayment *payment = g_new0 (MusterPayment, 1);

  muster_query_get_id (query, 0, &payment->id);
  muster_query_get_id (query, 1, &payment->event);
  payment->original_at = muster_query_get_int (query, 2);
  payment->person = muster_query_dup_text (query, 3);
  payment->kind = find_kind (muster_query_get_text (query, 4));
  payment->amount = muster_query_get_int (query, 5);
  payment->currency = muster_query_dup_text (query, 6);
  payment->day = muster_query_get_day (query, 7);
  payment->note = muster_query_dup_text (query, 8);
  payment->author = muster_query_dup_text (query, 9);
  return payment;
}

/**
 * muster_payment_table_list:
 *
 * Returns: (transfer full) (element-type MusterPayment): in the order of the days
 */
GPtrArray *
muster_payment_table_list (MusterDatabase *db, const MusterId *event, gint64 original_at,
                           GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT id, event_id, original_at, person, kind, amount, currency, day, note, author "
      "FROM payments WHERE event_id = ?1 AND original_at = ?2 ORDER BY day, stamp, id",
      error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, event);
  muster_query_bind_int (query, 2, original_at);
  return muster_query_list (query, read_payment, NULL, (GDestroyNotify) muster_payment_free, error);
}
