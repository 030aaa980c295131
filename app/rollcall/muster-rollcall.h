/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-coverage-table.h"
#include "muster-day-ranges.h"
#include "muster-finding.h"
#include "muster-group.h"
#include "muster-identity.h"
#include "muster-policy.h"
#include "muster-rollcall-calendar.h"
#include "muster-rollcall-replies.h"
#include "muster-rollcall-rules.h"
#include "muster-rollcall-violations.h"
#include "muster-roster.h"
#include "muster-sender-table.h"
#include "muster-snapshot-table.h"

G_BEGIN_DECLS

/**
 * MusterRollcall:
 *
 * A group as it was known on one day, read for the checks: they look at
 * nothing else, neither at a clock.
 */
typedef struct _MusterRollcall MusterRollcall;

#define MUSTER_ROLLCALL_NOBODY G_MAXUINT

MusterRollcall *muster_rollcall_new (MusterDatabase *db, MusterGroup *group, MusterDay on,
                                     gint64 now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_rollcall_free (MusterRollcall *self);

MusterGroup *muster_rollcall_get_group (MusterRollcall *self);
MusterDay muster_rollcall_get_on (MusterRollcall *self);
MusterDay muster_rollcall_get_as_of (MusterRollcall *self);
MusterPolicy *muster_rollcall_get_policy (MusterRollcall *self);
MusterRollcallCalendar *muster_rollcall_get_calendar (MusterRollcall *self);
MusterRollcallViolations *muster_rollcall_get_violations (MusterRollcall *self);
GPtrArray *muster_rollcall_get_rules (MusterRollcall *self);
MusterRollcallReplies *muster_rollcall_get_replies (MusterRollcall *self);
MusterRoster *muster_rollcall_get_roster (MusterRollcall *self);
MusterIdentity *muster_rollcall_get_identity (MusterRollcall *self);
guint muster_rollcall_get_n_current (MusterRollcall *self);

GPtrArray *muster_rollcall_get_coverage (MusterRollcall *self);
MusterDayRanges *muster_rollcall_dup_covered_days (MusterRollcall *self) G_GNUC_WARN_UNUSED_RESULT;
const MusterSender **
muster_rollcall_find_resembling (MusterRollcall *self) G_GNUC_WARN_UNUSED_RESULT;
char *muster_rollcall_dup_coverage_text (MusterRollcall *self) G_GNUC_WARN_UNUSED_RESULT;
const char *muster_rollcall_get_source (MusterRollcall *self, MusterDay day);

MusterSnapshot *muster_rollcall_get_snapshot (MusterRollcall *self);
MusterSnapshot *muster_rollcall_get_snapshot_before (MusterRollcall *self);
guint muster_rollcall_get_entry_member (MusterRollcall *self, guint entry);
gboolean muster_rollcall_is_entry_ambiguous (MusterRollcall *self, guint entry);
gboolean muster_rollcall_is_listed (MusterRollcall *self, guint member);
gboolean muster_rollcall_is_entry_doubled (MusterRollcall *self, guint entry);
guint muster_rollcall_get_entry_member_before (MusterRollcall *self, guint entry);

GPtrArray *muster_rollcall_get_senders (MusterRollcall *self);
guint muster_rollcall_get_sender_member (MusterRollcall *self, guint sender);
gboolean muster_rollcall_is_sender_unmatched (MusterRollcall *self, guint sender);
guint muster_rollcall_get_n_unmatched (MusterRollcall *self);

gint64 muster_rollcall_get_last_message (MusterRollcall *self, guint member);
const char *muster_rollcall_get_sender_name (MusterRollcall *self, guint member);
guint muster_rollcall_get_longest_message (MusterRollcall *self, guint member);
GPtrArray *muster_rollcall_get_signs (MusterRollcall *self, guint member);

MusterFinding *muster_rollcall_new_member_finding (MusterRollcall *self, const char *check,
                                                   MusterSeverity severity,
                                                   guint member) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRollcall, muster_rollcall_free)

G_END_DECLS
