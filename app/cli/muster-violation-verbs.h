/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "muster-violation-target.h"

G_BEGIN_DECLS

int muster_violation_list_run (MusterCommandContext *context, int argc, char **argv);
int muster_violation_show_run (MusterCommandContext *context, int argc, char **argv);
int muster_violation_show_print (MusterCommandContext *context, MusterViolationTarget *target,
                                 const MusterId *id);

int muster_violation_new_run (MusterCommandContext *context, int argc, char **argv);
int muster_violation_evidence_run (MusterCommandContext *context, int argc, char **argv);
int muster_violation_decide_run (MusterCommandContext *context, int argc, char **argv);
int muster_violation_rule_run (MusterCommandContext *context, int argc, char **argv);
int muster_violation_ledger_run (MusterCommandContext *context, int argc, char **argv);
int muster_violation_book_run (MusterCommandContext *context, int argc, char **argv);
int muster_violation_advertisement_run (MusterCommandContext *context, int argc, char **argv);
int muster_violation_record_run (MusterCommandContext *context, int argc, char **argv);

G_END_DECLS
