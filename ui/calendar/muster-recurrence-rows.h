/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_RECURRENCE_ROWS (muster_recurrence_rows_get_type ())
G_DECLARE_FINAL_TYPE (MusterRecurrenceRows, muster_recurrence_rows, MUSTER, RECURRENCE_ROWS,
                      AdwPreferencesGroup)

void muster_recurrence_rows_set_lines (MusterRecurrenceRows *self, const char *lines, gint64 start,
                                       gboolean all_day);
void muster_recurrence_rows_set_start (MusterRecurrenceRows *self, gint64 start, gboolean all_day);
gboolean muster_recurrence_rows_read (MusterRecurrenceRows *self, char **out_lines, GError **error);

G_END_DECLS
