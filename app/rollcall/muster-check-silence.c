/* muster-check-silence.c - who has not been heard of
 *
 * Emits "remind", "silent" and "not-covered".  The rule itself is app/activity's
 * muster-silence; this puts the roster, the records and the policy before it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-silence"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-check.h"
#include "muster-date-text.h"
#include "muster-sign-table.h"
#include "muster-silence.h"

typedef struct
{
  MusterRollcall *rollcall;
  MusterSilenceGroup group;
  MusterFindingSink *sink;
  const MusterSender **resembles; /* owned by the caller, one a member */
  char *coverage;                 /* owned by the caller: as text */
} Judging;

static gboolean
is_exempt (MusterRollcall *rollcall, const MusterRosterMember *member)
{
  return member->standing == MUSTER_STANDING_EXEMPT || member->deceased ||
         muster_policy_has_word (muster_rollcall_get_policy (rollcall), "exempt-roles",
                                 member->role);
}

static GArray *
collect_signs (MusterRollcall *rollcall, guint i)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (MusterDay));
  gint64 last = muster_rollcall_get_last_message (rollcall, i);
  GPtrArray *signs = muster_rollcall_get_signs (rollcall, i);

  if (last != 0)
    {
      MusterDay day = muster_day_from_seconds (last);

      g_array_append_val (days, day);
    }
  for (guint j = 0; signs != NULL && j < signs->len; j++)
    g_array_append_val (days, ((const MusterSign *) signs->pdata[j])->day);

  return days;
}

static MusterDayRanges *
collect_leave (MusterRollcall *rollcall, const MusterRosterMember *member)
{
  MusterDayRanges *leave;

  if (member->leaves == NULL)
    return NULL;

  leave = muster_day_ranges_new ();
  for (guint j = 0; j < member->leaves->len; j++)
    {
      const MusterRosterPast *past = &g_array_index (member->leaves, MusterRosterPast, j);
      MusterDay until =
          past->until != MUSTER_DAY_NONE ? past->until : muster_rollcall_get_on (rollcall);

      MusterDay from = past->from != MUSTER_DAY_NONE ? past->from : 0;

      if (from <= until)
        muster_day_ranges_add (leave, from, until);
    }
  return leave;
}

/* The latest sign of life, with where it was seen. */
static void
add_last_evidence (MusterRollcall *rollcall, MusterFinding *finding, guint i,
                   const MusterSilenceVerdict *verdict)
{
  gint64 last = muster_rollcall_get_last_message (rollcall, i);
  GPtrArray *signs = muster_rollcall_get_signs (rollcall, i);
  const MusterRosterMember *member =
      muster_roster_get_member (muster_rollcall_get_roster (rollcall), i);
  g_autofree char *time = last != 0 ? muster_time_dup_text (last) : NULL;
  g_autofree char *joined = muster_day_dup_text (member->joined_on);
  g_autofree char *first_seen = muster_day_dup_text (member->first_seen);

  if (last != 0)
    muster_finding_add_evidence (
        finding, "last-message", time,
        muster_rollcall_get_source (rollcall, muster_day_from_seconds (last)));
  for (guint j = 0; signs != NULL && j < signs->len; j++)
    {
      const MusterSign *sign = signs->pdata[j];
      g_autofree char *day = muster_day_dup_text (sign->day);

      if (sign->day == verdict->last)
        muster_finding_add_evidence (finding, sign->kind, day, sign->source);
    }
  if (verdict->basis == MUSTER_SILENCE_BASIS_JOINED)
    muster_finding_add_evidence (finding, "joined", joined, NULL);
  if (verdict->basis == MUSTER_SILENCE_BASIS_FIRST_SEEN)
    muster_finding_add_evidence (finding, "first-seen", first_seen, NULL);
}

