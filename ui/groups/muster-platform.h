/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkStringList *muster_platform_new_list (void) G_GNUC_WARN_UNUSED_RESULT;
const char *muster_platform_get_id (guint row);
guint muster_platform_find (const char *id);
const char *muster_platform_get_title (const char *id);

G_END_DECLS
