/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-publication.h"
#include <gio/gio.h>

G_BEGIN_DECLS

gboolean muster_password_find (const MusterPublication *publication, char **out_password,
                               GCancellable *cancellable, GError **error);
gboolean muster_password_keep (const MusterPublication *publication, const char *password,
                               GCancellable *cancellable, GError **error);

G_END_DECLS
