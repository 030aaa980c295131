/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-event.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_EVENT_DIALOG (muster_event_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MusterEventDialog, muster_event_dialog, MUSTER, EVENT_DIALOG, AdwWindow)

void muster_event_dialog_present (GtkWidget *parent, MusterContext *context,
                                  const MusterEvent *draft_or_existing, gint64 original_at);

G_END_DECLS
