/* muster-almanac.c - where the sun stands and when the moon is new
 *
 * Part of calendar, for the Chinese calendar and the solar terms; from any
 * thread.  The sun's longitude is the theory VSOP87 (Bretagnon and Francou, 1988)
 * cut off below a tenth of an arc second, the new moon the series of Meeus'
 * "Astronomical Algorithms", chapter 49: both are right to a minute in our time.
 * ICU's are not: they miss the new year of 2027, four minutes before midnight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-almanac"

#include "config.h"

#include <math.h>

#include "muster-almanac.h"

#define DAYS_PER_MILLENNIUM 365250.0
#define DAY_OF_2000 10957.5          /* noon of 1 January 2000, in days since 1970 */
#define NEW_MOON_OF_2000 10962.59766 /* 6 January, in days since 1970 of even time */
#define DAYS_PER_MONTH 29.530588861
#define MONTHS_PER_MILLENNIUM 12368.5
#define RADIANS(degrees) ((degrees) *G_PI / 180)
#define ABERRATION (-20.49 / 3600) /* degrees: the sun is seen where it was */

/* amplitude in 1e-8 radians, phase in radians, radians a millennium */
typedef struct
{
  double amplitude, phase, rate;
} Term;

/* The Earth's longitude: a series for each power of the time in millennia. */
static const Term power_0[] = {
  { 175347046, 0, 0 },           { 3341656, 4.6692568, 6283.07585 },
  { 34894, 4.6261, 12566.1517 }, { 3497, 2.7441, 5753.3849 },
  { 3418, 2.8289, 3.5231 },      { 3136, 3.6277, 77713.7715 },
  { 2676, 4.4181, 7860.4194 },   { 2343, 6.1352, 3930.2097 },
  { 1324, 0.7425, 11506.7698 },  { 1273, 2.0371, 529.691 },
  { 1199, 1.1096, 1577.3435 },   { 990, 5.233, 5884.927 },
  { 902, 2.045, 26.298 },        { 857, 3.508, 398.149 },
  { 780, 1.179, 5223.694 },      { 753, 2.533, 5507.553 },
  { 505, 4.583, 18849.228 },     { 492, 4.205, 775.523 },
  { 357, 2.92, 0.067 },          { 317, 5.849, 11790.629 },
  { 284, 1.899, 796.298 },       { 271, 0.315, 10977.079 },
  { 243, 0.345, 5486.778 },      { 206, 4.806, 2544.314 },
  { 205, 1.869, 5573.143 },      { 202, 2.458, 6069.777 },
  { 156, 0.833, 213.299 },       { 132, 3.411, 2942.463 },
  { 126, 1.083, 20.775 },        { 115, 0.645, 0.98 },
  { 103, 0.636, 4694.003 },      { 102, 0.976, 15720.839 },
  { 102, 4.267, 7.114 },         { 99, 6.21, 2146.17 },
  { 98, 0.68, 155.42 },          { 86, 5.98, 161000.69 },
  { 85, 1.3, 6275.96 },          { 85, 3.67, 71430.7 },
  { 80, 1.81, 17260.15 },        { 79, 3.04, 12036.46 },
  { 75, 1.76, 5088.63 },         { 74, 3.5, 3154.69 },
  { 74, 4.68, 801.82 },          { 70, 0.83, 9437.76 },
  { 62, 3.98, 8827.39 },         { 61, 1.82, 7084.9 },
  { 57, 2.78, 6286.6 },          { 56, 4.39, 14143.5 },
  { 56, 3.47, 6279.55 },         { 52, 0.19, 12139.55 },
  { 52, 1.33, 1748.02 },         { 51, 0.28, 5856.48 },
};
static const Term power_1[] = {
  { 628331966747, 0, 0 },       { 206059, 2.678235, 6283.07585 },
  { 4303, 2.6351, 12566.1517 }, { 425, 1.59, 3.523 },
  { 119, 5.796, 26.298 },       { 109, 2.966, 1577.344 },
  { 93, 2.59, 18849.23 },       { 72, 1.14, 529.69 },
  { 68, 1.87, 398.15 },         { 67, 4.41, 5507.55 },
  { 59, 2.89, 5223.69 },        { 56, 2.17, 155.42 },
};
static const Term power_2[] = {
  { 52919, 0, 0 },
  { 8720, 1.0721, 6283.0758 },
  { 309, 0.867, 12566.152 },
};
static const Term power_3[] = {
  { 289, 5.844, 6283.076 },
};

static double
sum_terms (const Term *terms, gsize n_terms, double millennia)
{
  double sum = 0;

  for (gsize i = 0; i < n_terms; i++)
    sum += terms[i].amplitude * cos (terms[i].phase + terms[i].rate * millennia);
  return sum * 1e-8;
}

/* Degrees by which the axis of the Earth nods along the ecliptic: the four
 * largest terms of the IAU's theory of 1980. */
static double
get_nutation (double millennia)
{
  double centuries = millennia * 10;
  double node = RADIANS (125.04452 - 1934.136261 * centuries);
  double sun = RADIANS (280.4665 + 36000.7698 * centuries);
  double moon = RADIANS (218.3165 + 481267.8813 * centuries);

  return (-17.2 * sin (node) - 1.32 * sin (2 * sun) - 0.23 * sin (2 * moon) +
          0.21 * sin (2 * node)) /
         3600;
}

/* Seconds by which the turning of the Earth lags behind even time: the
 * polynomials of Espenak and Meeus (2006) for our time and for the rest. */
