/* muster-check-absence.c - members who stay away from events
 *
 * Only what was written down counts: who was not recorded was not absent.
 * Off until the policy says how often is too often.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-absence"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-attendance-share.h"
#include "muster-check.h"

#define LEAST_RECORDED 3 /* times, before a share says anything */

static const char *const actions[] = { "remind", "exempt", "ignore", NULL };

static char *
dup_row_text (const MusterAttendanceShare *share)
{
  guint n = share->absences->len;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Was absent the last time.",
                                       "Was absent the last %u times.", n),
                          n);
}

/* Why the member is a finding; NULL if they are none. */
static char *
dup_text (MusterPolicy *policy, const MusterAttendanceShare *share)
{
  gint64 times = muster_policy_get_number (policy, "absent-times");
  gint64 below = muster_policy_get_number (policy, "attendance-below");
  int percent = muster_attendance_share_get_percent (share);
  guint n = share->n_present + share->n_absent;

  if (times > 0 && share->absences->len >= times)
    return dup_row_text (share);
  if (below > 0 && n >= LEAST_RECORDED && percent < below)
    return g_strdup_printf (_ ("Came to %u of %u recorded events: %d %%."), share->n_present, n,
                            percent);
  return NULL;
}

static void
add_evidence (MusterRollcall *rollcall, MusterFinding *finding, const MusterAttendanceShare *share)
{
  GHashTable *titles = muster_rollcall_get_calendar (rollcall)->titles;
  g_autofree char *attendance =
      g_strdup_printf ("%u/%u", share->n_present, share->n_present + share->n_absent);

  for (guint i = 0; i < share->absences->len; i++)
    {
      const MusterAttendance *absence = share->absences->pdata[i];
      g_autofree char *day = muster_day_dup_text (muster_day_from_seconds (absence->original_at));

      muster_finding_add_evidence (finding, "absent", day,
                                   g_hash_table_lookup (titles, &absence->event));
    }
  muster_finding_add_evidence (finding, "attendance-share", attendance, NULL);
}

gboolean
muster_check_absence_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  GHashTable *shares = muster_rollcall_get_calendar (rollcall)->shares;
  MusterRoster *roster = muster_rollcall_get_roster (rollcall);

  for (guint i = 0; shares != NULL && i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);
      const MusterAttendanceShare *share;
      char id[MUSTER_ID_TEXT_SIZE];
      g_autofree char *text = NULL;
      MusterFinding *finding;

      muster_id_format (&member->id, id);
      share = g_hash_table_lookup (shares, id);
      if (share == NULL || member->standing != MUSTER_STANDING_ACTIVE || member->deceased)
        continue;
      text = dup_text (muster_rollcall_get_policy (rollcall), share);
      if (text == NULL)
        continue;

      finding = muster_rollcall_new_member_finding (rollcall, "absence", MUSTER_SEVERITY_NOTICE, i);
      muster_finding_take_text (finding, g_steal_pointer (&text));
      add_evidence (rollcall, finding, share);
      muster_finding_set_actions (finding, actions);
      muster_finding_sink_take (sink, finding);
    }

  return TRUE;
}
