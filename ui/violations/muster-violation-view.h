/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-group.h"
#include "muster-violation-board.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_VIOLATION_VIEW (muster_violation_view_get_type ())
G_DECLARE_FINAL_TYPE (MusterViolationView, muster_violation_view, MUSTER, VIOLATION_VIEW, AdwBin)

GtkWidget *muster_violation_view_new (MusterContext *context);
void muster_violation_view_show (MusterViolationView *self, MusterGroup *group,
                                 MusterViolationBoard *board, const MusterViolationCase *about);

G_END_DECLS
