/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-context.h"
#include "muster-finding.h"
#include "muster-group.h"

G_BEGIN_DECLS

void muster_finding_actions_run (GtkWidget *widget, MusterContext *context, MusterGroup *group,
                                 MusterFinding *finding, const char *action);

G_END_DECLS
