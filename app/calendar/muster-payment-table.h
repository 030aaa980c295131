/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterPaymentKind:
 * @MUSTER_PAYMENT_PAID: by a person
 * @MUSTER_PAYMENT_REFUNDED: to a person
 * @MUSTER_PAYMENT_WAIVED: of what a person owes
 * @MUSTER_PAYMENT_DUE: what a person owes instead of the event's fee
 * @MUSTER_PAYMENT_EXPENSE: of the event
 * @MUSTER_PAYMENT_INCOME: of the event
 *
 * Stored as "paid", "refunded", "waived", "due", "expense" and "income".
 */
typedef enum
{
  MUSTER_PAYMENT_PAID,
  MUSTER_PAYMENT_REFUNDED,
  MUSTER_PAYMENT_WAIVED,
  MUSTER_PAYMENT_DUE,
  MUSTER_PAYMENT_EXPENSE,
  MUSTER_PAYMENT_INCOME,
} MusterPaymentKind;

#define MUSTER_N_PAYMENT_KINDS (MUSTER_PAYMENT_INCOME + 1)

/**
 * MusterPayment:
 * @original_at: which time of a series: wall clock; of a single event its start
 * @person: owned: the membership's id in hexadecimal digits, or the name of somebody else; %NULL
 *   only for an expense or an income
 * @amount: hundredths, more than 0; of what is due it may be 0
 * @currency: owned, %NULL where it was not said
 * @note: owned, %NULL if none
 * @author: owned, %NULL if not known
 *
 * Money that has to do with one time of an event.
 */
typedef struct
{
  MusterId id;
  MusterId event;
  gint64 original_at;
  char *person;
  MusterPaymentKind kind;
  gint64 amount;
  char *currency;
  MusterDay day;
  char *note;
  char *author;
} MusterPayment;

void muster_payment_free (MusterPayment *self);
gboolean muster_payment_kind_is_personal (MusterPaymentKind kind);
const char *muster_payment_kind_get_key (MusterPaymentKind kind);
const char *muster_payment_kind_get_title (MusterPaymentKind kind);

gboolean muster_payment_table_insert (MusterChange *change, MusterPayment *payment, GError **error);
gboolean muster_payment_table_delete (MusterChange *change, const MusterId *id, GError **error);
GPtrArray *muster_payment_table_list (MusterDatabase *db, const MusterId *event, gint64 original_at,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPayment, muster_payment_free)

G_END_DECLS
