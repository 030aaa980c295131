/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-context.h"
#include "muster-payment-table.h"

G_BEGIN_DECLS

void muster_payment_edit_present (GtkWidget *widget, MusterContext *context,
                                  const MusterPayment *place, GHashTable *names);
void muster_payment_edit_record (GtkWidget *widget, MusterContext *context,
                                 const MusterPayment *payment, const char *name);
void muster_payment_edit_delete (GtkWidget *widget, MusterContext *context,
                                 const MusterPayment *payment);

G_END_DECLS
