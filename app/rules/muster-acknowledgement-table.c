/* muster-acknowledgement-table.c - the SQL of the table "acknowledgements"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-acknowledgement-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-acknowledgement-table.h"
#include "muster-query.h"

#define COLUMNS "edition_id, membership_id, day, way, source, note, author"

/* An acknowledgement of nothing would count for nobody. */
static gboolean
check_edition (MusterDatabase *db, const MusterId *edition, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT 1 FROM editions WHERE id = ?1", error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, edition);
  return muster_query_need (query, _ ("There is no such edition."), error);
}

/**
 * muster_acknowledgement_table_set:
 *
 * Takes the place of what the person had said of that edition.
 */
gboolean
muster_acknowledgement_table_set (MusterChange *change,
                                  const MusterAcknowledgement *acknowledgement, GError **error)
{
  MusterDatabase *db = muster_change_get_database (change);
  g_autoptr (MusterQuery) query = NULL;

  if (!check_edition (db, &acknowledgement->edition, error))
    return FALSE;
  query = muster_query_new (db,
                            "INSERT INTO acknowledgements (" COLUMNS ") "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
                            "ON CONFLICT (edition_id, membership_id) DO UPDATE SET "
                            "day = excluded.day, way = excluded.way, source = excluded.source, "
                            "note = excluded.note, author = excluded.author",
                            error);
  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, &acknowledgement->edition);
  muster_query_bind_id (query, 2, &acknowledgement->membership);
  muster_query_bind_day (query, 3, acknowledgement->day);
  muster_query_bind_text (query, 4, muster_reply_way_get_key (acknowledgement->way));
  muster_query_bind_text (query, 5, acknowledgement->source);
  muster_query_bind_text (query, 6, acknowledgement->note);
  muster_query_bind_text (query, 7, acknowledgement->author);
  return muster_query_run (query, error);
}

gboolean
muster_acknowledgement_table_delete (MusterChange *change, const MusterId *edition,
                                     const MusterId *membership, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      muster_change_get_database (change),
      "DELETE FROM acknowledgements WHERE edition_id = ?1 AND membership_id = ?2", error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, edition);
  muster_query_bind_id (query, 2, membership);
  return muster_query_run (query, error);
}

static gpointer
read_acknowledgement (MusterQuery *query, gconstpointer data)
{
  MusterAcknowledgement *acknowledgement = muster_acknowledgement_new ();

  muster_query_get_id (query, 0, &acknowledgement->edition);
  muster_query_get_id (query, 1, &acknowledgement->membership);
  acknowledgement->day = muster_query_get_day (query, 2);
  (void) muster_reply_way_find (muster_query_get_text (query, 3), &acknowledgement->way);
  acknowledgement->source = muster_query_dup_text (query, 4);
  acknowledgement->note = muster_query_dup_text (query, 5);
  acknowledgement->author = muster_query_dup_text (query, 6);
  return acknowledgement;
}

/**
 * muster_acknowledgement_table_find:
 *
 * Returns: (transfer full) (nullable): what is stored; %NULL without @error if there is nothing
 */
MusterAcknowledgement *
muster_acknowledgement_table_find (MusterDatabase *db, const MusterId *edition,
                                   const MusterId *membership, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db, "SELECT " COLUMNS " FROM acknowledgements WHERE edition_id = ?1 AND membership_id = ?2",
      error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, edition);
  muster_query_bind_id (query, 2, membership);
  return muster_query_next (query, error) ? read_acknowledgement (query, NULL) : NULL;
}

/**
 * muster_acknowledgement_table_list:
 *
 * Returns: (transfer full) (element-type MusterAcknowledgement): those of all editions of
 *   @document, the earlier editions first
 */
GPtrArray *
muster_acknowledgement_table_list (MusterDatabase *db, const MusterId *document, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT edition_id, membership_id, day, way, source, a.note, a.author "
      "FROM acknowledgements AS a JOIN editions AS e ON e.id = edition_id "
      "WHERE document_id = ?1 ORDER BY published_at, e.stamp, e.id, a.stamp, membership_id",
      error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, document);
  return muster_query_list (query, read_acknowledgement, NULL,
                            (GDestroyNotify) muster_acknowledgement_free, error);
}
