/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-event-detail.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_MONEY_SECTION (muster_money_section_get_type ())
G_DECLARE_FINAL_TYPE (MusterMoneySection, muster_money_section, MUSTER, MONEY_SECTION, AdwBin)

void muster_money_section_show (MusterMoneySection *self, MusterContext *context,
                                const MusterEventDetail *detail);

G_END_DECLS
