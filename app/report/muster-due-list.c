/* muster-due-list.c - what wants attention, and by when
 *
 * Gathers it from tasks, events, reminders and special days.  What the roll
 * call finds is not repeated here: this is about times, not about members.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-due-list"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-attendance-table.h"
#include "muster-due-list.h"
#include "muster-followup-table.h"
#include "muster-group-table.h"
#include "muster-membership-table.h"
#include "muster-notice-answers.h"
#include "muster-notice-schedule.h"
#include "muster-notice-table.h"
#include "muster-occurrence.h"
#include "muster-person-table.h"
#include "muster-rollcall-run.h"
#include "muster-sign-up-table.h"
#include "muster-special-day.h"
#include "muster-store-error.h"
#include "muster-task-plan.h"
#include "muster-violation-case.h"

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)
#define DAYS_BACK 30   /* how long what was left undone is told */
#define DAYS_AHEAD 120 /* by how much signing up may end before its event */

typedef struct
{
  MusterDatabase *db;
  const MusterId *group; /* nullable */
  gint64 from;
  gint64 to;
  GTimeZone *viewer;
  GPtrArray *found; /* of MusterDue */
} Search;

void
muster_due_free (MusterDue *self)
{
  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}

/**
 * muster_due_kind_get_title:
 *
 * Returns: for people, translated
 */
const char *
muster_due_kind_get_title (MusterDueKind kind)
{
  static const char *const titles[] = {
    [MUSTER_DUE_TASK] = N_ ("Task"),
    [MUSTER_DUE_REMINDER] = N_ ("Deadline of a reminder"),
    [MUSTER_DUE_SIGN_UP] = N_ ("End of signing up"),
    [MUSTER_DUE_ATTENDANCE] = N_ ("Attendance to write down"),
    [MUSTER_DUE_NOTICE] = N_ ("Notice to send"),
    [MUSTER_DUE_ANSWER] = N_ ("Time limit of a notice"),
    [MUSTER_DUE_MUTE] = N_ ("End of being muted"),
    [MUSTER_DUE_BIRTHDAY] = N_ ("Birthday"),
    [MUSTER_DUE_ANNIVERSARY] = N_ ("Anniversary of joining"),
    [MUSTER_DUE_RULE_QUESTIONS] = N_ ("Questions about the rules"),
  };

  return _ (titles[kind]);
}

static MusterDue *
add (Search *self, MusterDueKind kind, const MusterId *group, gint64 at, gboolean all_day)
{
  MusterDue *due = g_new0 (MusterDue, 1);

  due->kind = kind;
  due->group = *group;
  due->at = at;
  due->all_day = all_day;
  due->overdue = at + (all_day ? SECONDS_PER_DAY : 0) <= self->from;
  g_ptr_array_add (self->found, due);
  return due;
}

static gint64
get_day_start (const Search *self, MusterDay day)
{
  return muster_event_to_utc (self->viewer, day * SECONDS_PER_DAY);
}

static MusterDay
get_day (const Search *self, gint64 utc)
{
  return muster_day_from_seconds (muster_event_to_wall (self->viewer, utc));
}

static gboolean
add_tasks (Search *self, GError **error)
{
  g_autoptr (GPtrArray) tasks = muster_task_plan_list (self->db, self->group, G_MAXINT64, error);

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      const MusterPlannedTask *planned = tasks->pdata[i];
      gboolean all_day = planned->event != NULL && planned->event->all_day;
      gint64 at = all_day ? get_day_start (self, muster_day_from_seconds (planned->due))
                          : muster_planned_task_get_utc (planned, self->viewer);
      MusterDue *due;

      if (at >= self->to)
        continue;
      due = add (self, MUSTER_DUE_TASK, &planned->task->group, at, all_day);
      due->subject = planned->task->id;
      due->event = planned->task->event;
      due->original_at = planned->task->original_at;
      due->title = g_strdup (planned->task->title);
      due->detail = planned->event != NULL ? g_strdup (planned->event->title) : NULL;
    }
  return tasks != NULL;
}

