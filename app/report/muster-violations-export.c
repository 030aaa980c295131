/* muster-violations-export.c - the violations of a group as a table
 *
 * CSV, workbook or JSON by the ending of the name.  That something went out is
 * noted in the history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violations-export"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-export-table.h"
#include "muster-input-error.h"
#include "muster-roster.h"
#include "muster-table-writer.h"
#include "muster-violation-case.h"
#include "muster-violations-export.h"

typedef enum
{
  HAPPENED,
  NAME,
  NICKNAME,
  DOCUMENT,
  EDITION,
  CLAUSE,
  SUMMARY,
  EVIDENCE,
  STATE,
  STEP,
  SANCTION,
  PROPOSED,
  DECIDED,
  REASON,
  EXPIRES,
  REPORTER,
  N_COLUMNS,
} Column;

/* The masked profile leaves out what tells who it was beyond the surname, and what was said. */
static const struct
{
  const char *id;    /* for programs */
  const char *title; /* for people */
  gboolean masked;   /* whether the masked profile has it */
} columns[N_COLUMNS] = {
  [HAPPENED] = { "happened", N_ ("Happened"), TRUE },
  [NAME] = { "name", N_ ("Name"), TRUE },
  [NICKNAME] = { "nickname", N_ ("Nickname"), FALSE },
  [DOCUMENT] = { "document", N_ ("Document"), TRUE },
  [EDITION] = { "edition", N_ ("Edition"), TRUE },
  [CLAUSE] = { "clause", N_ ("Clause"), TRUE },
  [SUMMARY] = { "summary", N_ ("What happened"), FALSE },
  [EVIDENCE] = { "evidence", N_ ("Evidence"), FALSE },
  [STATE] = { "state", N_ ("State"), TRUE },
  [STEP] = { "step", N_ ("Step"), TRUE },
  [SANCTION] = { "sanction", N_ ("What was decided"), TRUE },
  [PROPOSED] = { "proposed", N_ ("Step that was proposed"), TRUE },
  [DECIDED] = { "decided", N_ ("Decided on"), TRUE },
  [REASON] = { "reason", N_ ("Reason"), FALSE },
  [EXPIRES] = { "expires", N_ ("Expires on"), TRUE },
  [REPORTER] = { "reporter", N_ ("Reporter"), FALSE },
};

typedef struct
{
  MusterRoster *roster;
  MusterTableWriter *writer;
  Column shown[N_COLUMNS];
  guint n_shown;
  MusterExportProfile profile;
  gboolean for_programs;
  gint64 n_rows;
} Job;

static char *
dup_name (const Job *job, const MusterId *id)
{
  const MusterRosterMember *member = muster_roster_find_id (job->roster, id);
  const char *name = member != NULL ? muster_roster_member_get_name (member) : NULL;

  return job->profile == MUSTER_EXPORT_MASKED && name != NULL ? muster_export_dup_masked_name (name)
                                                              : g_strdup (name);
}

static char *
dup_nickname (const Job *job, const MusterId *id)
{
  const MusterRosterMember *member = muster_roster_find_id (job->roster, id);

  return member != NULL ? g_strdup (muster_roster_get_shown_nickname (job->roster, member)) : NULL;
}

static char *
dup_reporter (const Job *job, const MusterViolation *violation)
{
  MusterId id;

  return violation->reporter != NULL && muster_id_parse (violation->reporter, &id)
             ? dup_name (job, &id)
             : g_strdup (violation->reporter);
}