/* The days of leave that moved the dates on, as FROM/TO. */
static void
add_leave_evidence (MusterFinding *finding, const MusterDayRanges *leave,
                    const MusterSilenceVerdict *verdict)
{
  guint n = 0;
  const MusterDayRange *ranges = leave != NULL ? muster_day_ranges_get (leave, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *from = muster_day_dup_text (MAX (ranges[i].from, verdict->last));
      g_autofree char *to = muster_day_dup_text (MIN (ranges[i].to, verdict->as_of));
      g_autofree char *days = g_strconcat (from, "/", to, NULL);

      if (ranges[i].to > verdict->last && ranges[i].from <= verdict->as_of)
        muster_finding_add_evidence (finding, "leave", days, NULL);
    }
}

static void
add_evidence (const Judging *judging, MusterFinding *finding, guint i,
              const MusterSilenceVerdict *verdict, const MusterDayRanges *leave)
{
  guint n_unmatched = muster_rollcall_get_n_unmatched (judging->rollcall);
  g_autofree char *unmatched = g_strdup_printf ("%u", n_unmatched);
  g_autofree char *as_of = muster_day_dup_text (verdict->as_of);

  add_last_evidence (judging->rollcall, finding, i, verdict);
  if (verdict->last != MUSTER_DAY_NONE)
    add_leave_evidence (finding, leave, verdict);
  muster_finding_add_evidence (finding, "coverage", judging->coverage,
                               muster_rollcall_get_source (judging->rollcall, verdict->as_of));
  muster_finding_add_evidence (finding, "as-of", as_of, NULL);
  if (verdict->has_gap)
    {
      g_autofree char *from = muster_day_dup_text (verdict->gap.from);
      g_autofree char *to = muster_day_dup_text (verdict->gap.to);
      g_autofree char *gap = g_strconcat (from, "/", to, NULL);

      muster_finding_add_evidence (finding, "not-covered", gap, NULL);
    }
  if (n_unmatched > 0)
    muster_finding_add_evidence (finding, "unmatched-senders", unmatched, NULL);
  if (judging->resembles[i] != NULL && verdict->state == MUSTER_SILENCE_NOT_COVERED)
    muster_finding_add_evidence (
        finding, "sender", judging->resembles[i]->name,
        muster_rollcall_get_source (judging->rollcall,
                                    muster_day_from_seconds (judging->resembles[i]->last_at)));
}

static char *
dup_period (MusterPeriod period)
{
  if (period.days == 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d month", "%d months", (gulong) period.months),
        period.months);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days",
                                       (gulong) (period.months * 30 + period.days)),
                          period.months * 30 + period.days);
}

/* What the silence is counted from, as a sentence. */
static char *
dup_since (const MusterSilenceVerdict *verdict, MusterPeriod period)
{
  g_autofree char *date = muster_date_text_dup (verdict->last);
  g_autofree char *length = dup_period (period);

  if (verdict->basis == MUSTER_SILENCE_BASIS_SIGN)
    /* TRANSLATORS: a length of time, a date */
    return g_strdup_printf (_ ("No message for %s: the last sign of life was on %s."), length,
                            date);
  if (verdict->basis == MUSTER_SILENCE_BASIS_JOINED)
    /* TRANSLATORS: a length of time, a date */
    return g_strdup_printf (_ ("No message for %s: none since joining on %s."), length, date);

  /* TRANSLATORS: a length of time, a date */
  return g_strdup_printf (_ ("No message for %s: none since first seen on %s."), length, date);
}

static char *
dup_text (const Judging *judging, const MusterSilenceVerdict *verdict,
          const MusterSender *resembles)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (verdict->state == MUSTER_SILENCE_SILENT)
    return dup_since (verdict, judging->group.policy.silent);
  if (verdict->state == MUSTER_SILENCE_REMIND)
    return dup_since (verdict, judging->group.policy.remind);
  if (verdict->last == MUSTER_DAY_NONE)
    return g_strdup (_ ("Nothing is known: in no record, and no joining date."));
  if (!verdict->has_gap && resembles != NULL)
    /* TRANSLATORS: a name from the records */
    return g_strdup_printf (
        _ ("Can’t be said: the sender “%s” has a similar name and is not settled yet."),
        resembles->name);

  from = muster_date_text_dup (verdict->gap.from);
  to = muster_date_text_dup (verdict->gap.to);
  /* TRANSLATORS: two dates */
  return g_strdup_printf (_ ("Can’t be said: the records have a gap from %s to %s."), from, to);
}

