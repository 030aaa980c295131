/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"
#include "muster-finding.h"
#include "muster-violation.h"

G_BEGIN_DECLS

GPtrArray *muster_violation_take_finding (MusterViolation *violation,
                                          MusterFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

gboolean muster_violation_find_ground (MusterDatabase *db, MusterViolation *violation,
                                       MusterFinding *finding, GError **error);

G_END_DECLS
