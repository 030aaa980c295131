/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-context.h"
#include "muster-group.h"
#include "muster-rule-draft.h"

G_BEGIN_DECLS

void muster_rule_edit_create (GtkWidget *widget, MusterContext *context, const MusterId *group,
                              const char *title, const char *text);
void muster_rule_edit_ask_title (GtkWidget *widget, MusterContext *context, const MusterId *group);
void muster_rule_edit_ask_template (GtkWidget *widget, MusterContext *context, MusterGroup *group);
void
muster_rule_edit_rename (GtkWidget *widget, MusterContext *context, const MusterDocument *document);
void muster_rule_edit_set_archived (GtkWidget *widget, MusterContext *context,
                                    const MusterDocument *document, gboolean archived);
void
muster_rule_edit_publish (GtkWidget *widget, MusterContext *context, const MusterRuleDraft *draft);
void muster_rule_edit_begin_from (GtkWidget *widget, MusterContext *context,
                                  const MusterDocument *document, const MusterEdition *edition);
void muster_rule_edit_keep_draft (GtkWidget *widget, MusterContext *context,
                                  const MusterRuleDraft *draft);
void muster_rule_edit_bind (GtkWidget *widget, MusterContext *context,
                            const MusterDocument *document, const MusterClause *clause);
void muster_rule_edit_unbind (GtkWidget *widget, MusterContext *context,
                              const MusterDocument *document, const MusterBinding *binding);
void
muster_rule_edit_settle (GtkWidget *widget, MusterContext *context, const MusterDocument *document,
                         const MusterBinding *binding, gboolean take_clause);

G_END_DECLS
