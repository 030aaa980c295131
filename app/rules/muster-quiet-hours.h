/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterQuietHours:
 * @from: minutes since midnight
 * @until: the same; before @from where they go on over midnight, and @from where there are none
 *
 * When a group is to be left in peace.
 */
typedef struct
{
  int from;
  int until;
} MusterQuietHours;

gboolean muster_quiet_hours_parse (const char *text, MusterQuietHours *out_hours, GError **error);
gboolean muster_quiet_hours_has_minute (const MusterQuietHours *self, int minute);
gboolean muster_quiet_hours_has (const MusterQuietHours *self, gint64 wall);
gint64 muster_quiet_hours_get_end (const MusterQuietHours *self, gint64 wall);

G_END_DECLS
