/* muster-money.c - amounts in hundredths
 *
 * No amount is ever a floating-point number.  What somebody types is read by
 * muster_typed_amount().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-money"

#include "config.h"

#include "muster-money.h"

#define HUNDRED 100

/**
 * muster_money_dup_text:
 *
 * Returns: (transfer full): with two decimals, whatever the sign: 50.00, -12.50
 */
char *
muster_money_dup_text (gint64 hundredths)
{
  guint64 amount = (guint64) ABS (hundredths);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02" G_GUINT64_FORMAT, hundredths < 0 ? "-" : "",
                          amount / HUNDRED, amount % HUNDRED);
}
