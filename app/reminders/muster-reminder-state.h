/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 muster_reminder_state_load (gint64 now);
gboolean muster_reminder_state_save (gint64 until, GError **error);

G_END_DECLS
