/* muster-undo.c - taking a change back, and taking that back
 *
 * An undo is itself a change: the recorded rows put back as they were, all but
 * those that were edited since or that later rows refer to.  Undo and redo
 * without a name walk over the changes of this computer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-undo"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-query.h"
#include "muster-row-sql.h"
#include "muster-schema.h"
#include "muster-undo-plan.h"
#include "muster-undo.h"

/* The journal row that an undo is about. */
typedef struct
{
  gint64 seq;
  MusterId id;
  char *title; /* owned */
  gint64 n_rows;
  gboolean undone;
} Target;

typedef struct
{
  MusterUndoPlan *plan; /* owned by the caller */
  MusterRowSql *rows;   /* owned by the caller */
  MusterChange *change; /* owned by the caller */
  gint64 n_undone;
} Application;

static void
target_clear (Target *target)
{
  g_free (target->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

static gboolean
read_target (MusterQuery *query, Target *out, const char *nothing, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!muster_query_next (query, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOTHING, nothing);
      return FALSE;
    }

  out->seq = muster_query_get_int (query, 0);
  muster_query_get_id (query, 1, &out->id);
  out->title = muster_query_dup_text (query, 2);
  out->n_rows = muster_query_get_int (query, 3);
  out->undone = muster_query_get_int (query, 4) != 0;
  return TRUE;
}

static gboolean
find_last (MusterDatabase *db, Target *out, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db,
                        "SELECT seq, id, title, n_rows, undone FROM changes "
                        "WHERE kind IN ('edit', 'redo') AND undone = 0 ORDER BY seq DESC LIMIT 1",
                        error);

  return query != NULL && read_target (query, out, _ ("There is nothing to undo."), error);
}

/* An undo can be redone until something else is edited. */
static gboolean
find_redo (MusterDatabase *db, Target *out, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT seq, id, title, n_rows, undone FROM changes WHERE kind = 'undo' AND undone = 0 "
      "AND seq > (SELECT ifnull (max (seq), 0) FROM changes WHERE kind = 'edit') "
      "ORDER BY seq DESC LIMIT 1",
      error);

  return query != NULL && read_target (query, out, _ ("There is nothing to redo."), error);
}

static gboolean
find_change (MusterDatabase *db, const MusterId *id, Target *out, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db, "SELECT seq, id, title, n_rows, undone, kind = 'log' FROM changes WHERE id = ?1", error);

  if (query == NULL)
    return FALSE;
  muster_query_bind_id (query, 1, id);
  if (!read_target (query, out, _ ("There is no such change."), error))
    return FALSE;
  if (muster_query_get_int (query, 5) != 0)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOTHING,
                   _ ("“%s” notes what was done outside the database; there is nothing to undo."),
                   out->title);
      return FALSE;
    }
  if (out->undone)
    {
      g_set_error (error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOTHING,
                   _ ("“%s” was undone already."), out->title);
      return FALSE;
    }

  return TRUE;
}

static gboolean
apply_row (MusterDatabase *db, MusterChangeset *row, gpointer data, GError **error)
{
  Application *application = data;

  if (muster_undo_plan_is_kept (application->plan, row))
    return TRUE;

  application->n_undone++;
  return muster_row_sql_apply (application->rows, row, error) &&
         muster_change_breathe (application->change, error);
}

static gboolean
mark_undone (MusterDatabase *db, gint64 seq, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "UPDATE changes SET undone = 1 WHERE seq = ?1", error);

  if (query == NULL)
    return FALSE;

  muster_query_bind_int (query, 1, seq);
  return muster_query_run (query, error);
}

static gboolean
take_back (MusterChange *change, const Target *target, MusterUndoReport *report, GError **error)
{
  MusterDatabase *db = muster_change_get_database (change);
  g_autoptr (MusterUndoPlan) plan = muster_undo_plan_new (db, target->seq, error);
  g_autoptr (MusterRowSql) rows = muster_row_sql_new (db);
  Application application = { plan, rows, change, 0 };

  if (plan == NULL)
    return FALSE;
  if (!muster_undo_plan_visit (db, target->seq, apply_row, &application, error) ||
      !muster_schema_settle (db, error) || !mark_undone (db, target->seq, error))
    return FALSE;

  report->title = g_strdup (target->title);
  report->n_rows = target->n_rows;
  report->n_undone = application.n_undone;
  report->n_edited = muster_undo_plan_get_n_edited (plan);
  report->n_used = muster_undo_plan_get_n_used (plan);
  muster_change_set_undoes (change, &target->id);
  muster_change_set_title (change, target->title);
  return TRUE;
}

