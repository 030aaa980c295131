/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-event.h"
#include "muster-group.h"

G_BEGIN_DECLS

char *
muster_invitation_dup_text (const MusterEvent *event, MusterGroup *group) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
