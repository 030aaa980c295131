/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-sample-random.h"

G_BEGIN_DECLS

char *muster_sample_name_dup (MusterSampleRandom *random) G_GNUC_WARN_UNUSED_RESULT;
const char *muster_sample_city_get (MusterSampleRandom *random);

G_END_DECLS
