/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-format-private.h"

G_BEGIN_DECLS

int muster_calendar_count_detect (const MusterProbe *probe);
guint64 muster_calendar_count_events (MusterSpan text);

G_END_DECLS
