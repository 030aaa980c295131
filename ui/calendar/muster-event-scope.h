/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-event-edit.h"

G_BEGIN_DECLS

/**
 * MusterEventScopeFunc:
 *
 * Called with what the keeper chose; not called if they chose nothing.
 */
typedef void (*MusterEventScopeFunc) (MusterEventScope scope, gpointer data);

void muster_event_scope_ask (GtkWidget *parent, const char *heading, gboolean allows_this,
                             gboolean is_destructive, MusterEventScopeFunc func, gpointer data,
                             GDestroyNotify data_free);

G_END_DECLS
