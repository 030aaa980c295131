/* main.c - muster, the window program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "muster-application.h"
#include "muster-database.h"

int
main (int argc, char **argv)
{
  const char *catalogues = g_getenv ("MUSTER_LOCALEDIR"); /* of a build folder, see ./dev run */
  g_autoptr (MusterApplication) application = NULL;

  muster_database_set_up_process ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, catalogues != NULL ? catalogues : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = muster_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
