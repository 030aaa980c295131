/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-finding.h"
#include "muster-violation.h"

G_BEGIN_DECLS

GPtrArray *muster_violation_take_finding (MusterViolation *violation,
                                          MusterFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
