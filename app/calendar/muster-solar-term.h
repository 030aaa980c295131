/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"

G_BEGIN_DECLS

const char *muster_solar_term_get (MusterDay day);

G_END_DECLS
