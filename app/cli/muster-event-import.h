/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-command.h"
#include "muster-group.h"
#include "muster-store.h"

G_BEGIN_DECLS

int muster_event_import_file (MusterCommandContext *context, MusterStore *store,
                              MusterGroup *group, const char *path, const char *encoding,
                              gboolean dry_run);

G_END_DECLS
