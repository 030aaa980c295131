/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-attendance-table.h"
#include "muster-snapshot-import.h"

G_BEGIN_DECLS

gboolean muster_attendance_record_write (MusterChange *change, const MusterAttendance *attendance,
                                         const char *title, GError **error);

gboolean muster_attendance_record_write_list (MusterChange *change, MusterSnapshotPlan *list,
                                              const MusterAttendance *each, const char *title,
                                              GError **error);

G_END_DECLS