static void
emit (const Judging *judging, guint i, const MusterSilenceVerdict *verdict,
      const MusterDayRanges *leave)
{
  static const char *const actions[] = {
    "remind", "exempt", "mark-seen", "remove", "ignore", NULL
  };
  static const char *const careful[] = { "import", "exempt", "mark-seen", "ignore", NULL };
  gboolean certain = verdict->state != MUSTER_SILENCE_NOT_COVERED;
  MusterSeverity severity = verdict->state == MUSTER_SILENCE_SILENT   ? MUSTER_SEVERITY_WARNING
                            : verdict->state == MUSTER_SILENCE_REMIND ? MUSTER_SEVERITY_NOTICE
                                                                      : MUSTER_SEVERITY_INFO;
  MusterFinding *finding = muster_rollcall_new_member_finding (
      judging->rollcall, muster_silence_state_get_id (verdict->state), severity, i);

  muster_finding_take_text (finding, dup_text (judging, verdict, judging->resembles[i]));
  add_evidence (judging, finding, i, verdict, leave);
  muster_finding_set_actions (finding, certain ? actions : careful);
  muster_finding_sink_take (judging->sink, finding);
}

static void
judge (const Judging *judging, guint i)
{
  const MusterRosterMember *member =
      muster_roster_get_member (muster_rollcall_get_roster (judging->rollcall), i);
  g_autoptr (GArray) signs = collect_signs (judging->rollcall, i);
  g_autoptr (MusterDayRanges) leave = collect_leave (judging->rollcall, member);
  MusterDay as_of = muster_rollcall_get_as_of (judging->rollcall);
  MusterSilenceMember input = { 0 };
  MusterSilenceVerdict verdict;

  input.joined = member->joined_on;
  input.first_seen = member->first_seen <= as_of ? member->first_seen : MUSTER_DAY_NONE;
  input.signs = (const MusterDay *) (gpointer) signs->data;
  input.n_signs = signs->len;
  input.leave = leave;
  input.exempt = is_exempt (judging->rollcall, member);
  input.resembles_unmatched = judging->resembles[i] != NULL;
  verdict = muster_silence_judge (&judging->group, &input);
  if (verdict.state >= MUSTER_SILENCE_REMIND)
    emit (judging, i, &verdict, leave);
}

gboolean
muster_check_silence_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  MusterPolicy *policy = muster_rollcall_get_policy (rollcall);
  MusterRoster *roster = muster_rollcall_get_roster (rollcall);
  g_autoptr (MusterDayRanges) coverage = muster_rollcall_dup_covered_days (rollcall);
  g_autofree const MusterSender **resembles = muster_rollcall_find_resembling (rollcall);
  g_autofree char *text = muster_rollcall_dup_coverage_text (rollcall);
  MusterPeriod stale = muster_policy_get_period (policy, "stale-after");
  Judging judging = {
    .rollcall = rollcall, .sink = sink, .resembles = resembles, .coverage = text
  };

  judging.group.policy.remind = muster_policy_get_period (policy, "remind-after");
  judging.group.policy.silent = muster_policy_get_period (policy, "silent-after");
  judging.group.policy.grace = muster_policy_get_period (policy, "grace");
  judging.group.policy.stale_days = stale.months * 30 + stale.days;
  judging.group.coverage = coverage;
  judging.group.day = muster_rollcall_get_on (rollcall);

  /* without records the group gets "stale-records", and nothing is said of anybody */
  if (muster_rollcall_get_as_of (rollcall) == MUSTER_DAY_NONE)
    return TRUE;

  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    if (muster_roster_member_is_current (muster_roster_get_member (roster, i)))
      judge (&judging, i);

  return TRUE;
}
