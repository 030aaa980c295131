/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"

G_BEGIN_DECLS

char *muster_words_for_day (MusterDay day) G_GNUC_WARN_UNUSED_RESULT;
char *muster_words_for_moment (gint64 time_us) G_GNUC_WARN_UNUSED_RESULT;
char *muster_words_for_wall_clock (gint64 seconds) G_GNUC_WARN_UNUSED_RESULT;
char *muster_words_for_count (guint64 count) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
