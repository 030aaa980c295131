/* muster-event-attend.c - a list of those who were there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-attend"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-attendance-record.h"
#include "muster-event-people.h"
#include "muster-format.h"
#include "muster-input-error.h"
#include "muster-json.h"
#include "muster-snapshot-import.h"

typedef struct
{
  MusterCommandContext *context;
  const MusterEventTime *time;
  MusterSnapshotPlan *list; /* owned: who is in the list, matched to members */
  MusterAttendanceState state;
  const char *author;
  gboolean dry_run;
} Job;

static gboolean
write_attendance (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  const MusterAttendance each = { .event = job->time->event,
                                  .original_at = job->time->original_at,
                                  .state = job->state,
                                  .author = (char *) job->author };

  if (!muster_attendance_record_write_list (change, job->list, &each, job->time->title, error))
    return FALSE;
  if (job->dry_run)
    muster_change_cancel (change);
  return TRUE;
}

static MusterSnapshot *
read_list (const char *path, GError **error)
{
  g_autoptr (MusterTextSource) source = muster_text_source_new_for_file (path, NULL, error);
  g_autoptr (GArray) matches = source != NULL ? muster_format_detect (source, error) : NULL;
  g_autoptr (MusterTableReader) reader = NULL;
  g_autofree MusterField *mapping = NULL;
  const MusterTableColumn *columns;
  guint n_columns;

  if (matches == NULL)
    return NULL;
  reader = muster_table_reader_open (
      source, g_array_index (matches, MusterFormatMatch, 0).format->id, NULL, error);
  if (reader == NULL)
    return NULL;

  columns = muster_table_reader_get_columns (reader, &n_columns);
  mapping = g_new0 (MusterField, MAX (n_columns, 1));
  for (guint i = 0; i < n_columns; i++)
    mapping[i] = columns[i].field;
  return muster_snapshot_read_table (reader, mapping, n_columns, NULL, error);
}

static void
print_attendance (const Job *job)
{
  static const char *const keys[] = { "matched", "ambiguous", "unknown" };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  muster_json_add_text (builder, "event", job->time->title);
  muster_json_add_flag (builder, "dry_run", job->dry_run);
  muster_json_add_text (builder, "state", muster_attendance_state_get_key (job->state));
  muster_json_add_int (builder, "records", muster_snapshot_plan_get_n_entries (job->list));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    muster_json_add_int (builder, keys[i],
                         muster_snapshot_plan_get_count (job->list, (MusterSnapshotVerdict) i));
  json_builder_end_object (builder);
  if (job->context->json)
    muster_command_print_json (builder);
  else
    /* TRANSLATORS: the title of an event, a state as Present, numbers of people */
    g_print (_ ("%s: %s: %u members, %u others, %u not sure\n"), job->time->title,
             muster_attendance_state_get_title (job->state),
             muster_snapshot_plan_get_count (job->list, MUSTER_SNAPSHOT_MATCHED),
             muster_snapshot_plan_get_count (job->list, MUSTER_SNAPSHOT_STRANGER),
             muster_snapshot_plan_get_count (job->list, MUSTER_SNAPSHOT_AMBIGUOUS));
}

static gboolean
run_attend (Job *job, MusterStore *store, MusterGroup *group, const char *path, GError **error)
{
  MusterSnapshot *snapshot = read_list (path, error);
  g_autofree char *title = NULL;

  if (snapshot == NULL)
    return FALSE;
  snapshot->taken_on = muster_clock_get_today (job->context->clock);
  job->list =
      muster_snapshot_plan_new (muster_store_get_database (store, NULL), group, snapshot, error);
  if (job->list == NULL)
    return FALSE;

  job->author = muster_store_get_author (store);
  /* TRANSLATORS: a title in the history: the title of an event */
  title = g_strdup_printf (_ ("Attendance of %s"), job->time->title);
  return muster_store_write (store, title, write_attendance, job, NULL, error);
}

/**
 * muster_event_people_attend:
 * @path: of a list of people
 * @state: what the list says of them
 *
 * Returns: the exit status
 */
int
muster_event_people_attend (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                            const MusterEventTime *time, const char *path,
                            MusterAttendanceState state, gboolean dry_run)
{
  Job job = { .context = context, .time = time, .state = state, .dry_run = dry_run };
  g_autoptr (GError) error = NULL;
  gboolean done = run_attend (&job, store, group, path, &error);

  if (done)
    print_attendance (&job);
  g_clear_pointer (&job.list, muster_snapshot_plan_free);
  if (done)
    return MUSTER_EXIT_DONE;

  muster_input_error_set_file (error, path);
  return muster_command_fail (context, error);
}
