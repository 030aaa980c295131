/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-violation.h"

G_BEGIN_DECLS

gboolean
muster_violation_table_insert (MusterChange *change, MusterViolation *violation, GError **error);
MusterViolation *muster_violation_table_load (MusterDatabase *db, const MusterId *id,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_violation_table_list (MusterDatabase *db, const MusterId *group,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *muster_violation_table_list_clauses (MusterDatabase *db, const MusterId *document,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean muster_violation_table_count (MusterDatabase *db, const MusterId *member, gint64 *out_n,
                                       GError **error);

gboolean muster_exhibit_table_insert (MusterChange *change, MusterExhibit *exhibit, GError **error);
GPtrArray *muster_exhibit_table_list (MusterDatabase *db, const MusterId *violation,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean muster_ruling_table_insert (MusterChange *change, MusterRuling *ruling, GError **error);
GPtrArray *muster_ruling_table_list (MusterDatabase *db, const MusterId *violation,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
