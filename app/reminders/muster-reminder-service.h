/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MUSTER_REMINDER_SERVICE_ID APP_ID ".Reminders"

#define MUSTER_TYPE_REMINDER_SERVICE (muster_reminder_service_get_type ())
G_DECLARE_FINAL_TYPE (MusterReminderService, muster_reminder_service, MUSTER, REMINDER_SERVICE,
                      GApplication)

MusterReminderService *muster_reminder_service_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
