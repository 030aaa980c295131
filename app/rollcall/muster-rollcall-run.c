/* muster-rollcall-run.c - all checks on a group at a date
 *
 * Leaves out what the keeper has settled: ignored or exempted until a day that
 * has not passed, and checks that the policy switches off.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rollcall-run"

#include "config.h"

#include <glib/gi18n-lib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <string.h>

#include "muster-event.h"
#include "muster-followup-table.h"
#include "muster-rollcall-run.h"

#define SECONDS_PER_DAY G_GINT64_CONSTANT (86400)

/* Every check, in the order of the page.  Adding one is a line here and a file. */
static const MusterCheck checks[] = {
  { "impersonation", N_ ("Impersonation"), muster_check_impersonation_run },
  { "stranger", N_ ("Strangers"), muster_check_stranger_run },
  { "missing", N_ ("Missing members"), muster_check_missing_run },
  { "mismatch", N_ ("Another person’s name"), muster_check_nickname_run },
  { "nickname", N_ ("Nicknames"), muster_check_nickname_run },
  { "silent", N_ ("Silent"), muster_check_silence_run },
  { "remind", N_ ("To be reminded"), muster_check_silence_run },
  { "not-covered", N_ ("Not covered by the records"), muster_check_silence_run },
  { "introduction", N_ ("No introduction"), muster_check_introduction_run },
  { "violation-due", N_ ("Violations and fines"), muster_check_violations_run },
  { "unacknowledged", N_ ("Rules not acknowledged"), muster_check_unacknowledged_run },
  { "unanswered", N_ ("Notices not answered"), muster_check_unanswered_run },
  { "quiet-hours", N_ ("Quiet hours"), muster_check_quiet_hours_run },
  { "absence", N_ ("Absent from events"), muster_check_absence_run },
  { "task-overdue", N_ ("Overdue tasks"), muster_check_tasks_run },
  { "rhythm", N_ ("Rhythm and content plan"), muster_check_rhythm_run },
  { "drift", N_ ("Clauses and settings"), muster_check_drift_run },
  { "unmatched", N_ ("Unknown senders"), muster_check_unmatched_run },
  { "stale-records", N_ ("Old records"), muster_check_stale_records_run },
  { "capacity", N_ ("Size of the group"), muster_check_capacity_run },
  { "birthday", N_ ("Birthdays"), muster_check_birthday_run },
  { "renamed", N_ ("Renamed"), muster_check_renamed_run },
};

struct _MusterFindingSink
{
  GPtrArray *findings;       /* of the result */
  const char *const *wanted; /* NULL for all */
  MusterPolicy *policy;
  GPtrArray *followups; /* of MusterFollowup, newest first */
  MusterDay on;
  GPtrArray *rules; /* of MusterRulesInForce */
};

typedef struct
{
  MusterGroup *group; /* owned */
  MusterDay on;
  gint64 now;
} Request;

static guint
get_rank (const char *check)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (strcmp (checks[i].id, check) == 0)
      return i;

  return G_N_ELEMENTS (checks);
}

/* The severest first, then in the order of the checks; otherwise as they came. */
static int
compare_findings (gconstpointer a, gconstpointer b)
{
  MusterFinding *x = *(MusterFinding *const *) a;
  MusterFinding *y = *(MusterFinding *const *) b;
  int difference = (int) muster_finding_get_severity (y) - (int) muster_finding_get_severity (x);

  if (difference != 0)
    return difference;

  difference =
      (int) get_rank (muster_finding_get_check (x)) - (int) get_rank (muster_finding_get_check (y));
  if (difference != 0)
    return difference;
  return g_strcmp0 (muster_finding_get_subject_id (x), muster_finding_get_subject_id (y));
}

static gboolean
is_wanted (MusterFindingSink *self, const char *check)
{
  return (self->wanted == NULL || g_strv_contains (self->wanted, check)) &&
         !muster_policy_has_word (self->policy, "checks-off", check);
}

