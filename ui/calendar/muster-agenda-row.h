/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-calendar-item.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_AGENDA_ROW (muster_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (MusterAgendaRow, muster_agenda_row, MUSTER, AGENDA_ROW, GtkListBoxRow)

/**
 * MusterAgendaRowStyle:
 * @section: under which heading it stands; equal for rows of the same one
 * @groups: the name of the group is written on it
 * @dated: the heading does not say the day
 */
typedef struct
{
  int section;
  gboolean groups;
  gboolean dated;
} MusterAgendaRowStyle;

GtkWidget *muster_agenda_row_new (MusterCalendarItem *item,
                                  const MusterAgendaRowStyle *style) G_GNUC_WARN_UNUSED_RESULT;
MusterCalendarItem *muster_agenda_row_get_item (MusterAgendaRow *self);
int muster_agenda_row_get_section (MusterAgendaRow *self);

G_END_DECLS
