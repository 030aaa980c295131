/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-policy.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_PLAN_ROWS (muster_plan_rows_get_type ())
G_DECLARE_FINAL_TYPE (MusterPlanRows, muster_plan_rows, MUSTER, PLAN_ROWS, AdwPreferencesGroup)

void muster_plan_rows_set_policy (MusterPlanRows *self, MusterPolicy *policy);
void muster_plan_rows_collect (MusterPlanRows *self, GHashTable *values);
gboolean muster_plan_rows_check (MusterPlanRows *self, GError **error);

G_END_DECLS
