/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-context.h"

G_BEGIN_DECLS

void muster_edit_run (GtkWidget *widget, MusterContext *context, const char *title,
                      MusterStoreWrite func, gpointer data, GDestroyNotify data_free);

G_END_DECLS
