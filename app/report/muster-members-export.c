/* muster-members-export.c - the members of a group into a file
 *
 * CSV, workbook, vCards or JSON by the ending of the name.  What goes out is
 * noted in the history: who, when, which columns, how many.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-members-export"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-export-table.h"
#include "muster-input-error.h"
#include "muster-members-export.h"
#include "muster-table-writer.h"

typedef struct
{
  MusterGroup *group;           /* owned */
  char *path;                   /* owned */
  MusterExportColumns *columns; /* owned */
  MusterExportProfile profile;
  MusterExportWords words;
  gint64 n_rows;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->group);
  g_free (job->path);
  muster_export_columns_free (job->columns);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static Job *
job_new (MusterGroup *group, const MusterExportRequest *request, GError **error)
{
  MusterExportColumns *columns =
      muster_export_columns_new (request->profile, request->columns, error);
  Job *job;

  if (columns == NULL)
    return NULL;

  job = g_new0 (Job, 1);
  job->group = g_object_ref (group);
  job->path = g_strdup (request->path);
  job->columns = columns;
  job->profile = request->profile;
  job->words = g_strcmp0 (muster_table_writer_format_of (request->path), "json") == 0
                   ? MUSTER_EXPORT_FOR_PROGRAMS
                   : MUSTER_EXPORT_FOR_PEOPLE;
  return job;
}

static gboolean
write_row (Job *job, MusterTableWriter *writer, MusterMemberCursor *cursor, GError **error)
{
  guint n = muster_export_columns_get_n (job->columns);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free); /* empty cells are NULL */
  g_autofree MusterSpan *cells = g_new (MusterSpan, n);

  for (guint i = 0; i < n; i++)
    {
      char *text = muster_export_columns_dup_cell (job->columns, i, cursor, job->words);

      g_ptr_array_add (texts, text);
      cells[i] = muster_span_of (text);
    }
  job->n_rows++;
  return muster_table_writer_add_row (writer, cells, error);
}

static MusterTableWriter *
open_writer (Job *job, GError **error)
{
  const char *format = muster_table_writer_format_of (job->path);
  guint n = muster_export_columns_get_n (job->columns);
  g_autofree MusterTableColumn *columns = g_new0 (MusterTableColumn, n);

  if (format == NULL)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("The name of the file must end in .csv, .xlsx, .vcf or .json."));
      return NULL;
    }

  for (guint i = 0; i < n; i++)
    {
      columns[i].field = muster_export_columns_get_field (job->columns, i, job->group);
      columns[i].title = (char *) muster_field_get_title (columns[i].field);
    }
  return muster_table_writer_open (job->path, format, columns, n, NULL, error);
}

static gboolean
write_file (Job *job, MusterDatabase *db, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterTableWriter) writer = open_writer (job, error);
  g_autoptr (MusterMemberCursor) cursor = NULL;
  g_autoptr (GError) local_error = NULL;

  if (writer == NULL)
    return FALSE;
  cursor = muster_member_cursor_new (db, muster_group_get_id (job->group), FALSE, error);
  if (cursor == NULL)
    return FALSE;

  while (muster_member_cursor_next (cursor, &local_error))
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !write_row (job, writer, cursor, error))
      return FALSE;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return muster_table_writer_close (writer, error);
}

static gboolean
note_export (MusterStore *store, Job *job, GError **error)
{
  g_autofree char *name = g_path_get_basename (job->path);
  g_autofree char *columns = muster_export_columns_dup_ids (job->columns);
  /* TRANSLATORS: a title in the history: a number, the name of a group, a file */
  g_autofree char *title = g_strdup_printf (_ ("Export %d members of %s to %s"), (int) job->n_rows,
                                            muster_group_get_name (job->group), name);
  MusterExportEntry entry = { .what = "members",
                              .columns = columns,
                              .profile = job->profile == MUSTER_EXPORT_MASKED ? "masked" : "full",
                              .file = name,
                              .rows = job->n_rows };

  entry.group = *muster_group_get_id (job->group);
  return muster_export_table_log (store, title, &entry, error);
}

static gboolean
run (MusterStore *store, Job *job, GCancellable *cancellable, GError **error)
{
  MusterDatabase *reader = muster_store_take_reader (store, error);
  gboolean written;

  if (reader == NULL)
    return FALSE;

  written = write_file (job, reader, cancellable, error);
  muster_store_give_reader (store, reader);
  return written && note_export (store, job, error);
}

/**
 * muster_members_export_run:
 * @request: what to write, and where to
 * @out_rows: (optional): how many members were written
 */
gboolean
muster_members_export_run (MusterStore *store, MusterGroup *group,
                           const MusterExportRequest *request, gint64 *out_rows,
                           GCancellable *cancellable, GError **error)
{
  g_autoptr (Job) job = job_new (group, request, error);

  if (job == NULL || !run (store, job, cancellable, error))
    return FALSE;

  if (out_rows != NULL)
    *out_rows = job->n_rows;
  return TRUE;
}

static void
export_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (run (source, task_data, cancellable, &error))
    g_task_return_int (task, (gssize) ((const Job *) task_data)->n_rows);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
muster_members_export_run_async (MusterStore *store, MusterGroup *group,
                                 const MusterExportRequest *request, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  GError *error = NULL;
  Job *job = job_new (group, request, &error);

  g_task_set_source_tag (task, muster_members_export_run_async);
  if (job == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, job, job_free);
  muster_store_queue_write (store, task, export_thread);
}

gboolean
muster_members_export_run_finish (MusterStore *store, GAsyncResult *result, gint64 *out_rows,
                                  GError **error)
{
  gssize rows;

  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  rows = g_task_propagate_int (G_TASK (result), error);
  if (rows < 0)
    return FALSE;

  *out_rows = rows;
  return TRUE;
}