/* When signing up for that time ends, on the clock of the event. */
static gint64
get_sign_up_end (const MusterOccurrence *occurrence)
{
  const MusterEvent *event = occurrence->event;
  gboolean changed = !muster_id_is_none (&event->series);

  return event->sign_up_until +
         (event->recurrence != NULL && !changed ? occurrence->original_at - event->start_at : 0);
}

static void
add_sign_up (Search *self, const MusterOccurrence *occurrence)
{
  const MusterEvent *event = occurrence->event;
  g_autoptr (GTimeZone) own = muster_event_dup_zone (event);
  gint64 at;
  MusterDue *due;

  if (event->sign_up_until == MUSTER_EVENT_NO_TIME)
    return;
  at = muster_event_to_utc (event->zone != NULL ? own : self->viewer, get_sign_up_end (occurrence));
  if (at < self->from || at >= self->to)
    return;

  due = add (self, MUSTER_DUE_SIGN_UP, &event->group, at, FALSE);
  due->subject = due->event = occurrence->series;
  due->original_at = occurrence->original_at;
  due->title = g_strdup_printf (_ ("Signing up for “%s” ends"), event->title);
}

/* Whether people signed up, and nobody wrote down who was there. */
static gboolean
is_unrecorded (Search *self, const MusterOccurrence *occurrence, gboolean *out_unrecorded,
               GError **error)
{
  g_autoptr (GPtrArray) sign_ups =
      muster_sign_up_table_list (self->db, &occurrence->series, occurrence->original_at, error);
  g_autoptr (GPtrArray) attendance = NULL;
  guint coming = 0;

  if (sign_ups != NULL)
    attendance = muster_attendance_table_list (self->db, &occurrence->series,
                                               occurrence->original_at, error);
  if (attendance == NULL)
    return FALSE;

  (void) muster_sign_up_count_waiting (sign_ups, 0, &coming);
  *out_unrecorded = attendance->len == 0 && coming > 0;
  return TRUE;
}

static gboolean
add_attendance (Search *self, const MusterOccurrence *occurrence, GError **error)
{
  gboolean unrecorded = FALSE;
  MusterDue *due;

  if (occurrence->end > self->from || occurrence->end < self->from - DAYS_BACK * SECONDS_PER_DAY)
    return TRUE;
  if (!is_unrecorded (self, occurrence, &unrecorded, error))
    return FALSE;
  if (!unrecorded)
    return TRUE;

  due = add (self, MUSTER_DUE_ATTENDANCE, &occurrence->event->group, occurrence->end, FALSE);
  due->subject = due->event = occurrence->series;
  due->original_at = occurrence->original_at;
  due->title = g_strdup_printf (_ ("Write down who came to “%s”"), occurrence->event->title);
  return TRUE;
}

static gboolean
add_events (Search *self, GError **error)
{
  g_autoptr (GPtrArray) occurrences =
      muster_occurrence_list (self->db, self->group, self->from - DAYS_BACK * SECONDS_PER_DAY,
                              self->to + DAYS_AHEAD * SECONDS_PER_DAY, self->viewer, error);

  for (guint i = 0; occurrences != NULL && i < occurrences->len; i++)
    {
      const MusterOccurrence *occurrence = occurrences->pdata[i];

      if (g_strcmp0 (occurrence->event->standing, "cancelled") == 0)
        continue;
      add_sign_up (self, occurrence);
      if (!add_attendance (self, occurrence, error))
        return FALSE;
    }
  return occurrences != NULL;
}

static gboolean
add_special_days (Search *self, GError **error)
{
  static const MusterDueKind kinds[] = {
    [MUSTER_SPECIAL_DAY_BIRTHDAY] = MUSTER_DUE_BIRTHDAY,
    [MUSTER_SPECIAL_DAY_ANNIVERSARY] = MUSTER_DUE_ANNIVERSARY,
    [MUSTER_SPECIAL_DAY_RULE_QUESTIONS] = MUSTER_DUE_RULE_QUESTIONS,
  };
  g_autoptr (GPtrArray) days = muster_special_day_list (
      self->db, self->group, get_day (self, self->from), get_day (self, self->to - 1), error);

  for (guint i = 0; days != NULL && i < days->len; i++)
    {
      const MusterSpecialDay *special = days->pdata[i];
      MusterDue *due = add (self, kinds[special->kind], &special->group,
                            get_day_start (self, special->day), TRUE);

      due->subject = special->membership;
      due->title = muster_special_day_dup_title (special);
    }
  return days != NULL;
}

