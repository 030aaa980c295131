/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-finding.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_FINDING_SECTION (muster_finding_section_get_type ())
G_DECLARE_FINAL_TYPE (MusterFindingSection, muster_finding_section, MUSTER, FINDING_SECTION, AdwBin)

GtkWidget *muster_finding_section_new (const char *check, GPtrArray *findings);

const char *muster_finding_section_get_check (MusterFindingSection *self);
GPtrArray *muster_finding_section_get_findings (MusterFindingSection *self);

G_END_DECLS
