/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-reminder.h"

G_BEGIN_DECLS

GPtrArray *muster_due_reminder_list (MusterDatabase *db, gint64 after, gint64 until,
                                     GTimeZone *viewer, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
