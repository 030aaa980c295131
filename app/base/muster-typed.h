/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean muster_typed_time (const char *text, int *out_seconds);
gboolean muster_typed_moment (const char *text, gint64 *out_wall);
gboolean muster_typed_amount (const char *text, gint64 *out_hundredths);
gboolean muster_typed_minutes (const char *text, GArray *minutes);

char *muster_typed_dup_time (gint64 wall) G_GNUC_WARN_UNUSED_RESULT;
char *muster_typed_dup_amount (gint64 hundredths) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
