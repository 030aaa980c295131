/* muster-import-job.c - one import from the first look at the file to the change it makes
 *
 * What the assistant of the window keeps between its pages; the first look is
 * in muster-import-look.c.  Looking, planning and running happen on workers, one after the other;
 * everything else is for the thread that made the job, and only while none of them runs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-import-job"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-group-table.h"
#include "muster-import-job-private.h"
#include "muster-import-table.h"
#include "muster-input-error.h"
#include "muster-known-names.h"

G_DEFINE_FINAL_TYPE (MusterImportJob, muster_import_job, G_TYPE_OBJECT)

void
muster_import_job_forget_plan (MusterImportJob *self)
{
  g_clear_pointer (&self->roster, muster_roster_plan_free);
  g_clear_pointer (&self->snapshot, muster_snapshot_plan_free);
  g_clear_pointer (&self->calendar, muster_calendar_import_free);
  g_clear_object (&self->calendar_reader);
  g_clear_object (&self->chat);
}

static gboolean
plan_calendar (MusterImportJob *self, MusterDatabase *db, GCancellable *cancellable, GError **error)
{
  self->calendar_reader = muster_calendar_reader_new (self->source);
  self->calendar = muster_calendar_import_new (db, muster_group_get_id (self->group),
                                               self->calendar_reader, cancellable, error);
  return self->calendar != NULL;
}

static gboolean
make_plan (MusterImportJob *self, MusterDatabase *db, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterTableReader) reader = NULL;
  g_autoptr (MusterSnapshot) snapshot = NULL;

  muster_import_job_forget_plan (self);
  if (self->purpose == MUSTER_IMPORT_CHAT)
    return TRUE;
  if (self->purpose == MUSTER_IMPORT_CALENDAR)
    return plan_calendar (self, db, cancellable, error);
  reader = muster_import_job_open_table (self, error);
  if (reader == NULL)
    return FALSE;
  if (self->purpose == MUSTER_IMPORT_ROSTER)
    {
      self->roster = muster_roster_plan_new (db, self->group, reader, self->mapping,
                                             self->n_columns, cancellable, error);
      return self->roster != NULL;
    }

  snapshot =
      muster_snapshot_read_table (reader, self->mapping, self->n_columns, cancellable, error);
  if (snapshot == NULL)
    return FALSE;
  snapshot->taken_on = self->taken;
  g_free (snapshot->source);
  snapshot->source = g_strdup (self->name);
  self->snapshot = muster_snapshot_plan_new (db, self->group, g_steal_pointer (&snapshot), error);
  return self->snapshot != NULL;
}

static gpointer
plan_func (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  MusterImportJob *self = data;

  return make_plan (self, db, cancellable, error) ? g_object_ref (self) : NULL;
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (MusterImportJob) self =
      muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (self == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* A group that did not exist when the plan was made: made now, the rows
 * planned again for it, and the answers of the keeper carried over. */
static gboolean
make_group (MusterImportJob *self, MusterChange *change, GCancellable *cancellable, GError **error)
{
  MusterDatabase *db = muster_change_get_database (change);
  g_autoptr (GHashTable) choices = g_hash_table_new (NULL, NULL);
  g_autoptr (MusterGroup) group = NULL;
  GPtrArray *asked;
  MusterId id;

  if (!muster_group_table_insert (change, self->group, &id, error))
    return FALSE;
  group = muster_group_table_load (db, &id, error);
  if (group == NULL)
    return FALSE;

  asked = self->roster != NULL ? muster_roster_plan_get_items (self->roster, MUSTER_PLAN_AMBIGUOUS)
                               : NULL;
  for (guint i = 0; asked != NULL && i < asked->len; i++)
    {
      MusterPlanItem *item = g_ptr_array_index (asked, i);

      g_hash_table_insert (choices, GUINT_TO_POINTER (item->index),
                           GINT_TO_POINTER ((int) item->chosen));
    }

  g_set_object (&self->group, group);
  if (!make_plan (self, db, cancellable, error))
    return FALSE;
  asked = self->roster != NULL ? muster_roster_plan_get_items (self->roster, MUSTER_PLAN_AMBIGUOUS)
                               : NULL;
  for (guint i = 0; asked != NULL && i < asked->len; i++)
    {
      MusterPlanItem *item = g_ptr_array_index (asked, i);
      gpointer chosen;

      if (g_hash_table_lookup_extended (choices, GUINT_TO_POINTER (item->index), NULL, &chosen))
        muster_roster_plan_choose (self->roster, item, GPOINTER_TO_INT (chosen));
    }
  return TRUE;
}

