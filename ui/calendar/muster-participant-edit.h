/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-context.h"
#include "muster-event-detail.h"

G_BEGIN_DECLS

void muster_participant_edit_answer (GtkWidget *widget, MusterContext *context,
                                     const MusterEventDetail *detail, GPtrArray *people,
                                     const MusterParticipantState *state);
void muster_participant_edit_attend (GtkWidget *widget, MusterContext *context,
                                     const MusterEventDetail *detail, GPtrArray *people,
                                     MusterAttendanceState state, gint64 came_at);

G_END_DECLS
