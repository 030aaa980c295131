/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-finding.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_FINDING_ROW (muster_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (MusterFindingRow, muster_finding_row, MUSTER, FINDING_ROW, AdwExpanderRow)

GtkWidget *muster_finding_row_new (MusterFinding *finding);

MusterFinding *muster_finding_row_get_finding (MusterFindingRow *self);

G_END_DECLS