/* The name of a current member; NULL without @error for anybody else. */
static char *
dup_member (Search *self, const MusterId *membership, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MusterMembership) member =
      muster_membership_table_load (self->db, membership, &local_error);
  g_autoptr (MusterPerson) person = NULL;

  if (member != NULL && muster_membership_is_current (member))
    person = muster_person_table_load (self->db, &member->person, &local_error);
  if (local_error != NULL &&
      !g_error_matches (local_error, MUSTER_STORE_ERROR, MUSTER_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local_error));
  return person != NULL ? g_strdup (person->fields[MUSTER_PERSON_NAME]) : NULL;
}

static gboolean
add_reminder (Search *self, const MusterId *group, const MusterFollowup *followup, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = NULL;
  MusterId membership;
  MusterDue *due;

  if (strcmp (followup->action, "reminded") != 0 || followup->until == MUSTER_DAY_NONE ||
      followup->until < get_day (self, self->from) - DAYS_BACK ||
      get_day_start (self, followup->until) >= self->to ||
      !g_str_has_prefix (followup->subject, "member:") ||
      !muster_id_parse (followup->subject + strlen ("member:"), &membership))
    return TRUE;

  name = dup_member (self, &membership, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (name == NULL)
    return TRUE;

  due = add (self, MUSTER_DUE_REMINDER, group, get_day_start (self, followup->until), TRUE);
  due->subject = membership;
  due->title = g_steal_pointer (&name);
  due->detail = g_strdup (muster_rollcall_get_check_title (followup->check));
  return TRUE;
}

/* Of each subject and check the newest step counts: who was reminded and then exempted is done. */
static gboolean
add_reminders (Search *self, const MusterId *group, GError **error)
{
  g_autoptr (GPtrArray) followups =
      muster_followup_table_list (self->db, group, get_day (self, self->from), error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; followups != NULL && i < followups->len; i++)
    {
      const MusterFollowup *followup = followups->pdata[i];

      if (g_hash_table_add (seen, g_strconcat (followup->check, " ", followup->subject, NULL)) &&
          !add_reminder (self, group, followup, error))
        return FALSE;
    }
  return followups != NULL;
}

static gboolean
add_mute (Search *self, const MusterViolationCase *about, GError **error)
{
  gint64 until = about->status.muted_until;
  gint64 at = until != MUSTER_VIOLATION_NO_TIME ? muster_event_to_utc (self->viewer, until) : 0;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = NULL;
  MusterDue *due;

  if (about->status.state != MUSTER_VIOLATION_MUTED || until == MUSTER_VIOLATION_NO_TIME ||
      at >= self->to)
    return TRUE;

  name = dup_member (self, &about->violation->membership, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (name == NULL)
    return TRUE;

  due = add (self, MUSTER_DUE_MUTE, &about->violation->group, at, FALSE);
  due->subject = about->violation->membership;
  due->title = g_steal_pointer (&name);
  due->detail = muster_violation_case_dup_clause (about);
  return TRUE;
}

static gboolean
add_mutes (Search *self, const MusterId *group, GError **error)
{
  g_autoptr (GPtrArray) cases =
      muster_violation_case_list (self->db, group, get_day (self, self->from), error);

  for (guint i = 0; cases != NULL && i < cases->len; i++)
    if (!add_mute (self, cases->pdata[i], error))
      return FALSE;

  return cases != NULL;
}

/* What concerns members of a group. */
static gboolean
add_of_members (Search *self, const MusterId *group, GError **error)
{
  return add_reminders (self, group, error) && add_mutes (self, group, error);
}

static gboolean
add_of_all_members (Search *self, GError **error)
{
  g_autoptr (GPtrArray) groups = NULL;

  if (self->group != NULL)
    return add_of_members (self, self->group, error);

  groups = muster_group_table_list (self->db, FALSE, error);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    if (!add_of_members (self, muster_group_get_id (groups->pdata[i]), error))
      return FALSE;

  return groups != NULL;
}

static gboolean
add_notices (Search *self, GError **error)
{
  g_autoptr (GPtrArray) scheduled =
      muster_notice_schedule_list (self->db, self->group, self->viewer, error);

  for (guint i = 0; scheduled != NULL && i < scheduled->len; i++)
    {
      const MusterScheduledNotice *one = scheduled->pdata[i];
      gint64 at = muster_event_to_utc (self->viewer, one->at);
      MusterDue *due;

      if (at >= self->to)
        continue;
      due = add (self, MUSTER_DUE_NOTICE, &one->notice->group, at, FALSE);
      due->subject = one->notice->id;
      due->event = one->notice->event;
      due->original_at = one->notice->original_at;
      due->title = g_strdup (one->notice->title);
      due->detail = one->event != NULL ? g_strdup (one->event->title) : NULL;
    }
  return scheduled != NULL;
}

static gboolean
add_answer (Search *self, const MusterNotice *notice, GError **error)
{
  gint64 limit = muster_notice_get_limit (notice);
  gint64 at = limit != MUSTER_NOTICE_NO_TIME ? muster_event_to_utc (self->viewer, limit) : 0;
  g_autoptr (MusterNoticeAnswers) answers = NULL;
  MusterDue *due;

  if (limit == MUSTER_NOTICE_NO_TIME || at >= self->to ||
      at < self->from - DAYS_BACK * SECONDS_PER_DAY)
    return TRUE;
  answers = muster_notice_answers_read (self->db, notice, get_day (self, self->from), error);
  if (answers == NULL)
    return FALSE;
  if (answers->n_outstanding == 0)
    return TRUE;

  due = add (self, MUSTER_DUE_ANSWER, &notice->group, at, FALSE);
  due->subject = notice->id;
  due->title = g_strdup (notice->title);
  /* TRANSLATORS: of those who were asked by a notice */
  due->detail =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person has not answered",
                                    "%u people have not answered", answers->n_outstanding),
                       answers->n_outstanding);
  return TRUE;
}

