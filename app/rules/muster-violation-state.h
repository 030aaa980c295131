/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-violation.h"

G_BEGIN_DECLS

/**
 * MusterViolationState:
 * @MUSTER_VIOLATION_OPEN: waits for a decision
 * @MUSTER_VIOLATION_DECIDED: what was decided is still to be carried out
 * @MUSTER_VIOLATION_CARRIED_OUT: done
 * @MUSTER_VIOLATION_MUTED: the member may not write until some time, or until that is ended
 * @MUSTER_VIOLATION_APPEALED: an appeal waits for an answer
 * @MUSTER_VIOLATION_UPHELD: the appeal was refused, and what was decided has been carried out
 * @MUSTER_VIOLATION_GRANTED: the appeal was granted
 * @MUSTER_VIOLATION_WITHDRAWN: taken back
 * @MUSTER_VIOLATION_DISMISSED: nothing follows
 * @MUSTER_VIOLATION_EXPIRED: too long ago to count
 */
typedef enum
{
  MUSTER_VIOLATION_OPEN,
  MUSTER_VIOLATION_DECIDED,
  MUSTER_VIOLATION_CARRIED_OUT,
  MUSTER_VIOLATION_MUTED,
  MUSTER_VIOLATION_APPEALED,
  MUSTER_VIOLATION_UPHELD,
  MUSTER_VIOLATION_GRANTED,
  MUSTER_VIOLATION_WITHDRAWN,
  MUSTER_VIOLATION_DISMISSED,
  MUSTER_VIOLATION_EXPIRED,
} MusterViolationState;

#define MUSTER_N_VIOLATION_STATES (MUSTER_VIOLATION_EXPIRED + 1)

/**
 * MusterViolationStatus:
 * @counts: decided, and neither taken back nor granted nor expired: the next step builds on it
 * @decision: borrowed from the rulings: what holds; %NULL where nothing was decided
 * @last: borrowed: the newest ruling; %NULL before the first
 * @carried_out: whether the decision has been carried out
 * @muted_until: wall clock; %MUSTER_VIOLATION_NO_TIME where the member is not muted
 * @expires_on: the first day on which it does not count
 *
 * How a violation stands on a day.
 */
typedef struct
{
  MusterViolationState state;
  gboolean counts;
  const MusterRuling *decision;
  const MusterRuling *last;
  gboolean carried_out;
  gint64 muted_until;
  MusterDay expires_on;
} MusterViolationStatus;

MusterViolationStatus
muster_violation_get_status (const MusterViolation *violation, GPtrArray *rulings,
                             MusterPeriod expires, MusterDay on);
gboolean muster_violation_status_allows (const MusterViolationStatus *status, MusterRulingKind kind,
                                         GError **error);
gboolean muster_violation_status_is_open (const MusterViolationStatus *status);
const char *muster_violation_state_get_key (MusterViolationState state);
const char *muster_violation_state_get_title (MusterViolationState state);

G_END_DECLS
