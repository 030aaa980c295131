/* bench-window.c - the real window, telling when it is mapped and painted
 *
 * The program of ui/main.c with nothing changed but two lines on its standard output.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>
#include <stdio.h>

#include "muster-application.h"
#include "muster-start-clock.h"

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  muster_start_clock_watch (GTK_WIDGET (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (MusterApplication) application = NULL;

  setlocale (LC_ALL, "");
  setvbuf (stdout, NULL, _IOLBF, 0);
  application = muster_application_new ();
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
