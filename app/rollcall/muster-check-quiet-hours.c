/* muster-check-quiet-hours.c - members who wrote while the group is to be left in peace
 *
 * Looks at the last seven covered days, and only in groups that have set quiet
 * hours themselves: the program's own are a guard for the keeper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-quiet-hours"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-check.h"
#include "muster-message-hours.h"

static const char *const actions[] = { "remind", "ignore", NULL };

/* sender -> what they wrote in the quiet hours */
static GHashTable *
index_night (GPtrArray *night)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < night->len; i++)
    {
      MusterMessageHours *hours = night->pdata[i];

      g_hash_table_insert (index, hours->sender, hours);
    }
  return index;
}

static MusterFinding *
new_finding (MusterRollcall *rollcall, guint member, guint count, gint64 last_at)
{
  MusterFinding *finding =
      muster_rollcall_new_member_finding (rollcall, "quiet-hours", MUSTER_SEVERITY_NOTICE, member);
  const char *hours = muster_policy_get (muster_rollcall_get_policy (rollcall), "quiet-hours");
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *last = muster_time_dup_text (last_at);

  muster_finding_take_text (
      finding,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Wrote %u message in the quiet hours (%s).",
                                    "Wrote %u messages in the quiet hours (%s).", count),
                       count, hours));
  muster_finding_add_evidence (finding, "count", number, NULL);
  muster_finding_add_evidence (finding, "last-message", last, NULL);
  muster_finding_add_evidence (finding, "quiet-hours", hours, NULL);
  muster_finding_set_actions (finding, actions);
  return finding;
}

gboolean
muster_check_quiet_hours_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  GPtrArray *night = muster_rollcall_get_replies (rollcall)->night;
  GPtrArray *senders = muster_rollcall_get_senders (rollcall);
  guint n = muster_roster_get_n_members (muster_rollcall_get_roster (rollcall));
  g_autoptr (GHashTable) index = NULL;
  g_autofree guint *counts = g_new0 (guint, MAX (n, 1));
  g_autofree gint64 *last = g_new0 (gint64, MAX (n, 1));

  if (night == NULL || night->len == 0)
    return TRUE;

  index = index_night (night);
  for (guint i = 0; i < senders->len; i++)
    {
      const MusterSender *sender = senders->pdata[i];
      const MusterMessageHours *hours = g_hash_table_lookup (index, sender->sender);
      guint member = muster_rollcall_get_sender_member (rollcall, i);

      if (hours == NULL || member == MUSTER_ROLLCALL_NOBODY)
        continue;
      counts[member] += hours->count;
      last[member] = MAX (last[member], hours->last_at);
    }
  for (guint i = 0; i < n; i++)
    if (counts[i] > 0)
      muster_finding_sink_take (sink, new_finding (rollcall, i, counts[i], last[i]));

  return TRUE;
}
