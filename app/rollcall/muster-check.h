/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-rollcall.h"

G_BEGIN_DECLS

/**
 * MusterFindingSink:
 *
 * Takes findings: (transfer full).
 */
typedef struct _MusterFindingSink MusterFindingSink;

void muster_finding_sink_take (MusterFindingSink *self, MusterFinding *finding);

/**
 * MusterCheck:
 * @id: stable: used in the policy, on the command line and in JSON
 * @title: for people; translate with _()
 * @run: emits findings; never looks at the clock and never writes
 *
 * A check that finds several kinds of things emits them under their own ids.
 */
typedef struct
{
  const char *id;
  const char *title;
  gboolean (*run) (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
} MusterCheck;

gboolean
muster_check_nickname_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean
muster_check_impersonation_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean
muster_check_stranger_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean
muster_check_missing_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean
muster_check_introduction_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean
muster_check_silence_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean
muster_check_stale_records_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean
muster_check_unmatched_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean
muster_check_capacity_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean muster_check_tasks_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean
muster_check_rhythm_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean
muster_check_unacknowledged_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean
muster_check_unanswered_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean
muster_check_quiet_hours_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean
muster_check_absence_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean muster_check_drift_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean
muster_check_birthday_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean
muster_check_renamed_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);
gboolean
muster_check_violations_run (MusterRollcall *rollcall, MusterFindingSink *sink, GError **error);

G_END_DECLS
