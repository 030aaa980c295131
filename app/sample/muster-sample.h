/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"
#include "muster-store.h"

G_BEGIN_DECLS

gboolean muster_sample_write (MusterStore *store, MusterDay today, GCancellable *cancellable,
                              GError **error);
void muster_sample_write_async (MusterStore *store, MusterDay today, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
gboolean muster_sample_write_finish (MusterStore *store, GAsyncResult *result, GError **error);
const char *muster_sample_get_name (guint i);

G_END_DECLS
