/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-check.h"
#include "muster-store.h"

G_BEGIN_DECLS

/**
 * MusterRollcallResult:
 * @findings: (element-type MusterFinding): most urgent first, in the order of
 *   the checks within one severity
 * @n_members: current members
 * @as_of: the last covered day; %MUSTER_DAY_NONE without coverage
 *
 * What needs attention in a group on one day.
 */
typedef struct
{
  GPtrArray *findings;
  guint n_members;
  MusterDay on;
  MusterDay as_of;
} MusterRollcallResult;

const MusterCheck *muster_rollcall_list_checks (guint *out_n);
const char *muster_rollcall_get_check_title (const char *check);

MusterRollcallResult *
muster_rollcall_run (MusterDatabase *db, MusterGroup *group, MusterDay on, gint64 now,
                     const char *const *checks, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MusterRollcallResult *
muster_rollcall_run_checks (MusterDatabase *db, MusterRollcall *rollcall, const char *const *wanted,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_rollcall_result_free (MusterRollcallResult *self);

void muster_rollcall_run_async (MusterStore *store, MusterGroup *group, MusterDay on,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
MusterRollcallResult *muster_rollcall_run_finish (MusterStore *store, GAsyncResult *result,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRollcallResult, muster_rollcall_result_free)

G_END_DECLS