/* A piece a line. */
static char *
dup_evidence (const MusterViolationCase *about)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < about->exhibits->len; i++)
    {
      const MusterExhibit *exhibit = about->exhibits->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", exhibit->value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_sanction (const Job *job, const MusterRuling *decision)
{
  MusterSanction sanction;

  if (job->for_programs || !muster_sanction_parse (decision->sanction, &sanction, NULL))
    return g_strdup (decision->sanction);
  return muster_sanction_dup_title (&sanction);
}

static char *
dup_decision_cell (const Job *job, const MusterRuling *decision, Column column)
{
  if (decision == NULL)
    return NULL;
  if (column == STEP)
    return decision->step > 0 ? g_strdup_printf ("%u", decision->step) : NULL;
  if (column == PROPOSED)
    return decision->proposed > 0 ? g_strdup_printf ("%u", decision->proposed) : NULL;
  if (column == SANCTION)
    return dup_sanction (job, decision);
  return column == DECIDED ? muster_day_dup_text (decision->ruled_on) : g_strdup (decision->reason);
}

static char *
dup_cell (const Job *job, const MusterViolationCase *about, Column column)
{
  MusterViolationState state = about->status.state;

  switch (column)
    {
    case HAPPENED:
      return muster_violation_dup_when (about->violation);
    case NAME:
      return dup_name (job, &about->violation->membership);
    case NICKNAME:
      return dup_nickname (job, &about->violation->membership);
    case DOCUMENT:
      return g_strdup (about->document);
    case EDITION:
      return g_strdup (about->label);
    case CLAUSE:
      return g_strdup (about->clause != NULL ? about->clause->number : NULL);
    case SUMMARY:
      return g_strdup (about->violation->summary);
    case EVIDENCE:
      return dup_evidence (about);
    case STATE:
      return g_strdup (job->for_programs ? muster_violation_state_get_key (state)
                                         : muster_violation_state_get_title (state));
    case EXPIRES:
      return muster_day_dup_text (about->status.expires_on);
    case REPORTER:
      return dup_reporter (job, about->violation);
    case STEP:
    case SANCTION:
    case PROPOSED:
    case DECIDED:
    case REASON:
      return dup_decision_cell (job, about->status.decision, column);
    case N_COLUMNS:
    default:
      return NULL;
    }
}

static gboolean
write_rows (Job *job, GPtrArray *cases, GError **error)
{
  for (guint i = 0; i < cases->len; i++)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      MusterSpan cells[N_COLUMNS];

      for (guint j = 0; j < job->n_shown; j++)
        {
          g_ptr_array_add (texts, dup_cell (job, cases->pdata[i], job->shown[j]));
          cells[j] = muster_span_of (texts->pdata[j]);
        }
      if (!muster_table_writer_add_row (job->writer, cells, error))
        return FALSE;
      job->n_rows++;
    }

  return TRUE;
}

static gboolean
open_writer (Job *job, const char *path, GError **error)
{
  static const char *const formats[] = { "csv", "xlsx", "json", NULL };
  const char *format = muster_table_writer_format_of (path);
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
      if (job->profile == MUSTER_EXPORT_MASKED && !columns[i].masked)
        continue;
      headings[job->n_shown].title =
          (char *) (job->for_programs ? columns[i].id : _ (columns[i].title));
      headings[job->n_shown].field = i == NAME ? MUSTER_FIELD_NAME : MUSTER_FIELD_UNKNOWN;
      job->shown[job->n_shown++] = (Column) i;
    }
  job->writer = muster_table_writer_open (path, format, headings, job->n_shown, NULL, error);
  return job->writer != NULL;
}

static gboolean
note_export (MusterStore *store, MusterGroup *group, const Job *job, const char *path,
             GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  /* TRANSLATORS: a title in the history: the name of a group, a file */
  g_autofree char *title = g_strdup_printf (_ ("Export the violations of %s to %s"),
                                            muster_group_get_name (group), name);
  g_autoptr (MusterChange) change =
      muster_store_begin_change_of (store, MUSTER_CHANGE_LOG, title, error);
  MusterExportEntry entry = { .group = *muster_group_get_id (group),
                              .what = "violations",
                              .profile = job->profile == MUSTER_EXPORT_MASKED ? "masked" : "full",
                              .file = name,
                              .rows = job->n_rows,
                              .author = muster_store_get_author (store) };

  return change != NULL && muster_export_table_insert (change, &entry, error) &&
         muster_change_commit (change, error);
}

/**
 * muster_violations_export_run:
 * @path: ends in .csv, .xlsx or .json; it is replaced at once or not at all
 * @profile: masked leaves out nicknames, what happened, evidence, reasons and reporters
 * @out_rows: how many rows were written
 */
gboolean
muster_violations_export_run (MusterStore *store, MusterGroup *group, const char *path,
                              MusterExportProfile profile, gint64 *out_rows, GError **error)
{
  MusterDay today = muster_clock_get_today (muster_store_get_clock (store));
  MusterDatabase *db = muster_store_get_database (store, error);
  g_autoptr (MusterRoster) roster = NULL;
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (MusterTableWriter) writer = NULL;
  Job job = { .profile = profile };

  if (db == NULL)
    return FALSE;
  roster = muster_roster_load (db, muster_group_get_id (group), today, error);
  if (roster != NULL)
    cases = muster_violation_case_list (db, muster_group_get_id (group), today, error);
  if (cases == NULL || !open_writer (&job, path, error))
    return FALSE;

  writer = job.writer;
  job.roster = roster;
  if (!write_rows (&job, cases, error) || !muster_table_writer_close (writer, error) ||
      (!muster_store_is_read_only (store) && !note_export (store, group, &job, path, error)))
    return FALSE;
  *out_rows = job.n_rows;
  return TRUE;
}
