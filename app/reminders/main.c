/* main.c - muster-reminders: reminds of events while the window is closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "muster-database.h"
#include "muster-language.h"
#include "muster-reminder-service.h"

int
main (int argc, char **argv)
{
  g_autoptr (MusterReminderService) service = NULL;

  muster_database_set_up_process ();
  muster_language_set_up_process ();

  service = muster_reminder_service_new ();
  return g_application_run (G_APPLICATION (service), argc, argv);
}
