/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-naming-align.h"

G_BEGIN_DECLS

void muster_naming_explain (const MusterNamingAlignment *alignment, const MusterNamingSense *sense,
                            MusterNamingResult *result);

G_END_DECLS