static gboolean
run_chat (MusterImportJob *self, MusterChange *change, GCancellable *cancellable, GError **error)
{
  MusterChatOptions options = muster_import_job_get_options (self);
  g_auto (GStrv) names = NULL;
  MusterChatImport import = {
    .group = self->group,
    .file = self->name,
    .covers_from = self->covers_from,
    .covers_to = self->covers_to,
  };

  names = muster_known_names_load (muster_change_get_database (change),
                                   muster_group_get_id (self->group), self->summary->format, error);
  if (names == NULL)
    return FALSE;
  options.known_names = (const char *const *) names;
  self->chat = muster_chat_reader_open (self->source, self->summary->format->id, &options, error);
  if (self->chat == NULL)
    return FALSE;
  import.reader = self->chat;
  return muster_chat_import_run (&import, change, cancellable, &self->result, error);
}

static MusterImport
describe (MusterImportJob *self, const char *kind)
{
  return (MusterImport){ .group = *muster_group_get_id (self->group),
                         .kind = (char *) kind,
                         .file = self->name,
                         .format = (char *) self->summary->format->id,
                         .encoding = self->summary->encoding,
                         .records = (gint64) self->summary->records };
}

/* Compared anew: what is stored may have changed since the preview. */
static gboolean
run_calendar (MusterImportJob *self, MusterChange *change, GCancellable *cancellable,
              GError **error)
{
  MusterImport import = describe (self, "calendar");

  return make_plan (self, muster_change_get_database (change), cancellable, error) &&
         muster_import_table_insert (change, &import, error) &&
         muster_calendar_import_run (self->calendar, change, cancellable, error);
}

static gboolean
run_table (MusterImportJob *self, MusterChange *change, GCancellable *cancellable, GError **error)
{
  MusterImport import = describe (self, self->roster != NULL ? "roster" : "snapshot");

  if (!muster_import_table_insert (change, &import, error))
    return FALSE;
  if (self->roster != NULL)
    return muster_roster_plan_run (self->roster, change, cancellable, error);
  return muster_snapshot_plan_run (self->snapshot, change, &import.id, error);
}

static gboolean
run_func (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  MusterImportJob *self = data;
  gboolean done;

  if (muster_id_is_none (muster_group_get_id (self->group)) &&
      !make_group (self, change, cancellable, error))
    return FALSE;

  if (self->purpose == MUSTER_IMPORT_CHAT)
    done = run_chat (self, change, cancellable, error);
  else if (self->purpose == MUSTER_IMPORT_CALENDAR)
    done = run_calendar (self, change, cancellable, error);
  else
    done = run_table (self, change, cancellable, error);
  if (!done && error != NULL && *error != NULL)
    muster_input_error_set_file (*error, self->name);
  return done;
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (muster_store_write_finish (MUSTER_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static char *
dup_title (MusterImportJob *self)
{
  const char *group = muster_group_get_name (self->group);
  guint n = (guint) MIN (self->summary->records, G_MAXUINT);

  switch (self->purpose)
    {
    case MUSTER_IMPORT_SNAPSHOT:
      return g_strdup_printf (_ ("Import the member list %s into %s"), self->name, group);

    case MUSTER_IMPORT_CHAT:
      return g_strdup_printf (_ ("Import the chat records %s into %s"), self->name, group);

    case MUSTER_IMPORT_CALENDAR:
      /* TRANSLATORS: a title in the history: a file, the name of a group */
      return g_strdup_printf (_ ("Import %s into %s"), self->name, group);

    case MUSTER_IMPORT_ROSTER:
    default:
      /* TRANSLATORS: number of rows, file, group */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import %u member from %s into %s",
                                           "Import %u members from %s into %s", n),
                              n, self->name, group);
    }
}

static void
muster_import_job_finalize (GObject *object)
{
  MusterImportJob *self = MUSTER_IMPORT_JOB (object);

  muster_import_job_forget_plan (self);
  muster_import_job_forget_look (self);
  g_clear_object (&self->source);
  g_clear_object (&self->group);
  g_clear_object (&self->store);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->wanted_chat);
  g_free (self->path);
  g_free (self->name);

  G_OBJECT_CLASS (muster_import_job_parent_class)->finalize (object);
}

