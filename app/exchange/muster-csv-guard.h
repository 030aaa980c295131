/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-span.h"

G_BEGIN_DECLS

gboolean muster_csv_guard_needed (MusterSpan cell);
MusterSpan muster_csv_guard_strip (MusterSpan cell);

G_END_DECLS
