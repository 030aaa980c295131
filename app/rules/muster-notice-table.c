/* muster-notice-table.c - the SQL of the table "notices"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-notice-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-audience.h"
#include "muster-notice-table.h"
#include "muster-query.h"
#include "muster-store-error.h"

#define COLUMNS                                                                                    \
  "id, group_id, series_id, event_id, original_at, title, text, audience, wants, minutes, lead, "  \
  "planned_at, sent_at, standing, author"

#define MAX_MINUTES (60 * 24 * 366 * 10) /* ten years */

static void
bind_time (MusterQuery *query, int parameter, gint64 time)
{
  if (time != MUSTER_NOTICE_NO_TIME)
    muster_query_bind_int (query, parameter, time);
}

/* In the order of COLUMNS. */
static void
bind_notice (MusterQuery *query, const MusterNotice *notice)
{
  muster_query_bind_id (query, 1, &notice->id);
  muster_query_bind_id (query, 2, &notice->group);
  if (!muster_id_is_none (&notice->series))
    muster_query_bind_id (query, 3, &notice->series);
  if (!muster_id_is_none (&notice->event))
    {
      muster_query_bind_id (query, 4, &notice->event);
      muster_query_bind_int (query, 5, notice->original_at);
    }
  muster_query_bind_text (query, 6, notice->title);
  muster_query_bind_text (query, 7, notice->text);
  muster_query_bind_text (query, 8, notice->audience != NULL ? notice->audience : "all");
  muster_query_bind_text (query, 9, muster_notice_wants_get_key (notice->wants));
  if (notice->minutes > 0)
    muster_query_bind_int (query, 10, notice->minutes);
  bind_time (query, 11, notice->lead);
  bind_time (query, 12, notice->planned_at);
  bind_time (query, 13, notice->sent_at);
  muster_query_bind_text (query, 14, muster_notice_standing_get_key (notice->standing));
  muster_query_bind_text (query, 15, notice->author);
}

static gint64
get_time (MusterQuery *query, int column)
{
  return muster_query_is_null (query, column) ? MUSTER_NOTICE_NO_TIME
                                              : muster_query_get_int (query, column);
}

static gpointer
read_notice (MusterQuery *query, gconstpointer data)
{
  MusterNotice *notice = muster_notice_new ();

  muster_query_get_id (query, 0, &notice->id);
  muster_query_get_id (query, 1, &notice->group);
  muster_query_get_id (query, 2, &notice->series);
  muster_query_get_id (query, 3, &notice->event);
  notice->original_at = muster_query_get_int (query, 4);
  notice->title = muster_query_dup_text (query, 5);
  notice->text = muster_query_dup_text (query, 6);
  notice->audience = muster_query_dup_text (query, 7);
  (void) muster_notice_wants_find (muster_query_get_text (query, 8), &notice->wants);
  notice->minutes = muster_query_get_int (query, 9);
  notice->lead = get_time (query, 10);
  notice->planned_at = get_time (query, 11);
  notice->sent_at = get_time (query, 12);
  (void) muster_notice_standing_find (muster_query_get_text (query, 13), &notice->standing);
  notice->author = muster_query_dup_text (query, 14);
  return notice;
}

static gboolean
check (const MusterNotice *notice, GError **error)
{
  const char *wrong = NULL;

  if (notice->title == NULL || *notice->title == '\0')
    wrong = _ ("A notice needs a title.");
  else if (notice->text == NULL || *notice->text == '\0')
    wrong = _ ("A notice needs a text.");
  else if (notice->minutes < 0 || notice->minutes > MAX_MINUTES)
    wrong = _ ("A time limit is at most ten years.");
  else if (notice->lead != MUSTER_NOTICE_NO_TIME && muster_id_is_none (&notice->event))
    wrong = _ ("A notice without an event needs a time of its own.");
  else if (notice->lead != MUSTER_NOTICE_NO_TIME && ABS (notice->lead) > MAX_MINUTES)
    wrong = _ ("A notice is sent within ten years of its event.");
  if (wrong != NULL)
    g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID, wrong);
  return wrong == NULL &&
         (notice->audience == NULL || muster_audience_check (notice->audience, error));
}

/**
 * muster_notice_table_insert:
 * @notice: what to store; gets its id
 */
gboolean
muster_notice_table_insert (MusterChange *change, MusterNotice *notice, GError **error)
{
  g_autoptr (MusterQuery) query = NULL;

  if (!check (notice, error))
    return FALSE;
  query = muster_query_new (muster_change_get_database (change),
                            "INSERT INTO notices (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
                            "?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
                            error);
  if (query == NULL)
    return FALSE;

  notice->id = muster_change_new_id (change);
  bind_notice (query, notice);
  return muster_query_run (query, error);
}

