/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-group.h"
#include "muster-member-facts.h"
#include "muster-store.h"

G_BEGIN_DECLS

MusterMemberFacts *muster_rollcall_read_facts (MusterDatabase *db, MusterGroup *group, MusterDay on,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_rollcall_read_facts_async (MusterStore *store, MusterGroup *group, MusterDay on,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
MusterMemberFacts *muster_rollcall_read_facts_finish (MusterStore *store, GAsyncResult *result,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