static double
get_time_lag (double millennia)
{
  double years = millennia * 1000;
  double centuries = (years + 180) / 100; /* since 1820 */

  if (years >= -14 && years <= 150)
    return 62.92 + 0.32217 * years + 0.005589 * years * years;
  return -20 + 32 * centuries * centuries;
}

/**
 * muster_almanac_get_sun_longitude:
 * @time: in days since 1970, UTC
 *
 * Returns: the sun's apparent longitude in degrees, from 0 and below 360
 */
double
muster_almanac_get_sun_longitude (double time)
{
  double even = time + get_time_lag ((time - DAY_OF_2000) / DAYS_PER_MILLENNIUM) / 86400;
  double t = (even - DAY_OF_2000) / DAYS_PER_MILLENNIUM;
  double earth = sum_terms (power_0, G_N_ELEMENTS (power_0), t) +
                 sum_terms (power_1, G_N_ELEMENTS (power_1), t) * t +
                 sum_terms (power_2, G_N_ELEMENTS (power_2), t) * t * t +
                 sum_terms (power_3, G_N_ELEMENTS (power_3), t) * t * t * t;
  double degrees = fmod (earth * 180 / G_PI + 180 + ABERRATION + get_nutation (t), 360);

  return degrees < 0 ? degrees + 360 : degrees;
}

/* What pulls at the moon: sine of so many times the sun's anomaly, the moon's
 * anomaly and the moon's distance from its node, in days; a term with the sun's
 * anomaly shrinks with the Earth's eccentricity. */
static const struct
{
  double days;
  int sun, moon, node;
} pulls[] = {
  { -0.40720, 0, 1, 0 }, { 0.17241, 1, 0, 0 },    { 0.01608, 0, 2, 0 },  { 0.01039, 0, 0, 2 },
  { 0.00739, -1, 1, 0 }, { -0.00514, 1, 1, 0 },   { 0.00208, 2, 0, 0 },  { -0.00111, 0, 1, -2 },
  { -0.00057, 0, 1, 2 }, { 0.00056, 1, 2, 0 },    { -0.00042, 0, 3, 0 }, { 0.00042, 1, 0, 2 },
  { 0.00038, 1, 0, -2 }, { -0.00024, -1, 2, 0 },  { -0.00007, 2, 1, 0 }, { 0.00004, 0, 2, -2 },
  { 0.00004, 3, 0, 0 },  { 0.00003, 1, 1, -2 },   { 0.00003, 0, 2, 2 },  { -0.00003, 1, 1, 2 },
  { 0.00003, -1, 1, 2 }, { -0.00002, -1, 1, -2 }, { -0.00002, 1, 3, 0 }, { 0.00002, 0, 4, 0 },
};

/* The planets' part: days, degrees at the first new moon, degrees a month. */
static const struct
{
  double days, phase, rate;
} planets[] = {
  { 0.000325, 299.77, 0.107408 },  { 0.000165, 251.88, 0.016321 }, { 0.000164, 251.83, 26.651886 },
  { 0.000126, 349.42, 36.412478 }, { 0.000110, 84.66, 18.206239 }, { 0.000062, 141.74, 53.303771 },
  { 0.000060, 207.14, 2.453732 },  { 0.000056, 154.84, 7.306860 }, { 0.000047, 34.52, 27.261239 },
  { 0.000042, 207.19, 0.121824 },  { 0.000040, 291.34, 1.844379 }, { 0.000037, 161.72, 24.198154 },
  { 0.000035, 239.56, 25.513099 }, { 0.000023, 331.55, 3.592518 },
};

/**
 * muster_almanac_get_new_moon:
 * @month: counted from the new moon of 6 January 2000; may be negative
 *
 * Returns: when the moon is new, in days since 1970, UTC
 */
double
muster_almanac_get_new_moon (int month)
{
  double k = month, t = k / (MONTHS_PER_MILLENNIUM / 10);
  double sun = RADIANS (2.5534 + 29.1053567 * k - 0.0000014 * t * t);
  double moon = RADIANS (201.5643 + 385.81693528 * k + 0.0107582 * t * t + 0.00001238 * t * t * t);
  double node = RADIANS (160.7108 + 390.67050284 * k - 0.0016118 * t * t - 0.00000227 * t * t * t);
  double ascending = RADIANS (124.7746 - 1.56375588 * k + 0.0020672 * t * t);
  double eccentricity = 1 - 0.002516 * t - 0.0000074 * t * t;
  double time = NEW_MOON_OF_2000 + DAYS_PER_MONTH * k + 0.00015437 * t * t -
                0.00000015 * t * t * t - 0.00017 * sin (ascending);

  for (gsize i = 0; i < G_N_ELEMENTS (pulls); i++)
    time += pulls[i].days * pow (eccentricity, abs (pulls[i].sun)) *
            sin (pulls[i].sun * sun + pulls[i].moon * moon + pulls[i].node * node);
  for (gsize i = 0; i < G_N_ELEMENTS (planets); i++)
    time += planets[i].days * sin (RADIANS (planets[i].phase + planets[i].rate * k));
  return time - get_time_lag (k / MONTHS_PER_MILLENNIUM) / 86400;
}

/**
 * muster_almanac_get_beijing_midnight:
 *
 * Returns: when @day begins in Beijing, in days since 1970, UTC.  Until 1928 the
 *   calendar was made by the sun over Beijing, since then for eight hours east.
 */
double
muster_almanac_get_beijing_midnight (MusterDay day)
{
  return day < muster_day_from_ymd (1929, 1, 1) ? day - 27940.0 / 86400 : day - 8.0 / 24;
}
