/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-notice.h"
#include "muster-receipt-table.h"
#include "muster-roster.h"

G_BEGIN_DECLS

/**
 * MusterNoticeAnswer:
 * @member: as of today
 * @receipt: (nullable): of the same #MusterNoticeAnswers; %NULL while there is none
 * @is_asked: is of the audience and still in the group; others may have answered, too
 * @is_outstanding: has to answer yet, or has read and not done
 * @is_late: answered after the time limit
 */
typedef struct
{
  const MusterRosterMember *member;
  const MusterReceipt *receipt;
  gboolean is_asked;
  gboolean is_outstanding;
  gboolean is_late;
} MusterNoticeAnswer;

/**
 * MusterNoticeAnswers:
 * @rows: (element-type MusterNoticeAnswer): owned, in the order of the roster
 * @counts: of those who are asked, by what they answered
 *
 * Who answered a notice, and who did not.
 */
typedef struct
{
  MusterRoster *roster; /* owned */
  GPtrArray *receipts;  /* owned */
  GArray *rows;
  guint counts[MUSTER_N_RECEIPT_STATES];
  guint n_asked;
  guint n_outstanding;
  guint n_late;
} MusterNoticeAnswers;

gboolean muster_notice_is_answered (const MusterNotice *notice, MusterReceiptState state);

MusterNoticeAnswers *
muster_notice_answers_read (MusterDatabase *db, const MusterNotice *notice, MusterDay on,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_notice_answers_free (MusterNoticeAnswers *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterNoticeAnswers, muster_notice_answers_free)

G_END_DECLS
