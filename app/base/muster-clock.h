/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "muster-day.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_CLOCK (muster_clock_get_type ())
G_DECLARE_FINAL_TYPE (MusterClock, muster_clock, MUSTER, CLOCK, GObject)

MusterClock *muster_clock_new (void) G_GNUC_WARN_UNUSED_RESULT;
MusterClock *muster_clock_new_fixed (gint64 now_us) G_GNUC_WARN_UNUSED_RESULT;

gint64 muster_clock_get_now (MusterClock *self);
MusterDay muster_clock_get_today (MusterClock *self);
void muster_clock_set_fixed (MusterClock *self, gint64 now_us);

G_END_DECLS
