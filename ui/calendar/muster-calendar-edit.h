/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-calendar-item.h"
#include "muster-context.h"

G_BEGIN_DECLS

void muster_calendar_edit_move (GtkWidget *widget, MusterContext *context, MusterCalendarItem *item,
                                gint64 start_by, gint64 end_by);
void
muster_calendar_edit_delete (GtkWidget *widget, MusterContext *context, MusterCalendarItem *item);

G_END_DECLS
