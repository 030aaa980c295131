/* main.c - muster-reminders: reminds of events while the window is closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "muster-database.h"
#include "muster-reminder-service.h"

int
main (int argc, char **argv)
{
  const char *catalogues = g_getenv ("MUSTER_LOCALEDIR"); /* of a build folder, see ./dev run */
  g_autoptr (MusterReminderService) service = NULL;

  muster_database_set_up_process ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, catalogues != NULL ? catalogues : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  service = muster_reminder_service_new ();
  return g_application_run (G_APPLICATION (service), argc, argv);
}
