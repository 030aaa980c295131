/* muster-month-view.c - the weeks of a month
 *
 * Where it is narrow, events are dots, and what happens on the selected day
 * is listed below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-month-view"

#include "config.h"

#include "muster-agenda-list.h"
#include "muster-calendar-words.h"
#include "muster-month-view.h"
#include "muster-week-headings.h"
#include "muster-week-row.h"

#define MAX_WEEKS 6
#define NARROW 560    /* pixels below which a chip says nothing */
#define NARROW_ROW 46 /* pixels: a number, a Chinese day and dots */
#define MIN_WIDTH 200
#define MIN_HEIGHT 200
#define SECONDS_PER_DAY 86400

struct _MusterMonthView
{
  MusterCalendarView parent_instance;

  MusterDay start; /* of the page */
  guint n_weeks;
  guint capacity; /* lines of a day */
  gboolean narrow;
  MusterWeekHeadings *headings;
  MusterWeekRow *rows[MAX_WEEKS];
  MusterAgendaList *list; /* of the selected day; in view where it is narrow */
};

G_DEFINE_FINAL_TYPE (MusterMonthView, muster_month_view, MUSTER_TYPE_CALENDAR_VIEW)

static void
show_week (MusterMonthView *self, guint number)
{
  MusterCalendarView *view = MUSTER_CALENDAR_VIEW (self);
  const MusterCalendarState *state = muster_calendar_view_get_state (view);
  MusterWeekRowContent content = {
    .start = self->start + (int) number * MUSTER_DAYS_PER_WEEK,
    .n_days = MUSTER_DAYS_PER_WEEK,
    .capacity = self->capacity,
    .dots = self->narrow,
    .month = state->day,
  };

  muster_week_row_show (self->rows[number], &content, muster_calendar_view_get_items (view), state);
}

static void
muster_month_view_update (MusterCalendarView *view)
{
  MusterMonthView *self = MUSTER_MONTH_VIEW (view);
  const MusterCalendarState *state = muster_calendar_view_get_state (view);
  g_autofree char *title = muster_calendar_words_for_month (state->day);

  self->n_weeks = muster_month_grid_get (state->day, state->first, &self->start);
  muster_week_headings_show (self->headings, self->start, MUSTER_DAYS_PER_WEEK);
  for (guint i = 0; i < MAX_WEEKS; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), i < self->n_weeks);
      if (i < self->n_weeks)
        show_week (self, i);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->narrow);
  if (self->narrow)
    muster_agenda_list_show_day (self->list, muster_calendar_view_get_items (view), state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
muster_month_view_get_range (MusterCalendarView *view, MusterDay *out_from, MusterDay *out_to)
{
  const MusterCalendarState *state = muster_calendar_view_get_state (view);
  guint n_weeks = muster_month_grid_get (state->day, state->first, out_from);

  *out_to = *out_from + (int) n_weeks * MUSTER_DAYS_PER_WEEK;
}

static MusterDay
muster_month_view_step (MusterCalendarView *view, int direction)
{
  return muster_day_add_months (muster_calendar_view_get_state (view)->day, direction);
}

static char *
muster_month_view_dup_title (MusterCalendarView *view)
{
  return muster_calendar_words_for_month (muster_calendar_view_get_state (view)->day);
}

static GPtrArray *
muster_month_view_list_stops (MusterCalendarView *view)
{
  MusterMonthView *self = MUSTER_MONTH_VIEW (view);
  MusterDay day = muster_calendar_view_get_state (view)->day;
  GPtrArray *stops = g_ptr_array_new ();

  for (guint i = 0; i < self->n_weeks; i++)
    {
      muster_week_row_add_stops (self->rows[i], day, stops);
      muster_week_row_add_more_stop (self->rows[i], day, stops);
    }
  if (self->narrow)
    muster_agenda_list_add_rows (self->list, stops);
  return stops;
}

static void
muster_month_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
}

static void
muster_month_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MusterMonthView *self = MUSTER_MONTH_VIEW (widget);
  gboolean narrow = width < NARROW;
  int top, grid;
  guint capacity;

  if (self->n_weeks == 0)
    return;
  top = muster_week_headings_get_height (self->headings);
  grid = narrow ? MIN ((int) self->n_weeks * NARROW_ROW, height - top) : height - top;
  muster_calendar_view_place (GTK_WIDGET (self->headings), 0, 0, width, top);
  for (guint i = 0; i < self->n_weeks; i++)
    {
      int y = muster_week_row_get_edge (grid, self->n_weeks, i);

      muster_calendar_view_place (GTK_WIDGET (self->rows[i]), 0, top + y, width,
                                  muster_week_row_get_edge (grid, self->n_weeks, i + 1) - y);
    }
  if (gtk_widget_get_visible (GTK_WIDGET (self->list)))
    muster_calendar_view_place (GTK_WIDGET (self->list), 0, top + grid, width,
                                MAX (0, height - top - grid));
  capacity = muster_week_row_get_capacity (self->rows[0], grid / (int) self->n_weeks);
  if (capacity != self->capacity || narrow != self->narrow)
    {
      self->capacity = capacity;
      self->narrow = narrow;
      muster_calendar_view_later (MUSTER_CALENDAR_VIEW (self));
    }
}

static MusterDay
find_day (MusterMonthView *self, double x, double y)
{
  for (guint i = 0; i < self->n_weeks; i++)
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (GTK_WIDGET (self->rows[i]), GTK_WIDGET (self), &bounds) &&
          graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        return muster_week_row_find_day (self->rows[i], x);
    }
  return MUSTER_DAY_NONE;
}

/* A bar is let go on the day on which it begins then. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, MusterMonthView *self)
{
  const MusterCalendarItem *item = g_value_get_boxed (value);
  MusterDay day = find_day (self, x, y);
  gint64 by = (gint64) (day - item->first_day) * SECONDS_PER_DAY;

  if (day == MUSTER_DAY_NONE)
    return FALSE;
  muster_calendar_view_move (MUSTER_CALENDAR_VIEW (self), item, by, by);
  return TRUE;
}

static void
muster_month_view_class_init (MusterMonthViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MusterCalendarViewClass *view_class = MUSTER_CALENDAR_VIEW_CLASS (klass);

  widget_class->measure = muster_month_view_measure;
  widget_class->size_allocate = muster_month_view_size_allocate;
  view_class->get_range = muster_month_view_get_range;
  view_class->step = muster_month_view_step;
  view_class->dup_title = muster_month_view_dup_title;
  view_class->update = muster_month_view_update;
  view_class->list_stops = muster_month_view_list_stops;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
muster_month_view_init (MusterMonthView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkDropTarget *target = gtk_drop_target_new (MUSTER_TYPE_CALENDAR_ITEM, GDK_ACTION_MOVE);

  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  self->headings = MUSTER_WEEK_HEADINGS (muster_week_headings_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->headings), widget);
  for (guint i = 0; i < MAX_WEEKS; i++)
    {
      self->rows[i] = MUSTER_WEEK_ROW (muster_week_row_new ());
      gtk_widget_set_parent (GTK_WIDGET (self->rows[i]), widget);
    }
  self->list = MUSTER_AGENDA_LIST (muster_agenda_list_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->list), widget);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
