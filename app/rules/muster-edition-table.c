/* muster-edition-table.c - the SQL of the table "editions"
 *
 * There is no update and no deletion: what was published stays as it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-edition-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-edition-table.h"
#include "muster-query.h"
#include "muster-store-error.h"

#define COLUMNS                                                                                    \
  "id, document_id, number, title, text, welcome, published_at, published_on, author, material, "  \
  "note, based_on"

static gpointer
read_edition (MusterQuery *query, gconstpointer data)
{
  MusterEdition *edition = muster_edition_new ();

  muster_query_get_id (query, 0, &edition->id);
  muster_query_get_id (query, 1, &edition->document);
  edition->number = (guint) muster_query_get_int (query, 2);
  edition->title = muster_query_dup_text (query, 3);
  edition->text = muster_query_dup_text (query, 4);
  edition->welcome = muster_query_dup_text (query, 5);
  edition->published_at = muster_query_get_int (query, 6);
  edition->published_on = muster_query_get_day (query, 7);
  edition->author = muster_query_dup_text (query, 8);
  edition->material = muster_query_get_int (query, 9) != 0;
  edition->note = muster_query_dup_text (query, 10);
  muster_query_get_id (query, 11, &edition->based_on);
  return edition;
}

/**
 * muster_edition_table_insert:
 * @edition: what to store; gets its id
 */
gboolean
muster_edition_table_insert (MusterChange *change, MusterEdition *edition, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_change_get_database (change),
                        "INSERT INTO editions (" COLUMNS ") "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                        error);

  if (query == NULL)
    return FALSE;

  edition->id = muster_change_new_id (change);
  muster_query_bind_id (query, 1, &edition->id);
  muster_query_bind_id (query, 2, &edition->document);
  muster_query_bind_int (query, 3, edition->number);
  muster_query_bind_text (query, 4, edition->title);
  muster_query_bind_text (query, 5, edition->text);
  muster_query_bind_text (query, 6, edition->welcome);
  muster_query_bind_int (query, 7, edition->published_at);
  muster_query_bind_day (query, 8, edition->published_on);
  muster_query_bind_text (query, 9, edition->author);
  muster_query_bind_int (query, 10, edition->material);
  muster_query_bind_text (query, 11, edition->note);
  muster_query_bind_id (query, 12, &edition->based_on);
  return muster_query_run (query, error);
}

MusterEdition *
muster_edition_table_load (MusterDatabase *db, const MusterId *id, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT " COLUMNS " FROM editions WHERE id = ?1", error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, id);
  return muster_query_need (query, _ ("There is no such edition."), error)
             ? read_edition (query, NULL)
             : NULL;
}

/**
 * muster_edition_table_list:
 *
 * Returns: (transfer full) (element-type MusterEdition): of a document, oldest first; the last is
 *   in force
 */
GPtrArray *
muster_edition_table_list (MusterDatabase *db, const MusterId *document, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT " COLUMNS " FROM editions WHERE document_id = ?1 "
                        "ORDER BY published_at, id",
                        error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, document);
  return muster_query_list (query, read_edition, NULL, (GDestroyNotify) muster_edition_free, error);
}

/**
 * muster_edition_table_find_in_force:
 * @at: seconds since 1970, UTC
 *
 * Returns: (transfer full) (nullable): the newest edition published by then; %NULL without @error
 *   where there was none yet
 */
MusterEdition *
muster_edition_table_find_in_force (MusterDatabase *db, const MusterId *document, gint64 at,
                                    GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT " COLUMNS " FROM editions WHERE document_id = ?1 AND "
                        "published_at <= ?2 ORDER BY published_at DESC, id DESC LIMIT 1",
                        error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, document);
  muster_query_bind_int (query, 2, at);
  return muster_query_next (query, error) ? read_edition (query, NULL) : NULL;
}
