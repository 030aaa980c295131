/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-command.h"
#include "muster-group.h"
#include "muster-store.h"

G_BEGIN_DECLS

MusterStore *muster_command_open_store (MusterCommandContext *context,
                                        int *out_status) G_GNUC_WARN_UNUSED_RESULT;
MusterGroup *
muster_command_find_group (MusterCommandContext *context, MusterStore *store, const char *name,
                           int *out_status) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_command_parse_day (MusterCommandContext *context, const char *text,
                                   MusterDay *out_day, int *out_status);

G_END_DECLS
