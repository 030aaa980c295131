/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterPlanMark:
 * @column: owned: the title of the column of the content plan
 *
 * A column was seen to on that day.
 */
typedef struct
{
  char *column;
  MusterDay day;
} MusterPlanMark;

void muster_plan_mark_free (MusterPlanMark *self);
gboolean
muster_plan_mark_table_set (MusterChange *change, const MusterId *group, const char *column,
                            MusterDay day, gboolean done, GError **error);
GPtrArray *muster_plan_mark_table_list (MusterDatabase *db, const MusterId *group, MusterDay from,
                                        MusterDay to, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
