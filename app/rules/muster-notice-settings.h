/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean muster_notice_settings_check (const char *key, const char *value, GError **error);

G_END_DECLS
