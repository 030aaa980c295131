/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-command-store.h"
#include "muster-rule-draft.h"

G_BEGIN_DECLS

/**
 * MusterRulesTarget:
 * @documents: (element-type MusterDocument): of the group
 * @named: (nullable): what --document says
 * @draft: (nullable): of the document; %NULL until muster_rules_target_find()
 *
 * A group's rule texts, for a verb; all is owned but @db.
 */
typedef struct
{
  MusterStore *store;
  MusterDatabase *db;
  MusterGroup *group;
  MusterDay today;
  GPtrArray *documents;
  char *named;
  MusterRuleDraft *draft;
} MusterRulesTarget;

gboolean muster_rules_target_parse (MusterCommandContext *context, const MusterCommand *command,
                                    const GOptionEntry *own, int *argc, char ***argv,
                                    MusterRulesTarget *out_target, int *out_status);
void muster_rules_target_clear (MusterRulesTarget *self);

const MusterDocument *muster_rules_target_find_title (MusterRulesTarget *self, const char *title);
gboolean
muster_rules_target_find (MusterCommandContext *context, MusterRulesTarget *self, int *out_status);
gboolean muster_rules_target_load (MusterCommandContext *context, MusterRulesTarget *self,
                                   const MusterId *document, int *out_status);
const MusterEdition *
muster_rules_target_find_edition (MusterCommandContext *context, MusterRulesTarget *self,
                                  const char *label, int *out_status);
const MusterClause *
muster_rules_target_find_clause (MusterCommandContext *context, MusterRulesTarget *self,
                                 const char *number, int *out_status);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterRulesTarget, muster_rules_target_clear)

G_END_DECLS
