/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-advertisement-table.h"
#include "muster-context.h"
#include "muster-ledger.h"
#include "muster-violation-board.h"
#include "muster-violation-proposal.h"

G_BEGIN_DECLS

void muster_violation_actions_decide (GtkWidget *widget, MusterContext *context,
                                      const MusterViolationCase *about, const char *name);
void muster_violation_actions_decide_otherwise (GtkWidget *widget, MusterContext *context,
                                                const MusterViolationCase *about,
                                                const MusterProposal *proposal, const char *name);
void muster_violation_actions_rule (GtkWidget *widget, MusterContext *context,
                                    const MusterViolationCase *about, MusterRulingKind kind,
                                    const char *name);
void muster_violation_actions_add_evidence (GtkWidget *widget, MusterContext *context,
                                            const MusterViolationCase *about, const char *name);
G_END_DECLS
