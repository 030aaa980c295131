/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-event.h"

G_BEGIN_DECLS

/**
 * MusterBalance:
 * @person: owned: the membership's id in hexadecimal digits, or the name of somebody else
 * @due: what the person owes without what was waived
 * @balance: what the person has in hand with the group; less than 0: still owes
 *
 * How one person stands with one time of an event, in hundredths.
 */
typedef struct
{
  char *person;
  gint64 due;
  gint64 waived;
  gint64 paid;
  gint64 refunded;
  gint64 balance;
} MusterBalance;

/**
 * MusterBalances:
 * @people: (element-type MusterBalance): those who come or have to do with money, in the order of
 *   signing up
 * @payments: (element-type MusterPayment): all there are
 * @currency: owned, %NULL where none was said
 * @outstanding: what those who still owe owe together
 * @cash: what is in hand: paid and other income, less refunds and expenses
 */
typedef struct
{
  GPtrArray *people;
  GPtrArray *payments;
  char *currency;
  gint64 due;
  gint64 waived;
  gint64 paid;
  gint64 refunded;
  gint64 outstanding;
  gint64 income;
  gint64 expenses;
  gint64 cash;
} MusterBalances;

MusterBalances *muster_balances_read (MusterDatabase *db, const MusterId *event, gint64 original_at,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_balances_free (MusterBalances *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterBalances, muster_balances_free)

G_END_DECLS
