/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-event-detail.h"

G_BEGIN_DECLS

typedef enum
{
  MUSTER_PARTICIPANT_SIGN_UP,
  MUSTER_PARTICIPANT_ATTENDANCE,
} MusterParticipantMode;

#define MUSTER_TYPE_PARTICIPANT_PANE (muster_participant_pane_get_type ())
G_DECLARE_FINAL_TYPE (MusterParticipantPane, muster_participant_pane, MUSTER, PARTICIPANT_PANE,
                      AdwBin)

void muster_participant_pane_set_up (MusterParticipantPane *self, MusterContext *context,
                                     MusterParticipantMode mode, GListModel *people);
void
muster_participant_pane_set_detail (MusterParticipantPane *self, const MusterEventDetail *detail);
void muster_participant_pane_update (MusterParticipantPane *self);
void muster_participant_pane_focus (MusterParticipantPane *self);

G_END_DECLS
