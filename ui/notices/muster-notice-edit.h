/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-context.h"
#include "muster-notice.h"
#include "muster-receipt-table.h"

G_BEGIN_DECLS

gint64 muster_notice_edit_get_now (MusterContext *context);

void muster_notice_edit_save (GtkWidget *widget, MusterContext *context, GPtrArray *notices);
void muster_notice_edit_send (GtkWidget *widget, MusterContext *context, const MusterNotice *notice,
                              gint64 at);
void muster_notice_edit_plan (GtkWidget *widget, MusterContext *context, const MusterNotice *notice,
                              gint64 at);
void muster_notice_edit_set_standing (GtkWidget *widget, MusterContext *context,
                                      const MusterNotice *notice, MusterNoticeStanding standing);
void
muster_notice_edit_receive (GtkWidget *widget, MusterContext *context, const MusterNotice *notice,
                            const char *const *ids, MusterReceiptState state);

G_END_DECLS
