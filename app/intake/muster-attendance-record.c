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

/**
 * muster_attendance_record_write_list:
 * @list: a list of people, matched to the members
 * @each: the event, its time, the state and the author; the person is not used
 *
 * Writes down what is true of everybody in a list: members, and others by
 * their name.  Who may be several members is left out.
 */
gboolean
muster_attendance_record_write_list (MusterChange *change, MusterSnapshotPlan *list,
                                     const MusterAttendance *each, const char *title,
                                     GError **error)
{
  for (guint i = 0; i < muster_snapshot_plan_get_n_entries (list); i++)
    {
      const MusterSnapshotEntry *entry = muster_snapshot_plan_get_entry (list, i);
      MusterSnapshotVerdict verdict = muster_snapshot_plan_get_verdict (list, i);
      g_autofree char *id = muster_id_dup_text (&entry->membership);
      MusterAttendance attendance = *each;

      attendance.person = verdict == MUSTER_SNAPSHOT_MATCHED ? id : entry->nickname;
      if (verdict != MUSTER_SNAPSHOT_AMBIGUOUS && attendance.person != NULL &&
          !muster_attendance_record_write (change, &attendance, title, error))
        return FALSE;
    }

  return TRUE;
}
