/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-calendar-item.h"
#include "muster-calendar-view.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_DAY_CELL (muster_day_cell_get_type ())
G_DECLARE_FINAL_TYPE (MusterDayCell, muster_day_cell, MUSTER, DAY_CELL, GtkWidget)

/**
 * MusterDayCellContent:
 * @outside: it belongs to another month
 * @chinese: its day of the Chinese calendar; empty or %NULL for none
 * @chinese_date: the same, spoken in full
 * @n_items: how many things happen
 * @n_hidden: how many of them have no room
 * @dots: (nullable) (element-type MusterCalendarItem): what is shown as dots; %NULL where there is
 *   room for more
 */
typedef struct
{
  MusterDay day;
  gboolean outside;
  const char *chinese;
  const char *chinese_date;
  guint n_items;
  guint n_hidden;
  GPtrArray *dots;
} MusterDayCellContent;

GtkWidget *muster_day_cell_new (void) G_GNUC_WARN_UNUSED_RESULT;
void muster_day_cell_show (MusterDayCell *self, const MusterDayCellContent *content,
                           const MusterCalendarState *state);
int muster_day_cell_get_head_height (MusterDayCell *self);
GtkWidget *muster_day_cell_get_more_button (MusterDayCell *self);

G_END_DECLS
