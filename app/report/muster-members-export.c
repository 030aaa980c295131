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
#include "muster-member-cursor.h"
#include "muster-members-export.h"
#include "muster-surname.h"
#include "muster-table-writer.h"

#define VALUES_GLUE " ::: " /* between several values in a cell, as address books do */

/* Where a column comes from. */
typedef enum
{
  SOURCE_PERSON,
  SOURCE_NICKNAME,
  SOURCE_ACCOUNT,
  SOURCE_ROLE,
  SOURCE_STANDING,
  SOURCE_JOINED,
  SOURCE_INVITER,
  SOURCE_REQUIRED,
} Source;

typedef struct
{
  MusterField field;
  Source source;
  MusterPersonField person; /* of SOURCE_PERSON */
  gboolean masked;          /* also in the masked profile */
} Column;

static const Column all_columns[] = {
  { MUSTER_FIELD_NAME, SOURCE_PERSON, MUSTER_PERSON_NAME, TRUE },
  { MUSTER_FIELD_READING, SOURCE_PERSON, MUSTER_PERSON_READING, FALSE },
  { MUSTER_FIELD_NICKNAME, SOURCE_NICKNAME, 0, FALSE },
  { MUSTER_FIELD_ACCOUNT, SOURCE_ACCOUNT, 0, FALSE },
  { MUSTER_FIELD_PHONE, SOURCE_PERSON, MUSTER_PERSON_PHONES, FALSE },
  { MUSTER_FIELD_EMAIL, SOURCE_PERSON, MUSTER_PERSON_EMAILS, FALSE },
  { MUSTER_FIELD_DEPARTMENT, SOURCE_PERSON, MUSTER_PERSON_DEPARTMENT, TRUE },
  { MUSTER_FIELD_COMPANY, SOURCE_PERSON, MUSTER_PERSON_COMPANY, TRUE },
  { MUSTER_FIELD_SCHOOL, SOURCE_PERSON, MUSTER_PERSON_SCHOOL, TRUE },
  { MUSTER_FIELD_CLASS, SOURCE_PERSON, MUSTER_PERSON_CLASS, TRUE },
  { MUSTER_FIELD_YEAR, SOURCE_PERSON, MUSTER_PERSON_YEAR, TRUE },
  { MUSTER_FIELD_SEAT, SOURCE_PERSON, MUSTER_PERSON_SEAT, TRUE },
  { MUSTER_FIELD_TITLE, SOURCE_PERSON, MUSTER_PERSON_TITLE, TRUE },
  { MUSTER_FIELD_CITY, SOURCE_PERSON, MUSTER_PERSON_CITY, TRUE },
  { MUSTER_FIELD_NUMBER, SOURCE_PERSON, MUSTER_PERSON_NUMBER, FALSE },
  { MUSTER_FIELD_GENDER, SOURCE_PERSON, MUSTER_PERSON_GENDER, FALSE },
  { MUSTER_FIELD_BIRTHDAY, SOURCE_PERSON, MUSTER_PERSON_BIRTHDAY, FALSE },
  { MUSTER_FIELD_JOINED, SOURCE_JOINED, 0, TRUE },
  { MUSTER_FIELD_INVITER, SOURCE_INVITER, 0, FALSE },
  { MUSTER_FIELD_ROLE, SOURCE_ROLE, 0, TRUE },
  { MUSTER_FIELD_STANDING, SOURCE_STANDING, 0, TRUE },
  { MUSTER_FIELD_REQUIRED, SOURCE_REQUIRED, 0, TRUE },
  { MUSTER_FIELD_TAGS, SOURCE_PERSON, MUSTER_PERSON_TAGS, FALSE },
  { MUSTER_FIELD_ADDRESS, SOURCE_PERSON, MUSTER_PERSON_ADDRESS, FALSE },
  { MUSTER_FIELD_NOTE, SOURCE_PERSON, MUSTER_PERSON_NOTE, FALSE },
};

typedef struct
{
  MusterGroup *group; /* owned */
  char *path;         /* owned */
  MusterExportProfile profile;
  const Column *columns[G_N_ELEMENTS (all_columns)];
  guint n_columns;
  gint64 n_rows;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->group);
  g_free (job->path);
  g_free (job);
}

static Job *
job_new (MusterGroup *group, const char *path, MusterExportProfile profile)
{
  Job *job = g_new0 (Job, 1);

  job->group = g_object_ref (group);
  job->path = g_strdup (path);
  job->profile = profile;
  for (guint i = 0; i < G_N_ELEMENTS (all_columns); i++)
    if (profile == MUSTER_EXPORT_FULL || all_columns[i].masked)
      job->columns[job->n_columns++] = &all_columns[i];
  return job;
}

/* Lines of a list stand side by side in a cell. */
static char *
join_lines (const char *lines)
{
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);

  return g_strjoinv (VALUES_GLUE, split);
}

static char *
dup_person_cell (const Job *job, MusterMemberCursor *cursor, MusterPersonField field)
{
  const char *value = muster_member_cursor_get_field (cursor, field);

  if (value == NULL)
    return NULL;
  if (job->profile == MUSTER_EXPORT_MASKED && field == MUSTER_PERSON_NAME)
    return muster_members_export_dup_masked_name (value);

  return muster_person_field_is_list (field) ? join_lines (value) : g_strdup (value);
}

