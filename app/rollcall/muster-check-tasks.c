/* muster-check-tasks.c - tasks of events that should be done by now
 *
 * A task is overdue when its day is over: what is due today may still be done.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-tasks"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-check.h"
#include "muster-date-text.h"
#include "muster-task-plan.h"

static const char *const actions[] = { "mark-done", "drop", "ignore", NULL };

/* The name of a member by the id that is stored, or the name itself. */
static const char *
find_owner (MusterRollcall *rollcall, const char *owner)
{
  const MusterRosterMember *member = NULL;
  MusterId id;

  if (owner != NULL && muster_id_parse (owner, &id))
    member = muster_roster_find_id (muster_rollcall_get_roster (rollcall), &id);
  return member != NULL ? muster_roster_member_get_name (member) : owner;
}

static char *
dup_due (const MusterPlannedTask *planned)
{
  return planned->event != NULL && planned->event->all_day
             ? muster_day_dup_text (muster_day_from_seconds (planned->due))
             : muster_time_dup_text (planned->due);
}

static MusterFinding *
new_finding (MusterRollcall *rollcall, const MusterPlannedTask *planned)
{
  const MusterTask *task = planned->task;
  const char *owner = find_owner (rollcall, task->owner);
  MusterFinding *finding = muster_finding_new ("task-overdue", MUSTER_SEVERITY_WARNING);
  g_autofree char *date = muster_date_text_dup (muster_day_from_seconds (planned->due));
  g_autofree char *due = dup_due (planned);
  g_autofree char *start =
      planned->event != NULL ? muster_time_dup_text (planned->event->start_at) : NULL;
  char id[MUSTER_ID_TEXT_SIZE];

  muster_id_format (&task->id, id);
  muster_finding_set_subject (finding, "task", id, task->title, NULL);
  muster_finding_take_text (
      finding, planned->event != NULL
                   /* TRANSLATORS: the title of an event, and a date */
                   ? g_strdup_printf (_ ("For “%s”, was due on %s."), planned->event->title, date)
                   : g_strdup_printf (_ ("Was due on %s."), date));
  muster_finding_add_evidence (finding, "due", due, NULL);
  if (start != NULL)
    muster_finding_add_evidence (finding, "event", start, planned->event->title);
  if (owner != NULL)
    muster_finding_add_evidence (finding, "owner", owner, NULL);
  muster_finding_set_actions (finding, actions);
  return finding;
}

gboolean
muster_check_tasks_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  GPtrArray *tasks = muster_rollcall_get_calendar (rollcall)->tasks;

  for (guint i = 0; i < tasks->len; i++)
    {
      const MusterPlannedTask *planned = tasks->pdata[i];

      if (muster_day_from_seconds (planned->due) < muster_rollcall_get_on (rollcall))
        muster_finding_sink_take (sink, new_finding (rollcall, planned));
    }

  return TRUE;
}
