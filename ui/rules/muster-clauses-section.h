/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-rule-draft.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_CLAUSES_SECTION (muster_clauses_section_get_type ())
G_DECLARE_FINAL_TYPE (MusterClausesSection, muster_clauses_section, MUSTER, CLAUSES_SECTION, AdwBin)

void muster_clauses_section_show (MusterClausesSection *self, MusterContext *context,
                                  const MusterRuleDraft *draft);

G_END_DECLS
