/* main.c - muster, the window program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "muster-application.h"
#include "muster-database.h"
#include "muster-language.h"

int
main (int argc, char **argv)
{
  g_autoptr (MusterApplication) application = NULL;

  muster_database_set_up_process ();
  muster_language_set_up_process ();

  application = muster_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
