/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-day.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_DAY_ROW (muster_day_row_get_type ())
G_DECLARE_FINAL_TYPE (MusterDayRow, muster_day_row, MUSTER, DAY_ROW, AdwEntryRow)

gboolean muster_day_row_get_day (MusterDayRow *self, MusterDay *out_day);
void muster_day_row_set_day (MusterDayRow *self, MusterDay day);

G_END_DECLS
