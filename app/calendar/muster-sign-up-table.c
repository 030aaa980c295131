/* muster-sign-up-table.c - the SQL of the table "sign_ups"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sign-up-table"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-query.h"
#include "muster-sign-up-table.h"

static const struct
{
  const char *key;
  const char *title;
} answers[] = {
  [MUSTER_SIGN_UP_YES] = { "yes", N_ ("Comes") },
  [MUSTER_SIGN_UP_MAYBE] = { "maybe", N_ ("Perhaps") },
  [MUSTER_SIGN_UP_NO] = { "no", N_ ("Does not come") },
  [MUSTER_SIGN_UP_WITHDRAWN] = { "withdrawn", N_ ("Withdrawn") },
};

void
muster_sign_up_free (MusterSignUp *self)
{
  g_free (self->person);
  g_free (self->note);
  g_free (self);
}

const char *
muster_sign_up_answer_get_key (MusterSignUpAnswer answer)
{
  return answers[answer].key;
}

/**
 * muster_sign_up_answer_get_title:
 *
 * Returns: for people, translated
 */
const char *
muster_sign_up_answer_get_title (MusterSignUpAnswer answer)
{
  return _ (answers[answer].title);
}

/**
 * muster_sign_up_table_set:
 *
 * A person's answer takes the place of the one before; the position stays that
 * of the first time, unless they had withdrawn.
 */
gboolean
muster_sign_up_table_set (MusterChange *change, const MusterSignUp *sign_up, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      muster_change_get_database (change),
      "INSERT INTO sign_ups (event_id, original_at, person, answer, guests, answered_at, position, "
      "note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (event_id, original_at, person) "
      "DO UPDATE SET answer = excluded.answer, guests = excluded.guests, "
      "answered_at = excluded.answered_at, note = excluded.note, "
      "position = iif (answer = 'withdrawn', excluded.position, position)",
      error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, &sign_up->event);
  muster_query_bind_int (query, 2, sign_up->original_at);
  muster_query_bind_text (query, 3, sign_up->person);
  muster_query_bind_text (query, 4, answers[sign_up->answer].key);
  muster_query_bind_int (query, 5, sign_up->guests);
  muster_query_bind_int (query, 6, sign_up->answered_at);
  muster_query_bind_int (query, 7, sign_up->position);
  muster_query_bind_text (query, 8, sign_up->note);
  return muster_query_run (query, error);
}

static MusterSignUpAnswer
find_answer (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_strcmp0 (answers[i].key, key) == 0)
      return (MusterSignUpAnswer) i;

  return MUSTER_SIGN_UP_MAYBE;
}

static gpointer
read_sign_up (MusterQuery *query, gconstpointer data)
{
  MusterSignUp *sign_up = g_new0 (MusterSignUp, 1);

  sign_up->person = muster_query_dup_text (query, 0);
  sign_up->answer = find_answer (muster_query_get_text (query, 1));
  sign_up->guests = (guint) muster_query_get_int (query, 2);
  sign_up->answered_at = muster_query_get_int (query, 3);
  sign_up->position = (guint) muster_query_get_int (query, 4);
  sign_up->note = muster_query_dup_text (query, 5);
  muster_query_get_id (query, 6, &sign_up->event);
  sign_up->original_at = muster_query_get_int (query, 7);
  return sign_up;
}

/**
 * muster_sign_up_table_list:
 *
 * Returns: (transfer full) (element-type MusterSignUp): all answers, withdrawn ones too, in the
 *   order of signing up
 */
GPtrArray *
muster_sign_up_table_list (MusterDatabase *db, const MusterId *event, gint64 original_at,
                           GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT person, answer, guests, answered_at, position, note, event_id, original_at "
      "FROM sign_ups "
      "WHERE event_id = ?1 AND original_at = ?2 ORDER BY position, answered_at, person",
      error);

  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, event);
  muster_query_bind_int (query, 2, original_at);
  return muster_query_list (query, read_sign_up, NULL, (GDestroyNotify) muster_sign_up_free, error);
}

/**
 * muster_sign_up_find_waiting:
 * @sign_ups: (element-type MusterSignUp): in the order of signing up
 * @capacity: how many have room; 0 for any number
 *
 * Who finds no room with all their guests waits, and so do all behind them, so
 * that nobody is overtaken.
 *
 * Returns: the first who waits; the number of @sign_ups where nobody does
 */
guint
muster_sign_up_find_waiting (GPtrArray *sign_ups, gint64 capacity)
{
  guint coming = 0;

  for (guint i = 0; i < sign_ups->len; i++)
    {
      const MusterSignUp *sign_up = sign_ups->pdata[i];

      if (sign_up->answer != MUSTER_SIGN_UP_YES)
        continue;
      coming += 1 + sign_up->guests;
      if (capacity > 0 && coming > capacity)
        return i;
    }
  return sign_ups->len;
}

/**
 * muster_sign_up_table_list_of_person:
 * @person: the membership's id in hexadecimal digits, or a name
 *
 * Returns: (transfer full) (element-type MusterSignUp): where the person comes, or perhaps does
 */
GPtrArray *
muster_sign_up_table_list_of_person (MusterDatabase *db, const char *person, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT person, answer, guests, answered_at, position, note, event_id, original_at "
      "FROM sign_ups WHERE person = ?1 AND answer IN ('yes', 'maybe') ORDER BY original_at",
      error);

  if (query == NULL)
    return NULL;

  muster_query_bind_text (query, 1, person);
  return muster_query_list (query, read_sign_up, NULL, (GDestroyNotify) muster_sign_up_free, error);
}

/**
 * muster_sign_up_count_waiting:
 * @sign_ups: (element-type MusterSignUp): in the order of signing up
 * @capacity: how many have room; 0 for any number
 * @out_coming: how many come, guests counted
 *
 * Returns: how many of @sign_ups wait
 */
guint
muster_sign_up_count_waiting (GPtrArray *sign_ups, gint64 capacity, guint *out_coming)
{
  guint first = muster_sign_up_find_waiting (sign_ups, capacity);
  guint waiting = 0;

  *out_coming = 0;
  for (guint i = 0; i < sign_ups->len; i++)
    {
      const MusterSignUp *sign_up = sign_ups->pdata[i];

      if (sign_up->answer != MUSTER_SIGN_UP_YES)
        continue;
      if (i >= first)
        waiting++;
      else
        *out_coming += 1 + sign_up->guests;
    }
  return waiting;
}