/**
 * muster_notice_table_update:
 * @notice: a stored one, with its new contents
 */
gboolean
muster_notice_table_update (MusterChange *change, const MusterNotice *notice, GError **error)
{
  g_autoptr (MusterQuery) query = NULL;

  if (!check (notice, error))
    return FALSE;
  query = muster_query_new (
      muster_change_get_database (change),
      "UPDATE notices SET group_id = ?2, series_id = ?3, event_id = ?4, original_at = ?5, "
      "title = ?6, text = ?7, audience = ?8, wants = ?9, minutes = ?10, lead = ?11, "
      "planned_at = ?12, sent_at = ?13, standing = ?14, author = ?15 WHERE id = ?1",
      error);
  if (query == NULL)
    return FALSE;

  bind_notice (query, notice);
  return muster_query_run (query, error);
}

/**
 * muster_notice_table_set_standing:
 * @sent_at: of %MUSTER_NOTICE_SENT: when; else it is not used
 *
 * What was sent can be closed or taken back, what is planned can be called off; a notice that was
 * sent can't be sent again, for its answers belong to that sending.
 */
gboolean
muster_notice_table_set_standing (MusterChange *change, const MusterId *id,
                                  MusterNoticeStanding standing, gint64 sent_at, GError **error)
{
  g_autoptr (MusterNotice) notice =
      muster_notice_table_load (muster_change_get_database (change), id, error);
  const char *wrong = NULL;

  if (notice == NULL)
    return FALSE;

  if (standing == MUSTER_NOTICE_SENT && notice->sent_at != MUSTER_NOTICE_NO_TIME &&
      notice->standing == MUSTER_NOTICE_SENT)
    wrong = _ ("This notice has been sent already.");
  else if (standing == MUSTER_NOTICE_CLOSED && notice->sent_at == MUSTER_NOTICE_NO_TIME)
    wrong = _ ("This notice has not been sent, so it can’t be closed. It can be called off.");
  else if (standing == MUSTER_NOTICE_CANCELLED && notice->sent_at != MUSTER_NOTICE_NO_TIME)
    wrong = _ ("This notice has been sent, so it can’t be called off. It can be closed.");
  if (wrong != NULL)
    {
      g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID, wrong);
      return FALSE;
    }

  notice->standing = standing;
  if (standing == MUSTER_NOTICE_SENT && notice->sent_at == MUSTER_NOTICE_NO_TIME)
    notice->sent_at = sent_at;
  return muster_notice_table_update (change, notice, error);
}

/**
 * muster_notice_table_load:
 *
 * Returns: (transfer full): the notice; %NULL with @error set if there is none
 */
MusterNotice *
muster_notice_table_load (MusterDatabase *db, const MusterId *id, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT " COLUMNS " FROM notices WHERE id = ?1", error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, id);
  return muster_query_need (query, _ ("There is no such notice any more."), error)
             ? read_notice (query, NULL)
             : NULL;
}

/**
 * muster_notice_table_list:
 *
 * Returns: (transfer full) (element-type MusterNotice): those of a group, the newest first
 */
GPtrArray *
muster_notice_table_list (MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT " COLUMNS " FROM notices WHERE group_id = ?1 ORDER BY "
                        "coalesce (sent_at, planned_at, original_at) DESC, stamp DESC, id",
                        error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, group);
  return muster_query_list (query, read_notice, NULL, (GDestroyNotify) muster_notice_free, error);
}

/**
 * muster_notice_table_list_standing:
 * @group: (nullable): %NULL for all groups
 *
 * Returns: (transfer full) (element-type MusterNotice): in the order of the times
 */
GPtrArray *
muster_notice_table_list_standing (MusterDatabase *db, const MusterId *group,
                                   MusterNoticeStanding standing, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT " COLUMNS " FROM notices WHERE (?1 IS NULL OR group_id = ?1) AND standing = ?2 "
      "ORDER BY coalesce (sent_at, planned_at, original_at), stamp, id",
      error);

  if (query == NULL)
    return NULL;

  if (group != NULL)
    muster_query_bind_id (query, 1, group);
  muster_query_bind_text (query, 2, muster_notice_standing_get_key (standing));
  return muster_query_list (query, read_notice, NULL, (GDestroyNotify) muster_notice_free, error);
}
