/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_ZONE_ROW (muster_zone_row_get_type ())
G_DECLARE_FINAL_TYPE (MusterZoneRow, muster_zone_row, MUSTER, ZONE_ROW, AdwActionRow)

const char *muster_zone_row_get_zone (MusterZoneRow *self);
void muster_zone_row_set_zone (MusterZoneRow *self, const char *zone);

G_END_DECLS
