/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_REMINDER_ROWS (muster_reminder_rows_get_type ())
G_DECLARE_FINAL_TYPE (MusterReminderRows, muster_reminder_rows, MUSTER, REMINDER_ROWS,
                      AdwPreferencesGroup)

void muster_reminder_rows_set_lines (MusterReminderRows *self, const char *lines);
gboolean muster_reminder_rows_read (MusterReminderRows *self, char **out_lines, GError **error);

G_END_DECLS
