/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-edition.h"

G_BEGIN_DECLS

gboolean muster_clause_table_set (MusterChange *change, const MusterId *owner,
                                  const MusterClause *clause, guint position, GError **error);
gboolean muster_clause_table_delete (MusterChange *change, const MusterId *owner,
                                     const MusterId *clause, GError **error);

GPtrArray *muster_clause_table_list (MusterDatabase *db, const MusterId *owner,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
