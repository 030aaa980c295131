/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario-calendar.h"

G_BEGIN_DECLS

gboolean scenario_replies_take_line (MusterChange *change, const MusterId *group, char **words,
                                     ScenarioFindMember find_member, gpointer data);

G_END_DECLS
