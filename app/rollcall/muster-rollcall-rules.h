/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-bound-value.h"
#include "muster-document.h"

G_BEGIN_DECLS

/**
 * MusterRulesInForce:
 * @document: one in use
 * @edition: in force on the day
 * @label: what people call the edition
 * @clauses: (element-type MusterClause): of the edition
 * @values: (element-type MusterBoundValue): its bindings, against the policy of the day
 *
 * A rule text as it stood on the day of a roll call; all is owned.
 */
typedef struct
{
  MusterDocument *document;
  MusterEdition *edition;
  char *label;
  GPtrArray *clauses;
  GPtrArray *bindings;
  GPtrArray *values;
} MusterRulesInForce;

GPtrArray *muster_rollcall_rules_read (MusterDatabase *db, const MusterId *group,
                                       MusterPolicy *policy, MusterDay on, GError **error);
char *muster_rules_in_force_dup_source (const MusterRulesInForce *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
