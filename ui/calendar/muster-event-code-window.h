/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-event.h"

G_BEGIN_DECLS

void muster_event_code_window_present (GtkWidget *parent, const MusterEvent *event, gint64 now);

G_END_DECLS
