/* muster-group-table.c - the SQL of the table "groups"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-group-table"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-group-table.h"
#include "muster-query.h"

#define SECRET_SIZE 16
#define OWN_COLUMNS                                                                                \
  "id, name, platform, number, purpose, owner, language, capacity, name_locked, archive, "
#define COLUMNS                                                                                    \
  OWN_COLUMNS                                                                                      \
  "(SELECT count (*) FROM memberships WHERE group_id = groups.id "                                 \
  "AND standing NOT IN ('applicant', 'left', 'removed'))"

static void
bind (MusterQuery *query, MusterGroup *group)
{
  muster_query_bind_id (query, 1, muster_group_get_id (group));
  muster_query_bind_text (query, 2, muster_group_get_name (group));
  muster_query_bind_text (query, 3, muster_group_get_platform (group));
  muster_query_bind_text (query, 4, muster_group_get_number (group));
  muster_query_bind_text (query, 5, muster_group_get_purpose (group));
  muster_query_bind_text (query, 6, muster_group_get_owner (group));
  muster_query_bind_text (query, 7, muster_group_get_language (group));
  muster_query_bind_int (query, 8, muster_group_get_capacity (group));
  muster_query_bind_int (query, 9, muster_group_get_name_locked (group));
  muster_query_bind_int (query, 10, muster_group_get_archive (group));
}

static gpointer
read_group (MusterQuery *query, gconstpointer data)
{
  MusterId id;
  MusterGroup *group;

  muster_query_get_id (query, 0, &id);
  group = muster_group_new (&id, muster_query_get_text (query, 1));
  muster_group_set_platform (group, muster_query_get_text (query, 2));
  muster_group_set_number (group, muster_query_get_text (query, 3));
  muster_group_set_purpose (group, muster_query_get_text (query, 4));
  muster_group_set_owner (group, muster_query_get_text (query, 5));
  muster_group_set_language (group, muster_query_get_text (query, 6));
  muster_group_set_capacity (group, (guint) muster_query_get_int (query, 7));
  muster_group_set_name_locked (group, muster_query_get_int (query, 8) != 0);
  muster_group_set_archive (group, muster_query_get_int (query, 9) != 0);
  muster_group_set_n_members (group, (guint) muster_query_get_int (query, 10));
  return group;
}

static gboolean
check (MusterGroup *group, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (muster_group_get_name (group)));

  if (*stripped == '\0')
    {
      g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                           _ ("A group needs a name."));
      return FALSE;
    }
  if (!muster_group_is_platform (muster_group_get_platform (group)))
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                   _ ("“%s” is not a platform that Muster knows."),
                   muster_group_get_platform (group));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_name_is_free (MusterDatabase *db, MusterGroup *group, const MusterId *id, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db, "SELECT 1 FROM groups WHERE name = ?1 AND closed_on IS NULL AND id IS NOT ?2", error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  muster_query_bind_text (query, 1, muster_group_get_name (group));
  muster_query_bind_id (query, 2, id);
  if (muster_query_next (query, &local_error))
    g_set_error (&local_error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                 _ ("There is a group named “%s” already."), muster_group_get_name (group));
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
set_not_found (GError **error, const char *name)
{
  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND,
               _ ("There is no group “%s”."), name);
  return FALSE;
}

/**
 * muster_group_table_insert:
 * @group: what to store; its id is not used
 * @out_id: (optional): the new row
 *
 * Gives the group the secret that keys the digests of its messages.  The name
 * must be free.
 */
gboolean
muster_group_table_insert (MusterChange *change, MusterGroup *group, MusterId *out_id,
                           GError **error)
{
  MusterDatabase *db = muster_change_get_database (change);
  g_autoptr (MusterQuery) query = NULL;
  MusterId id = muster_change_new_id (change);
  guint8 secret[SECRET_SIZE];

  if (!check (group, error) || !check_name_is_free (db, group, NULL, error))
    return FALSE;
  query = muster_query_new (db,
                            "INSERT INTO groups (id, name, platform, number, purpose, owner, "
                            "language, capacity, name_locked, archive, secret, created_on) "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                            error);
  if (query == NULL)
    return FALSE;

  sqlite3_randomness (SECRET_SIZE, secret);
  bind (query, group);
  muster_query_bind_id (query, 1, &id);
  muster_query_bind_blob (query, 11, secret, SECRET_SIZE);
  muster_query_bind_day (query, 12,
                         muster_day_from_seconds (muster_change_get_now (change) / G_USEC_PER_SEC));
  if (!muster_query_run (query, error))
    return FALSE;

  if (out_id != NULL)
    *out_id = id;
  return TRUE;
}

