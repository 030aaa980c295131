/* muster-events-export.c - the events of a group as a table
 *
 * CSV, workbook or JSON by the ending of the name.  That something went out is
 * noted in the history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-events-export"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-event-kind.h"
#include "muster-event-summary.h"
#include "muster-event-table.h"
#include "muster-events-export.h"
#include "muster-export-table.h"
#include "muster-input-error.h"
#include "muster-money.h"
#include "muster-occurrence.h"
#include "muster-table-writer.h"

#define SECONDS_PER_DAY 86400

typedef enum
{
  START,
  END,
  ALL_DAY,
  TITLE,
  KIND,
  SIZE,
  PLACE,
  STANDING,
  REPEATS,
  CAPACITY,
  YES,
  MAYBE,
  WAITING,
  PRESENT,
  EXCUSED,
  ABSENT,
  FEE,
  CURRENCY,
  DESCRIPTION,
  N_COLUMNS,
} Column;

static const struct
{
  const char *id;    /* for programs */
  const char *title; /* for people */
} columns[N_COLUMNS] = {
  [START] = { "start", N_ ("Start") },
  [END] = { "end", N_ ("End") },
  [ALL_DAY] = { "all_day", N_ ("All day") },
  [TITLE] = { "title", N_ ("Event") },
  [KIND] = { "kind", N_ ("Kind") },
  [SIZE] = { "size", N_ ("Size") },
  [PLACE] = { "place", N_ ("Place") },
  [STANDING] = { "standing", N_ ("Standing") },
  [REPEATS] = { "repeats", N_ ("Repeats") },
  [CAPACITY] = { "capacity", N_ ("Capacity") },
  [YES] = { "yes", N_ ("Coming") },
  [MAYBE] = { "maybe", N_ ("Maybe") },
  [WAITING] = { "waiting", N_ ("Waiting") },
  [PRESENT] = { "present", N_ ("Present") },
  [EXCUSED] = { "excused", N_ ("Excused") },
  [ABSENT] = { "absent", N_ ("Absent") },
  [FEE] = { "fee", N_ ("Fee") },
  [CURRENCY] = { "currency", N_ ("Currency") },
  [DESCRIPTION] = { "description", N_ ("Description") },
};

typedef struct
{
  MusterDatabase *db;
  MusterTableWriter *writer;
  Column shown[N_COLUMNS];
  guint n_shown;
  gboolean for_programs;
  gint64 n_rows;
} Job;

static char *
dup_moment (const MusterEvent *event, gint64 wall)
{
  MusterDay day = (MusterDay) (wall / SECONDS_PER_DAY - (wall % SECONDS_PER_DAY < 0));
  gint64 seconds = wall - (gint64) day * SECONDS_PER_DAY;
  g_autofree char *date = muster_day_dup_text (day);

  return event->all_day ? g_steal_pointer (&date)
                        : g_strdup_printf ("%sT%02d:%02d", date, (int) (seconds / 3600),
                                           (int) (seconds / 60 % 60));
}

/* An all-day event ends with the day before its end. */
static char *
dup_end (const MusterEvent *event)
{
  return dup_moment (event,
                     event->end_at -
                         (event->all_day && event->end_at > event->start_at ? SECONDS_PER_DAY : 0));
}

static char *
dup_word (const Job *job, const char *key, const char *(*get_title) (const char *) )
{
  return g_strdup (job->for_programs || key == NULL ? key : get_title (key));
}

static char *
dup_event_cell (const Job *job, const MusterEvent *event, Column column)
{
  switch (column)
    {
    case START:
      return dup_moment (event, event->start_at);
    case END:
      return dup_end (event);
    case ALL_DAY:
      return g_strdup (job->for_programs ? (event->all_day ? "yes" : "no")
                                         : (event->all_day ? _ ("yes") : _ ("no")));
    case TITLE:
      return g_strdup (event->title);
    case KIND:
      return dup_word (job, event->kind, muster_event_kind_get_title);
    case SIZE:
      return dup_word (job, event->size, muster_event_size_get_title);
    case PLACE:
      return g_strdup (event->place);
    case STANDING:
      return g_strdup (event->standing);
    case REPEATS:
      return g_strdup (event->recurrence);
    case CAPACITY:
      return event->capacity > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, event->capacity) : NULL;
    case FEE:
      return event->fee > 0 ? muster_money_dup_text (event->fee) : NULL;
    case CURRENCY:
      return g_strdup (event->currency);
    case DESCRIPTION:
      return g_strdup (event->description);
    case YES:
    case MAYBE:
    case WAITING:
    case PRESENT:
    case EXCUSED:
    case ABSENT:
    case N_COLUMNS:
    default:
      return NULL;
    }
}

/* NULL where a whole series is meant, of whose times each has its own numbers. */
static char *
dup_number (const MusterEventSummary *summary, Column column)
{
  guint number;

  if (summary == NULL)
    return NULL;

  number = column == YES       ? summary->coming
           : column == MAYBE   ? summary->maybe
           : column == WAITING ? summary->waiting
           : column == PRESENT ? summary->present
           : column == EXCUSED ? summary->excused
                               : summary->absent;
  return g_strdup_printf ("%u", number);
}

