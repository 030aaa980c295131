/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_CALENDAR_PALETTE (muster_calendar_palette_get_type ())
G_DECLARE_FINAL_TYPE (MusterCalendarPalette, muster_calendar_palette, MUSTER, CALENDAR_PALETTE,
                      GObject)

MusterCalendarPalette *muster_calendar_palette_new (GdkDisplay *display) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
