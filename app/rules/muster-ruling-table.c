/* muster-ruling-table.c - the SQL of the table "rulings"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-ruling-table"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-ladder.h"
#include "muster-query.h"
#include "muster-store-error.h"
#include "muster-violation-table.h"

#define COLUMNS                                                                                    \
  "id, violation_id, kind, step, proposed, sanction, until_at, ruled_on, reason, author"

/* In the order of COLUMNS. */
static void
bind_ruling (MusterQuery *query, const MusterRuling *ruling)
{
  muster_query_bind_id (query, 1, &ruling->id);
  muster_query_bind_id (query, 2, &ruling->violation);
  muster_query_bind_text (query, 3, muster_ruling_kind_get_key (ruling->kind));
  if (ruling->step > 0)
    muster_query_bind_int (query, 4, ruling->step);
  if (ruling->proposed > 0)
    muster_query_bind_int (query, 5, ruling->proposed);
  muster_query_bind_text (query, 6, ruling->sanction);
  if (ruling->until_at != MUSTER_VIOLATION_NO_TIME)
    muster_query_bind_int (query, 7, ruling->until_at);
  muster_query_bind_day (query, 8, ruling->ruled_on);
  muster_query_bind_text (query, 9, ruling->reason);
  muster_query_bind_text (query, 10, ruling->author);
}

static gpointer
read_ruling (MusterQuery *query, gconstpointer data)
{
  MusterRuling *ruling = muster_ruling_new (MUSTER_RULING_SANCTION);

  muster_query_get_id (query, 0, &ruling->id);
  muster_query_get_id (query, 1, &ruling->violation);
  (void) muster_ruling_kind_find (muster_query_get_text (query, 2), &ruling->kind);
  ruling->step = (guint) muster_query_get_int (query, 3);
  ruling->proposed = (guint) muster_query_get_int (query, 4);
  ruling->sanction = muster_query_dup_text (query, 5);
  if (!muster_query_is_null (query, 6))
    ruling->until_at = muster_query_get_int (query, 6);
  ruling->ruled_on = muster_query_get_day (query, 7);
  ruling->reason = muster_query_dup_text (query, 8);
  ruling->author = muster_query_dup_text (query, 9);
  return ruling;
}

static gboolean
check (const MusterRuling *ruling, GError **error)
{
  MusterSanction sanction;

  if (ruling->reason != NULL && strlen (ruling->reason) > MUSTER_VIOLATION_MAX_TEXT)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _ ("The text is too long: at most %d bytes fit."), MUSTER_VIOLATION_MAX_TEXT);
      return FALSE;
    }
  return ruling->kind != MUSTER_RULING_SANCTION ||
         muster_sanction_parse (ruling->sanction != NULL ? ruling->sanction : "", &sanction, error);
}

/**
 * muster_ruling_table_insert:
 * @ruling: what to store; gets its id
 */
gboolean
muster_ruling_table_insert (MusterChange *change, MusterRuling *ruling, GError **error)
{
  g_autoptr (MusterQuery) query = NULL;

  if (!check (ruling, error))
    return FALSE;

  query = muster_query_new (muster_change_get_database (change),
                            "INSERT INTO rulings (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
                            "?8, ?9, ?10)",
                            error);
  if (query == NULL)
    return FALSE;

  ruling->id = muster_change_new_id (change);
  bind_ruling (query, ruling);
  return muster_query_run (query, error);
}

/**
 * muster_ruling_table_list:
 *
 * Returns: (transfer full) (element-type MusterRuling): in the order in which they hold
 */
GPtrArray *
muster_ruling_table_list (MusterDatabase *db, const MusterId *violation, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT " COLUMNS " FROM rulings WHERE violation_id = ?1 "
                        "ORDER BY ruled_on, stamp, id",
                        error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, violation);
  return muster_query_list (query, read_ruling, NULL, (GDestroyNotify) muster_ruling_free, error);
}
