/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-publication.h"
#include "muster-store.h"

G_BEGIN_DECLS

gboolean muster_publish_one (MusterStore *store, MusterPublication *publication, gboolean even_same,
                             GCancellable *cancellable, GError **error);
gboolean muster_publish_changed (MusterStore *store, GCancellable *cancellable, GError **error);

G_END_DECLS
