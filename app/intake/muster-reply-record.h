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

GHashTable *muster_reply_record_list_acknowledged (MusterDatabase *db, const MusterId *edition,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *muster_reply_record_list_received (MusterDatabase *db, const MusterId *notice,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