static char *
dup_cell (const Job *job, MusterMemberCursor *cursor, const Column *column)
{
  switch (column->source)
    {
    case SOURCE_PERSON:
      return dup_person_cell (job, cursor, column->person);

    case SOURCE_NICKNAME:
      return g_strdup (muster_member_cursor_get_nickname (cursor));

    case SOURCE_ACCOUNT:
      return muster_member_cursor_get_accounts (cursor) != NULL
                 ? join_lines (muster_member_cursor_get_accounts (cursor))
                 : NULL;

    case SOURCE_ROLE:
      return g_strdup (muster_role_get_title (muster_member_cursor_get_role (cursor)));

    case SOURCE_STANDING:
      return g_strdup (muster_standing_get_title (muster_member_cursor_get_standing (cursor)));

    case SOURCE_JOINED:
      return muster_day_dup_text (muster_member_cursor_get_joined (cursor));

    case SOURCE_INVITER:
      return g_strdup (muster_member_cursor_get_inviter (cursor));

    case SOURCE_REQUIRED:
      return g_strdup (muster_member_cursor_is_required (cursor) ? _ ("Yes") : _ ("No"));

    default:
      return NULL;
    }
}

static gboolean
write_row (Job *job, MusterTableWriter *writer, MusterMemberCursor *cursor, GError **error)
{
  char *texts[G_N_ELEMENTS (all_columns)];
  MusterSpan cells[G_N_ELEMENTS (all_columns)];
  gboolean written;

  for (guint i = 0; i < job->n_columns; i++)
    {
      texts[i] = dup_cell (job, cursor, job->columns[i]);
      cells[i] = muster_span_of (texts[i]);
    }
  written = muster_table_writer_add_row (writer, cells, error);
  for (guint i = 0; i < job->n_columns; i++)
    g_free (texts[i]);

  job->n_rows++;
  return written;
}

static MusterTableWriter *
open_writer (Job *job, GError **error)
{
  const char *format = muster_table_writer_format_of (job->path);
  MusterTableColumn columns[G_N_ELEMENTS (all_columns)];

  if (format == NULL)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("The name of the file must end in .csv, .xlsx, .vcf or .json."));
      return NULL;
    }

  for (guint i = 0; i < job->n_columns; i++)
    {
      columns[i].field = job->columns[i]->field;
      columns[i].title = (char *) muster_field_get_title (job->columns[i]->field);
    }
  return muster_table_writer_open (job->path, format, columns, job->n_columns, NULL, error);
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

static char *
dup_column_ids (const Job *job)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < job->n_columns; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? "," : "",
                            muster_field_get_id (job->columns[i]->field));
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static gboolean
note_export (MusterStore *store, Job *job, GError **error)
{
  g_autofree char *name = g_path_get_basename (job->path);
  g_autofree char *columns = dup_column_ids (job);
  /* TRANSLATORS: a title in the history: a number, the name of a group, a file */
  g_autofree char *title = g_strdup_printf (_ ("Export %d members of %s to %s"), (int) job->n_rows,
                                            muster_group_get_name (job->group), name);
  g_autoptr (MusterChange) change = muster_store_begin_change (store, title, error);
  MusterExportEntry entry = { .what = "members",
                              .columns = columns,
                              .profile = job->profile == MUSTER_EXPORT_MASKED ? "masked" : "full",
                              .file = name,
                              .rows = job->n_rows,
                              .author = muster_store_get_author (store) };

  entry.group = *muster_group_get_id (job->group);
  return change != NULL && muster_export_table_insert (change, &entry, error) &&
         muster_change_commit (change, error);
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
  return written && (muster_store_is_read_only (store) || note_export (store, job, error));
}

/**
 * muster_members_export_run:
 * @path: ends in .csv, .xlsx, .vcf or .json
 * @out_rows: (optional): how many members were written
 */
gboolean
muster_members_export_run (MusterStore *store, MusterGroup *group, const char *path,
                           MusterExportProfile profile, gint64 *out_rows, GCancellable *cancellable,
                           GError **error)
{
  Job *job = job_new (group, path, profile);
  gboolean done = run (store, job, cancellable, error);

  if (done && out_rows != NULL)
    *out_rows = job->n_rows;
  job_free (job);
  return done;
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
muster_members_export_run_async (MusterStore *store, MusterGroup *group, const char *path,
                                 MusterExportProfile profile, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_members_export_run_async);
  g_task_set_task_data (task, job_new (group, path, profile), job_free);
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

/**
 * muster_members_export_dup_masked_name:
 *
 * Returns: (transfer full): the surname of a Chinese name and a mark for the
 *   rest; of another name the initials
 */
char *
muster_members_export_dup_masked_name (const char *name)
{
  g_autoptr (GString) masked = g_string_new (NULL);
  gunichar first = g_utf8_get_char (name);

  if (g_unichar_get_script (first) == G_UNICODE_SCRIPT_HAN)
    {
      guint n = MAX (muster_surname_get_length (name), 1);
      const char *rest = g_utf8_offset_to_pointer (name, (glong) MIN (n, g_utf8_strlen (name, -1)));

      g_string_append_len (masked, name, rest - name);
      for (; *rest != '\0'; rest = g_utf8_next_char (rest))
        g_string_append_c (masked, '*');
      return g_string_free (g_steal_pointer (&masked), FALSE);
    }

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean begins = p == name || p[-1] == ' ';

      if (begins || *p == ' ')
        g_string_append_unichar (masked, g_utf8_get_char (p));
      if (begins)
        g_string_append_c (masked, '.');
    }
  return g_string_free (g_steal_pointer (&masked), FALSE);
}
