/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-day.h"

G_BEGIN_DECLS

/**
 * MusterRuleTemplate:
 * @id: stable: in the store and on the command line
 * @summary: what its rules are, in one line
 * @text: Markdown
 * @welcome: the short form for newcomers
 *
 * A rule text to begin from, in the language that was asked for.
 */
typedef struct
{
  char *id;
  char *title;
  char *summary;
  char *text;
  char *welcome;
} MusterRuleTemplate;

void muster_rule_template_free (MusterRuleTemplate *self);

GPtrArray *muster_rule_template_list (const char *language) G_GNUC_WARN_UNUSED_RESULT;
MusterRuleTemplate *
muster_rule_template_find (const char *id, const char *language) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_rule_template_apply (MusterChange *change, const MusterId *group, const char *id,
                                     const char *language, MusterDay today, MusterId *out_document,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRuleTemplate, muster_rule_template_free)

G_END_DECLS