static gboolean
write_row (Job *job, const MusterEvent *event, const MusterEventSummary *summary, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free); /* empty cells are NULL */
  MusterSpan cells[N_COLUMNS];

  for (guint i = 0; i < job->n_shown; i++)
    {
      Column column = job->shown[i];
      char *text = column >= YES && column <= ABSENT ? dup_number (summary, column)
                                                     : dup_event_cell (job, event, column);

      g_ptr_array_add (texts, text);
      cells[i] = muster_span_of (text);
    }
  job->n_rows++;
  return muster_table_writer_add_row (job->writer, cells, error);
}

static gboolean
write_time (Job *job, const MusterEvent *event, const MusterId *series, gint64 original_at,
            GError **error)
{
  g_autoptr (MusterEventSummary) summary =
      muster_event_summary_read (job->db, series, original_at, error);

  return summary != NULL && write_row (job, event, summary, error);
}

static gboolean
write_times (Job *job, GPtrArray *times, GError **error)
{
  for (guint i = 0; i < times->len; i++)
    {
      const MusterOccurrence *time = times->pdata[i];

      if (!write_time (job, time->event, &time->series, time->original_at, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_events (Job *job, GPtrArray *events, GError **error)
{
  for (guint i = 0; i < events->len; i++)
    {
      const MusterEvent *event = events->pdata[i];

      if (!(event->recurrence != NULL
                ? write_row (job, event, NULL, error)
                : write_time (job, event, &event->id, event->start_at, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_all (Job *job, const MusterId *group, const MusterEventsExportRequest *request,
           GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GPtrArray) found = NULL;

  if (request->from == MUSTER_DAY_NONE)
    {
      found = muster_event_table_list (job->db, group, G_MININT64, G_MAXINT64, error);
      return found != NULL && write_events (job, found, error);
    }
  found = muster_occurrence_list (
      job->db, group, muster_event_to_utc (zone, (gint64) request->from * SECONDS_PER_DAY),
      muster_event_to_utc (zone, ((gint64) request->to + 1) * SECONDS_PER_DAY), zone, error);
  return found != NULL && write_times (job, found, error);
}

static gboolean
open_writer (Job *job, const MusterEventsExportRequest *request, GError **error)
{
  static const char *const formats[] = { "csv", "xlsx", "json", NULL };
  const char *format = muster_table_writer_format_of (request->path);
  MusterTableColumn headings[N_COLUMNS] = { 0 };

  if (format == NULL || !g_strv_contains (formats, format))
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("The name of the file must end in .csv, .xlsx or .json."));
      return FALSE;
    }

  job->for_programs = g_str_equal (format, "json");
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (request->profile == MUSTER_EXPORT_MASKED && (i == PLACE || i == DESCRIPTION))
        continue;
      headings[job->n_shown].title =
          (char *) (job->for_programs ? columns[i].id : _ (columns[i].title));
      headings[job->n_shown].field = MUSTER_FIELD_UNKNOWN;
      job->shown[job->n_shown++] = (Column) i;
    }
  job->writer =
      muster_table_writer_open (request->path, format, headings, job->n_shown, NULL, error);
  return job->writer != NULL;
}

static gboolean
note_export (MusterStore *store, MusterGroup *group, const Job *job,
             const MusterEventsExportRequest *request, GError **error)
{
  g_autofree char *name = g_path_get_basename (request->path);
  /* TRANSLATORS: a title in the history: the name of a group, a file */
  g_autofree char *title =
      g_strdup_printf (_ ("Export the events of %s to %s"), muster_group_get_name (group), name);
  g_autoptr (GString) ids = g_string_new (NULL);
  MusterExportEntry entry = {
    .group = *muster_group_get_id (group),
    .what = "events",
    .profile = request->profile == MUSTER_EXPORT_MASKED ? "masked" : "full",
    .file = name,
    .rows = job->n_rows,
  };

  for (guint i = 0; i < job->n_shown; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? "," : "", columns[job->shown[i]].id);
  entry.columns = ids->str;
  return muster_export_table_log (store, title, &entry, error);
}

/**
 * muster_events_export_run:
 * @request: what to write, and where to; the file is replaced at once or not at all
 * @out_rows: how many rows were written
 */
gboolean
muster_events_export_run (MusterStore *store, MusterGroup *group,
                          const MusterEventsExportRequest *request, gint64 *out_rows,
                          GError **error)
{
  Job job = { .db = muster_store_get_database (store, error) };
  gboolean done;

  if (job.db == NULL || !open_writer (&job, request, error))
    return FALSE;

  done = write_all (&job, muster_group_get_id (group), request, error) &&
         muster_table_writer_close (job.writer, error) &&
         note_export (store, group, &job, request, error);
  g_object_unref (job.writer);
  if (done)
    *out_rows = job.n_rows;
  return done;
}
