/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"

G_BEGIN_DECLS

char *muster_date_text_dup (MusterDay day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
