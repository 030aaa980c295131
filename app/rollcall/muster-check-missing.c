/* muster-check-missing.c - who must be in the group and is not
 *
 * Required members, or all of them if the policy says so, whom the newest
 * member list does not name.  Without a list nothing is said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-missing"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-check.h"

static const char *const actions[] = { "remind", "exempt", "remove", "ignore", NULL };

static gboolean
is_expected (MusterRollcall *rollcall, const MusterRosterMember *member, MusterDay taken_on)
{
  const char *required = muster_policy_get (muster_rollcall_get_policy (rollcall), "required");

  return muster_roster_member_is_current (member) && !member->deceased &&
         (member->required || strcmp (required, "all") == 0) &&
         (member->joined_on == MUSTER_DAY_NONE || member->joined_on <= taken_on);
}

/* An entry that may be several members is asked, not guessed: none of them is said to be missing.
 */
static void
mark_possible (MusterRollcall *rollcall, const MusterSnapshotEntry *entry, gboolean *possible)
{
  MusterRoster *roster = muster_rollcall_get_roster (rollcall);
  const char *shown = entry->nickname != NULL ? entry->nickname : entry->display_name;
  g_autoptr (GArray) guesses = NULL;

  if (shown == NULL)
    return;

  guesses = muster_identity_guess (muster_rollcall_get_identity (rollcall), shown,
                                   muster_roster_get_n_members (roster));
  for (guint i = 0; i < guesses->len; i++)
    possible[g_array_index (guesses, guint, i)] = TRUE;
}

gboolean
muster_check_missing_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  MusterSnapshot *snapshot = muster_rollcall_get_snapshot (rollcall);
  MusterRoster *roster = muster_rollcall_get_roster (rollcall);
  g_autofree gboolean *possible = NULL;
  g_autofree char *day = NULL;

  if (snapshot == NULL)
    return TRUE;

  day = muster_day_dup_text (snapshot->taken_on);
  possible = g_new0 (gboolean, MAX (muster_roster_get_n_members (roster), 1));
  for (guint i = 0; i < snapshot->entries->len; i++)
    if (muster_rollcall_is_entry_ambiguous (rollcall, i))
      mark_possible (rollcall, snapshot->entries->pdata[i], possible);

  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);
      MusterFinding *finding;

      if (muster_rollcall_is_listed (rollcall, i) || possible[i] ||
          !is_expected (rollcall, member, snapshot->taken_on))
        continue;
      finding =
          muster_rollcall_new_member_finding (rollcall, "missing", MUSTER_SEVERITY_WARNING, i);
      muster_finding_take_text (finding, g_strdup (_ ("On the roster, but not in the group.")));
      muster_finding_add_evidence (finding, "snapshot", day, snapshot->source);
      muster_finding_add_evidence (finding, "required", member->required ? "member" : "all", NULL);
      muster_finding_set_actions (finding, actions);
      muster_finding_sink_take (sink, finding);
    }

  return TRUE;
}
