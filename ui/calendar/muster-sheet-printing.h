/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-context.h"
#include "muster-event-detail.h"

G_BEGIN_DECLS

void muster_sheet_printing_save (GtkWidget *widget, MusterContext *context,
                                 const MusterEventDetail *detail);
void muster_sheet_printing_print (GtkWidget *widget, const MusterEventDetail *detail);

G_END_DECLS
