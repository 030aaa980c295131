/* muster-person-table.c - the SQL of the table "persons"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-person-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-person-table.h"
#include "muster-query.h"

/* The text columns in the order of MusterPersonField. */
#define FIELD_COLUMNS                                                                              \
  "name, reading, former_names, gender, phones, emails, company, school, department, title, "      \
  "class, year, seat, city, number, birthday, address, note, tags, photo"

static gboolean
set_not_found (GError **error)
{
  g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND,
                       _ ("There is no such person."));
  return FALSE;
}

/**
 * muster_person_table_insert:
 * @person: what to store; its id is not used
 * @out_id: the new row
 */
gboolean
muster_person_table_insert (MusterChange *change, const MusterPerson *person, MusterId *out_id,
                            GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_change_get_database (change),
                        "INSERT INTO persons (id, " FIELD_COLUMNS
                        ", lost, found_by, found_on, deceased, do_not_contact) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
                        "?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26)",
                        error);
  MusterId id = muster_change_new_id (change);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, &id);
  for (int i = 0; i < MUSTER_N_PERSON_FIELDS; i++)
    if (person->fields[i] != NULL) /* most are not known */
      muster_query_bind_text (query, 2 + i, person->fields[i]);
  if (person->lost)
    muster_query_bind_int (query, 22, 1);
  muster_query_bind_text (query, 23, person->found_by);
  muster_query_bind_day (query, 24, person->found_on);
  if (person->deceased)
    muster_query_bind_int (query, 25, 1);
  if (person->do_not_contact)
    muster_query_bind_int (query, 26, 1);
  if (!muster_query_run (query, error))
    return FALSE;

  *out_id = id;
  return TRUE;
}

/**
 * muster_person_table_set:
 * @value: (nullable): cleaned before it is stored
 */
gboolean
muster_person_table_set (MusterChange *change, const MusterId *id, MusterPersonField field,
                         const char *value, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE persons SET %s = ?2 WHERE id = ?1",
                                          muster_person_field_get_key (field));
  g_autofree char *clean = muster_person_field_dup_clean (field, value);
  g_autoptr (MusterQuery) query = NULL;

  if (field == MUSTER_PERSON_NAME && clean == NULL)
    {
      g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_INVALID,
                           _ ("A person needs a name."));
      return FALSE;
    }
  query = muster_query_new (muster_change_get_database (change), sql, error);
  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, id);
  muster_query_bind_text (query, 2, clean);
  return muster_query_run (query, error);
}

/**
 * muster_person_table_set_flags:
 * @person: a stored person, with lost, found_by, found_on, deceased and do_not_contact as they
 *   are to be
 */
gboolean
muster_person_table_set_flags (MusterChange *change, const MusterPerson *person, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      muster_change_get_database (change),
      "UPDATE persons SET lost = ?2, found_by = ?3, found_on = ?4, deceased = ?5, "
      "do_not_contact = ?6 WHERE id = ?1",
      error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, &person->id);
  muster_query_bind_int (query, 2, person->lost);
  muster_query_bind_text (query, 3, person->found_by);
  muster_query_bind_day (query, 4, person->found_on);
  muster_query_bind_int (query, 5, person->deceased);
  muster_query_bind_int (query, 6, person->do_not_contact);
  return muster_query_run (query, error);
}

static MusterPerson *
load (MusterQuery *query, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  MusterPerson *person;

  if (!muster_query_next (query, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        set_not_found (error);
      return NULL;
    }

  person = muster_person_new ();
  for (int i = 0; i < MUSTER_N_PERSON_FIELDS; i++)
    person->fields[i] = muster_query_dup_text (query, i);
  person->lost = muster_query_get_int (query, MUSTER_N_PERSON_FIELDS) != 0;
  person->found_by = muster_query_dup_text (query, MUSTER_N_PERSON_FIELDS + 1);
  person->found_on = muster_query_get_day (query, MUSTER_N_PERSON_FIELDS + 2);
  person->deceased = muster_query_get_int (query, MUSTER_N_PERSON_FIELDS + 3) != 0;
  person->do_not_contact = muster_query_get_int (query, MUSTER_N_PERSON_FIELDS + 4) != 0;
  muster_query_get_id (query, MUSTER_N_PERSON_FIELDS + 5, &person->id);
  return person;
}

#define SELECT_PERSON                                                                              \
  "SELECT " FIELD_COLUMNS ", lost, found_by, found_on, deceased, do_not_contact, id FROM persons "

MusterPerson *
muster_person_table_load (MusterDatabase *db, const MusterId *id, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (db, SELECT_PERSON "WHERE id = ?1", error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, id);
  return load (query, error);
}

/**
 * muster_person_table_load_row:
 * @row: the row number of the person in this file, a short key for plans in memory
 */
MusterPerson *
muster_person_table_load_row (MusterDatabase *db, guint32 row, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (db, SELECT_PERSON "WHERE rowid = ?1", error);

  if (query == NULL)
    return NULL;

  muster_query_bind_int (query, 1, row);
  return load (query, error);
}

/**
 * muster_person_table_find_row:
 * @out_row: the row number; 0 if there is no such person
 */
gboolean
muster_person_table_find_row (MusterDatabase *db, const MusterId *id, guint32 *out_row,
                              GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT rowid FROM persons WHERE id = ?1", error);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, id);
  *out_row =
      muster_query_next (query, &local_error) ? (guint32) muster_query_get_int (query, 0) : 0;
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
