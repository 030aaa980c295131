/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"

G_BEGIN_DECLS

/**
 * scenario_calendar_find_member:
 *
 * Returns: (transfer full): a member's id in hexadecimal digits, or the name of somebody else
 */
typedef char *(*ScenarioFindMember) (gpointer data, const char *name);

gboolean scenario_calendar_take_line (MusterChange *change, const MusterId *group, char **words,
                                      ScenarioFindMember find_member, gpointer data);

G_END_DECLS
