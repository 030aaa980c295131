/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-group.h"

G_BEGIN_DECLS

gboolean muster_group_table_insert (MusterChange *change, MusterGroup *group, MusterId *out_id,
                                    GError **error);
gboolean muster_group_table_update (MusterChange *change, MusterGroup *group, GError **error);
gboolean
muster_group_table_close (MusterChange *change, const MusterId *id, MusterDay day, GError **error);

GPtrArray *muster_group_table_list (MusterDatabase *db, gboolean counted,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
MusterGroup *muster_group_table_load (MusterDatabase *db, const MusterId *id,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
MusterGroup *muster_group_table_find (MusterDatabase *db, const char *name_or_id,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_group_table_load_secret (MusterDatabase *db, const MusterId *id, guint8 secret[16],
                                         GError **error);

G_END_DECLS
