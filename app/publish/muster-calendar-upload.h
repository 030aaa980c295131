/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean muster_calendar_upload (const char *address, const char *user, const char *password,
                                 GBytes *contents, GCancellable *cancellable, GError **error);

G_END_DECLS
