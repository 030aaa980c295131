/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-attendance-table.h"

G_BEGIN_DECLS

#define MUSTER_ATTENDANCE_NO_SHARE -1

/**
 * MusterAttendanceShare:
 * @absences: (element-type MusterAttendance): owned: those in a row up to now, newest first
 *
 * How often one person came, of the times for which somebody wrote it down.
 */
typedef struct
{
  guint n_present;
  guint n_excused;
  guint n_absent;
  GPtrArray *absences;
} MusterAttendanceShare;

GHashTable *muster_attendance_share_read (MusterDatabase *db, const MusterId *group, gint64 before,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
int muster_attendance_share_get_percent (const MusterAttendanceShare *self);

G_END_DECLS