static void
muster_import_job_class_init (MusterImportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_import_job_finalize;
}

static void
muster_import_job_init (MusterImportJob *self)
{
  self->covers_from = self->covers_to = self->taken = MUSTER_DAY_NONE;
}

MusterImportJob *
muster_import_job_new_for_file (MusterStore *store, const char *path)
{
  MusterImportJob *self = g_object_new (MUSTER_TYPE_IMPORT_JOB, NULL);

  self->store = g_object_ref (store);
  self->path = g_strdup (path);
  self->name = g_path_get_basename (path);
  return self;
}

/**
 * muster_import_job_new_for_bytes:
 * @name: what the history and the evidence call it
 */
MusterImportJob *
muster_import_job_new_for_bytes (MusterStore *store, GBytes *bytes, const char *name)
{
  MusterImportJob *self = g_object_new (MUSTER_TYPE_IMPORT_JOB, NULL);

  self->store = g_object_ref (store);
  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  return self;
}

/**
 * muster_import_job_plan_async:
 *
 * Finds out what the import would do; a chat needs no plan.
 */
void
muster_import_job_plan_async (MusterImportJob *self, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, muster_import_job_plan_async);
  muster_store_read_async (self->store, plan_func, self, NULL, g_object_unref, cancellable,
                           planned_cb, task);
}

/**
 * muster_import_job_run_async:
 *
 * Carries the import out as one change.  Cancelled or failed, it leaves no trace.
 */
void
muster_import_job_run_async (MusterImportJob *self, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *title = dup_title (self);

  g_task_set_source_tag (task, muster_import_job_run_async);
  muster_store_write_async (self->store, title, run_func, g_object_ref (self), g_object_unref,
                            cancellable, ran_cb, task);
}

gboolean
muster_import_job_finish (MusterImportJob *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
muster_import_job_get_name (MusterImportJob *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_JOB (self), NULL);

  return self->name;
}

/**
 * muster_import_job_get_matches:
 *
 * Returns: (nullable) (transfer none): of MusterFormatMatch, the likeliest first
 */
GArray *
muster_import_job_get_matches (MusterImportJob *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_JOB (self), NULL);

  return self->matches;
}

/**
 * muster_import_job_get_summary:
 *
 * Returns: (nullable) (transfer none): what the file holds; %NULL before the look
 */
const MusterSummary *
muster_import_job_get_summary (MusterImportJob *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_JOB (self), NULL);

  return self->summary;
}

/**
 * muster_import_job_get_samples:
 *
 * Returns: (nullable) (transfer none): of GStrv, the cells of the first rows;
 *   %NULL for a chat
 */
GPtrArray *
muster_import_job_get_samples (MusterImportJob *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_JOB (self), NULL);

  return self->samples;
}

/**
 * muster_import_job_get_chats:
 *
 * Returns: (nullable) (transfer none): of MusterChatInfo, the chats of a file that holds several
 */
GPtrArray *
muster_import_job_get_chats (MusterImportJob *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_JOB (self), NULL);

  return self->chats;
}

/**
 * muster_import_job_get_chat:
 *
 * Returns: (nullable): the id of the chosen chat
 */
const char *
muster_import_job_get_chat (MusterImportJob *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_JOB (self), NULL);

  return self->wanted_chat;
}

/**
 * muster_import_job_set_chat:
 * @id: one of muster_import_job_get_chats()
 *
 * Look again afterwards: the summary is that of the one chat then.
 */
void
muster_import_job_set_chat (MusterImportJob *self, const char *id)
{
  char *copy;

  g_return_if_fail (MUSTER_IS_IMPORT_JOB (self));

  copy = g_strdup (id);
  g_free (self->wanted_chat);
  self->wanted_chat = copy;
}

/**
 * muster_import_job_get_progress:
 *
 * Returns: how much of a chat was read, 0 to 1; below 0 where that is not known
 */
