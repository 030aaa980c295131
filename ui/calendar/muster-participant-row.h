/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-participant.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_PARTICIPANT_ROW (muster_participant_row_get_type ())
G_DECLARE_FINAL_TYPE (MusterParticipantRow, muster_participant_row, MUSTER, PARTICIPANT_ROW,
                      GtkWidget)

GtkWidget *muster_participant_row_new (gboolean attendance);
void
muster_participant_row_set_participant (MusterParticipantRow *self, MusterParticipant *participant);

G_END_DECLS
