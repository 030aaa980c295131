/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_SHORTCUTS_WINDOW (muster_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (MusterShortcutsWindow, muster_shortcuts_window, MUSTER, SHORTCUTS_WINDOW,
                      AdwWindow)

GtkWidget *muster_shortcuts_window_new (GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