static gboolean
find_target (MusterDatabase *db, MusterChangeKind kind, const MusterId *id, Target *out,
             GError **error)
{
  if (id != NULL)
    return find_change (db, id, out, error);

  return kind == MUSTER_CHANGE_UNDO ? find_last (db, out, error) : find_redo (db, out, error);
}

static MusterUndoReport *
run (MusterStore *store, MusterChangeKind kind, const MusterId *id, GError **error)
{
  g_autoptr (MusterChange) change = muster_store_begin_change_of (store, kind, "", error);
  g_autoptr (MusterUndoReport) report = g_new0 (MusterUndoReport, 1);
  g_auto (Target) target = { 0 };

  if (change == NULL ||
      !find_target (muster_change_get_database (change), kind, id, &target, error) ||
      !take_back (change, &target, report, error) || !muster_change_commit (change, error))
    return NULL;

  report->redone = kind == MUSTER_CHANGE_REDO;
  return g_steal_pointer (&report);
}

void
muster_undo_report_free (MusterUndoReport *self)
{
  g_free (self->title);
  g_free (self);
}

/**
 * muster_undo_report_dup_text:
 *
 * Returns: (transfer full): what was done, for a person: "212 of 214 undone; 2
 *   kept because they were edited later."
 */
char *
muster_undo_report_dup_text (const MusterUndoReport *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->n_edited == 0 && self->n_used == 0)
    /* TRANSLATORS: the title of a change */
    return g_strdup_printf (self->redone ? _ ("Redone: %s") : _ ("Undone: %s"), self->title);

  g_string_append_printf (text,
                          /* TRANSLATORS: the title of a change, how many of how many entries */
                          self->redone ? _ ("%s: %d of %d redone") : _ ("%s: %d of %d undone"),
                          self->title, (int) self->n_undone, (int) self->n_rows);
  if (self->n_edited > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "; %d kept because it was edited later",
                                         "; %d kept because they were edited later",
                                         (gulong) self->n_edited),
                            (int) self->n_edited);
  if (self->n_used > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "; %d kept because later entries need it",
                                         "; %d kept because later entries need them",
                                         (gulong) self->n_used),
                            (int) self->n_used);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * muster_undo_last:
 *
 * Takes back the newest change of this computer that was not undone yet.
 *
 * Returns: (transfer full): what was put back and what was kept
 */
MusterUndoReport *
muster_undo_last (MusterStore *store, GError **error)
{
  g_return_val_if_fail (MUSTER_IS_STORE (store), NULL);

  return run (store, MUSTER_CHANGE_UNDO, NULL, error);
}

/**
 * muster_undo_redo:
 *
 * Takes back the newest undo, as long as nothing was edited after it.
 */
MusterUndoReport *
muster_undo_redo (MusterStore *store, GError **error)
{
  g_return_val_if_fail (MUSTER_IS_STORE (store), NULL);

  return run (store, MUSTER_CHANGE_REDO, NULL, error);
}

/**
 * muster_undo_change:
 * @change: any change of the history
 */
MusterUndoReport *
muster_undo_change (MusterStore *store, const MusterId *change, GError **error)
{
  g_return_val_if_fail (MUSTER_IS_STORE (store), NULL);
  g_return_val_if_fail (change != NULL, NULL);

  return run (store, MUSTER_CHANGE_UNDO, change, error);
}

static void
undo_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MusterChangeKind kind = g_task_get_source_tag (task) == muster_undo_redo_async
                              ? MUSTER_CHANGE_REDO
                              : MUSTER_CHANGE_UNDO;
  g_autoptr (GError) error = NULL;
  MusterUndoReport *report = run (source, kind, task_data, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) muster_undo_report_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
muster_undo_last_async (MusterStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_undo_last_async);
  muster_store_queue_write (store, task, undo_thread);
}

void
muster_undo_redo_async (MusterStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_undo_redo_async);
  muster_store_queue_write (store, task, undo_thread);
}

void
muster_undo_change_async (MusterStore *store, const MusterId *change, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_undo_change_async);
  g_task_set_task_data (task, g_memdup2 (change, sizeof *change), g_free);
  muster_store_queue_write (store, task, undo_thread);
}

MusterUndoReport *
muster_undo_finish (MusterStore *store, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
