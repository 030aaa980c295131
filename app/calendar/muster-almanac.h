/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"

G_BEGIN_DECLS

double muster_almanac_get_sun_longitude (double time);
double muster_almanac_get_new_moon (int month);
double muster_almanac_get_beijing_midnight (MusterDay day);

G_END_DECLS
