/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-group.h"
#include "muster-violation-board.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_LEDGER_VIEW (muster_ledger_view_get_type ())
G_DECLARE_FINAL_TYPE (MusterLedgerView, muster_ledger_view, MUSTER, LEDGER_VIEW, AdwBin)

GtkWidget *muster_ledger_view_new (MusterContext *context);
void
muster_ledger_view_show (MusterLedgerView *self, MusterGroup *group, MusterViolationBoard *board);

G_END_DECLS
