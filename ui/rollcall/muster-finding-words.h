/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-finding.h"

G_BEGIN_DECLS

char *muster_finding_words_for_subject (MusterFinding *finding) G_GNUC_WARN_UNUSED_RESULT;
const char *muster_finding_words_for_fact (const char *fact);
char *muster_finding_words_for_value (const MusterEvidence *evidence) G_GNUC_WARN_UNUSED_RESULT;
const char *muster_finding_words_for_action (const char *action);
const char *muster_finding_words_icon (MusterSeverity severity);

G_END_DECLS
