/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"

G_BEGIN_DECLS

gboolean scenario_rules_take_line (MusterChange *change, const MusterId *group, char **words);

G_END_DECLS
