/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkListItemFactory *muster_member_lines_new_factory (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_member_lines_set_everyone (GtkListItemFactory *factory, gboolean everyone);

G_END_DECLS
