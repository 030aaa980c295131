/* muster-violation-finding.c - a violation that the keeper makes of a finding
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-finding"

#include "config.h"

#include <string.h>

#include "muster-violation-clause.h"
#include "muster-violation-finding.h"

/* What says of which clause it is, the violation itself says. */
static gboolean
is_ground (const MusterEvidence *evidence)
{
  return strcmp (evidence->fact, "clause") != 0 && evidence->value != NULL &&
         *evidence->value != '\0';
}

/**
 * muster_violation_take_finding:
 * @violation: gets the finding's sentence, unless it has one, and which finding it was
 * @finding: about a member
 *
 * Returns: (transfer full) (element-type MusterExhibit): the finding's evidence
 */
GPtrArray *
muster_violation_take_finding (MusterViolation *violation, MusterFinding *finding)
{
  GPtrArray *exhibits = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_exhibit_free);
  GPtrArray *evidence = muster_finding_get_evidence (finding);
  g_autofree char *subject = muster_finding_dup_key (finding);

  if (violation->summary == NULL)
    violation->summary = g_strdup (muster_finding_get_text (finding));
  g_free (violation->finding);
  violation->finding = g_strdup_printf ("%s %s", muster_finding_get_check (finding), subject);
  for (guint i = 0; i < evidence->len; i++)
    {
      const MusterEvidence *piece = evidence->pdata[i];
      g_autofree char *text = NULL;

      if (!is_ground (piece))
        continue;
      text = g_strdup_printf ("%s: %s", piece->fact, piece->value);
      g_ptr_array_add (exhibits, muster_exhibit_new (MUSTER_EXHIBIT_TEXT, text, piece->source));
    }
  return exhibits;
}

/**
 * muster_violation_find_ground:
 * @violation: with its group and when it happened; gets document and clause
 *
 * The clause that is bound to the finding's check, else the one that its evidence names.
 */
gboolean
muster_violation_find_ground (MusterDatabase *db, MusterViolation *violation,
                              MusterFinding *finding, GError **error)
{
  const char *number = muster_finding_find_evidence (finding, "clause");
  g_autoptr (GError) local_error = NULL;

  if (muster_violation_find_bound (db, violation, muster_finding_get_check (finding),
                                   &local_error) ||
      (number != NULL && muster_violation_find_clause (db, violation, number, NULL, NULL)))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
