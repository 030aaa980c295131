/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-calendar-view.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_AGENDA_LIST (muster_agenda_list_get_type ())
G_DECLARE_FINAL_TYPE (MusterAgendaList, muster_agenda_list, MUSTER, AGENDA_LIST, AdwBin)

GtkWidget *muster_agenda_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_agenda_list_show_day (MusterAgendaList *self, GPtrArray *items,
                                  const MusterCalendarState *state);
guint muster_agenda_list_show_days (MusterAgendaList *self, GPtrArray *items,
                                    const MusterCalendarState *state, guint max);
void muster_agenda_list_show_due (MusterAgendaList *self, GPtrArray *items,
                                  const MusterCalendarState *state, guint max);
void muster_agenda_list_add_rows (MusterAgendaList *self, GPtrArray *stops);

G_END_DECLS
