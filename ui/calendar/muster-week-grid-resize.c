/* muster-week-grid-resize.c - drags the end of an event in the hours of a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-week-grid"

#include "config.h"

#include <math.h>

#include "muster-event-chip.h"
#include "muster-week-grid-private.h"

#define EDGE 6  /* pixels in which the end can be taken */
#define SNAP 15 /* minutes */
#define SECONDS_PER_MINUTE 60

/* Only what ends on this day: of the others this is not the end. */
static gboolean
has_end (MusterWeekGrid *self, const MusterPlacedChip *placed)
{
  const MusterCalendarItem *item = muster_event_chip_get_item (MUSTER_EVENT_CHIP (placed->widget));

  return item != NULL && item->last_day == self->start + (int) placed->day;
}

static MusterPlacedChip *
find_end (MusterWeekGrid *self, double x, double y)
{
  for (guint i = 0; i < self->placed->len; i++)
    {
      MusterPlacedChip *placed = &g_array_index (self->placed, MusterPlacedChip, i);
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (placed->widget, GTK_WIDGET (self), &bounds) &&
          x >= bounds.origin.x && x < bounds.origin.x + bounds.size.width &&
          y >= bounds.origin.y + bounds.size.height - EDGE &&
          y <= bounds.origin.y + bounds.size.height && has_end (self, placed))
        return placed;
    }
  return NULL;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, MusterWeekGrid *self)
{
  gtk_widget_set_cursor_from_name (
      GTK_WIDGET (self),
      self->resized != NULL || find_end (self, x, y) != NULL ? "ns-resize" : NULL);
}

static void
begin_cb (GtkGestureDrag *gesture, double x, double y, MusterWeekGrid *self)
{
  self->resized = find_end (self, x, y);
  if (self->resized == NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->resized_to = self->resized->column.to;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
update_cb (GtkGestureDrag *gesture, double x, double y, MusterWeekGrid *self)
{
  int by;

  if (self->resized == NULL)
    return;
  by = (int) lround (y * MINUTES_PER_HOUR / MUSTER_WEEK_GRID_HOUR / SNAP) * SNAP;
  self->resized->column.to =
      CLAMP (self->resized_to + by, self->resized->column.from + MIN_MINUTES, MINUTES_PER_DAY);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
end_cb (GtkGestureDrag *gesture, double x, double y, MusterWeekGrid *self)
{
  MusterPlacedChip *placed = self->resized;
  const MusterCalendarItem *item;
  g_autofree char *id = NULL;
  gint64 by;

  self->resized = NULL;
  if (placed == NULL)
    return;
  item = muster_event_chip_get_item (MUSTER_EVENT_CHIP (placed->widget));
  by = (gint64) (placed->column.to - self->resized_to) * SECONDS_PER_MINUTE;
  placed->column.to = self->resized_to; /* until it is written */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  id = muster_id_dup_text (&item->event);
  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.move", "(sxxx)", id, item->original_at,
                              (gint64) 0, by);
}

/**
 * muster_week_grid_add_resizing:
 *
 * Lets the lower edge of an event be dragged.
 */
void
muster_week_grid_add_resizing (MusterWeekGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (end_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
