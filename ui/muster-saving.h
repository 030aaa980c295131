/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-context.h"

G_BEGIN_DECLS

/**
 * MusterSave:
 * @path: the place that was chosen
 *
 * Writes a file, on the writing thread of the store.
 */
typedef gboolean (*MusterSave) (MusterStore *store, const char *path, gpointer data,
                                GError **error);

void muster_saving_ask (GtkWidget *widget, MusterContext *context, const char *title,
                        const char *name, MusterSave func, gpointer data, GDestroyNotify data_free);

G_END_DECLS
