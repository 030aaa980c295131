/* muster-event-import.c - a calendar file into a group
 *
 * For musterctl import and musterctl event import.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-import"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-calendar-import.h"
#include "muster-event-import.h"
#include "muster-import-table.h"
#include "muster-input-error.h"
#include "muster-json.h"

typedef struct
{
  MusterGroup *group;
  MusterTextSource *source;
  MusterCalendarReader *reader;
  MusterCalendarImport *plan;
  char *name; /* of the file, without its folder */
  gboolean dry_run;
} Job;

static gboolean
write_events (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  MusterImport import = { .kind = (char *) "calendar", .format = (char *) "ics" };

  import.group = *muster_group_get_id (job->group);
  import.file = job->name;
  import.encoding = (char *) muster_text_source_get_encoding (job->source);
  import.records = muster_calendar_import_get_n_events (job->plan);
  if (!muster_import_table_insert (change, &import, error) ||
      !muster_calendar_import_run (job->plan, change, cancellable, error))
    return FALSE;

  /* a dry run has done all there is to do, and takes it back */
  if (job->dry_run)
    muster_change_cancel (change);
  return TRUE;
}

static guint
count (Job *job, MusterCalendarVerdict verdict)
{
  return muster_calendar_import_get_count (job->plan, verdict);
}

static void
print_json (Job *job)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  muster_json_add_text (builder, "format", "ics");
  muster_json_add_text (builder, "encoding", muster_text_source_get_encoding (job->source));
  muster_json_add_text (builder, "as", "calendar");
  muster_json_add_flag (builder, "dry_run", job->dry_run);
  muster_json_add_int (builder, "records", muster_calendar_import_get_n_events (job->plan));
  muster_json_add_int (builder, "new", count (job, MUSTER_CALENDAR_NEW));
  muster_json_add_int (builder, "changed", count (job, MUSTER_CALENDAR_CHANGED));
  muster_json_add_int (builder, "unchanged", count (job, MUSTER_CALENDAR_UNCHANGED));
  muster_json_add_int (builder, "skipped", count (job, MUSTER_CALENDAR_REFUSED));
  muster_json_add_warnings (builder, muster_calendar_reader_get_warnings (job->reader));
  json_builder_end_object (builder);
  muster_command_print_json (builder);
}

static void
print_text (Job *job)
{
  MusterWarnings *warnings = muster_calendar_reader_get_warnings (job->reader);

  /* TRANSLATORS: numbers of events */
  g_print (_ ("%s: %u events: %u new, %u changed, %u unchanged\n"), job->name,
           muster_calendar_import_get_n_events (job->plan), count (job, MUSTER_CALENDAR_NEW),
           count (job, MUSTER_CALENDAR_CHANGED), count (job, MUSTER_CALENDAR_UNCHANGED));
  for (guint i = 0; i < muster_warnings_get_n_kept (warnings); i++)
    {
      const MusterWarning *warning = muster_warnings_get (warnings, i);

      g_printerr (_ ("Line %lu: %s\n"), (gulong) warning->line, warning->text);
    }
  if (job->dry_run)
    g_print ("%s\n", _ ("Nothing was written: this was a dry run."));
}

static gboolean
run (Job *job, MusterStore *store, GError **error)
{
  MusterDatabase *db = muster_store_get_database (store, error);
  g_autofree char *title = NULL;

  if (db == NULL)
    return FALSE;
  job->reader = muster_calendar_reader_new (job->source);
  job->plan =
      muster_calendar_import_new (db, muster_group_get_id (job->group), job->reader, NULL, error);
  if (job->plan == NULL)
    return FALSE;

  /* TRANSLATORS: a title in the history: a file, the name of a group */
  title = g_strdup_printf (_ ("Import %s into %s"), job->name, muster_group_get_name (job->group));
  return muster_store_write (store, title, write_events, job, NULL, error);
}

/**
 * muster_event_import_source:
 * @path: of @source, for what is said
 *
 * Takes the events of a calendar file in and prints what came of it.
 *
 * Returns: the exit status
 */
int
muster_event_import_source (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                            MusterTextSource *source, const char *path, gboolean dry_run)
{
  g_autofree char *name = g_path_get_basename (path);
  Job job = { .group = group, .source = source, .name = name, .dry_run = dry_run };
  g_autoptr (GError) error = NULL;
  gboolean done = run (&job, store, &error);

  if (done && context->json)
    print_json (&job);
  else if (done)
    print_text (&job);
  g_clear_pointer (&job.plan, muster_calendar_import_free);
  g_clear_object (&job.reader);
  if (done)
    return MUSTER_EXIT_DONE;

  muster_input_error_set_file (error, path);
  return muster_command_fail (context, error);
}
