/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-context.h"
#include "muster-finding.h"
#include "muster-group.h"
#include "muster-violation-board.h"

G_BEGIN_DECLS

void muster_violation_record_present (GtkWidget *widget, MusterContext *context, MusterGroup *group,
                                      MusterViolationBoard *board);
void muster_violation_record_present_for (GtkWidget *widget, MusterContext *context,
                                          const MusterId *group, const MusterId *member,
                                          const char *name, MusterFinding *finding);

gint64 muster_violation_record_count (MusterContext *context, const MusterId *member);

G_END_DECLS
