/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-policy.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_LIST_ROWS (muster_list_rows_get_type ())
G_DECLARE_FINAL_TYPE (MusterListRows, muster_list_rows, MUSTER, LIST_ROWS, AdwPreferencesGroup)

void muster_list_rows_set_policy (MusterListRows *self, MusterPolicy *policy);
void muster_list_rows_set_template (MusterListRows *self, const char *text);
void muster_list_rows_collect (MusterListRows *self, GHashTable *values);

G_END_DECLS
