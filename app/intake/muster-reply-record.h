/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-acknowledgement-table.h"
#include "muster-edition.h"
#include "muster-notice.h"
#include "muster-receipt-table.h"
#include "muster-reply-plan.h"

G_BEGIN_DECLS

gboolean
muster_reply_record_acknowledge (MusterChange *change, const MusterEdition *edition,
                                 const MusterAcknowledgement *acknowledgement, GError **error);
gboolean muster_reply_record_take_back (MusterChange *change, const MusterEdition *edition,
                                        const MusterId *membership, GError **error);

gboolean muster_reply_record_acknowledge_plan (MusterChange *change, MusterReplyPlan *plan,
                                               const MusterEdition *edition,
                                               const MusterAcknowledgement *each, GError **error);
gboolean muster_reply_record_receive_plan (MusterChange *change, MusterReplyPlan *plan,
                                           const MusterReceipt *each, GError **error);

MusterReplyPlan *
muster_reply_record_read_for_notice (MusterDatabase *db, MusterGroup *group,
                                     MusterTextSource *source, const MusterNotice *notice,
                                     MusterDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MusterReplyPlan *
muster_reply_record_read_for_edition (MusterDatabase *db, MusterGroup *group,
                                      MusterTextSource *source, const MusterEdition *edition,
                                      const char *title, MusterDay today,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
