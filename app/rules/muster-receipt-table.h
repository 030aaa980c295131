/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-acknowledgement.h"
#include "muster-answers.h"
#include "muster-change.h"

G_BEGIN_DECLS

/**
 * MusterReceipt:
 * @answered_at: wall clock, as of the notice; %MUSTER_NOTICE_NO_TIME if not known
 *
 * One person's answer to a notice; texts are owned, %NULL if none.
 */
typedef struct
{
  MusterId notice;
  MusterId membership;
  MusterReceiptState state;
  gint64 answered_at;
  MusterReplyWay way;
  char *source;
  char *note;
  char *author;
} MusterReceipt;

void muster_receipt_free (MusterReceipt *self);

gboolean
muster_receipt_table_set (MusterChange *change, const MusterReceipt *receipt, GError **error);
gboolean muster_receipt_table_delete (MusterChange *change, const MusterId *notice,
                                      const MusterId *membership, GError **error);
GPtrArray *muster_receipt_table_list (MusterDatabase *db, const MusterId *notice,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReceipt, muster_receipt_free)

G_END_DECLS
