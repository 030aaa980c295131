/* muster-solar-term.c - the 24 solar terms of the Chinese year
 *
 * Part of calendar; anyone may call it, from any thread.  A term begins when the
 * sun's apparent longitude passes a multiple of 15 degrees; it belongs to the day
 * in Beijing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-solar-term"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-almanac.h"
#include "muster-solar-term.h"

#define N_TERMS 24
#define DEGREES_PER_TERM (360.0 / N_TERMS)

static int
get_term_before (MusterDay day)
{
  double midnight = muster_almanac_get_beijing_midnight (day);

  return (int) (muster_almanac_get_sun_longitude (midnight) / DEGREES_PER_TERM);
}

/**
 * muster_solar_term_get:
 *
 * Returns: (nullable) (transfer none): the name of the term that begins on that
 *   day in Beijing, translated; %NULL on other days.  Meant for the years 1900 to
 *   2100; further away a term may be a day off.
 */
const char *
muster_solar_term_get (MusterDay day)
{
  /* from the spring equinox, as the longitude counts */
  static const char *const names[N_TERMS] = {
    N_ ("Spring Equinox"),  N_ ("Clear and Bright"), N_ ("Grain Rain"),
    N_ ("Start of Summer"), N_ ("Grain Buds"),       N_ ("Grain in Ear"),
    N_ ("Summer Solstice"), N_ ("Minor Heat"),       N_ ("Major Heat"),
    N_ ("Start of Autumn"), N_ ("End of Heat"),      N_ ("White Dew"),
    N_ ("Autumn Equinox"),  N_ ("Cold Dew"),         N_ ("Frost’s Descent"),
    N_ ("Start of Winter"), N_ ("Minor Snow"),       N_ ("Major Snow"),
    N_ ("Winter Solstice"), N_ ("Minor Cold"),       N_ ("Major Cold"),
    N_ ("Start of Spring"), N_ ("Rain Water"),       N_ ("Awakening of Insects"),
  };
  int term = get_term_before (day + 1);

  return term != get_term_before (day) ? _ (names[term]) : NULL;
}
