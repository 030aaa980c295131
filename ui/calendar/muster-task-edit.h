/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-context.h"
#include "muster-task.h"

G_BEGIN_DECLS

void muster_task_edit_present (GtkWidget *widget, MusterContext *context, const MusterTask *task,
                               GHashTable *names);
void muster_task_edit_set_state (GtkWidget *widget, MusterContext *context, const MusterTask *task,
                                 MusterTaskState state);
void muster_task_edit_delete (GtkWidget *widget, MusterContext *context, const MusterTask *task);
void
muster_task_edit_add_checklist (GtkWidget *widget, MusterContext *context, const MusterTask *place);

G_END_DECLS
