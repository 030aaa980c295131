/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-event-detail.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_TASKS_SECTION (muster_tasks_section_get_type ())
G_DECLARE_FINAL_TYPE (MusterTasksSection, muster_tasks_section, MUSTER, TASKS_SECTION, AdwBin)

void muster_tasks_section_show (MusterTasksSection *self, MusterContext *context,
                                const MusterEventDetail *detail);

G_END_DECLS