static gboolean
is_over (const MusterFollowup *followup, MusterDay on)
{
  return followup->until != MUSTER_DAY_NONE && followup->until < on;
}

/* Silent and to be reminded are steps of one procedure. */
static gboolean
is_about (const MusterFollowup *followup, const char *check, const char *subject)
{
  static const char *const steps[] = { "remind", "silent", "not-covered", NULL };

  return strcmp (followup->subject, subject) == 0 &&
         (strcmp (followup->check, check) == 0 ||
          (g_strv_contains (steps, check) && g_strv_contains (steps, followup->check)));
}

/* Whether the keeper has settled the finding; tells of a reminder that was sent. */
static gboolean
apply_followups (MusterFindingSink *self, MusterFinding *finding)
{
  g_autofree char *subject = muster_finding_dup_key (finding);

  for (guint i = 0; i < self->followups->len; i++)
    {
      const MusterFollowup *followup = self->followups->pdata[i];
      g_autofree char *on = NULL;
      g_autofree char *until = NULL;

      if (!is_about (followup, muster_finding_get_check (finding), subject))
        continue;
      if (strcmp (followup->action, "ignored") == 0 || strcmp (followup->action, "exempt") == 0)
        return !is_over (followup, self->on);
      if (strcmp (followup->action, "reminded") != 0)
        continue;

      on = muster_day_dup_text (followup->on);
      until = muster_day_dup_text (followup->until);
      muster_finding_add_evidence (finding, "reminded", on, followup->author);
      muster_finding_add_evidence (finding, "deadline", until, NULL);
      if (is_over (followup, self->on) &&
          muster_finding_get_severity (finding) < MUSTER_SEVERITY_WARNING)
        muster_finding_set_severity (finding, MUSTER_SEVERITY_WARNING);
      return FALSE;
    }

  return FALSE;
}

typedef gboolean (*Run) (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);

/* NULL for no check. */
static Run
find_run (const char *check)
{
  guint rank = get_rank (check);

  return rank < G_N_ELEMENTS (checks) ? checks[rank].run : NULL;
}

/* Whether a clause that is bound to @bound speaks of what @check found: the same check, or where
 * @related, another kind of thing that the same check finds. */
static gboolean
is_bound (const char *bound, const char *check, gboolean related)
{
  if (!related)
    return strcmp (bound, check) == 0;

  return find_run (bound) != NULL && find_run (bound) == find_run (check);
}

/* The clauses that ask for it; how many there are. */
static guint
add_clauses (MusterFindingSink *self, MusterFinding *finding, gboolean related)
{
  guint n = 0;

  for (guint i = 0; i < self->rules->len; i++)
    {
      const MusterRulesInForce *rules = self->rules->pdata[i];
      g_autofree char *source = muster_rules_in_force_dup_source (rules);
      const MusterClause *last = NULL;

      for (guint j = 0; j < rules->values->len; j++)
        {
          const MusterBoundValue *value = rules->values->pdata[j];

          if (value->clause == NULL || value->clause == last ||
              !is_bound (value->binding->check, muster_finding_get_check (finding), related))
            continue;
          muster_finding_add_evidence (finding, "clause", value->clause->number, source);
          last = value->clause;
          n++;
        }
    }
  return n;
}

void
muster_finding_sink_take (MusterFindingSink *self, MusterFinding *finding)
{
  if (!is_wanted (self, muster_finding_get_check (finding)) || apply_followups (self, finding))
    {
      g_object_unref (finding);
      return;
    }

  if (add_clauses (self, finding, FALSE) == 0)
    (void) add_clauses (self, finding, TRUE);
  if (g_strcmp0 (muster_finding_get_subject_kind (finding), "member") == 0 &&
      muster_finding_find_evidence (finding, "clause") != NULL)
    muster_finding_add_action (finding, "violation");
  g_ptr_array_add (self->findings, finding);
}

