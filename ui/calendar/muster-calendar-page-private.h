/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-calendar-page.h"
#include "muster-calendar-palette.h"
#include "muster-calendar-view.h"

G_BEGIN_DECLS

struct _MusterCalendarPage
{
  MusterGroupPage parent_instance;

  GCancellable *cancellable;      /* owned, NULL while nothing is being read */
  MusterCalendarPalette *palette; /* owned, NULL until it is on a display */
  GTimeZone *viewer;              /* owned */
  MusterCalendarState state;
  char *view;           /* owned: which one is shown */
  guint ticking;        /* source id, 0 while out of view */
  gboolean setting_day; /* the calendar of the popover is being set: nobody chose a day */

  GtkStack *stack;
  GtkStack *views;
  GtkMenuButton *title_button;
  GtkCalendar *jump_calendar;
  GtkLabel *title_label;
  GtkLabel *short_title_label;
  GtkLabel *hint_label;
  AdwStatusPage *failed_page;
};

MusterCalendarView *muster_calendar_page_get_view (MusterCalendarPage *self);
void muster_calendar_page_go_to (MusterCalendarPage *self, MusterDay day);
void muster_calendar_page_set_view (MusterCalendarPage *self, const char *view);
void muster_calendar_page_install_actions (GtkWidgetClass *klass);

G_END_DECLS
