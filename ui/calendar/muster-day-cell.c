/* muster-day-cell.c - a day on the page of a month
 *
 * Its number, its Chinese day, and how many events have no room.  The events
 * lie above it and belong to the month, because some last for several days.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-day-cell"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-calendar-words.h"
#include "muster-day-cell.h"
#include "muster-words.h"

#define MAX_DOTS 4

struct _MusterDayCell
{
  GtkWidget parent_instance;

  MusterDay day;
  GtkWidget *head;
  GtkWidget *number_label;
  GtkWidget *chinese_label;
  GtkWidget *dots;
  GtkWidget *more_button;
};

G_DEFINE_FINAL_TYPE (MusterDayCell, muster_day_cell, GTK_TYPE_WIDGET)

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, MusterDayCell *self)
{
  /* the first press of two may have put another month in view */
  if (n_press == 1)
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.go-to", "i", self->day);
  else if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.add", NULL);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_dots (MusterDayCell *self, GPtrArray *items)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->dots)) != NULL)
    gtk_box_remove (GTK_BOX (self->dots), child);
  gtk_widget_set_visible (self->dots, items != NULL && items->len > 0);
  for (guint i = 0; items != NULL && i < MIN (items->len, MAX_DOTS); i++)
    {
      const MusterCalendarItem *item = items->pdata[i];
      g_autofree char *colour = g_strdup_printf ("colour-%u", item->colour);
      GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (dot, "event-dot");
      gtk_widget_add_css_class (dot, colour);
      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (self->dots), dot);
    }
}

static void
set_name (MusterDayCell *self, const MusterDayCellContent *content, gboolean today)
{
  g_autofree char *date = muster_calendar_words_for_day (content->day);
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u event", "%u events", content->n_items), content->n_items);
  g_autoptr (GString) name = g_string_new (date);

  if (content->chinese_date != NULL && *content->chinese_date != '\0')
    g_string_append_printf (name, "%s%s", _ (", "), content->chinese_date);
  if (today)
    g_string_append_printf (name, "%s%s", _ (", "), _ ("today"));
  if (content->n_items > 0)
    g_string_append_printf (name, "%s%s", _ (", "), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
}

static void
show_hidden (MusterDayCell *self, guint n_hidden)
{
  /* TRANSLATORS: how many events of a day have no room */
  g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", n_hidden), n_hidden);

  gtk_button_set_label (GTK_BUTTON (self->more_button), text);
  gtk_widget_set_visible (self->more_button, n_hidden > 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->more_button), "i", self->day);
}

static void
muster_day_cell_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (muster_day_cell_parent_class)->dispose (object);
}

static void
muster_day_cell_class_init (MusterDayCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_day_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "daycell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
add_head (MusterDayCell *self)
{
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->number_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->number_label, "day-number");
  gtk_widget_add_css_class (self->number_label, "numeric");
  self->chinese_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->chinese_label, "chinese-day");
  gtk_label_set_ellipsize (GTK_LABEL (self->chinese_label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->chinese_label), 1);
  gtk_widget_set_hexpand (self->chinese_label, TRUE);
  gtk_box_append (GTK_BOX (self->head), self->number_label);
  gtk_box_append (GTK_BOX (self->head), self->chinese_label);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
}

static void
muster_day_cell_init (MusterDayCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_head (self);
  self->dots = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_set_halign (self->dots, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->dots, GTK_WIDGET (self));
  self->more_button = gtk_button_new ();
  gtk_widget_add_css_class (self->more_button, "flat");
  gtk_widget_add_css_class (self->more_button, "more-events");
  gtk_widget_set_vexpand (self->more_button, TRUE);
  gtk_widget_set_valign (self->more_button, GTK_ALIGN_END);
  gtk_widget_set_halign (self->more_button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->more_button), "i", self->day);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->more_button), "calendar.list-day");
  gtk_widget_set_parent (self->more_button, GTK_WIDGET (self));
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
muster_day_cell_new (void)
{
  return g_object_new (MUSTER_TYPE_DAY_CELL, NULL);
}

void
muster_day_cell_show (MusterDayCell *self, const MusterDayCellContent *content,
                      const MusterCalendarState *state)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean selected = content->day == state->day;
  g_autofree char *number = NULL;
  int year, month, day;

  g_return_if_fail (MUSTER_IS_DAY_CELL (self));

  self->day = content->day;
  muster_day_to_ymd (content->day, &year, &month, &day);
  number = g_strdup_printf ("%d", day);
  gtk_label_set_label (GTK_LABEL (self->number_label), number);
  gtk_label_set_label (GTK_LABEL (self->chinese_label),
                       content->chinese != NULL ? content->chinese : "");
  set_class (widget, "outside", content->outside);
  set_class (widget, "today", content->day == state->today);
  set_class (widget, "selected", selected);
  gtk_widget_set_focusable (widget, selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  show_dots (self, content->dots);
  show_hidden (self, content->n_hidden);
  set_name (self, content, content->day == state->today);
}

/**
 * muster_day_cell_get_head_height:
 *
 * Returns: how much of the cell is above the events
 */
int
muster_day_cell_get_head_height (MusterDayCell *self)
{
  int height;

  g_return_val_if_fail (MUSTER_IS_DAY_CELL (self), 0);

  gtk_widget_measure (self->head, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

/**
 * muster_day_cell_get_more_button:
 *
 * Returns: (nullable) (transfer none): the button for events without room; %NULL if all have room
 */
GtkWidget *
muster_day_cell_get_more_button (MusterDayCell *self)
{
  g_return_val_if_fail (MUSTER_IS_DAY_CELL (self), NULL);

  return gtk_widget_get_visible (self->more_button) ? self->more_button : NULL;
}
