/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-journal.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_HISTORY_ROW (muster_history_row_get_type ())
G_DECLARE_FINAL_TYPE (MusterHistoryRow, muster_history_row, MUSTER, HISTORY_ROW, AdwExpanderRow)

GtkWidget *muster_history_row_new (MusterContext *context, const MusterJournalEntry *entry);

const MusterId *muster_history_row_get_change (MusterHistoryRow *self);

G_END_DECLS
