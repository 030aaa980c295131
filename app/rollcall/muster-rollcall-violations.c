/* muster-rollcall-violations.c - what the checks look at among the violations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-rollcall-violations"

#include "config.h"

#include "muster-rollcall-violations.h"
#include "muster-violation-edit.h"

/**
 * muster_rollcall_violations_read:
 * @on: the day of the roll call
 */
MusterRollcallViolations *
muster_rollcall_violations_read (MusterDatabase *db, const MusterId *group, MusterDay on,
                                 GError **error)
{
  g_autoptr (MusterRollcallViolations) self = g_new0 (MusterRollcallViolations, 1);

  self->cases = muster_violation_case_list (db, group, on, error);
  if (self->cases == NULL)
    return NULL;
  self->balances = muster_violation_read_balances (db, group, on, NULL, error);
  if (self->balances == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

void
muster_rollcall_violations_free (MusterRollcallViolations *self)
{
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->balances, g_ptr_array_unref);
  g_free (self);
}
