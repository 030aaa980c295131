/* muster-event-table.c - the SQL of the table "events"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-event-table.h"
#include "muster-query.h"

#define COLUMNS                                                                                    \
  "id, group_id, series_id, original_at, sequence, uid, kind, title, place, description, zone, "   \
  "all_day, start_at, end_at, recurrence, standing, capacity, fee, currency, sign_up_until, "      \
  "reminders, attachments, size"

static void
bind_optional_id (MusterQuery *query, int parameter, const MusterId *id)
{
  if (!muster_id_is_none (id))
    muster_query_bind_id (query, parameter, id);
}

static void
bind_time (MusterQuery *query, int parameter, gint64 time)
{
  if (time != MUSTER_EVENT_NO_TIME)
    muster_query_bind_int (query, parameter, time);
}

static gint64
get_time (MusterQuery *query, int column)
{
  return muster_query_is_null (query, column) ? MUSTER_EVENT_NO_TIME
                                              : muster_query_get_int (query, column);
}

/* In the order of COLUMNS. */
static void
bind_event (MusterQuery *query, const MusterEvent *event)
{
  muster_query_bind_id (query, 1, &event->id);
  bind_optional_id (query, 2, &event->group);
  bind_optional_id (query, 3, &event->series);
  bind_time (query, 4, event->original_at);
  muster_query_bind_int (query, 5, event->sequence);
  muster_query_bind_text (query, 6, event->uid);
  muster_query_bind_text (query, 7, event->kind);
  muster_query_bind_text (query, 8, event->title);
  muster_query_bind_text (query, 9, event->place);
  muster_query_bind_text (query, 10, event->description);
  muster_query_bind_text (query, 11, event->zone);
  muster_query_bind_int (query, 12, event->all_day);
  muster_query_bind_int (query, 13, event->start_at);
  muster_query_bind_int (query, 14, event->end_at);
  muster_query_bind_text (query, 15, event->recurrence);
  muster_query_bind_text (query, 16, event->standing);
  muster_query_bind_int (query, 17, event->capacity);
  muster_query_bind_int (query, 18, event->fee);
  muster_query_bind_text (query, 19, event->currency);
  bind_time (query, 20, event->sign_up_until);
  muster_query_bind_text (query, 21, event->reminders);
  muster_query_bind_text (query, 22, event->attachments);
  muster_query_bind_text (query, 23, event->size);
}

static gpointer
read_event (MusterQuery *query, gconstpointer data)
{
  MusterEvent *event = g_new0 (MusterEvent, 1);

  muster_query_get_id (query, 0, &event->id);
  muster_query_get_id (query, 1, &event->group);
  muster_query_get_id (query, 2, &event->series);
  event->original_at = get_time (query, 3);
  event->sequence = muster_query_get_int (query, 4);
  event->uid = muster_query_dup_text (query, 5);
  event->kind = muster_query_dup_text (query, 6);
  event->title = muster_query_dup_text (query, 7);
  event->place = muster_query_dup_text (query, 8);
  event->description = muster_query_dup_text (query, 9);
  event->zone = muster_query_dup_text (query, 10);
  event->all_day = muster_query_get_int (query, 11) != 0;
  event->start_at = muster_query_get_int (query, 12);
  event->end_at = muster_query_get_int (query, 13);
  event->recurrence = muster_query_dup_text (query, 14);
  event->standing = muster_query_dup_text (query, 15);
  event->capacity = muster_query_get_int (query, 16);
  event->fee = muster_query_get_int (query, 17);
  event->currency = muster_query_dup_text (query, 18);
  event->sign_up_until = get_time (query, 19);
  event->reminders = muster_query_dup_text (query, 20);
  event->attachments = muster_query_dup_text (query, 21);
  event->size = muster_query_dup_text (query, 22);
  return event;
}

/**
 * muster_event_table_insert:
 * @event: what to store; gets its id and, if it has none, a uid
 *
 * What muster_event_check() does not allow is refused.
 */
gboolean
muster_event_table_insert (MusterChange *change, MusterEvent *event, GError **error)
{
  g_autoptr (MusterQuery) query = NULL;

  if (!muster_event_check (event, error))
    return FALSE;

  event->id = muster_change_new_id (change);
  if (event->uid == NULL)
    {
      g_autofree char *id = muster_id_dup_text (&event->id);

      event->uid = g_strconcat (id, "@musterapp.org", NULL);
    }
  query = muster_query_new (muster_change_get_database (change),
                            "INSERT INTO events (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
                            "?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, "
                            "?22, ?23)",
                            error);
  if (query == NULL)
    return FALSE;

  bind_event (query, event);
  return muster_query_run (query, error);
}

