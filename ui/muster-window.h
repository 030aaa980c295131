/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-application.h"
#include "muster-id.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_WINDOW (muster_window_get_type ())
G_DECLARE_FINAL_TYPE (MusterWindow, muster_window, MUSTER, WINDOW, AdwApplicationWindow)

MusterWindow *
muster_window_new (MusterApplication *application, GSettings *settings, const char *db_path);

void muster_window_select_group (MusterWindow *self, const MusterId *id);
void muster_window_show_event (MusterWindow *self, const MusterId *event, gint64 original_at);
void muster_window_import_files (MusterWindow *self, GFile **files, int n_files);
void muster_window_show_preferences (MusterWindow *self);

G_END_DECLS
