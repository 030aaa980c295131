/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-calendar-view.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_WEEK_ROW (muster_week_row_get_type ())
G_DECLARE_FINAL_TYPE (MusterWeekRow, muster_week_row, MUSTER, WEEK_ROW, GtkWidget)

/**
 * MusterWeekRowContent:
 * @start: the first day
 * @n_days: 1 to 7
 * @capacity: how many events stand one below the other at most
 * @dots: events are shown as dots
 * @only_bars: events that are a matter of hours are left out
 * @month: a day of the month whose days are not dimmed; none: no day is
 * @n_hidden: (nullable) (array length=n_days): events that have no room elsewhere
 */
typedef struct
{
  MusterDay start;
  guint n_days;
  guint capacity;
  gboolean dots;
  gboolean only_bars;
  MusterDay month;
  const guint *n_hidden;
} MusterWeekRowContent;

GtkWidget *muster_week_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_week_row_show (MusterWeekRow *self, const MusterWeekRowContent *content,
                           GPtrArray *items, const MusterCalendarState *state);
void muster_week_row_add_stops (MusterWeekRow *self, MusterDay day, GPtrArray *stops);
void muster_week_row_add_more_stop (MusterWeekRow *self, MusterDay day, GPtrArray *stops);
guint muster_week_row_get_capacity (MusterWeekRow *self, int height);
MusterDay muster_week_row_find_day (MusterWeekRow *self, double x);

int muster_week_row_get_edge (int length, guint n, guint i);

G_END_DECLS
