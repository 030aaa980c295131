/* muster-check-unacknowledged.c - members who have not accepted the rules
 *
 * The newest material edition in force asks (app/rules/muster-outstanding.c).
 * Everybody has the time of a reminder's answer, from the publication or from
 * joining.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-unacknowledged"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-check.h"
#include "muster-edition.h"
#include "muster-outstanding.h"

static const char *const actions[] = { "remind", "exempt", "ignore", NULL };

static char *
dup_label (GPtrArray *editions, const MusterEdition *edition)
{
  return muster_edition_dup_label (edition, editions);
}

/* member -> the finding so far: of several documents one finding a member. */
static void
add (MusterRollcall *rollcall, GHashTable *findings, const MusterRollcallDocument *document,
     const MusterEdition *edition, const MusterAsked *asked)
{
  MusterRoster *roster = muster_rollcall_get_roster (rollcall);
  guint member = (guint) (asked->member - muster_roster_get_member (roster, 0));
  MusterFinding *finding = g_hash_table_lookup (findings, GUINT_TO_POINTER (member + 1));
  g_autofree char *label = dup_label (document->editions, edition);
  g_autofree char *published = muster_day_dup_text (edition->published_on);
  g_autofree char *joined = asked->member->joined_on != MUSTER_DAY_NONE
                                ? muster_day_dup_text (asked->member->joined_on)
                                : NULL;

  if (finding == NULL)
    {
      finding = muster_rollcall_new_member_finding (rollcall, "unacknowledged",
                                                    MUSTER_SEVERITY_NOTICE, member);
      /* TRANSLATORS: the title of a rule text, and the number of its edition */
      muster_finding_take_text (
          finding,
          g_strdup_printf (_ ("Has not acknowledged “%s”, edition %s."), document->title, label));
      muster_finding_set_actions (finding, actions);
      g_hash_table_insert (findings, GUINT_TO_POINTER (member + 1), finding);
    }
  else
    muster_finding_take_text (finding, g_strdup (_ ("Has not acknowledged several rule texts.")));
  muster_finding_add_evidence (finding, "document", document->title, NULL);
  muster_finding_add_evidence (finding, "edition", label, document->title);
  muster_finding_add_evidence (finding, "published", published, document->title);
  if (joined != NULL)
    muster_finding_add_evidence (finding, "joined", joined, NULL);
}

static void
check_document (MusterRollcall *rollcall, const MusterRollcallDocument *document,
                GHashTable *findings)
{
  MusterDay on = muster_rollcall_get_on (rollcall);
  MusterPeriod within =
      muster_policy_get_period (muster_rollcall_get_policy (rollcall), "reply-within");
  const MusterEdition *edition = muster_outstanding_find_edition (document->editions, on);
  g_autoptr (GArray) asked = muster_outstanding_list_asked (
      muster_rollcall_get_roster (rollcall), document->editions, document->acknowledgements, on);

  for (guint i = 0; i < asked->len; i++)
    {
      const MusterAsked *one = &g_array_index (asked, MusterAsked, i);

      if (one->acknowledgement == NULL && muster_day_add_period (one->since, within) < on)
        add (rollcall, findings, document, edition, one);
    }
}

gboolean
muster_check_unacknowledged_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  GPtrArray *documents = muster_rollcall_get_replies (rollcall)->documents;
  guint n = muster_roster_get_n_members (muster_rollcall_get_roster (rollcall));
  g_autoptr (GHashTable) findings = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < documents->len; i++)
    check_document (rollcall, documents->pdata[i], findings);
  for (guint i = 0; g_hash_table_size (findings) > 0 && i < n; i++)
    {
      MusterFinding *finding = g_hash_table_lookup (findings, GUINT_TO_POINTER (i + 1));

      if (finding != NULL)
        muster_finding_sink_take (sink, finding);
    }
  return TRUE;
}
