/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-calendar-view.h"

G_BEGIN_DECLS

#define MUSTER_WEEK_GRID_HOUR 48   /* pixels */
#define MUSTER_WEEK_GRID_GUTTER 52 /* pixels for the hours, left of the days */

#define MUSTER_TYPE_WEEK_GRID (muster_week_grid_get_type ())
G_DECLARE_FINAL_TYPE (MusterWeekGrid, muster_week_grid, MUSTER, WEEK_GRID, GtkWidget)

GtkWidget *muster_week_grid_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_week_grid_show (MusterWeekGrid *self, MusterDay start, guint n_days, GPtrArray *items,
                            const MusterCalendarState *state);
void muster_week_grid_set_now (MusterWeekGrid *self, int now);
const guint *muster_week_grid_get_n_hidden (MusterWeekGrid *self);
void muster_week_grid_add_stops (MusterWeekGrid *self, MusterDay day, GPtrArray *stops);
MusterDay muster_week_grid_find_time (MusterWeekGrid *self, double x, double y, int *out_minute);

G_END_DECLS
