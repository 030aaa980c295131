/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-binding-table.h"
#include "muster-edition.h"
#include "muster-policy.h"
#include "muster-rule-value.h"

G_BEGIN_DECLS

/**
 * MusterBindingState:
 * @MUSTER_BINDING_AGREES: the clause says what the program does
 * @MUSTER_BINDING_DRIFTS: it says something else
 * @MUSTER_BINDING_FREE: it names no value
 * @MUSTER_BINDING_LOST: the clause is gone
 *
 * "agrees", "drifts", "free" and "lost" in JSON.
 */
typedef enum
{
  MUSTER_BINDING_AGREES,
  MUSTER_BINDING_DRIFTS,
  MUSTER_BINDING_FREE,
  MUSTER_BINDING_LOST,
} MusterBindingState;

/**
 * MusterBoundValue:
 * @binding: (unowned): what is bound
 * @clause: (unowned) (nullable): %NULL of a lost one
 * @found: (owned) (nullable): where the clause's text names the value
 * @clause_value: (owned) (nullable): what the clause says, as the policy writes it; of fines those
 *   of the text, with commas
 * @policy_value: (owned) (nullable): what the program does
 *
 * A binding, and whether clause and program say the same.
 */
typedef struct
{
  const MusterBinding *binding;
  const MusterClause *clause;
  MusterRuleForm form;
  MusterBindingState state;
  MusterRuleValue *found;
  char *clause_value;
  char *policy_value;
} MusterBoundValue;

void muster_bound_value_free (MusterBoundValue *self);
const char *muster_binding_state_get_key (MusterBindingState state);
char *muster_bound_value_dup_title (const MusterBoundValue *self) G_GNUC_WARN_UNUSED_RESULT;
char *muster_bound_value_dup_clause_title (const MusterBoundValue *self) G_GNUC_WARN_UNUSED_RESULT;
char *muster_bound_value_dup_policy_title (const MusterBoundValue *self) G_GNUC_WARN_UNUSED_RESULT;
char *muster_bound_value_dup_sentence (const MusterBoundValue *self) G_GNUC_WARN_UNUSED_RESULT;
char *muster_bound_value_dup_policy_taken (const MusterBoundValue *self) G_GNUC_WARN_UNUSED_RESULT;
char *muster_bound_value_dup_text_taken (const MusterBoundValue *self) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *muster_bound_value_list (GPtrArray *bindings, GPtrArray *clauses,
                                    MusterPolicy *policy) G_GNUC_WARN_UNUSED_RESULT;
const MusterBoundValue *muster_bound_value_find_drift (GPtrArray *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterBoundValue, muster_bound_value_free)

G_END_DECLS
