/* muster-start-clock.h - milliseconds since the driver of the bench started the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* MUSTER_BENCH_START is the monotonic clock, in seconds, just before the program was run. */
static inline double
muster_start_clock_get_ms (void)
{
  const char *start = g_getenv ("MUSTER_BENCH_START");

  return (double) g_get_monotonic_time () / 1e3 -
         (start != NULL ? g_ascii_strtod (start, NULL) : 0) * 1e3;
}
