/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-finding.h"
#include "muster-followup-table.h"
#include "muster-group.h"
#include "muster-task.h"

G_BEGIN_DECLS

gboolean
muster_followup_remind (MusterChange *change, MusterGroup *group, MusterFinding *finding,
                        MusterDay on, MusterDay deadline, const char *author, GError **error);
gboolean muster_followup_exempt (MusterChange *change, MusterGroup *group, MusterFinding *finding,
                                 MusterDay on, MusterDay until, const char *author, GError **error);
gboolean muster_followup_ignore (MusterChange *change, MusterGroup *group, MusterFinding *finding,
                                 MusterDay on, MusterDay until, const char *author, GError **error);
gboolean
muster_followup_mark_seen (MusterChange *change, MusterGroup *group, MusterFinding *finding,
                           MusterDay on, const char *note, const char *author, GError **error);
gboolean
muster_followup_remove (MusterChange *change, MusterGroup *group, MusterFinding *finding,
                        MusterDay on, const char *reason, const char *author, GError **error);
gboolean muster_followup_rename (MusterChange *change, MusterFinding *finding, const char *name,
                                 MusterDay on, GError **error);
gboolean muster_followup_set_task (MusterChange *change, MusterFinding *finding,
                                   MusterTaskState state, GError **error);
gboolean muster_followup_mark_column (MusterChange *change, MusterGroup *group,
                                      MusterFinding *finding, GError **error);

G_END_DECLS
