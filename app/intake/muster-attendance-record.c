/* muster-attendance-record.c - who was there, as a sign of life
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-attendance-record"

#include "config.h"

#include "muster-attendance-record.h"
#include "muster-sign-table.h"

/**
 * muster_attendance_record_write:
 * @title: of the event: the source of the sign of life
 *
 * Writes down who was there.  A member who was present has given a sign of
 * life on that day; one of whom that is taken back has not.
 */
gboolean
muster_attendance_record_write (MusterChange *change, const MusterAttendance *attendance,
                                const char *title, GError **error)
{
  MusterDay day = muster_day_from_seconds (attendance->original_at);
  MusterId membership;

  if (!muster_attendance_table_insert (change, attendance, error))
    return FALSE;
  if (!muster_id_parse (attendance->person, &membership))
    return TRUE;

  return attendance->state == MUSTER_ATTENDANCE_PRESENT
             ? muster_sign_table_set (change, &membership, "attendance", day, title, NULL, error)
             : muster_sign_table_delete (change, &membership, "attendance", day, title, error);
}
