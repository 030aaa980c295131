/* muster-attendance-table.c - the SQL of the table "attendance"
 *
 * Rows are only added; of a person the newest counts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-attendance-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-attendance-table.h"
#include "muster-query.h"

static const struct
{
  const char *key;
  const char *title;
} states[] = {
  [MUSTER_ATTENDANCE_NOT_RECORDED] = { NULL, N_ ("Not recorded") },
  [MUSTER_ATTENDANCE_PRESENT] = { "present", N_ ("Present") },
  [MUSTER_ATTENDANCE_EXCUSED] = { "excused", N_ ("Excused") },
  [MUSTER_ATTENDANCE_ABSENT] = { "absent", N_ ("Absent") },
};

void
muster_attendance_free (MusterAttendance *self)
{
  g_free (self->person);
  g_free (self->note);
  g_free (self->author);
  g_free (self);
}

/**
 * muster_attendance_state_get_key:
 *
 * Returns: (nullable): the stored word; %NULL for %MUSTER_ATTENDANCE_NOT_RECORDED
 */
const char *
muster_attendance_state_get_key (MusterAttendanceState state)
{
  return states[state].key;
}

/**
 * muster_attendance_state_get_title:
 *
 * Returns: for people, translated
 */
const char *
muster_attendance_state_get_title (MusterAttendanceState state)
{
  return _ (states[state].title);
}

/**
 * muster_attendance_state_find:
 * @key: (nullable): a stored word
 */
gboolean
muster_attendance_state_find (const char *key, MusterAttendanceState *out_state)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i].key, key) == 0)
      {
        *out_state = (MusterAttendanceState) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * muster_attendance_table_insert:
 *
 * Writes down who was there; %MUSTER_ATTENDANCE_NOT_RECORDED takes back what was written before.
 */
gboolean
muster_attendance_table_insert (MusterChange *change, const MusterAttendance *attendance,
                                GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_change_get_database (change),
                        "INSERT INTO attendance (id, event_id, original_at, person, state, "
                        "came_at, note, author) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                        error);
  MusterId id = muster_change_new_id (change);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, &id);
  muster_query_bind_id (query, 2, &attendance->event);
  muster_query_bind_int (query, 3, attendance->original_at);
  muster_query_bind_text (query, 4, attendance->person);
  muster_query_bind_text (query, 5, states[attendance->state].key);
  if (attendance->came_at != 0)
    muster_query_bind_int (query, 6, attendance->came_at);
  muster_query_bind_text (query, 7, attendance->note);
  muster_query_bind_text (query, 8, attendance->author);
  return muster_query_run (query, error);
}

static gpointer
read_attendance (MusterQuery *query, gconstpointer data)
{
  MusterAttendance *attendance = g_new0 (MusterAttendance, 1);

  attendance->person = muster_query_dup_text (query, 0);
  (void) muster_attendance_state_find (muster_query_get_text (query, 1), &attendance->state);
  attendance->came_at = muster_query_get_int (query, 2);
  attendance->note = muster_query_dup_text (query, 3);
  attendance->author = muster_query_dup_text (query, 4);
  muster_query_get_id (query, 5, &attendance->event);
  attendance->original_at = muster_query_get_int (query, 6);
  return attendance;
}

/**
 * muster_attendance_table_list:
 *
 * Returns: (transfer full) (element-type MusterAttendance): the newest of each person, without
 *   what was taken back
 */
GPtrArray *
muster_attendance_table_list (MusterDatabase *db, const MusterId *event, gint64 original_at,
                              GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT person, state, came_at, note, author, event_id, original_at FROM attendance AS a "
      "WHERE event_id = ?1 "
      "AND original_at = ?2 AND state IS NOT NULL AND NOT EXISTS (SELECT 1 FROM attendance AS b "
      "WHERE b.event_id = a.event_id AND b.original_at = a.original_at AND b.person = a.person "
      "AND (b.stamp, b.id) > (a.stamp, a.id)) ORDER BY id",
      error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, event);
  muster_query_bind_int (query, 2, original_at);
  return muster_query_list (query, read_attendance, NULL, (GDestroyNotify) muster_attendance_free,
                            error);
}

/**
 * muster_attendance_table_list_group:
 * @before: wall clock: later times are left out
 *
 * Returns: (transfer full) (element-type MusterAttendance): of all events of the group the newest
 *   row of each person and time, without what was taken back, the latest times first
 */
GPtrArray *
muster_attendance_table_list_group (MusterDatabase *db, const MusterId *group, gint64 before,
                                    GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT person, a.state, came_at, a.note, a.author, event_id, a.original_at FROM attendance "
      "AS a "
      "JOIN events AS e ON e.id = event_id "
      "WHERE group_id = ?1 AND a.original_at < ?2 AND a.state IS NOT NULL "
      "AND NOT EXISTS (SELECT 1 FROM attendance AS b "
      "WHERE b.event_id = a.event_id AND b.original_at = a.original_at AND b.person = a.person "
      "AND (b.stamp, b.id) > (a.stamp, a.id)) ORDER BY a.original_at DESC, a.id",
      error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, group);
  muster_query_bind_int (query, 2, before);
  return muster_query_list (query, read_attendance, NULL, (GDestroyNotify) muster_attendance_free,
                            error);
}
