/* muster-document-table.c - the SQL of the table "documents"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-document-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-document-table.h"
#include "muster-query.h"
#include "muster-store-error.h"

#define COLUMNS "id, group_id, title, template, draft, welcome, based_on, standing, position"

/* In the order of COLUMNS. */
static void
bind_document (MusterQuery *query, const MusterDocument *document)
{
  muster_query_bind_id (query, 1, &document->id);
  muster_query_bind_id (query, 2, &document->group);
  muster_query_bind_text (query, 3, document->title);
  muster_query_bind_text (query, 4, document->template_id);
  muster_query_bind_text (query, 5, document->draft);
  muster_query_bind_text (query, 6, document->welcome);
  muster_query_bind_id (query, 7, &document->based_on);
  muster_query_bind_text (query, 8, document->archived ? "archived" : "used");
  muster_query_bind_int (query, 9, document->position);
}

static gpointer
read_document (MusterQuery *query, gconstpointer data)
{
  MusterDocument *document = muster_document_new ();

  muster_query_get_id (query, 0, &document->id);
  muster_query_get_id (query, 1, &document->group);
  document->title = muster_query_dup_text (query, 2);
  document->template_id = muster_query_dup_text (query, 3);
  document->draft = muster_query_dup_text (query, 4);
  document->welcome = muster_query_dup_text (query, 5);
  muster_query_get_id (query, 6, &document->based_on);
  document->archived = g_strcmp0 (muster_query_get_text (query, 7), "archived") == 0;
  document->position = (guint) muster_query_get_int (query, 8);
  return document;
}

static gboolean
check (const MusterDocument *document, GError **error)
{
  g_autofree char *title = g_strstrip (g_strdup (document->title != NULL ? document->title : ""));

  if (*title == '\0')
    {
      g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                           _ ("A document needs a title."));
      return FALSE;
    }

  return muster_document_check_size (document->draft, error) &&
         muster_document_check_size (document->welcome, error);
}

static guint
get_next_position (MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db, "SELECT ifnull (max (position), 0) + 1 FROM documents WHERE group_id = ?1", error);

  if (query == NULL)
    return 0;

  muster_query_bind_id (query, 1, group);
  return muster_query_next (query, error) ? (guint) muster_query_get_int (query, 0) : 0;
}

/**
 * muster_document_table_insert:
 * @document: what to store; gets its id, and the place behind the others where it has none
 */
gboolean
muster_document_table_insert (MusterChange *change, MusterDocument *document, GError **error)
{
  g_autoptr (MusterQuery) query = NULL;

  if (!check (document, error))
    return FALSE;
  if (document->position == 0)
    document->position =
        get_next_position (muster_change_get_database (change), &document->group, error);
  if (document->position == 0)
    return FALSE;

  query = muster_query_new (muster_change_get_database (change),
                            "INSERT INTO documents (" COLUMNS ") "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                            error);
  if (query == NULL)
    return FALSE;

  document->id = muster_change_new_id (change);
  bind_document (query, document);
  return muster_query_run (query, error);
}

/**
 * muster_document_table_update:
 * @document: a stored one, with its new contents
 */
gboolean
muster_document_table_update (MusterChange *change, const MusterDocument *document, GError **error)
{
  g_autoptr (MusterQuery) query = NULL;

  if (!check (document, error))
    return FALSE;

  query = muster_query_new (muster_change_get_database (change),
                            "UPDATE documents SET group_id = ?2, title = ?3, template = ?4, "
                            "draft = ?5, welcome = ?6, based_on = ?7, standing = ?8, position = ?9 "
                            "WHERE id = ?1",
                            error);
  if (query == NULL)
    return FALSE;

  bind_document (query, document);
  return muster_query_run (query, error);
}

MusterDocument *
muster_document_table_load (MusterDatabase *db, const MusterId *id, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT " COLUMNS " FROM documents WHERE id = ?1", error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, id);
  return muster_query_need (query, _ ("There is no such document any more."), error)
             ? read_document (query, NULL)
             : NULL;
}

/**
 * muster_document_table_list:
 *
 * Returns: (transfer full) (element-type MusterDocument): of a group in their order, the archived
 *   ones last
 */
GPtrArray *
muster_document_table_list (MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT " COLUMNS " FROM documents WHERE group_id = ?1 "
                        "ORDER BY standing IS 'archived', position, stamp, id",
                        error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, group);
  return muster_query_list (query, read_document, NULL, (GDestroyNotify) muster_document_free,
                            error);
}
