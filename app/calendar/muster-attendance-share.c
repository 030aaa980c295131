/* muster-attendance-share.c - how often somebody came
 *
 * Only what was written down counts.  Who was excused neither came nor stayed
 * away: those times are left out of the share, and end no row of absences.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-attendance-share"

#include "config.h"

#include <string.h>

#include "muster-attendance-share.h"

static void
share_free (gpointer data)
{
  MusterAttendanceShare *self = data;

  g_ptr_array_unref (self->absences);
  g_free (self);
}

static MusterAttendanceShare *
get_share (GHashTable *shares, const char *person)
{
  MusterAttendanceShare *share = g_hash_table_lookup (shares, person);

  if (share != NULL)
    return share;

  share = g_new0 (MusterAttendanceShare, 1);
  share->absences = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_attendance_free);
  g_hash_table_insert (shares, g_strdup (person), share);
  return share;
}

/* @record: older than those before.  Takes it. */
static void
count (MusterAttendanceShare *share, MusterAttendance *record)
{
  switch (record->state)
    {
    case MUSTER_ATTENDANCE_PRESENT:
      share->n_present++;
      break;
    case MUSTER_ATTENDANCE_EXCUSED:
      share->n_excused++;
      break;
    case MUSTER_ATTENDANCE_ABSENT:
      share->n_absent++;
      if (share->n_present == 0)
        {
          g_ptr_array_add (share->absences, record);
          return;
        }
      break;
    case MUSTER_ATTENDANCE_NOT_RECORDED:
    default:
      break;
    }
  muster_attendance_free (record);
}

/**
 * muster_attendance_share_read:
 * @before: wall clock: later times do not count
 *
 * Returns: (transfer full) (element-type utf8 MusterAttendanceShare): by the person of
 *   MusterAttendance; who is not in it was never written down
 */
GHashTable *
muster_attendance_share_read (MusterDatabase *db, const MusterId *group, gint64 before,
                              GError **error)
{
  g_autoptr (GPtrArray) records = muster_attendance_table_list_group (db, group, before, error);
  g_autoptr (GHashTable) shares =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, share_free);

  if (records == NULL)
    return NULL;

  g_ptr_array_set_free_func (records, NULL);
  for (guint i = 0; i < records->len; i++)
    {
      MusterAttendance *record = records->pdata[i];

      count (get_share (shares, record->person), record);
    }
  return g_steal_pointer (&shares);
}

/**
 * muster_attendance_share_get_percent:
 *
 * Returns: of the times when the person came or was absent, rounded down;
 *   %MUSTER_ATTENDANCE_NO_SHARE where nothing was written down
 */
int
muster_attendance_share_get_percent (const MusterAttendanceShare *self)
{
  guint n = self->n_present + self->n_absent;

  return n > 0 ? (int) (self->n_present * 100 / n) : MUSTER_ATTENDANCE_NO_SHARE;
}
