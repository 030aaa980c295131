/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"
#include "muster-day.h"
#include "muster-message-rows.h"

G_BEGIN_DECLS

/**
 * MusterMessageBatch:
 * @n_read: messages that the source gave
 * @n_new: of these, how many were not known
 * @n_senders: different people who wrote
 * @first_at: the earliest, wall clock seconds; 0 if there was none
 *
 * What an import of messages did.
 */
typedef struct
{
  guint64 n_read;
  guint64 n_new;
  guint n_senders;
  gint64 first_at;
  gint64 last_at;
} MusterMessageBatch;

gboolean
muster_message_import_run (MusterChange *change, const MusterId *group, const MusterId *import,
                           const guint8 secret[16], gboolean keep_bodies, MusterMessageNext next,
                           gpointer data, MusterMessageBatch *out_batch, GError **error);
gboolean muster_message_import_refresh (MusterDatabase *db, const MusterId *group, GError **error);

G_END_DECLS
