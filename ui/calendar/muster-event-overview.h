/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-event-detail.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_EVENT_OVERVIEW (muster_event_overview_get_type ())
G_DECLARE_FINAL_TYPE (MusterEventOverview, muster_event_overview, MUSTER, EVENT_OVERVIEW, AdwBin)

void muster_event_overview_show (MusterEventOverview *self, const MusterEventDetail *detail);

char *muster_event_overview_dup_when (const MusterEvent *event) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
