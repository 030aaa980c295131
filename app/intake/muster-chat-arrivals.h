/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-chat-reader.h"
#include "muster-group.h"

G_BEGIN_DECLS

/**
 * MusterChatArrivals:
 *
 * What the notices of a chat say of who came and went: the day on which
 * somebody joined, and that they were there at all.
 */
typedef struct _MusterChatArrivals MusterChatArrivals;

MusterChatArrivals *muster_chat_arrivals_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_chat_arrivals_free (MusterChatArrivals *self);

void
muster_chat_arrivals_note (MusterChatArrivals *self, const MusterChatEntry *entry, MusterDay day);
gboolean muster_chat_arrivals_apply (MusterChatArrivals *self, MusterChange *change,
                                     MusterGroup *group, const char *platform, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterChatArrivals, muster_chat_arrivals_free)

G_END_DECLS
