/* muster-check-nickname.c - nicknames against the group's template
 *
 * Emits "nickname" (near, wrong and nothing to judge) and "mismatch" (well
 * formed, but another person's name).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-nickname"

#include "config.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "muster-check.h"
#include "muster-group-naming.h"

static const char *const actions[] = { "remind", "rename", "exempt", "ignore", NULL };

static void
add_evidence (MusterRollcall *rollcall, MusterFinding *finding, const MusterRosterMember *member,
              const char *nickname)
{
  MusterSnapshot *snapshot = muster_rollcall_get_snapshot (rollcall);
  g_autofree char *seen = NULL;

  muster_finding_add_evidence (finding, member->nickname != NULL ? "nickname" : "display-name",
                               nickname != NULL ? nickname : "", NULL);
  muster_finding_add_evidence (finding, "roster-name", muster_roster_member_get_name (member),
                               NULL);
  if (snapshot != NULL)
    {
      seen = muster_day_dup_text (snapshot->taken_on);
      muster_finding_add_evidence (finding, "snapshot", seen, snapshot->source);
    }
}

static MusterSeverity
get_severity (MusterNamingVerdict verdict)
{
  return verdict == MUSTER_NAMING_WRONG || verdict == MUSTER_NAMING_MISMATCH
             ? MUSTER_SEVERITY_WARNING
             : MUSTER_SEVERITY_NOTICE;
}

static void
emit (MusterRollcall *rollcall, MusterFindingSink *sink, guint i, const char *nickname,
      MusterNamingResult *result)
{
  const MusterRosterMember *member =
      muster_roster_get_member (muster_rollcall_get_roster (rollcall), i);
  gboolean mismatch = result->verdict == MUSTER_NAMING_MISMATCH;
  MusterFinding *finding = muster_rollcall_new_member_finding (
      rollcall, mismatch ? "mismatch" : "nickname", get_severity (result->verdict), i);

  muster_finding_take_text (finding, g_strdup (result->text));
  muster_finding_set_naming (finding, muster_naming_verdict_get_id (result->verdict),
                             (const char *const *) result->reasons, result->suggestion);
  add_evidence (rollcall, finding, member, nickname);
  muster_finding_add_evidence (finding, "template",
                               muster_policy_get (muster_rollcall_get_policy (rollcall), "naming"),
                               NULL);
  muster_finding_set_actions (finding, actions);
  muster_finding_sink_take (sink, finding);
}

/* Whether nicknames of the group are known at all, without a member list. */
static gboolean
has_nicknames (MusterRoster *roster)
{
  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);

      if (muster_roster_member_is_current (member) &&
          muster_roster_get_shown_nickname (roster, member) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Who is in the group as far as is known: who stands in the newest list, or was seen with the
 * nickname since; without a list everybody, unless no nickname was ever taken down. */
static gboolean
is_judged (MusterRollcall *rollcall, guint i, const MusterRosterMember *member, gboolean known)
{
  MusterSnapshot *snapshot = muster_rollcall_get_snapshot (rollcall);

  if (!muster_roster_member_is_current (member))
    return FALSE;
  if (snapshot == NULL)
    return known || member->n_accounts > 0;
  return muster_rollcall_is_listed (rollcall, i) ||
         (member->nickname != NULL && member->nickname_from > snapshot->taken_on);
}

/* A telephone is what is shown of somebody in no address book, and no name. */
static gboolean
is_name (const char *text)
{
  return text != NULL && text[strspn (text, "+0123456789 -()")] != '\0';
}

/* By member, for those without nickname: the account's own name as the newest list shows it, else
 * the name in the records.  WhatsApp's records have the names of the keeper's address book. */
static const char **
collect_display_names (MusterRollcall *rollcall, guint n_members)
{
  MusterSnapshot *snapshot = muster_rollcall_get_snapshot (rollcall);
  const char *platform = muster_group_get_platform (muster_rollcall_get_group (rollcall));
  const char **names = g_new0 (const char *, MAX (n_members, 1));

  for (guint i = 0; i < n_members && strcmp (platform, "whatsapp") != 0; i++)
    if (is_name (muster_rollcall_get_sender_name (rollcall, i)))
      names[i] = muster_rollcall_get_sender_name (rollcall, i);
  for (guint i = 0; snapshot != NULL && i < snapshot->entries->len; i++)
    {
      const char *name = ((const MusterSnapshotEntry *) snapshot->entries->pdata[i])->display_name;
      guint member = muster_rollcall_get_entry_member (rollcall, i);

      if (member != MUSTER_ROLLCALL_NOBODY && is_name (name))
        names[member] = name;
    }
  return names;
}

gboolean
muster_check_nickname_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  MusterRoster *roster = muster_rollcall_get_roster (rollcall);
  gboolean known = has_nicknames (roster);
  g_autofree const char **names = NULL;
  g_autoptr (MusterGroupNaming) naming = NULL;

  if (*muster_policy_get (muster_rollcall_get_policy (rollcall), "naming") == '\0')
    return TRUE;
  naming = muster_group_naming_new (muster_rollcall_get_policy (rollcall), error);
  if (naming == NULL)
    return FALSE;

  names = collect_display_names (rollcall, muster_roster_get_n_members (roster));
  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);
      const char *nickname = muster_roster_get_shown_nickname (roster, member);
      g_autoptr (MusterNamingResult) result = NULL;

      if (nickname == NULL)
        nickname = names[i];
      if (!is_judged (rollcall, i, member, known || nickname != NULL))
        continue;
      result = muster_group_naming_check (naming, nickname, member);
      if (result->verdict != MUSTER_NAMING_EXACT)
        emit (rollcall, sink, i, nickname, result);
    }

  return TRUE;
}
