/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-policy.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_LADDER_ROWS (muster_ladder_rows_get_type ())
G_DECLARE_FINAL_TYPE (MusterLadderRows, muster_ladder_rows, MUSTER, LADDER_ROWS,
                      AdwPreferencesGroup)

void muster_ladder_rows_set_policy (MusterLadderRows *self, MusterPolicy *policy);
void muster_ladder_rows_collect (MusterLadderRows *self, GHashTable *values);
gboolean muster_ladder_rows_check (MusterLadderRows *self, GError **error);

G_END_DECLS
