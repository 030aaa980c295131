/* muster-participation.c - what people have to do with the times of an event
 *
 * Every table whose rows belong to one time of an event is listed here, so
 * that they go along when the event is moved, split or taken out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-participation"

#include "config.h"

#include <string.h>

#include "muster-participation.h"
#include "muster-query.h"

#define ASIDE (G_GINT64_CONSTANT (1) << 50) /* beyond every time that an event may have */

/* Each has event_id and original_at. */
static const char *const tables[] = {
  "sign_ups", "attendance", "tasks", "payments", "notices",
};

/**
 * muster_participation_list_times:
 *
 * Returns: (transfer full) (element-type gint64): the times of the event to which anything belongs,
 *   sorted
 */
GArray *
muster_participation_list_times (MusterDatabase *db, const MusterId *event, GError **error)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (MusterQuery) query = NULL;
  g_autoptr (GError) local_error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_string_append_printf (sql, "%sSELECT original_at FROM %s WHERE event_id = ?1",
                            i > 0 ? " UNION " : "", tables[i]);
  g_string_append (sql, " ORDER BY 1");
  query = muster_query_new (db, sql->str, error);
  if (query == NULL)
    return NULL;

  muster_query_bind_id (query, 1, event);
  while (muster_query_next (query, &local_error))
    {
      gint64 time = muster_query_get_int (query, 0);

      g_array_append_val (times, time);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&times);
}

/* @a, @b: the second and third parameter of @format, which has the table's name. */
static gboolean
run (MusterChange *change, const char *table, const char *format, const MusterId *event, gint64 a,
     gint64 b, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (format, "TABLE", -1);
  g_autofree char *sql = g_strjoinv (table, parts);
  g_autoptr (MusterQuery) query =
      muster_query_new (muster_change_get_database (change), sql, error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_id (query, 1, event);
  muster_query_bind_int (query, 2, a);
  muster_query_bind_int (query, 3, b);
  return muster_query_run (query, error);
}

/* First aside, then to where they belong: the times may be each other's. */
static gboolean
move_table (MusterChange *change, const char *table, const MusterId *event, GArray *from,
            GArray *to, GError **error)
{
  static const char *const sql =
      "UPDATE TABLE SET original_at = ?3 WHERE event_id = ?1 AND original_at = ?2";

  for (guint i = 0; i < from->len; i++)
    if (!run (change, table, sql, event, g_array_index (from, gint64, i),
              g_array_index (to, gint64, i) + ASIDE, error))
      return FALSE;
  for (guint i = 0; i < to->len; i++)
    if (!run (change, table, sql, event, g_array_index (to, gint64, i) + ASIDE,
              g_array_index (to, gint64, i), error))
      return FALSE;

  return TRUE;
}

/**
 * muster_participation_move:
 * @from: (element-type gint64): times of the event, each once
 * @to: (element-type gint64): what becomes of them, in the same order, each once
 */
gboolean
muster_participation_move (MusterChange *change, const MusterId *event, GArray *from, GArray *to,
                           GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!move_table (change, tables[i], event, from, to, error))
      return FALSE;

  return TRUE;
}

/**
 * muster_participation_hand_over:
 * @from: wall clock of the first time that is handed over
 */
gboolean
muster_participation_hand_over (MusterChange *change, const MusterId *event, gint64 from,
                                const MusterId *to_event, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "UPDATE %s SET event_id = ?3 WHERE event_id = ?1 AND original_at >= ?2", tables[i]);
      g_autoptr (MusterQuery) query =
          muster_query_new (muster_change_get_database (change), sql, error);

      if (query == NULL)
        return FALSE;
      muster_query_bind_id (query, 1, event);
      muster_query_bind_int (query, 2, from);
      muster_query_bind_id (query, 3, to_event);
      if (!muster_query_run (query, error))
        return FALSE;
    }

  return TRUE;
}

/* A notice that was sent is history: it stays, and announces no event any more. */
static gboolean
delete_from (MusterChange *change, const char *table, const MusterId *event, gint64 from, gint64 to,
             GError **error)
{
  gboolean keeps = strcmp (table, "notices") == 0;

  if (keeps && !run (change, table,
                     "UPDATE TABLE SET event_id = NULL, original_at = NULL, lead = NULL "
                     "WHERE event_id = ?1 AND original_at >= ?2 AND original_at < ?3 "
                     "AND sent_at IS NOT NULL",
                     event, from, to, error))
    return FALSE;

  return run (change, table,
              "DELETE FROM TABLE WHERE event_id = ?1 AND original_at >= ?2 AND original_at < ?3",
              event, from, to, error);
}

/**
 * muster_participation_delete:
 * @from: wall clock of the first time whose rows go
 * @to: wall clock of the first one whose rows stay
 */
gboolean
muster_participation_delete (MusterChange *change, const MusterId *event, gint64 from, gint64 to,
                             GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!delete_from (change, tables[i], event, from, to, error))
      return FALSE;

  return TRUE;
}
