/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-command.h"
#include "muster-group.h"
#include "muster-store.h"
#include "muster-text-source.h"

G_BEGIN_DECLS

int
muster_event_import_source (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                            MusterTextSource *source, const char *path, gboolean dry_run);

G_END_DECLS
