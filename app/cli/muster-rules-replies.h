/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-command.h"
#include "muster-group.h"
#include "muster-store.h"
#include "muster-text-source.h"

G_BEGIN_DECLS

int muster_rules_outstanding_run (MusterCommandContext *context, int argc, char **argv);
int muster_rules_acknowledge_run (MusterCommandContext *context, int argc, char **argv);
int muster_rules_acknowledge_source (MusterCommandContext *context, MusterStore *store,
                                     MusterGroup *group, const char *document, const char *edition,
                                     MusterTextSource *source, const char *path, gboolean dry_run);

G_END_DECLS
