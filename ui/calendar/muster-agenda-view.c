/* muster-agenda-view.c - what happens from the selected day on, day by day
 *
 * A month at first; more days are added by the button at the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-agenda-view"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "muster-agenda-list.h"
#include "muster-agenda-view.h"
#include "muster-calendar-words.h"

#define DAYS 31      /* that are added at a time */
#define MAX_DAYS 366 /* the day after is selected to see more */
#define MAX_ROWS 200 /* that are added at a time */

struct _MusterAgendaView
{
  MusterCalendarView parent_instance;

  MusterDay start; /* from which @n_days and @n_rows count */
  int n_days;
  guint n_rows;
  guint n_hidden;

  GtkWidget *stack;
  MusterAgendaList *list;
  GtkWidget *more_button;
  GtkWidget *empty_page;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (MusterAgendaView, muster_agenda_view, MUSTER_TYPE_CALENDAR_VIEW)

static void
begin_at (MusterAgendaView *self, MusterDay day)
{
  if (day == self->start)
    return;

  self->start = day;
  self->n_days = DAYS;
  self->n_rows = MAX_ROWS;
}

static void
show_more_text (MusterAgendaView *self)
{
  MusterDay last = self->start + self->n_days - 1;
  g_autofree char *day = muster_calendar_words_for_day (last);
  g_autofree char *text =
      self->n_hidden > 0
          ? g_strdup_printf (ngettext ("Show %u more", "Show %u more", self->n_hidden),
                             self->n_hidden)
          /* TRANSLATORS: a date follows */
          : g_strdup_printf (_ ("Show What Comes after %s"), day);

  gtk_button_set_label (GTK_BUTTON (self->more_button), text);
  gtk_label_set_ellipsize (
      GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->more_button))),
      PANGO_ELLIPSIZE_END); /* a narrow window has no room for a date in words */
  gtk_widget_set_visible (self->more_button, self->n_hidden > 0 || self->n_days < MAX_DAYS);
}

static void
show_empty_text (MusterAgendaView *self)
{
  g_autofree char *days =
      muster_calendar_words_for_days (self->start, self->start + self->n_days - 1);
  g_autofree char *text = g_strdup_printf (
      /* TRANSLATORS: the days from … to … */
      _ ("%s: nothing is planned. Add an event, or import a calendar file."), days);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty_page), escaped);
}

static void
muster_agenda_view_update (MusterCalendarView *view)
{
  MusterAgendaView *self = MUSTER_AGENDA_VIEW (view);
  GPtrArray *items = muster_calendar_view_get_items (view);
  const MusterCalendarState *state = muster_calendar_view_get_state (view);

  begin_at (self, state->day);
  self->n_hidden = muster_agenda_list_show_days (self->list, items, state, self->n_rows);
  show_more_text (self);
  show_empty_text (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), items->len > 0 ? "list" : "empty");
}

static void
muster_agenda_view_get_range (MusterCalendarView *view, MusterDay *out_from, MusterDay *out_to)
{
  MusterAgendaView *self = MUSTER_AGENDA_VIEW (view);

  begin_at (self, muster_calendar_view_get_state (view)->day);
  *out_from = self->start;
  *out_to = self->start + self->n_days;
}

static MusterDay
muster_agenda_view_step (MusterCalendarView *view, int direction)
{
  return muster_day_add_months (muster_calendar_view_get_state (view)->day, direction);
}

static char *
muster_agenda_view_dup_title (MusterCalendarView *view)
{
  MusterDay from, to;

  muster_agenda_view_get_range (view, &from, &to);
  return muster_calendar_words_for_days (from, to - 1);
}

static GPtrArray *
muster_agenda_view_list_stops (MusterCalendarView *view)
{
  MusterAgendaView *self = MUSTER_AGENDA_VIEW (view);
  GPtrArray *stops = g_ptr_array_new ();

  muster_agenda_list_add_rows (self->list, stops);
  g_ptr_array_add (stops, stops->len > 0 ? self->more_button : self->add_button);
  return stops;
}

static void
more_cb (MusterAgendaView *self)
{
  if (self->n_hidden > 0)
    self->n_rows += MAX_ROWS;
  else
    self->n_days = MIN (self->n_days + DAYS, MAX_DAYS);
  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.reload", NULL);
}

static void
muster_agenda_view_class_init (MusterAgendaViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MusterCalendarViewClass *view_class = MUSTER_CALENDAR_VIEW_CLASS (klass);

  view_class->get_range = muster_agenda_view_get_range;
  view_class->step = muster_agenda_view_step;
  view_class->dup_title = muster_agenda_view_dup_title;
  view_class->update = muster_agenda_view_update;
  view_class->list_stops = muster_agenda_view_list_stops;

  g_type_ensure (MUSTER_TYPE_AGENDA_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-agenda-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterAgendaView, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterAgendaView, list);
  gtk_widget_class_bind_template_child (widget_class, MusterAgendaView, more_button);
  gtk_widget_class_bind_template_child (widget_class, MusterAgendaView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, MusterAgendaView, add_button);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
muster_agenda_view_init (MusterAgendaView *self)
{
  self->start = MUSTER_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}