static gboolean
add_answers (Search *self, GError **error)
{
  g_autoptr (GPtrArray) notices =
      muster_notice_table_list_standing (self->db, self->group, MUSTER_NOTICE_SENT, error);

  for (guint i = 0; notices != NULL && i < notices->len; i++)
    if (!add_answer (self, notices->pdata[i], error))
      return FALSE;

  return notices != NULL;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const MusterDue *x = *(const MusterDue *const *) a;
  const MusterDue *y = *(const MusterDue *const *) b;

  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;
  if (x->kind != y->kind)
    return (int) x->kind - (int) y->kind;
  return g_strcmp0 (x->title, y->title);
}

/**
 * muster_due_list:
 * @group: (nullable): %NULL for all groups and the keeper's own events
 * @from: now, seconds since 1970: what should be done by then and is not, is overdue
 * @to: seconds since 1970
 * @viewer: the zone in which days are meant
 *
 * Returns: (transfer full) (element-type MusterDue): what is overdue, and what is due before @to,
 *   in the order of the times
 */
GPtrArray *
muster_due_list (MusterDatabase *db, const MusterId *group, gint64 from, gint64 to,
                 GTimeZone *viewer, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_due_free);
  Search self = { db, group, from, to, viewer, found };

  if (!add_tasks (&self, error) || !add_events (&self, error) || !add_special_days (&self, error) ||
      !add_of_all_members (&self, error) || !add_notices (&self, error) ||
      !add_answers (&self, error))
    return NULL;

  g_ptr_array_sort (found, compare);
  return g_steal_pointer (&found);
}
