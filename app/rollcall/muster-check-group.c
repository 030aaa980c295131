/* muster-check-group.c - stale records, unmatched senders, capacity
 *
 * The checks whose subject is the group.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-group"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-check.h"
#include "muster-date-text.h"

#define MAX_NAMED 20   /* senders that one finding names */
#define MAX_GUESSES 3  /* members that a sender may be */
#define NEARLY_FULL 90 /* percent of the capacity */

/* Sizes at which a group changes its nature. */
static const guint marks[] = { 30, 80, 200, 500 };

static MusterFinding *
new_group_finding (MusterRollcall *rollcall, const char *check, MusterSeverity severity,
                   const char *const *actions)
{
  MusterGroup *group = muster_rollcall_get_group (rollcall);
  MusterFinding *finding = muster_finding_new (check, severity);
  char id[MUSTER_ID_TEXT_SIZE];

  muster_id_format (muster_group_get_id (group), id);
  muster_finding_set_subject (finding, "group", id, muster_group_get_name (group), NULL);
  muster_finding_set_actions (finding, actions);
  return finding;
}

gboolean
muster_check_stale_records_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  static const char *const actions[] = { "import", "ignore", NULL };
  MusterDay as_of = muster_rollcall_get_as_of (rollcall);
  MusterPeriod allowed =
      muster_policy_get_period (muster_rollcall_get_policy (rollcall), "stale-after");
  g_autofree char *last = as_of != MUSTER_DAY_NONE ? muster_date_text_dup (as_of) : NULL;
  g_autofree char *coverage = muster_rollcall_dup_coverage_text (rollcall);
  MusterFinding *finding;

  if (as_of != MUSTER_DAY_NONE &&
      muster_day_add_period (as_of, allowed) >= muster_rollcall_get_on (rollcall))
    return TRUE;

  finding = new_group_finding (rollcall, "stale-records", MUSTER_SEVERITY_NOTICE, actions);
  if (as_of == MUSTER_DAY_NONE)
    muster_finding_take_text (
        finding,
        g_strdup (
            _ ("No chat records up to this day were imported: who is silent can’t be said.")));
  else
    {
      /* TRANSLATORS: a date */
      muster_finding_take_text (
          finding, g_strdup_printf (_ ("The newest chat records are of %s. What is said about "
                                       "silence holds for that day."),
                                    last));
      muster_finding_add_evidence (finding, "coverage", coverage,
                                   muster_rollcall_get_source (rollcall, as_of));
    }
  muster_finding_sink_take (sink, finding);
  return TRUE;
}

static void
add_guess_evidence (MusterRollcall *rollcall, MusterFinding *finding, const MusterSender *sender)
{
  MusterRoster *roster = muster_rollcall_get_roster (rollcall);
  g_autoptr (GString) text = g_string_new (sender->name != NULL ? sender->name : sender->sender);
  g_autoptr (GArray) guesses = NULL;

  if (sender->name != NULL)
    guesses =
        muster_identity_guess (muster_rollcall_get_identity (rollcall), sender->name, MAX_GUESSES);
  for (guint i = 0; guesses != NULL && i < guesses->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? " → " : " / ",
                            muster_roster_member_get_name (muster_roster_get_member (
                                roster, g_array_index (guesses, guint, i))));
  muster_finding_add_evidence (
      finding, "sender", text->str,
      muster_rollcall_get_source (rollcall, muster_day_from_seconds (sender->last_at)));
}

gboolean
muster_check_unmatched_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  static const char *const actions[] = { "settle", "ignore", NULL };
  GPtrArray *senders = muster_rollcall_get_senders (rollcall);
  guint n = muster_rollcall_get_n_unmatched (rollcall);
  guint n_named = 0;
  MusterFinding *finding;

  if (n == 0)
    return TRUE;

  finding = new_group_finding (rollcall, "unmatched", MUSTER_SEVERITY_NOTICE, actions);
  muster_finding_take_text (
      finding,
      g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u sender in the records is tied to nobody on the roster.",
                       "%u senders in the records are tied to nobody on the roster.", n),
          n));
  for (guint i = 0; i < senders->len && n_named < MAX_NAMED; i++)
    if (muster_rollcall_is_sender_unmatched (rollcall, i))
      {
        add_guess_evidence (rollcall, finding, senders->pdata[i]);
        n_named++;
      }
  muster_finding_sink_take (sink, finding);
  return TRUE;
}

/* The mark that was passed between the last two lists; 0 if none was. */
static guint
find_passed_mark (MusterRollcall *rollcall)
{
  MusterSnapshot *now = muster_rollcall_get_snapshot (rollcall);
  MusterSnapshot *before = muster_rollcall_get_snapshot_before (rollcall);
  guint passed = 0;

  for (guint i = 0; now != NULL && before != NULL && i < G_N_ELEMENTS (marks); i++)
    if (before->entries->len < marks[i] && now->entries->len >= marks[i])
      passed = marks[i];

  return passed;
}

gboolean
muster_check_capacity_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  static const char *const actions[] = { "ignore", NULL };
  MusterSnapshot *snapshot = muster_rollcall_get_snapshot (rollcall);
  guint n = snapshot != NULL ? snapshot->entries->len : muster_rollcall_get_n_current (rollcall);
  guint capacity = muster_group_get_capacity (muster_rollcall_get_group (rollcall));
  guint mark = find_passed_mark (rollcall);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *limit = g_strdup_printf ("%u", capacity);
  MusterFinding *finding;

  if (capacity > 0 && n * 100 >= capacity * NEARLY_FULL)
    {
      finding = new_group_finding (rollcall, "capacity",
                                   n >= capacity ? MUSTER_SEVERITY_URGENT : MUSTER_SEVERITY_WARNING,
                                   actions);
      muster_finding_take_text (
          finding,
          n >= capacity
              ? g_strdup_printf (_ ("The group is full: %u members, room for %u."), n, capacity)
              : g_strdup_printf (_ ("The group is nearly full: %u members, room for %u."), n,
                                 capacity));
      muster_finding_add_evidence (finding, "capacity", limit, NULL);
    }
  else if (mark > 0)
    {
      finding = new_group_finding (rollcall, "capacity", MUSTER_SEVERITY_INFO, actions);
      muster_finding_take_text (
          finding, g_strdup_printf (_ ("The group has passed %u members. It may need more keepers "
                                       "and stricter rules now."),
                                    mark));
    }
  else
    return TRUE;

  muster_finding_add_evidence (finding, "members", count,
                               snapshot != NULL ? snapshot->source : NULL);
  muster_finding_sink_take (sink, finding);
  return TRUE;
}
