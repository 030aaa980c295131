/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-context.h"
#include "muster-group.h"

G_BEGIN_DECLS

void muster_calendar_saving_ask (GtkWindow *window, MusterContext *context, MusterGroup *group);
void muster_calendar_saving_ask_person (GtkWindow *window, MusterContext *context,
                                        const MusterId *membership, const char *name);

G_END_DECLS
