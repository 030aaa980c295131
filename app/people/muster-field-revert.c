/* muster-field-revert.c - one field of the history put back as it was
 *
 * A change like any other edit, through the same mutators: a nickname that is
 * put back leaves the one before it in the member's history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-field-revert"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-field-revert.h"
#include "muster-group-table.h"
#include "muster-membership-table.h"
#include "muster-person-table.h"
#include "muster-query.h"

/* The fields of a membership and of a group that a keeper edits. */
static const char *const membership_fields[] = {
  "nickname", "role", "standing", "joined_on", "introduced_on", "inviter", "required", "note",
};
static const char *const group_fields[] = {
  "name", "number", "purpose", "owner", "language", "capacity", "platform",
};

static gboolean
is_one_of (const char *column, const char *const *fields, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (fields[i], column) == 0)
      return TRUE;

  return FALSE;
}

static MusterDay
parse_day (const char *value)
{
  return value != NULL ? (MusterDay) g_ascii_strtoll (value, NULL, 10) : MUSTER_DAY_NONE;
}

static gboolean
revert_person (MusterChange *change, const MusterJournalCell *cell, GError **error)
{
  MusterPersonField field;

  return muster_person_field_find (cell->column, &field) &&
         muster_person_table_set (change, &cell->row, field, cell->old_value, error);
}

static gboolean
revert_details (MusterChange *change, const MusterJournalCell *cell, GError **error)
{
  g_autoptr (MusterMembership) membership =
      muster_membership_table_load (muster_change_get_database (change), &cell->row, error);

  if (membership == NULL)
    return FALSE;
  if (strcmp (cell->column, "joined_on") == 0)
    membership->joined_on = parse_day (cell->old_value);
  else if (strcmp (cell->column, "introduced_on") == 0)
    membership->introduced_on = parse_day (cell->old_value);
  else if (strcmp (cell->column, "required") == 0)
    membership->required = g_strcmp0 (cell->old_value, "1") == 0;
  else
    {
      char **text =
          strcmp (cell->column, "inviter") == 0 ? &membership->inviter : &membership->note;

      g_free (*text);
      *text = g_strdup (cell->old_value);
    }
  return muster_membership_table_set_details (change, membership, error);
}

static gboolean
revert_membership (MusterChange *change, const MusterJournalCell *cell, MusterDay today,
                   GError **error)
{
  MusterStanding standing = MUSTER_STANDING_ACTIVE;

  if (strcmp (cell->column, "nickname") == 0)
    return muster_membership_table_set_nickname (change, &cell->row, cell->old_value, today, error);
  if (strcmp (cell->column, "role") == 0)
    return muster_membership_table_set_role (
        change, &cell->row, cell->old_value != NULL ? cell->old_value : "member", today, error);
  if (strcmp (cell->column, "standing") != 0)
    return revert_details (change, cell, error);

  (void) muster_standing_find (cell->old_value, &standing);
  return muster_membership_table_set_standing (change, &cell->row, standing, today, MUSTER_DAY_NONE,
                                               NULL, error);
}

static gboolean
revert_group (MusterChange *change, const MusterJournalCell *cell, GError **error)
{
  g_autoptr (MusterGroup) group =
      muster_group_table_load (muster_change_get_database (change), &cell->row, error);
  const char *value = cell->old_value;

  if (group == NULL)
    return FALSE;
  if (strcmp (cell->column, "capacity") == 0)
    muster_group_set_capacity (group,
                               value != NULL ? (guint) g_ascii_strtoull (value, NULL, 10) : 0);
  else
    g_object_set (group, cell->column, value, NULL); /* the other fields are texts */
  return muster_group_table_update (change, group, error);
}

/* What was edited since is not put back over. */
static gboolean
check_value (MusterDatabase *db, const MusterJournalCell *cell, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s IS ?2 FROM %s WHERE id = ?1", cell->column, cell->table);
  g_autoptr (MusterQuery) query = muster_query_new (db, sql, error);
  g_autoptr (GError) local_error = NULL;
  gboolean same;

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, &cell->row);
  muster_query_bind_text (query, 2, cell->new_value);
  same = muster_query_next (query, &local_error) && muster_query_get_int (query, 0) != 0;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!same)
    g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOTHING,
                         _ ("The field was edited again since then."));
  return same;
}

/**
 * muster_field_can_revert:
 *
 * Returns: whether the cell is a field that a keeper edits, in a row that was there before and
 *   after the change
 */
gboolean
muster_field_can_revert (const MusterJournalCell *cell)
{
  MusterPersonField field;

  if (!cell->edited)
    return FALSE;
  if (strcmp (cell->table, "persons") == 0)
    return muster_person_field_find (cell->column, &field);
  if (strcmp (cell->table, "memberships") == 0)
    return is_one_of (cell->column, membership_fields, G_N_ELEMENTS (membership_fields));
  return strcmp (cell->table, "groups") == 0 &&
         is_one_of (cell->column, group_fields, G_N_ELEMENTS (group_fields));
}

/**
 * muster_field_revert:
 * @cell: one that muster_field_can_revert()
 * @today: from when the value holds, where values are dated
 *
 * Gives the field the value from before the change.  Fails if it was edited
 * since.
 */
gboolean
muster_field_revert (MusterChange *change, const MusterJournalCell *cell, MusterDay today,
                     GError **error)
{
  g_return_val_if_fail (muster_field_can_revert (cell), FALSE);

  if (!check_value (muster_change_get_database (change), cell, error))
    return FALSE;
  if (strcmp (cell->table, "persons") == 0)
    return revert_person (change, cell, error);
  if (strcmp (cell->table, "memberships") == 0)
    return revert_membership (change, cell, today, error);
  return revert_group (change, cell, error);
}

/**
 * muster_field_dup_row_name:
 * @table: a shared table
 * @row: the first column of the row's key
 *
 * Returns: (transfer full) (nullable): of whom or of which group the row is
 */
char *
muster_field_dup_row_name (MusterDatabase *db, const char *table, const MusterId *row)
{
#define OF_MEMBER                                                                                  \
  "SELECT ifnull (p.name, m.nickname) FROM memberships AS m "                                      \
  "LEFT JOIN persons AS p ON p.id = m.person_id WHERE m.id = ?1"
  static const struct
  {
    const char *table, *sql;
  } names[] = {
    { "persons", "SELECT name FROM persons WHERE id = ?1" },
    { "field_values", "SELECT name FROM persons WHERE id = ?1" },
    { "accounts", "SELECT p.name FROM accounts AS a JOIN persons AS p ON p.id = a.person_id "
                  "WHERE a.id = ?1" },
    { "memberships", OF_MEMBER },
    { "membership_history", OF_MEMBER },
    { "signs", OF_MEMBER },
    { "groups", "SELECT name FROM groups WHERE id = ?1" },
    { "policies", "SELECT name FROM groups WHERE id = ?1" },
    { "sender_links", "SELECT name FROM groups WHERE id = ?1" },
  };
#undef OF_MEMBER

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].table, table) == 0)
      {
        g_autoptr (MusterQuery) query = muster_query_new (db, names[i].sql, NULL);

        if (query == NULL)
          return NULL;
        muster_query_bind_id (query, 1, row);
        return muster_query_next (query, NULL) ? muster_query_dup_text (query, 0) : NULL;
      }

  return NULL;
}
