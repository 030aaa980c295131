/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-task.h"

G_BEGIN_DECLS

gboolean muster_task_table_insert (MusterChange *change, MusterTask *task, GError **error);
gboolean muster_task_table_update (MusterChange *change, const MusterTask *task, GError **error);
gboolean muster_task_table_set_state (MusterChange *change, const MusterId *id,
                                      MusterTaskState state, GError **error);
gboolean muster_task_table_delete (MusterChange *change, const MusterId *id, GError **error);

GPtrArray *muster_task_table_list (MusterDatabase *db, const MusterId *event, gint64 original_at,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *muster_task_table_list_undone (MusterDatabase *db, const MusterId *group, gint64 at,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
