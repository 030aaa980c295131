/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-command.h"

G_BEGIN_DECLS

int muster_event_change_run (MusterCommandContext *context, int argc, char **argv);

G_END_DECLS
