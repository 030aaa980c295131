/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-member.h"
#include "muster-selection-model.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_MEMBER_TABLE (muster_member_table_get_type ())
G_DECLARE_FINAL_TYPE (MusterMemberTable, muster_member_table, MUSTER, MEMBER_TABLE, AdwBin)

void muster_member_table_set_model (MusterMemberTable *self, MusterSelectionModel *model);
void muster_member_table_set_contents (MusterMemberTable *self, gboolean everyone,
                                       gboolean with_records);
void muster_member_table_sort_by (MusterMemberTable *self, MusterMemberColumn column,
                                  gboolean descending);
guint64 muster_member_table_get_n_cells (MusterMemberTable *self);

G_END_DECLS
