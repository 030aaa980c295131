/* muster-account-table.c - the SQL of the table "accounts"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-account-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-account-table.h"
#include "muster-query.h"

void
muster_account_free (MusterAccount *self)
{
  g_free (self->platform);
  g_free (self->identifier);
  g_free (self->display_name);
  g_free (self);
}

static gboolean
set_two (MusterChange *change, const char *sql, const MusterId *id, const char *text,
         const MusterId *other, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_change_get_database (change), sql, error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, id);
  if (other != NULL)
    muster_query_bind_id (query, 2, other);
  else if (text != NULL)
    muster_query_bind_text (query, 2, text);
  return muster_query_run (query, error);
}

/**
 * muster_account_table_insert_new:
 * @account: what to store; its id is not used
 * @out_id: (optional): the new row
 *
 * As muster_account_table_insert(), for who has looked already that nobody has the account.
 */
gboolean
muster_account_table_insert_new (MusterChange *change, const MusterAccount *account,
                                 MusterId *out_id, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_change_get_database (change),
                        "INSERT INTO accounts (id, person_id, platform, identifier, "
                        "display_name) VALUES (?1, ?2, ?3, ?4, ?5)",
                        error);
  MusterId id = muster_change_new_id (change);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, &id);
  muster_query_bind_id (query, 2, &account->person);
  muster_query_bind_text (query, 3, account->platform);
  muster_query_bind_text (query, 4, account->identifier);
  muster_query_bind_text (query, 5, account->display_name);
  if (!muster_query_run (query, error))
    return FALSE;

  if (out_id != NULL)
    *out_id = id;
  return TRUE;
}

/**
 * muster_account_table_insert:
 * @account: what to store; its id is not used
 * @out_id: (optional): the new row
 *
 * An account that somebody has already is refused.
 */
gboolean
muster_account_table_insert (MusterChange *change, const MusterAccount *account, MusterId *out_id,
                             GError **error)
{
  MusterId found_id, found_person;
  gboolean found;

  if (!muster_account_table_find (muster_change_get_database (change), account->platform,
                                  account->identifier, &found_id, &found_person, &found, error))
    return FALSE;
  if (!found)
    return muster_account_table_insert_new (change, account, out_id, error);

  g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
               _ ("The account %s belongs to somebody already."), account->identifier);
  return FALSE;
}

gboolean
muster_account_table_set_display_name (MusterChange *change, const MusterId *id,
                                       const char *display_name, GError **error)
{
  return set_two (change, "UPDATE accounts SET display_name = ?2 WHERE id = ?1", id, display_name,
                  NULL, error);
}

/**
 * muster_account_table_move:
 *
 * Gives an account to another person.
 */
gboolean
muster_account_table_move (MusterChange *change, const MusterId *id, const MusterId *person,
                           GError **error)
{
  return set_two (change, "UPDATE accounts SET person_id = ?2 WHERE id = ?1", id, NULL, person,
                  error);
}

gboolean
muster_account_table_delete (MusterChange *change, const MusterId *id, GError **error)
{
  return set_two (change, "DELETE FROM accounts WHERE id = ?1", id, NULL, NULL, error);
}

/**
 * muster_account_table_find:
 * @platform: (nullable): %NULL for any
 * @out_found: whether there is one; @out_id and @out_person are set only then
 */
gboolean
muster_account_table_find (MusterDatabase *db, const char *platform, const char *identifier,
                           MusterId *out_id, MusterId *out_person, gboolean *out_found,
                           GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT id, person_id FROM accounts WHERE identifier = ?1 "
                        "AND platform = ifnull (?2, platform)",
                        error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  muster_query_bind_text (query, 1, identifier);
  muster_query_bind_text (query, 2, platform);
  *out_found = muster_query_next (query, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (*out_found)
    {
      muster_query_get_id (query, 0, out_id);
      muster_query_get_id (query, 1, out_person);
    }

  return TRUE;
}

static gpointer
read_account (MusterQuery *query, gconstpointer data)
{
  MusterAccount *account = g_new0 (MusterAccount, 1);

  muster_query_get_id (query, 0, &account->id);
  muster_query_get_id (query, 1, &account->person);
  account->platform = muster_query_dup_text (query, 2);
  account->identifier = muster_query_dup_text (query, 3);
  account->display_name = muster_query_dup_text (query, 4);
  return account;
}

/**
 * muster_account_table_list:
 *
 * Returns: (transfer full) (element-type MusterAccount): the accounts of a person
 */
GPtrArray *
muster_account_table_list (MusterDatabase *db, const MusterId *person, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT id, person_id, platform, identifier, display_name FROM accounts "
                        "WHERE person_id = ?1 ORDER BY stamp, id",
                        error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, person);
  return muster_query_list (query, read_account, NULL, (GDestroyNotify) muster_account_free, error);
}
