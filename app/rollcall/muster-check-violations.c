/* muster-check-violations.c - violations and fines with something left to do
 *
 * What a violation waits for: a decision, that it is carried out, the end of
 * being muted, an answer to an appeal; and of a member, a fine.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-violations"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-check.h"
#include "muster-date-text.h"
#include "muster-money.h"
#include "muster-rollcall-violations.h"

static const char *const to_decide[] = { "decide", "ignore", NULL };
static const char *const to_carry_out[] = { "carried-out", "ignore", NULL };
static const char *const to_unmute[] = { "unmute", "ignore", NULL };
static const char *const to_answer[] = { "answer-appeal", "ignore", NULL };
static const char *const to_pay[] = { "pay", "waive", "ignore", NULL };

static guint
find_member (MusterRollcall *rollcall, const MusterId *id)
{
  MusterRoster *roster = muster_rollcall_get_roster (rollcall);

  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    if (muster_id_equal (&muster_roster_get_member (roster, i)->id, id))
      return i;

  return MUSTER_ROLLCALL_NOBODY;
}

/* Since when it waits. */
static MusterDay
get_since (const MusterViolationCase *about)
{
  return about->status.last != NULL ? about->status.last->ruled_on : about->violation->reported_on;
}

static gboolean
is_unmute_due (const MusterViolationCase *about, MusterDay on)
{
  MusterViolationState state = about->status.state;

  return about->status.muted_until != MUSTER_VIOLATION_NO_TIME &&
         (muster_day_from_seconds (about->status.muted_until) <= on ||
          state == MUSTER_VIOLATION_GRANTED || state == MUSTER_VIOLATION_WITHDRAWN);
}

/* What is left to do; NULL for nothing. */
static char *
dup_text (const MusterViolationCase *about, MusterDay on, const char *const **out_actions)
{
  g_autofree char *since = muster_date_text_dup (get_since (about));
  g_autofree char *until =
      about->status.muted_until != MUSTER_VIOLATION_NO_TIME
          ? muster_date_text_dup (muster_day_from_seconds (about->status.muted_until))
          : NULL;

  if (is_unmute_due (about, on))
    {
      *out_actions = to_unmute;
      return g_strdup_printf (_ ("May write again since %s: end the muting."), until);
    }
  switch (about->status.state)
    {
    case MUSTER_VIOLATION_OPEN:
      *out_actions = to_decide;
      return g_strdup_printf (_ ("The violation waits for a decision since %s."), since);
    case MUSTER_VIOLATION_DECIDED:
      *out_actions = to_carry_out;
      return g_strdup_printf (_ ("What was decided on %s has not been carried out."), since);
    case MUSTER_VIOLATION_APPEALED:
      *out_actions = to_answer;
      return g_strdup_printf (_ ("The appeal of %s waits for an answer."), since);
    case MUSTER_VIOLATION_CARRIED_OUT:
    case MUSTER_VIOLATION_MUTED:
    case MUSTER_VIOLATION_UPHELD:
    case MUSTER_VIOLATION_GRANTED:
    case MUSTER_VIOLATION_WITHDRAWN:
    case MUSTER_VIOLATION_DISMISSED:
    case MUSTER_VIOLATION_EXPIRED:
    default:
      return NULL;
    }
}

/* Older than a reminder has time is a warning. */
static MusterSeverity
get_severity (MusterRollcall *rollcall, MusterDay since)
{
  MusterPeriod period =
      muster_policy_get_period (muster_rollcall_get_policy (rollcall), "reply-within");

  return muster_day_add_period (since, period) < muster_rollcall_get_on (rollcall)
             ? MUSTER_SEVERITY_WARNING
             : MUSTER_SEVERITY_NOTICE;
}

static void
add_evidence (MusterFinding *finding, const MusterViolationCase *about)
{
  char id[MUSTER_ID_TEXT_SIZE];
  g_autofree char *when = muster_violation_dup_when (about->violation);
  g_autofree char *clause = muster_violation_case_dup_clause (about);
  g_autofree char *since = muster_day_dup_text (get_since (about));

  muster_id_format (&about->violation->id, id);
  muster_finding_add_evidence (finding, "violation", id, NULL);
  muster_finding_add_evidence (finding, "happened", when, clause);
  muster_finding_add_evidence (finding, "state",
                               muster_violation_state_get_key (about->status.state), NULL);
  muster_finding_add_evidence (finding, "since", since, NULL);
  if (about->status.decision != NULL)
    muster_finding_add_evidence (finding, "sanction", about->status.decision->sanction, NULL);
  if (about->status.muted_until != MUSTER_VIOLATION_NO_TIME)
    {
      g_autofree char *until = muster_time_dup_text (about->status.muted_until);

      muster_finding_add_evidence (finding, "until", until, NULL);
    }
}

static void
look_at_case (MusterRollcall *rollcall, MusterFindingSink *sink, const MusterViolationCase *about)
{
  guint member = find_member (rollcall, &about->violation->membership);
  const char *const *actions = NULL;
  g_autofree char *text = dup_text (about, muster_rollcall_get_on (rollcall), &actions);
  MusterFinding *finding;

  if (text == NULL || member == MUSTER_ROLLCALL_NOBODY)
    return;

  finding = muster_rollcall_new_member_finding (
      rollcall, "violation-due",
      actions == to_unmute ? MUSTER_SEVERITY_WARNING : get_severity (rollcall, get_since (about)),
      member);
  muster_finding_take_text (finding, g_steal_pointer (&text));
  add_evidence (finding, about);
  muster_finding_set_actions (finding, actions);
  muster_finding_sink_take (sink, finding);
}

static void
look_at_balance (MusterRollcall *rollcall, MusterFindingSink *sink,
                 const MusterLedgerBalance *balance)
{
  guint member = find_member (rollcall, &balance->membership);
  g_autofree char *owed = muster_money_dup_text (balance->owed);
  g_autofree char *date = NULL;
  g_autofree char *due = NULL;
  MusterFinding *finding;

  if (member == MUSTER_ROLLCALL_NOBODY || balance->due_on == MUSTER_DAY_NONE ||
      balance->due_on >= muster_rollcall_get_on (rollcall))
    return;

  date = muster_date_text_dup (balance->due_on);
  due = muster_day_dup_text (balance->due_on);
  finding = muster_rollcall_new_member_finding (rollcall, "violation-due", MUSTER_SEVERITY_WARNING,
                                                member);
  muster_finding_take_text (
      /* TRANSLATORS: a date, an amount */
      finding, g_strdup_printf (_ ("A fine was due on %s; %s are still to be paid."), date, owed));
  muster_finding_add_evidence (finding, "due", due, NULL);
  muster_finding_add_evidence (finding, "owed", owed, NULL);
  muster_finding_set_actions (finding, to_pay);
  muster_finding_sink_take (sink, finding);
}

gboolean
muster_check_violations_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  MusterRollcallViolations *violations = muster_rollcall_get_violations (rollcall);

  for (guint i = 0; i < violations->cases->len; i++)
    look_at_case (rollcall, sink, violations->cases->pdata[i]);
  for (guint i = 0; i < violations->balances->len; i++)
    look_at_balance (rollcall, sink, violations->balances->pdata[i]);
  return TRUE;
}
