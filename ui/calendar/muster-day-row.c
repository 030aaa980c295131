/* muster-day-row.c - a date: typed, or chosen on a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-day-row"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-day-row.h"

struct _MusterDayRow
{
  AdwEntryRow parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkCalendar *calendar;
  gboolean is_showing; /* the calendar is being set: nobody chose a day */
};

G_DEFINE_FINAL_TYPE (MusterDayRow, muster_day_row, ADW_TYPE_ENTRY_ROW)

static void
day_selected_cb (MusterDayRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  if (self->is_showing)
    return;
  muster_day_row_set_day (self, muster_day_from_ymd (g_date_time_get_year (date),
                                                     g_date_time_get_month (date),
                                                     g_date_time_get_day_of_month (date)));
  gtk_popover_popdown (self->popover);
}

static void
show_cb (MusterDayRow *self)
{
  g_autoptr (GDateTime) date = NULL;
  MusterDay day;
  int year, month, day_of_month;

  if (!muster_day_row_get_day (self, &day) || day == MUSTER_DAY_NONE)
    return;

  muster_day_to_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  if (date == NULL)
    return;
  self->is_showing = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->is_showing = FALSE;
}

static void
muster_day_row_class_init (MusterDayRowClass *klass)
{
}

static void
muster_day_row_init (MusterDayRow *self)
{
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->calendar));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Choose on a Calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose on a Calendar"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->button));
  g_signal_connect_object (self->popover, "show", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * muster_day_row_get_day:
 * @out_day: %MUSTER_DAY_NONE where nothing was typed
 *
 * Returns: %FALSE if what was typed is no date
 */
gboolean
muster_day_row_get_day (MusterDayRow *self, MusterDay *out_day)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (MUSTER_IS_DAY_ROW (self), FALSE);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  *out_day = MUSTER_DAY_NONE;
  return *text == '\0' || muster_day_parse (g_strdelimit (text, "/.", '-'), out_day);
}

void
muster_day_row_set_day (MusterDayRow *self, MusterDay day)
{
  g_autofree char *text = NULL;

  g_return_if_fail (MUSTER_IS_DAY_ROW (self));

  text = day != MUSTER_DAY_NONE ? muster_day_dup_text (day) : g_strdup ("");
  gtk_editable_set_text (GTK_EDITABLE (self), text);
}