static gboolean
run_checks (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      gboolean done = FALSE;

      /* several ids of one file come from one run */
      for (guint j = 0; j < i && !done; j++)
        done = checks[j].run == checks[i].run;
      if (!done && !checks[i].run (rollcall, sink, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * muster_rollcall_list_checks:
 *
 * Returns: all checks in the order of the page
 */
const MusterCheck *
muster_rollcall_list_checks (guint *out_n)
{
  *out_n = G_N_ELEMENTS (checks);
  return checks;
}

/**
 * muster_rollcall_get_check_title:
 *
 * Returns: what the check is called, translated; the id itself if there is no such check
 */
const char *
muster_rollcall_get_check_title (const char *check)
{
  guint rank = get_rank (check);

  return rank < G_N_ELEMENTS (checks) ? _ (checks[rank].title) : check;
}

/**
 * muster_rollcall_run_checks:
 * @wanted: (nullable) (array zero-terminated): ids of checks; %NULL for all
 *
 * Returns: (transfer full): the findings
 */
MusterRollcallResult *
muster_rollcall_run_checks (MusterDatabase *db, MusterRollcall *rollcall, const char *const *wanted,
                            GError **error)
{
  MusterDay on = muster_rollcall_get_on (rollcall);
  g_autoptr (GPtrArray) followups = muster_followup_table_list (
      db, muster_group_get_id (muster_rollcall_get_group (rollcall)), on, error);
  g_autoptr (MusterRollcallResult) result = NULL;
  MusterFindingSink sink;

  if (followups == NULL)
    return NULL;

  result = g_new0 (MusterRollcallResult, 1);
  result->findings = g_ptr_array_new_with_free_func (g_object_unref);
  sink = (MusterFindingSink){ result->findings, wanted, muster_rollcall_get_policy (rollcall),
                              followups,        on,     muster_rollcall_get_rules (rollcall) };
  if (!run_checks (rollcall, &sink, error))
    return NULL;

  g_ptr_array_sort (result->findings, compare_findings);
  result->n_members = muster_rollcall_get_n_current (rollcall);
  result->on = on;
  result->as_of = muster_rollcall_get_as_of (rollcall);
  return g_steal_pointer (&result);
}

/**
 * muster_rollcall_run:
 * @on: the day of the roll call
 * @now: seconds since 1970, UTC: of today only the time until then is over
 * @wanted: (nullable) (array zero-terminated): ids of checks; %NULL for all
 *
 * Returns: (transfer full): the findings
 */
MusterRollcallResult *
muster_rollcall_run (MusterDatabase *db, MusterGroup *group, MusterDay on, gint64 now,
                     const char *const *wanted, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 end = (on + 1) * SECONDS_PER_DAY;
  g_autoptr (MusterRollcall) rollcall =
      muster_rollcall_new (db, group, on, MIN (muster_event_to_wall (zone, now), end), error);

  return rollcall != NULL ? muster_rollcall_run_checks (db, rollcall, wanted, error) : NULL;
}

void
muster_rollcall_result_free (MusterRollcallResult *self)
{
  g_ptr_array_unref (self->findings);
  g_free (self);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->group);
  g_free (request);
}

static gpointer
run_read (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;
  MusterRollcallResult *result =
      muster_rollcall_run (db, request->group, request->on, request->now, NULL, error);

#ifdef __GLIBC__
  malloc_trim (0); /* a thread keeps what it freed, here a whole roster */
#endif
  return result;
}

void
muster_rollcall_run_async (MusterStore *store, MusterGroup *group, MusterDay on,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->group = g_object_ref (group);
  request->on = on;
  request->now = muster_clock_get_now (muster_store_get_clock (store)) / G_USEC_PER_SEC;
  muster_store_read_async (store, run_read, request, request_free,
                           (GDestroyNotify) muster_rollcall_result_free, cancellable, callback,
                           user_data);
}

MusterRollcallResult *
muster_rollcall_run_finish (MusterStore *store, GAsyncResult *result, GError **error)
{
  return muster_store_read_finish (store, result, error);
}
