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

static gboolean
painted_cb (GtkWidget *window, GdkFrameClock *frame_clock, gpointer user_data)
{
  guint *n_ticks = user_data;

  if (++*n_ticks < 2)
    return G_SOURCE_CONTINUE;
  g_print ("painted %.1f\n", muster_start_clock_get_ms ());
  return G_SOURCE_REMOVE;
}

static void
mapped_cb (GtkWidget *window)
{
  g_print ("mapped %.1f\n", muster_start_clock_get_ms ());
  gtk_widget_add_tick_callback (window, painted_cb, g_new0 (guint, 1), g_free);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window)
{
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), NULL);
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
