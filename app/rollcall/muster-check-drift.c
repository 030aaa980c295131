/* muster-check-drift.c - clauses that say something else than the program does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-check-drift"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-check.h"

static const char *const actions[] = { "ignore", NULL };

/* One finding a clause and setting. */
static MusterFinding *
new_finding (const MusterRulesInForce *rules, const MusterBoundValue *value)
{
  MusterFinding *finding = muster_finding_new ("drift", MUSTER_SEVERITY_WARNING);
  g_autofree char *source = muster_rules_in_force_dup_source (rules);
  g_autofree char *document = muster_id_dup_text (&rules->document->id);
  g_autofree char *clause = muster_id_dup_text (&value->clause->id);
  g_autofree char *id = g_strconcat (document, ":", clause, ":", value->binding->key, NULL);
  g_autofree char *name =
      g_strdup_printf (_ ("%s, clause %s"), rules->document->title, value->clause->number);
  g_autofree char *said = muster_bound_value_dup_clause_title (value);
  g_autofree char *done = muster_bound_value_dup_policy_title (value);

  muster_finding_set_subject (finding, "document", id, name, NULL);
  muster_finding_take_text (finding, muster_bound_value_dup_sentence (value));
  muster_finding_add_evidence (finding, "clause", value->clause->number, source);
  muster_finding_add_evidence (finding, "clause-value", said, source);
  muster_finding_add_evidence (finding, "policy-value", done, value->binding->key);
  muster_finding_set_actions (finding, actions);
  return finding;
}

gboolean
muster_check_drift_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error)
{
  GPtrArray *all = muster_rollcall_get_rules (rollcall);

  for (guint i = 0; i < all->len; i++)
    {
      const MusterRulesInForce *rules = all->pdata[i];

      for (guint j = 0; j < rules->values->len; j++)
        {
          const MusterBoundValue *value = rules->values->pdata[j];

          if (value->state == MUSTER_BINDING_DRIFTS)
            muster_finding_sink_take (sink, new_finding (rules, value));
        }
    }
  return TRUE;
}