/**
 * muster_event_table_update:
 * @event: a stored one, with its new contents
 *
 * Changed times, answers and attendance stay where they are: see muster_event_edit_update().
 */
gboolean
muster_event_table_update (MusterChange *change, const MusterEvent *event, GError **error)
{
  MusterDatabase *db = muster_change_get_database (change);
  g_autoptr (MusterQuery) query = NULL;

  if (!muster_event_check (event, error))
    return FALSE;

  query = muster_query_new (
      db,
      "UPDATE events SET group_id = ?2, series_id = ?3, original_at = ?4, sequence = ?5, uid = ?6, "
      "kind = ?7, title = ?8, place = ?9, description = ?10, zone = ?11, all_day = ?12, "
      "start_at = ?13, end_at = ?14, recurrence = ?15, standing = ?16, capacity = ?17, fee = ?18, "
      "currency = ?19, sign_up_until = ?20, reminders = ?21, attachments = ?22, size = ?23 WHERE "
      "id = ?1",
      error);
  if (query == NULL)
    return FALSE;

  bind_event (query, event);
  return muster_query_run (query, error);
}

/**
 * muster_event_table_delete:
 *
 * Takes an event out, with the changed times of a series.
 */
gboolean
muster_event_table_delete (MusterChange *change, const MusterId *id, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_change_get_database (change),
                        "DELETE FROM events WHERE id = ?1 OR series_id = ?1", error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, id);
  return muster_query_run (query, error);
}

/**
 * muster_event_table_load:
 *
 * Returns: (transfer full): the event; %NULL with @error set if there is none
 */
MusterEvent *
muster_event_table_load (MusterDatabase *db, const MusterId *id, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT " COLUMNS " FROM events WHERE id = ?1", error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, id);
  return muster_query_need (query, _ ("There is no such event any more."), error)
             ? read_event (query, NULL)
             : NULL;
}

/**
 * muster_event_table_find:
 * @group: none for the keeper's own events
 * @original_at: which changed time of the series; %MUSTER_EVENT_NO_TIME for the event itself
 * @out_found: whether there is one; @out_id is set only then
 */
gboolean
muster_event_table_find (MusterDatabase *db, const MusterId *group, const char *uid,
                         gint64 original_at, MusterId *out_id, gboolean *out_found, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db, "SELECT id FROM events WHERE uid = ?1 AND group_id IS ?2 AND original_at IS ?3", error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  muster_query_bind_text (query, 1, uid);
  bind_optional_id (query, 2, group);
  bind_time (query, 3, original_at);
  *out_found = muster_query_next (query, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (*out_found)
    muster_query_get_id (query, 0, out_id);
  return TRUE;
}

/**
 * muster_event_table_list:
 * @group: (nullable): %NULL for all groups and the keeper's own
 * @from: wall clock
 * @to: wall clock
 *
 * Returns: (transfer full) (element-type MusterEvent): events that lie in the time from @from to
 *   before @to, and all that repeat, whenever they do; changed times of a series are not among them
 */
GPtrArray *
muster_event_table_list (MusterDatabase *db, const MusterId *group, gint64 from, gint64 to,
                         GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT " COLUMNS " FROM events WHERE series_id IS NULL AND recurrence IS NULL "
      "AND end_at >= ?2 AND start_at < ?3 AND (end_at > ?2 OR start_at >= ?2) "
      "AND (?1 IS NULL OR group_id = ?1) "
      "UNION ALL SELECT " COLUMNS " FROM events WHERE series_id IS NULL "
      "AND recurrence IS NOT NULL AND start_at < ?3 AND (?1 IS NULL OR group_id = ?1)",
      error);

  if (query == NULL)
    return NULL;

  if (group != NULL)
    muster_query_bind_id (query, 1, group);
  muster_query_bind_int (query, 2, from);
  muster_query_bind_int (query, 3, to);
  return muster_query_list (query, read_event, NULL, (GDestroyNotify) muster_event_free, error);
}

/**
 * muster_event_table_list_changed:
 * @series: (nullable): %NULL for those of all series
 *
 * Returns: (transfer full) (element-type MusterEvent): changed times, wherever they were moved to
 */
GPtrArray *
muster_event_table_list_changed (MusterDatabase *db, const MusterId *series, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT " COLUMNS " FROM events WHERE series_id IS NOT NULL AND series_id = ifnull (?1, "
      "series_id)",
      error);

  if (query == NULL)
    return NULL;

  if (series != NULL)
    muster_query_bind_id (query, 1, series);
  return muster_query_list (query, read_event, NULL, (GDestroyNotify) muster_event_free, error);
}
