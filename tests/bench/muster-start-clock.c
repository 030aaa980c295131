/* muster-start-clock.c - milliseconds since the driver of the bench started the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "muster-start-clock.h"

/**
 * muster_start_clock_get_ms:
 *
 * Returns: the time since MUSTER_BENCH_START, the monotonic clock in seconds just before the
 *   program was run
 */
double
muster_start_clock_get_ms (void)
{
  const char *start = g_getenv ("MUSTER_BENCH_START");

  return (double) g_get_monotonic_time () / 1e3 -
         (start != NULL ? g_ascii_strtod (start, NULL) : 0) * 1e3;
}

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

/**
 * muster_start_clock_watch:
 *
 * Prints when the window is mapped, and when its first frame has been painted.
 */
void
muster_start_clock_watch (GtkWidget *window)
{
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), NULL);
}
