/* muster-check-stranger.c - who is in the group and not on the roster
 *
 * In the newest member list, or writing in the records after it.  A sender who
 * resembles a member is not called a stranger but left to "unmatched".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-stranger"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-check.h"

static const char *const actions[] = { "add", "link", "remove", "ignore", NULL };

static void
emit_entry (MusterRollcall *rollcall, MusterFindingSink *sink, const MusterSnapshotEntry *entry,
            guint former)
{
  MusterSnapshot *snapshot = muster_rollcall_get_snapshot (rollcall);
  const char *shown = entry->nickname != NULL ? entry->nickname : entry->display_name;
  g_autofree char *day = muster_day_dup_text (snapshot->taken_on);
  MusterFinding *finding;

  if (former != MUSTER_ROLLCALL_NOBODY)
    {
      const MusterRosterMember *member =
          muster_roster_get_member (muster_rollcall_get_roster (rollcall), former);

      finding = muster_rollcall_new_member_finding (rollcall, "stranger", MUSTER_SEVERITY_WARNING,
                                                    former);
      muster_finding_take_text (finding,
                                g_strdup_printf (_ ("In the group although the roster says: %s."),
                                                 muster_standing_get_title (member->standing)));
    }
  else
    {
      finding = muster_finding_new ("stranger", MUSTER_SEVERITY_WARNING);
      muster_finding_set_subject (finding, "sender",
                                  entry->identifier != NULL ? entry->identifier
                                  : shown != NULL           ? shown
                                                            : "",
                                  NULL, shown);
      muster_finding_take_text (finding, g_strdup (_ ("In the group, but not on the roster.")));
    }
  muster_finding_add_evidence (finding, "snapshot", day, snapshot->source);
  muster_finding_add_evidence (finding, "account", entry->identifier, snapshot->source);
  muster_finding_set_actions (finding, actions);
  muster_finding_sink_take (sink, finding);
}

static void
run_snapshot (MusterRollcall *rollcall, MusterFindingSink *sink, GHashTable *seen)
{
  MusterSnapshot *snapshot = muster_rollcall_get_snapshot (rollcall);

  for (guint i = 0; snapshot != NULL && i < snapshot->entries->len; i++)
    {
      const MusterSnapshotEntry *entry = snapshot->entries->pdata[i];
      guint member = muster_rollcall_get_entry_member (rollcall, i);

      if (entry->identifier != NULL)
        g_hash_table_add (seen, entry->identifier);
      if (entry->nickname != NULL)
        g_hash_table_add (seen, entry->nickname);
      if (entry->display_name != NULL)
        g_hash_table_add (seen, entry->display_name);
      if (muster_rollcall_is_entry_ambiguous (rollcall, i))
        continue;
      if (member == MUSTER_ROLLCALL_NOBODY ||
          !muster_roster_member_is_current (
              muster_roster_get_member (muster_rollcall_get_roster (rollcall), member)))
        emit_entry (rollcall, sink, entry, member);
    }
}

static void
emit_sender (MusterRollcall *rollcall, MusterFindingSink *sink, const MusterSender *sender)
{
  MusterFinding *finding = muster_finding_new ("stranger", MUSTER_SEVERITY_WARNING);
  g_autofree char *last = muster_time_dup_text (sender->last_at);
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, sender->count);

  muster_finding_set_subject (finding, "sender", sender->sender, NULL, sender->name);
  muster_finding_take_text (finding,
                            g_strdup (_ ("Writes in the group, but is not on the roster.")));
  muster_finding_add_evidence (
      finding, "last-message", last,
      muster_rollcall_get_source (rollcall, muster_day_from_seconds (sender->last_at)));
  muster_finding_add_evidence (finding, "messages", count, NULL);
  muster_finding_add_evidence (finding, "account", sender->identifier, NULL);
  muster_finding_set_actions (finding, actions);
  muster_finding_sink_take (sink, finding);
}

/* Whoever wrote only before the newest list and is not in it has left since. */
static gboolean
has_left_since (MusterRollcall *rollcall, const MusterSender *sender)
{
  MusterSnapshot *snapshot = muster_rollcall_get_snapshot (rollcall);

  return snapshot != NULL && muster_day_from_seconds (sender->last_at) <= snapshot->taken_on;
}

static gboolean
resembles_member (MusterRollcall *rollcall, const MusterSender *sender)
{
  g_autoptr (GArray) guesses = NULL;

  if (sender->name == NULL)
    return FALSE;

  guesses = muster_identity_guess (muster_rollcall_get_identity (rollcall), sender->name, 1);
  return guesses->len > 0;
}

gboolean
muster_check_stranger_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  GPtrArray *senders = muster_rollcall_get_senders (rollcall);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  run_snapshot (rollcall, sink, seen);
  for (guint i = 0; i < senders->len; i++)
    {
      const MusterSender *sender = senders->pdata[i];
      gboolean listed =
          (sender->identifier != NULL && g_hash_table_contains (seen, sender->identifier)) ||
          (sender->name != NULL && g_hash_table_contains (seen, sender->name));

      if (muster_rollcall_is_sender_unmatched (rollcall, i) && !listed &&
          !has_left_since (rollcall, sender) && !resembles_member (rollcall, sender))
        emit_sender (rollcall, sink, sender);
    }

  return TRUE;
}
