/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-command.h"
#include "muster-group.h"
#include "muster-store.h"

G_BEGIN_DECLS

int muster_event_export_run (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                             const char *person, const char *path);

G_END_DECLS
