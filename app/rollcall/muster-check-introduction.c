/* muster-check-introduction.c - newcomers who have not said who they are
 *
 * Only of joinings that the records cover: who joined before them may well
 * have said it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-introduction"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-check.h"
#include "muster-date-text.h"

static const char *const actions[] = { "remind", "mark-seen", "exempt", "ignore", NULL };

static MusterDay
get_first_covered (MusterRollcall *rollcall)
{
  GPtrArray *coverage = muster_rollcall_get_coverage (rollcall);

  return coverage->len > 0 ? ((const MusterCoverageRange *) coverage->pdata[0])->from
                           : MUSTER_DAY_NONE;
}

/* More than the allowed hours have passed, whatever the hour of the joining. */
static gboolean
is_due (MusterRollcall *rollcall, const MusterRosterMember *member)
{
  gint64 hours =
      muster_policy_get_number (muster_rollcall_get_policy (rollcall), "introduction-after");
  MusterDay first = get_first_covered (rollcall);
  MusterDay as_of = muster_rollcall_get_as_of (rollcall);

  return first != MUSTER_DAY_NONE && member->joined_on != MUSTER_DAY_NONE &&
         member->joined_on >= first && (gint64) (as_of - member->joined_on) * 24 > hours;
}

gboolean
muster_check_introduction_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  MusterRoster *roster = muster_rollcall_get_roster (rollcall);
  gint64 letters =
      muster_policy_get_number (muster_rollcall_get_policy (rollcall), "introduction-letters");
  g_autofree char *coverage = muster_rollcall_dup_coverage_text (rollcall);

  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);
      g_autofree char *joined = NULL;
      g_autofree char *date = NULL;
      MusterFinding *finding;

      if (member->standing != MUSTER_STANDING_ACTIVE || member->introduced_on != MUSTER_DAY_NONE ||
          !is_due (rollcall, member) ||
          (gint64) muster_rollcall_get_longest_message (rollcall, i) >= letters)
        continue;

      joined = muster_day_dup_text (member->joined_on);
      date = muster_date_text_dup (member->joined_on);
      finding =
          muster_rollcall_new_member_finding (rollcall, "introduction", MUSTER_SEVERITY_NOTICE, i);
      /* TRANSLATORS: a date */
      muster_finding_take_text (
          finding, g_strdup_printf (_ ("Joined on %s and has not introduced themselves."), date));
      muster_finding_add_evidence (finding, "joined", joined, NULL);
      muster_finding_add_evidence (finding, "coverage", coverage,
                                   muster_rollcall_get_source (rollcall, member->joined_on));
      muster_finding_set_actions (finding, actions);
      muster_finding_sink_take (sink, finding);
    }

  return TRUE;
}