double
muster_import_job_get_progress (MusterImportJob *self)
{
  MusterChatReader *chat;
  gsize length = 0;

  g_return_val_if_fail (MUSTER_IS_IMPORT_JOB (self), -1);

  chat = g_atomic_pointer_get (&self->chat);
  if (chat == NULL)
    return -1;
  length = muster_text_source_get_raw (self->source).length;
  return length > 0
             ? CLAMP ((double) muster_chat_reader_get_position (chat) / (double) length, 0, 1)
             : -1;
}

MusterImportPurpose
muster_import_job_get_purpose (MusterImportJob *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_JOB (self), MUSTER_IMPORT_ROSTER);

  return self->purpose;
}

/**
 * muster_import_job_set_purpose:
 *
 * A table is a roster or a member list; messages can only be chat records.
 */
void
muster_import_job_set_purpose (MusterImportJob *self, MusterImportPurpose purpose)
{
  g_return_if_fail (MUSTER_IS_IMPORT_JOB (self));
  g_return_if_fail ((purpose == MUSTER_IMPORT_CHAT) ==
                    (self->summary->format->kind == MUSTER_FORMAT_CHAT));
  g_return_if_fail ((purpose == MUSTER_IMPORT_CALENDAR) ==
                    (self->summary->format->kind == MUSTER_FORMAT_CALENDAR));

  self->purpose = purpose;
}

MusterField
muster_import_job_get_field (MusterImportJob *self, guint column)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_JOB (self), MUSTER_FIELD_UNKNOWN);
  g_return_val_if_fail (column < self->n_columns, MUSTER_FIELD_UNKNOWN);

  return self->mapping[column];
}

void
muster_import_job_set_field (MusterImportJob *self, guint column, MusterField field)
{
  g_return_if_fail (MUSTER_IS_IMPORT_JOB (self));
  g_return_if_fail (column < self->n_columns);

  self->mapping[column] = field;
}

/**
 * muster_import_job_set_group:
 * @group: where to; one without an id is made by the import
 */
void
muster_import_job_set_group (MusterImportJob *self, MusterGroup *group)
{
  g_return_if_fail (MUSTER_IS_IMPORT_JOB (self));

  g_set_object (&self->group, group);
}

/**
 * muster_import_job_get_group:
 *
 * Returns: (nullable) (transfer none): after the run, the stored group
 */
MusterGroup *
muster_import_job_get_group (MusterImportJob *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_JOB (self), NULL);

  return self->group;
}

/**
 * muster_import_job_set_days:
 * @from: the records are complete from here; %MUSTER_DAY_NONE: the first message
 * @to: the records are complete to here; %MUSTER_DAY_NONE: the last message
 * @taken: the day of a member list
 */
void
muster_import_job_set_days (MusterImportJob *self, MusterDay from, MusterDay to, MusterDay taken)
{
  g_return_if_fail (MUSTER_IS_IMPORT_JOB (self));

  self->covers_from = from;
  self->covers_to = to;
  self->taken = taken;
}

/**
 * muster_import_job_get_roster_plan:
 *
 * Returns: (nullable) (transfer none): after planning a roster
 */
MusterRosterPlan *
muster_import_job_get_roster_plan (MusterImportJob *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_JOB (self), NULL);

  return self->roster;
}

/**
 * muster_import_job_get_snapshot_plan:
 *
 * Returns: (nullable) (transfer none): after planning a member list
 */
MusterSnapshotPlan *
muster_import_job_get_snapshot_plan (MusterImportJob *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_JOB (self), NULL);

  return self->snapshot;
}

/**
 * muster_import_job_get_calendar_plan:
 *
 * Returns: (nullable) (transfer none): after planning a calendar
 */
MusterCalendarImport *
muster_import_job_get_calendar_plan (MusterImportJob *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_JOB (self), NULL);

  return self->calendar;
}

/**
 * muster_import_job_get_calendar_warnings:
 *
 * Returns: (nullable) (transfer none): why events were refused or changed, after planning a
 * calendar
 */
MusterWarnings *
muster_import_job_get_calendar_warnings (MusterImportJob *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_JOB (self), NULL);

  return self->calendar_reader != NULL ? muster_calendar_reader_get_warnings (self->calendar_reader)
                                       : NULL;
}

/**
 * muster_import_job_get_chat_result:
 *
 * Returns: (transfer none): what came of a chat, after the run
 */
const MusterChatImportResult *
muster_import_job_get_chat_result (MusterImportJob *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_JOB (self), NULL);

  return &self->result;
}
