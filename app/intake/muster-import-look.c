/* muster-import-look.c - what a file is and what it holds, before anything is planned
 *
 * Part of MusterImportJob.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-import-job"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-import-job-private.h"
#include "muster-input-error.h"

#define N_SAMPLES 6

typedef struct
{
  char *format;   /* owned, NULL: detect */
  char *encoding; /* owned, NULL: detect */
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->format);
  g_free (look->encoding);
  g_free (look);
}

static gboolean
open_source (MusterImportJob *self, const char *encoding, GError **error)
{
  g_clear_object (&self->source);
  if (self->path != NULL)
    self->source = muster_text_source_new_for_file (self->path, encoding, error);
  else
    self->source = muster_text_source_new_for_bytes (self->bytes, self->name, encoding, error);
  return self->source != NULL;
}

MusterTableReader *
muster_import_job_open_table (MusterImportJob *self, GError **error)
{
  MusterTableOptions options = MUSTER_TABLE_OPTIONS_INIT;

  return muster_table_reader_open (self->source, self->summary->format->id, &options, error);
}

static GStrv
dup_cells (const MusterTableRow *row, guint n_columns)
{
  GStrv cells = g_new0 (char *, n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    {
      char *cell = i < row->n_cells ? muster_span_dup (row->cells[i]) : NULL;

      cells[i] = cell != NULL ? cell : g_strdup ("");
    }
  return cells;
}

static gboolean
read_samples (MusterImportJob *self, GError **error)
{
  g_autoptr (MusterTableReader) reader = muster_import_job_open_table (self, error);
  const MusterTableColumn *columns;
  g_autoptr (GError) local_error = NULL;
  MusterTableRow row;

  if (reader == NULL)
    return FALSE;

  columns = muster_table_reader_get_columns (reader, &self->n_columns);
  self->mapping = g_new0 (MusterField, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    self->mapping[i] = columns[i].field;
  self->samples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  while (self->samples->len < N_SAMPLES && muster_table_reader_next (reader, &row, &local_error))
    g_ptr_array_add (self->samples, dup_cells (&row, self->n_columns));
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* What a chat program lists: nicknames, and no real name. */
static gboolean
shows_nicknames_only (MusterImportJob *self)
{
  gboolean nickname = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      nickname |= self->mapping[i] == MUSTER_FIELD_NICKNAME ||
                  self->mapping[i] == MUSTER_FIELD_DISPLAY_NAME;
      if (self->mapping[i] == MUSTER_FIELD_NAME || self->mapping[i] == MUSTER_FIELD_FAMILY_NAME)
        return FALSE;
    }
  return nickname;
}

static void
chat_info_free (gpointer data)
{
  MusterChatInfo *info = data;

  g_free (info->id);
  g_free (info->title);
  g_free (info);
}

/* The chats of a file that holds several.  One that was chosen stays so while it is there. */
static gboolean
read_chats (MusterImportJob *self, const char *format, GError **error)
{
  MusterChatOptions options = muster_import_job_get_options (self);
  g_autoptr (MusterChatReader) reader = NULL;
  GPtrArray *chats;
  gboolean there = FALSE;

  options.chat = NULL;
  reader = muster_chat_reader_open (self->source, format, &options, error);
  if (reader == NULL)
    return FALSE;

  chats = muster_chat_reader_get_chats (reader);
  if (chats != NULL && chats->len > 1)
    self->chats = g_ptr_array_new_with_free_func (chat_info_free);
  for (guint i = 0; self->chats != NULL && i < chats->len; i++)
    {
      const MusterChatInfo *info = chats->pdata[i];
      MusterChatInfo *copy = g_memdup2 (info, sizeof *info);

      copy->id = g_strdup (info->id);
      copy->title = g_strdup (info->title);
      there |= g_strcmp0 (info->id, self->wanted_chat) == 0;
      g_ptr_array_add (self->chats, copy);
    }
  if (!there)
    g_clear_pointer (&self->wanted_chat, g_free);
  return TRUE;
}

static gboolean
look (MusterImportJob *self, const Look *wanted, GError **error)
{
  MusterChatOptions options;
  const MusterFormat *format;

  muster_import_job_forget_plan (self);
  muster_import_job_forget_look (self);
  if (!open_source (self, wanted->encoding, error))
    return FALSE;

  self->matches = muster_format_detect (self->source, error);
  if (self->matches == NULL)
    return FALSE;
  format = wanted->format != NULL   ? muster_format_find (wanted->format)
           : self->matches->len > 0 ? g_array_index (self->matches, MusterFormatMatch, 0).format
                                    : NULL;
  if (format != NULL && format->kind == MUSTER_FORMAT_CHAT && !read_chats (self, format->id, error))
    return FALSE;
  options = muster_import_job_get_options (self);
  self->summary = muster_summary_new (self->source, wanted->format, &options, error);
  if (self->summary == NULL)
    return FALSE;

  switch (self->summary->format->kind)
    {
    case MUSTER_FORMAT_CHAT:
      self->purpose = MUSTER_IMPORT_CHAT;
      return TRUE;

    case MUSTER_FORMAT_LIST:
      self->purpose = MUSTER_IMPORT_SNAPSHOT;
      return read_samples (self, error);

    case MUSTER_FORMAT_CALENDAR:
      self->purpose = MUSTER_IMPORT_CALENDAR;
      return TRUE;

    case MUSTER_FORMAT_TABLE:
    case MUSTER_FORMAT_VCARD:
    default:
      if (!read_samples (self, error))
        return FALSE;
      self->purpose = shows_nicknames_only (self) ? MUSTER_IMPORT_SNAPSHOT : MUSTER_IMPORT_ROSTER;
      return TRUE;
    }
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  MusterImportJob *self = source;
  GError *error = NULL;

  if (look (self, data, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  muster_input_error_set_file (error, self->name);
  g_task_return_error (task, error);
}

/* The same for the preview and for the import: both must read the dates alike. */
MusterChatOptions
muster_import_job_get_options (MusterImportJob *self)
{
  MusterChatOptions options = MUSTER_CHAT_OPTIONS_INIT;

  options.today = muster_clock_get_today (muster_store_get_clock (self->store));
  options.locale_order = muster_date_order_of_locale ();
  options.chat = self->wanted_chat;
  return options;
}

void
muster_import_job_forget_look (MusterImportJob *self)
{
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->summary, muster_summary_free);
  g_clear_pointer (&self->samples, g_ptr_array_unref);
  g_clear_pointer (&self->mapping, g_free);
  g_clear_pointer (&self->chats, g_ptr_array_unref);
  self->n_columns = 0;
}

/**
 * muster_import_job_look_async:
 * @format: (nullable): the id of a format; %NULL to detect it
 * @encoding: (nullable): %NULL to detect it
 *
 * Finds out what the file is and what it holds.
 */
void
muster_import_job_look_async (MusterImportJob *self, const char *format, const char *encoding,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Look *wanted = g_new0 (Look, 1);

  wanted->format = g_strdup (format);
  wanted->encoding = g_strdup (encoding);
  g_task_set_source_tag (task, muster_import_job_look_async);
  g_task_set_task_data (task, wanted, look_free);
  g_task_run_in_thread (task, look_thread);
}
