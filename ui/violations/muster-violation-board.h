/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-roster.h"
#include "muster-violation-case.h"

G_BEGIN_DECLS

/**
 * MusterViolationBoard:
 * @cases: (element-type MusterViolationCase): the newest deed first
 * @entries: (element-type MusterLedgerEntry): the oldest first
 * @balances: (element-type MusterLedgerBalance)
 * @advertisements: (element-type MusterAdvertisement): those that wait first
 *
 * All that the page of violations shows of a group, read on a worker and then
 * only read; all is owned.
 */
typedef struct
{
  MusterDay today;
  MusterRoster *roster;
  GPtrArray *cases;
  GPtrArray *entries;
  GPtrArray *balances;
  GPtrArray *advertisements;
} MusterViolationBoard;

MusterViolationBoard *
muster_violation_board_read (MusterDatabase *db, const MusterId *group, MusterDay today,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
MusterViolationBoard *muster_violation_board_ref (MusterViolationBoard *self);
void muster_violation_board_unref (MusterViolationBoard *self);

const MusterViolationCase *
muster_violation_board_find (const MusterViolationBoard *self, const MusterId *violation);
const char *
muster_violation_board_get_name (const MusterViolationBoard *self, const MusterId *member);
const char *
muster_violation_board_get_person (const MusterViolationBoard *self, const char *person);
gboolean muster_violation_board_find_member (const MusterViolationBoard *self, const char *typed,
                                             MusterId *out_member, GError **error);
char *muster_violation_board_dup_person (const MusterViolationBoard *self,
                                         const char *typed) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterViolationBoard, muster_violation_board_unref)

G_END_DECLS
