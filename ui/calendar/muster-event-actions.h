/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-context.h"
#include "muster-event-detail.h"

G_BEGIN_DECLS

void muster_event_actions_run (GtkWidget *widget, MusterContext *context,
                               const MusterEventDetail *detail, const char *action,
                               const char *parameter);

G_END_DECLS
