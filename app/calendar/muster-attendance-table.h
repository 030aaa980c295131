/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"

G_BEGIN_DECLS

/**
 * MusterAttendanceState:
 *
 * Stored as "present", "excused" and "absent"; nothing is stored of who was
 * not recorded, and that is not the same as absent.
 */
typedef enum
{
  MUSTER_ATTENDANCE_NOT_RECORDED,
  MUSTER_ATTENDANCE_PRESENT,
  MUSTER_ATTENDANCE_EXCUSED,
  MUSTER_ATTENDANCE_ABSENT,
} MusterAttendanceState;

#define MUSTER_N_ATTENDANCE_STATES (MUSTER_ATTENDANCE_ABSENT + 1)

/**
 * MusterAttendance:
 * @original_at: which time of a series: wall clock; of a single event its start
 * @person: owned: the membership's id in hexadecimal digits, or the name of somebody else
 * @came_at: wall clock of who came late; 0 where it was not written down
 * @note: owned, %NULL if none
 * @author: owned, %NULL if not known
 */
typedef struct
{
  MusterId event;
  gint64 original_at;
  char *person;
  MusterAttendanceState state;
  gint64 came_at;
  char *note;
  char *author;
} MusterAttendance;

void muster_attendance_free (MusterAttendance *self);
const char *muster_attendance_state_get_key (MusterAttendanceState state);
const char *muster_attendance_state_get_title (MusterAttendanceState state);
gboolean muster_attendance_state_find (const char *key, MusterAttendanceState *out_state);

gboolean muster_attendance_table_insert (MusterChange *change, const MusterAttendance *attendance,
                                         GError **error);
GPtrArray *
muster_attendance_table_list (MusterDatabase *db, const MusterId *event, gint64 original_at,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
muster_attendance_table_list_group (MusterDatabase *db, const MusterId *group, gint64 before,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterAttendance, muster_attendance_free)

G_END_DECLS
