/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-command.h"

G_BEGIN_DECLS

int muster_rules_list_run (MusterCommandContext *context, int argc, char **argv);
int muster_rules_show_run (MusterCommandContext *context, int argc, char **argv);
int muster_rules_publish_run (MusterCommandContext *context, int argc, char **argv);
int muster_rules_diff_run (MusterCommandContext *context, int argc, char **argv);
int muster_rules_bind_run (MusterCommandContext *context, int argc, char **argv);
int muster_rules_archive_run (MusterCommandContext *context, int argc, char **argv);
int muster_rules_export_run (MusterCommandContext *context, int argc, char **argv);
int muster_rules_templates_run (MusterCommandContext *context, int argc, char **argv);
int muster_rules_begin_run (MusterCommandContext *context, int argc, char **argv);
int muster_rules_proof_run (MusterCommandContext *context, int argc, char **argv);

G_END_DECLS
