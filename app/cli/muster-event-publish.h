/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-command.h"

G_BEGIN_DECLS

int muster_event_publish_run (MusterCommandContext *context, int argc, char **argv);
void muster_event_publish_after (MusterCommandContext *context);

G_END_DECLS
