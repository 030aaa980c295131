/* muster-check-rhythm.c - events and columns that a group's plans ask for
 *
 * Of the rhythm, the period before the present one and the present one are
 * looked at; of the content plan, the seven days before.  Nothing is asked of
 * the time before a plan was made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-rhythm"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-check.h"
#include "muster-content-plan.h"
#include "muster-event-kind.h"
#include "muster-occurrence.h"
#include "muster-plan-mark-table.h"
#include "muster-rhythm.h"

static const char *const actions[] = { "ignore", NULL };
static const char *const column_actions[] = { "mark-done", "ignore", NULL };

static MusterFinding *
new_finding (MusterRollcall *rollcall, MusterSeverity severity, MusterDay from, MusterDay to)
{
  MusterGroup *group = muster_rollcall_get_group (rollcall);
  MusterFinding *finding = muster_finding_new ("rhythm", severity);
  g_autofree char *first = muster_day_dup_text (from);
  g_autofree char *last = muster_day_dup_text (to);
  g_autofree char *period = g_strdup_printf ("%s/%s", first, last);
  char id[MUSTER_ID_TEXT_SIZE];

  muster_id_format (muster_group_get_id (group), id);
  muster_finding_set_subject (finding, "group", id, muster_group_get_name (group), NULL);
  muster_finding_add_evidence (finding, "period", period, NULL);
  return finding;
}

/* The day on the event's own clock. */
static MusterDay
get_day (const MusterOccurrence *occurrence)
{
  return muster_day_from_seconds (muster_id_is_none (&occurrence->event->series)
                                      ? occurrence->original_at
                                      : occurrence->event->start_at);
}

static guint
count_events (GPtrArray *events, const char *size, MusterDay from, MusterDay to)
{
  guint n = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const MusterOccurrence *occurrence = events->pdata[i];
      MusterDay day = get_day (occurrence);

      n += day >= from && day <= to && g_strcmp0 (occurrence->event->size, size) == 0 &&
           g_strcmp0 (occurrence->event->standing, "cancelled") != 0;
    }
  return n;
}

static void
check_period (MusterRollcall *rollcall, MusterFindingSink *sink, const MusterRhythm *rhythm,
              MusterDay from, MusterDay to)
{
  MusterRollcallCalendar *calendar = muster_rollcall_get_calendar (rollcall);
  guint n = count_events (calendar->events, rhythm->size, from, to);
  gboolean over = to < muster_rollcall_get_on (rollcall);
  g_autofree char *wanted = g_strdup_printf ("%u", rhythm->number);
  g_autofree char *there = g_strdup_printf ("%u", n);
  MusterFinding *finding;

  if (n >= rhythm->number)
    return;

  finding = new_finding (rollcall, over ? MUSTER_SEVERITY_INFO : MUSTER_SEVERITY_NOTICE, from, to);
  muster_finding_take_text (
      finding,
      g_strdup_printf (
          over
              /* TRANSLATORS: a size (small, medium, large), what there was and what was wanted */
              ? _ ("Events of the size “%s”: %u of %u in the period before this one.")
              /* TRANSLATORS: a size (small, medium, large), what there is and what is wanted */
              : _ ("Events of the size “%s”: %u of %u planned or held in this period."),
          muster_event_size_get_title (rhythm->size), n, rhythm->number));
  muster_finding_add_evidence (finding, "size", rhythm->size, NULL);
  muster_finding_add_evidence (finding, "wanted", wanted, NULL);
  muster_finding_add_evidence (finding, "there", there, NULL);
  muster_finding_set_actions (finding, actions);
  muster_finding_sink_take (sink, finding);
}

static void
check_rhythm (MusterRollcall *rollcall, MusterFindingSink *sink, const MusterRhythm *rhythm)
{
  MusterDay since = muster_policy_get_since (muster_rollcall_get_policy (rollcall), "rhythm");
  MusterDay from, to, from_before, to_before;

  muster_rhythm_get_period (rhythm, muster_rollcall_get_on (rollcall), &from, &to);
  muster_rhythm_get_period (rhythm, from - 1, &from_before, &to_before);
  check_period (rollcall, sink, rhythm, from, to);
  if (since <= from_before)
    check_period (rollcall, sink, rhythm, from_before, to_before);
}

static guint
count_marks (GPtrArray *marks, const char *column, MusterDay from)
{
  guint n = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const MusterPlanMark *mark = marks->pdata[i];

      n += mark->day >= from && strcmp (mark->column, column) == 0;
    }
  return n;
}

static void
check_column (MusterRollcall *rollcall, MusterFindingSink *sink, const MusterContentColumn *column)
{
  MusterDay on = muster_rollcall_get_on (rollcall);
  MusterDay since = muster_policy_get_since (muster_rollcall_get_policy (rollcall), "content-plan");
  MusterDay from = MAX (since, on - MUSTER_ROLLCALL_PLAN_DAYS);
  MusterDay last = MUSTER_DAY_NONE;
  guint n_due = 0;
  g_autofree char *wanted = NULL;
  g_autofree char *due = NULL;
  MusterFinding *finding;

  for (MusterDay day = from; day < on; day++)
    if (muster_content_column_is_due (column, day))
      {
        last = day;
        n_due++;
      }
  if (n_due == 0 ||
      count_marks (muster_rollcall_get_calendar (rollcall)->marks, column->title, from) > 0)
    return;

  wanted = g_strdup_printf ("%u", n_due);
  finding = new_finding (rollcall, MUSTER_SEVERITY_NOTICE, from, on - 1);
  /* TRANSLATORS: a column of the content plan */
  muster_finding_take_text (
      finding,
      g_strdup_printf (_ ("Content plan: nothing for “%s” in the last days."), column->title));
  due = muster_day_dup_text (last);
  muster_finding_add_evidence (finding, "column", column->title, NULL);
  muster_finding_add_evidence (finding, "due", due, NULL);
  muster_finding_add_evidence (finding, "wanted", wanted, NULL);
  muster_finding_add_evidence (finding, "there", "0", NULL);
  muster_finding_set_actions (finding, column_actions);
  muster_finding_sink_take (sink, finding);
}

gboolean
muster_check_rhythm_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  MusterRollcallCalendar *calendar = muster_rollcall_get_calendar (rollcall);

  for (guint i = 0; i < calendar->rhythms->len; i++)
    check_rhythm (rollcall, sink, calendar->rhythms->pdata[i]);
  for (guint i = 0; i < calendar->columns->len; i++)
    check_column (rollcall, sink, calendar->columns->pdata[i]);

  return TRUE;
}
