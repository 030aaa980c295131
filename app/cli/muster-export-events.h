/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-command.h"
#include "muster-events-export.h"

G_BEGIN_DECLS

gboolean
muster_export_events_check (MusterCommandContext *context, const char *path, const char *columns,
                            const char *from, const char *to, MusterExportProfile profile,
                            MusterEventsExportRequest *out_request, int *out_status);
int muster_export_events_run (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                              const MusterEventsExportRequest *request);

G_END_DECLS
