/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-event-columns.h"
#include "muster-week-grid.h"

G_BEGIN_DECLS

#define HOURS 24
#define MINUTES_PER_HOUR 60
#define MINUTES_PER_DAY (HOURS * MINUTES_PER_HOUR)
#define MIN_MINUTES 30 /* as long as it takes to read a line */
#define GAP 2

/**
 * MusterPlacedChip:
 *
 * A chip and where it stands.
 */
typedef struct
{
  GtkWidget *widget;
  guint day;
  MusterColumn column;
} MusterPlacedChip;

struct _MusterWeekGrid
{
  GtkWidget parent_instance;

  MusterDay start;
  guint n_days;
  MusterDay today;
  int now;
  guint n_hidden[MUSTER_DAYS_PER_WEEK];
  GArray *placed;            /* owned, of MusterPlacedChip */
  MusterPlacedChip *resized; /* of @placed: whose end is being dragged; NULL */
  int resized_to;            /* where it ended before */
  GtkWidget *hours[HOURS];
};

int muster_week_grid_to_y (int minute);
void muster_week_grid_add_resizing (MusterWeekGrid *self);

G_END_DECLS
