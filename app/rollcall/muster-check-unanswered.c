/* muster-check-unanswered.c - members who have not answered a notice in time
 *
 * Who joined after the sending was not asked.  Read but not done counts where
 * the notice wants that something is done.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-unanswered"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-check.h"

static const char *const actions[] = { "remind", "exempt", "ignore", NULL };

static char *
dup_text (const MusterNotice *notice, const MusterReceipt *receipt)
{
  /* TRANSLATORS: the title of a notice */
  return g_strdup_printf (receipt == NULL ? _ ("Has not answered the notice “%s”.")
                                          : _ ("Has read the notice “%s” but not done it."),
                          notice->title);
}

static void
add_evidence (MusterFinding *finding, const MusterNotice *notice, const MusterReceipt *receipt)
{
  g_autofree char *sent = muster_time_dup_text (notice->sent_at);
  g_autofree char *limit = muster_time_dup_text (muster_notice_get_limit (notice));

  muster_finding_add_evidence (finding, "notice", notice->title, NULL);
  muster_finding_add_evidence (finding, "sent", sent, notice->title);
  muster_finding_add_evidence (finding, "limit", limit, notice->title);
  if (receipt != NULL)
    muster_finding_add_evidence (finding, "receipt", muster_receipt_state_get_key (receipt->state),
                                 receipt->source);
}

/* member -> the finding so far: of several notices one finding a member. */
static void
add (MusterRollcall *rollcall, GHashTable *findings, const MusterNotice *notice,
     const MusterNoticeAnswer *answer)
{
  MusterRoster *roster = muster_rollcall_get_roster (rollcall);
  const MusterRosterMember *found = muster_roster_find_id (roster, &answer->member->id);
  guint member;
  MusterFinding *finding;

  if (found == NULL)
    return;
  member = (guint) (found - muster_roster_get_member (roster, 0));
  finding = g_hash_table_lookup (findings, GUINT_TO_POINTER (member + 1));
  if (finding == NULL)
    {
      finding = muster_rollcall_new_member_finding (rollcall, "unanswered", MUSTER_SEVERITY_NOTICE,
                                                    member);
      muster_finding_take_text (finding, dup_text (notice, answer->receipt));
      muster_finding_set_actions (finding, actions);
      g_hash_table_insert (findings, GUINT_TO_POINTER (member + 1), finding);
    }
  else
    muster_finding_take_text (finding, g_strdup (_ ("Has not answered several notices.")));
  add_evidence (finding, notice, answer->receipt);
}

gboolean
muster_check_unanswered_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  GPtrArray *notices = muster_rollcall_get_replies (rollcall)->notices;
  guint n = muster_roster_get_n_members (muster_rollcall_get_roster (rollcall));
  g_autoptr (GHashTable) findings = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < notices->len; i++)
    {
      const MusterRollcallNotice *notice = notices->pdata[i];

      for (guint j = 0; j < notice->answers->rows->len; j++)
        {
          const MusterNoticeAnswer *answer =
              &g_array_index (notice->answers->rows, MusterNoticeAnswer, j);

          if (answer->is_outstanding)
            add (rollcall, findings, notice->notice, answer);
        }
    }
  for (guint i = 0; g_hash_table_size (findings) > 0 && i < n; i++)
    {
      MusterFinding *finding = g_hash_table_lookup (findings, GUINT_TO_POINTER (i + 1));

      if (finding != NULL)
        muster_finding_sink_take (sink, finding);
    }
  return TRUE;
}
