/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-ledger.h"
#include "muster-violation-proposal.h"

G_BEGIN_DECLS

/**
 * MusterDecision:
 * @step: 0: the one that is proposed
 * @sanction: (nullable): as in a ladder; %NULL: what the step says
 * @reason: (nullable): needed where nothing was proposed
 * @on: the day of the decision
 * @pay_by: by when a fine is to be paid; %MUSTER_DAY_NONE where it is not said
 * @author: (nullable)
 *
 * What the keeper decides about a violation.
 */
typedef struct
{
  guint step;
  const char *sanction;
  const char *reason;
  MusterDay on;
  MusterDay pay_by;
  const char *author;
} MusterDecision;

gboolean muster_violation_record (MusterChange *change, MusterViolation *violation,
                                  GPtrArray *exhibits, GError **error);
gboolean
muster_violation_decide (MusterChange *change, const MusterId *violation,
                         const MusterDecision *decision, MusterRuling **out_ruling, GError **error);
gboolean muster_violation_rule (MusterChange *change, const MusterId *violation,
                                MusterRuling *ruling, gint64 at, GError **error);
gboolean muster_violation_book (MusterChange *change, MusterLedgerEntry *entry, GError **error);
gboolean
muster_advertisement_decide (MusterChange *change, const MusterId *id, gboolean approve,
                             const char *reason, MusterDay on, const char *author, GError **error);

GPtrArray *
muster_violation_read_balances (MusterDatabase *db, const MusterId *group, MusterDay on,
                                GPtrArray **out_entries, GError **error) G_GNUC_WARN_UNUSED_RESULT;
int muster_violation_get_utc_offset (GTimeZone *zone, gint64 wall);

G_END_DECLS