gboolean
muster_group_table_update (MusterChange *change, MusterGroup *group, GError **error)
{
  MusterDatabase *db = muster_change_get_database (change);
  g_autoptr (MusterQuery) query = NULL;

  if (!check (group, error) || !check_name_is_free (db, group, muster_group_get_id (group), error))
    return FALSE;
  query = muster_query_new (db,
                            "UPDATE groups SET name = ?2, platform = ?3, number = ?4, "
                            "purpose = ?5, owner = ?6, language = ?7, capacity = ?8, "
                            "name_locked = ?9, archive = ?10 WHERE id = ?1",
                            error);
  if (query == NULL)
    return FALSE;

  bind (query, group);
  return muster_query_run (query, error);
}

/**
 * muster_group_table_close:
 *
 * Takes a group off the list; everything about it stays.
 */
gboolean
muster_group_table_close (MusterChange *change, const MusterId *id, MusterDay day, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      muster_change_get_database (change), "UPDATE groups SET closed_on = ?2 WHERE id = ?1", error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, id);
  muster_query_bind_day (query, 2, day);
  return muster_query_run (query, error);
}

/**
 * muster_group_table_list:
 * @counted: whether to count the members, which takes a while where there are many
 *
 * Returns: (transfer full) (element-type MusterGroup): the open groups, oldest first
 */
GPtrArray *
muster_group_table_list (MusterDatabase *db, gboolean counted, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      counted ? "SELECT " COLUMNS " FROM groups WHERE closed_on IS NULL ORDER BY stamp, id"
              : "SELECT " OWN_COLUMNS "0 FROM groups WHERE closed_on IS NULL ORDER BY stamp, id",
      error);

  return query != NULL ? muster_query_list (query, read_group, NULL, g_object_unref, error) : NULL;
}

MusterGroup *
muster_group_table_load (MusterDatabase *db, const MusterId *id, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT " COLUMNS " FROM groups WHERE id = ?1", error);
  g_autoptr (GError) local_error = NULL;
  char text[MUSTER_ID_TEXT_SIZE];

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, id);
  if (muster_query_next (query, &local_error))
    return read_group (query, NULL);

  muster_id_format (id, text);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    set_not_found (error, text);
  return NULL;
}

/**
 * muster_group_table_find:
 * @name_or_id: the name of an open group, or the hexadecimal id of any
 *
 * Returns: (transfer full): the group
 */
MusterGroup *
muster_group_table_find (MusterDatabase *db, const char *name_or_id, GError **error)
{
  g_autoptr (MusterQuery) query = NULL;
  g_autoptr (GError) local_error = NULL;
  MusterId id;

  query = muster_query_new (
      db, "SELECT " COLUMNS " FROM groups WHERE name = ?1 AND closed_on IS NULL", error);
  if (query == NULL)
    return NULL;
  muster_query_bind_text (query, 1, name_or_id);
  if (muster_query_next (query, &local_error))
    return read_group (query, NULL);
  if (local_error == NULL && muster_id_parse (name_or_id, &id))
    return muster_group_table_load (db, &id, error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    set_not_found (error, name_or_id);
  return NULL;
}

/**
 * muster_group_table_load_secret:
 * @secret: the key of this group's message digests
 */
gboolean
muster_group_table_load_secret (MusterDatabase *db, const MusterId *id, guint8 secret[16],
                                GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT secret FROM groups WHERE id = ?1", error);
  MusterId found;
  char text[MUSTER_ID_TEXT_SIZE];

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, id);
  if (muster_query_next (query, error) && muster_query_get_id (query, 0, &found))
    {
      memcpy (secret, found.bytes, SECRET_SIZE);
      return TRUE;
    }

  muster_id_format (id, text);
  if (error != NULL && *error == NULL)
    set_not_found (error, text);
  return FALSE;
}
