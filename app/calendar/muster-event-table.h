/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-event.h"

G_BEGIN_DECLS

gboolean muster_event_table_insert (MusterChange *change, MusterEvent *event, GError **error);
gboolean muster_event_table_update (MusterChange *change, const MusterEvent *event, GError **error);
gboolean muster_event_table_delete (MusterChange *change, const MusterId *id, GError **error);

MusterEvent *muster_event_table_load (MusterDatabase *db, const MusterId *id,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
muster_event_table_find (MusterDatabase *db, const MusterId *group, const char *uid,
                         gint64 original_at, MusterId *out_id, gboolean *out_found, GError **error);
GPtrArray *muster_event_table_list (MusterDatabase *db, const MusterId *group, gint64 from,
                                    gint64 to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_event_table_list_changed (MusterDatabase *db, const MusterId *series,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
