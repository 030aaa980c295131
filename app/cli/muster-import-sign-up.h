/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-event-people.h"

G_BEGIN_DECLS

int muster_import_sign_up_run (MusterCommandContext *context, MusterStore *store,
                               MusterGroup *group, MusterTextSource *source, const char *path,
                               const char *event, const char *time, gboolean dry_run);

G_END_DECLS
