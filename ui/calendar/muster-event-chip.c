/* muster-event-chip.c - an event on the page of a month or a week
 *
 * A button that opens the event, and can be dragged to another time.  Its
 * colour is that of the group, whose name it says, too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-chip"

#include "config.h"

#include "muster-calendar-view.h"
#include "muster-calendar-words.h"
#include "muster-event-chip.h"

struct _MusterEventChip
{
  GtkButton parent_instance;

  MusterCalendarItem *item; /* owned, NULL once disposed */
};

G_DEFINE_FINAL_TYPE (MusterEventChip, muster_event_chip, GTK_TYPE_BUTTON)

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, MusterEventChip *self)
{
  if (self->item == NULL || !muster_calendar_item_is_event (self->item))
    return NULL;
  return gdk_content_provider_new_typed (MUSTER_TYPE_CALENDAR_ITEM, self->item);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, MusterEventChip *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static GtkWidget *
create_label (const MusterCalendarItem *item, const MusterEventChipStyle *style)
{
  g_autofree char *text = muster_calendar_words_for_chip (item, style->groups, style->lines);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style->lines > 1)
    {
      gtk_label_set_yalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_lines (GTK_LABEL (label), style->lines);
    }
  else
    gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE); /* a title may have several */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  if (item->cancelled)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      gtk_label_set_attributes (GTK_LABEL (label), attributes);
    }
  return label;
}

static void
add_classes (GtkWidget *widget, const MusterCalendarItem *item, const MusterEventChipStyle *style)
{
  g_autofree char *colour = g_strdup_printf ("colour-%u", item->colour);

  gtk_widget_add_css_class (widget, "event-chip");
  gtk_widget_add_css_class (widget, colour);
  if (style->goes_on_before)
    gtk_widget_add_css_class (widget, "goes-on-before");
  if (style->goes_on_after)
    gtk_widget_add_css_class (widget, "goes-on-after");
  if (item->cancelled)
    gtk_widget_add_css_class (widget, "cancelled");
  if (!muster_calendar_item_is_event (item))
    gtk_widget_add_css_class (widget, "special-day");
}

static void
add_drag_source (MusterEventChip *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  /* before the button, which keeps each press for itself */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

static void
muster_event_chip_dispose (GObject *object)
{
  MusterEventChip *self = MUSTER_EVENT_CHIP (object);

  g_clear_pointer (&self->item, muster_calendar_item_unref);

  G_OBJECT_CLASS (muster_event_chip_parent_class)->dispose (object);
}

static void
muster_event_chip_class_init (MusterEventChipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_event_chip_dispose;
}

static void
muster_event_chip_init (MusterEventChip *self)
{
}

GtkWidget *
muster_event_chip_new (MusterCalendarItem *item, const MusterEventChipStyle *style)
{
  MusterEventChip *self = g_object_new (MUSTER_TYPE_EVENT_CHIP, NULL);
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *name = muster_calendar_words_for_item (item, style->groups);

  self->item = muster_calendar_item_ref (item);
  add_classes (widget, item, style);
  gtk_button_set_child (GTK_BUTTON (self), create_label (item, style));
  gtk_widget_set_tooltip_text (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  muster_calendar_view_connect (item, GTK_ACTIONABLE (self));
  add_drag_source (self);
  return widget;
}

/**
 * muster_event_chip_get_item:
 *
 * Returns: (nullable) (transfer none): what it stands for; %NULL once disposed of
 */
MusterCalendarItem *
muster_event_chip_get_item (MusterEventChip *self)
{
  g_return_val_if_fail (MUSTER_IS_EVENT_CHIP (self), NULL);

  return self->item;
}
