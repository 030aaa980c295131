/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean muster_autostart_set (gboolean wanted, GError **error);

G_END_DECLS
