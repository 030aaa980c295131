/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-calendar-item.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_AGENDA_ROW (muster_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (MusterAgendaRow, muster_agenda_row, MUSTER, AGENDA_ROW, GtkListBoxRow)

GtkWidget *muster_agenda_row_new (MusterCalendarItem *item, MusterDay day,
                                  gboolean groups) G_GNUC_WARN_UNUSED_RESULT;
MusterCalendarItem *muster_agenda_row_get_item (MusterAgendaRow *self);
MusterDay muster_agenda_row_get_day (MusterAgendaRow *self);

G_END_DECLS
