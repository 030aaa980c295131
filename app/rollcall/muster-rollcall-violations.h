/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-ledger.h"
#include "muster-violation-case.h"

G_BEGIN_DECLS

/**
 * MusterRollcallViolations:
 * @cases: (element-type MusterViolationCase): known on the day
 * @balances: (element-type MusterLedgerBalance): on the day
 *
 * What the checks know of a group's violations; all is owned.
 */
typedef struct
{
  GPtrArray *cases;
  GPtrArray *balances;
} MusterRollcallViolations;

MusterRollcallViolations *
muster_rollcall_violations_read (MusterDatabase *db, const MusterId *group, MusterDay on,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_rollcall_violations_free (MusterRollcallViolations *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRollcallViolations, muster_rollcall_violations_free)

G_END_DECLS
