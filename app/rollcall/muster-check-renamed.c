/* muster-check-renamed.c - the group or a member has another name than before
 *
 * Compares the last two member lists.  Where they have no accounts, a leaver
 * and a joiner whose names are near are proposed as one person, and asked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-renamed"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-check.h"

static const char *
get_shown (const MusterSnapshotEntry *entry)
{
  return entry->nickname != NULL ? entry->nickname : entry->display_name;
}

static void
add_days (MusterFinding *finding, MusterSnapshot *before, MusterSnapshot *now)
{
  g_autofree char *from = muster_day_dup_text (before->taken_on);
  g_autofree char *to = muster_day_dup_text (now->taken_on);

  muster_finding_add_evidence (finding, "snapshot-before", from, before->source);
  muster_finding_add_evidence (finding, "snapshot", to, now->source);
}

static void
run_group (MusterRollcall *rollcall, MusterFindingSink *sink)
{
  static const char *const actions[] = { "rename", "ignore", NULL };
  MusterGroup *group = muster_rollcall_get_group (rollcall);
  MusterSnapshot *now = muster_rollcall_get_snapshot (rollcall);
  MusterSnapshot *before = muster_rollcall_get_snapshot_before (rollcall);
  const char *old = before != NULL && before->group_name != NULL ? before->group_name
                                                                 : muster_group_get_name (group);
  char id[MUSTER_ID_TEXT_SIZE];
  MusterFinding *finding;

  if (now == NULL || now->group_name == NULL || g_str_equal (now->group_name, old) ||
      g_str_equal (now->group_name, muster_group_get_name (group)))
    return; /* the last: the keeper has taken the new name */

  muster_id_format (muster_group_get_id (group), id);
  finding =
      muster_finding_new ("renamed", muster_group_get_name_locked (group) ? MUSTER_SEVERITY_WARNING
                                                                          : MUSTER_SEVERITY_INFO);
  muster_finding_set_subject (finding, "group", id, muster_group_get_name (group), NULL);
  /* TRANSLATORS: two names of a group */
  muster_finding_take_text (finding, g_strdup_printf (_ ("The group was called “%s” and is called "
                                                         "“%s” now."),
                                                      old, now->group_name));
  muster_finding_add_evidence (finding, "name-before", old, NULL);
  muster_finding_add_evidence (finding, "name", now->group_name, now->source);
  muster_finding_set_actions (finding, actions);
  muster_finding_sink_take (sink, finding);
}

static void
emit_member (MusterRollcall *rollcall, MusterFindingSink *sink, guint member, const char *old,
             const char *new, gboolean asked)
{
  static const char *const known[] = { "ignore", NULL };
  static const char *const proposed[] = { "rename", "ignore", NULL };
  MusterFinding *finding = muster_rollcall_new_member_finding (
      rollcall, "renamed", asked ? MUSTER_SEVERITY_NOTICE : MUSTER_SEVERITY_INFO, member);

  muster_finding_take_text (
      finding,
      asked
          /* TRANSLATORS: two nicknames */
          ? g_strdup_printf (_ ("“%s” is gone and “%s” has come: probably the same person under "
                                "another nickname."),
                             old, new)
          /* TRANSLATORS: two nicknames */
          : g_strdup_printf (_ ("The nickname was “%s” and is “%s” now."), old, new));
  muster_finding_add_evidence (finding, "nickname-before", old, NULL);
  muster_finding_add_evidence (finding, "nickname", new, NULL);
  add_days (finding, muster_rollcall_get_snapshot_before (rollcall),
            muster_rollcall_get_snapshot (rollcall));
  muster_finding_set_actions (finding, asked ? proposed : known);
  if (asked)
    muster_finding_set_naming (finding, NULL, NULL, new); /* taking it settles who has come */
  muster_finding_sink_take (sink, finding);
}

/* A newcomer of the list who is nobody on the roster, near a member who is gone from it. */
static void
propose (MusterRollcall *rollcall, MusterFindingSink *sink, guint member, const char *old)
{
  MusterSnapshot *now = muster_rollcall_get_snapshot (rollcall);
  const char *name = muster_roster_member_get_name (
      muster_roster_get_member (muster_rollcall_get_roster (rollcall), member));

  for (guint i = 0; i < now->entries->len; i++)
    {
      const char *shown = get_shown (now->entries->pdata[i]);

      if (muster_rollcall_get_entry_member (rollcall, i) != MUSTER_ROLLCALL_NOBODY || shown == NULL)
        continue;
      if (muster_identity_resembles (shown, old) || muster_identity_resembles (shown, name))
        {
          emit_member (rollcall, sink, member, old, shown, TRUE);
          return;
        }
    }
}

gboolean
muster_check_renamed_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  MusterSnapshot *now = muster_rollcall_get_snapshot (rollcall);
  MusterSnapshot *before = muster_rollcall_get_snapshot_before (rollcall);
  guint n = muster_roster_get_n_members (muster_rollcall_get_roster (rollcall));
  g_autofree const char **shown_now = NULL;

  run_group (rollcall, sink);
  if (now == NULL || before == NULL)
    return TRUE;

  shown_now = g_new0 (const char *, n + 1);
  for (guint i = 0; i < now->entries->len; i++)
    if (muster_rollcall_get_entry_member (rollcall, i) != MUSTER_ROLLCALL_NOBODY)
      shown_now[muster_rollcall_get_entry_member (rollcall, i)] =
          get_shown (now->entries->pdata[i]);

  for (guint i = 0; i < before->entries->len; i++)
    {
      guint member = muster_rollcall_get_entry_member_before (rollcall, i);
      const char *old = get_shown (before->entries->pdata[i]);

      if (member == MUSTER_ROLLCALL_NOBODY || old == NULL)
        continue;
      if (shown_now[member] == NULL)
        propose (rollcall, sink, member, old);
      else if (!g_str_equal (shown_now[member], old))
        emit_member (rollcall, sink, member, old, shown_now[member], FALSE);
    }

  return TRUE;
}
