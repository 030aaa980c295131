/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-rule-draft.h"

G_BEGIN_DECLS

#define MUSTER_RULE_TEXT_ADVISED 500    /* characters of the full text */
#define MUSTER_RULE_WELCOME_ADVISED 100 /* of the welcome form */

/**
 * MusterRuleWarning:
 * @kind: a short stable word: html, link, image, length, welcome-length, number-twice,
 *   number-moved, number-again, bound-gone, violated-gone, drift, no-clauses, many-clauses
 * @line: of the text, from 1; 0 where it is about no line
 * @text: for people, translated
 */
typedef struct
{
  char *kind;
  guint line;
  char *text;
} MusterRuleWarning;

void muster_rule_warning_free (MusterRuleWarning *self);

guint muster_rule_count_characters (const char *markdown);
GPtrArray *muster_rule_warning_list (const MusterRuleDraft *draft) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRuleWarning, muster_rule_warning_free)

G_END_DECLS
