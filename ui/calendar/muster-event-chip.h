/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-calendar-item.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_EVENT_CHIP (muster_event_chip_get_type ())
G_DECLARE_FINAL_TYPE (MusterEventChip, muster_event_chip, MUSTER, EVENT_CHIP, GtkButton)

/**
 * MusterEventChipStyle:
 * @groups: the name of the group is written on it
 * @lines: how many lines of text have room
 * @goes_on_before: it began before what is in view
 * @goes_on_after: it ends after what is in view
 */
typedef struct
{
  gboolean groups;
  int lines;
  gboolean goes_on_before;
  gboolean goes_on_after;
} MusterEventChipStyle;

GtkWidget *muster_event_chip_new (MusterCalendarItem *item,
                                  const MusterEventChipStyle *style) G_GNUC_WARN_UNUSED_RESULT;
MusterCalendarItem *muster_event_chip_get_item (MusterEventChip *self);

G_END_DECLS
