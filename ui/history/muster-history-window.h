/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_HISTORY_WINDOW (muster_history_window_get_type ())
G_DECLARE_FINAL_TYPE (MusterHistoryWindow, muster_history_window, MUSTER, HISTORY_WINDOW, AdwWindow)

GtkWidget *muster_history_window_new (GtkWindow *parent, MusterContext *context);

G_END_DECLS
