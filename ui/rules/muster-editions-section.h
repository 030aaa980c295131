/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-rule-draft.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_EDITIONS_SECTION (muster_editions_section_get_type ())
G_DECLARE_FINAL_TYPE (MusterEditionsSection, muster_editions_section, MUSTER, EDITIONS_SECTION,
                      AdwBin)

void muster_editions_section_show (MusterEditionsSection *self, MusterContext *context,
                                   const MusterRuleDraft *draft);

G_END_DECLS
