/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-rule-draft.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_RULE_EDITOR (muster_rule_editor_get_type ())
G_DECLARE_FINAL_TYPE (MusterRuleEditor, muster_rule_editor, MUSTER, RULE_EDITOR, AdwBin)

void
muster_rule_editor_take (MusterRuleEditor *self, MusterContext *context, MusterRuleDraft *draft);
const MusterRuleDraft *muster_rule_editor_get_draft (MusterRuleEditor *self);
void muster_rule_editor_save (MusterRuleEditor *self);

G_END_DECLS
