/* muster-week-view.c - the days of a week with their hours; fewer days where it is narrow
 *
 * What lasts for whole days stands above the hours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-week-view"

#include "config.h"

#include "muster-calendar-words.h"
#include "muster-week-grid.h"
#include "muster-week-headings.h"
#include "muster-week-row.h"
#include "muster-week-view.h"

#define WIDE 620   /* pixels from which a whole week has room */
#define NARROW 330 /* pixels below which there is room for one day only */
#define FEW_DAYS 3
#define MAX_BARS 4 /* one below the other */
#define FIRST_HOUR 8
#define MARGIN 8 /* pixels, so that the number of the first hour can be read */
#define SECONDS_PER_DAY 86400
#define MINUTES_PER_DAY 1440
#define SECONDS_PER_MINUTE 60
#define MIN_WIDTH 200
#define MIN_HEIGHT 200

struct _MusterWeekView
{
  MusterCalendarView parent_instance;

  MusterDay start;
  guint n_days;
  gboolean scrolled; /* to the first hour */
  MusterWeekHeadings *headings;
  MusterWeekRow *row;
  GtkScrolledWindow *window;
  MusterWeekGrid *grid;
};

G_DEFINE_FINAL_TYPE (MusterWeekView, muster_week_view, MUSTER_TYPE_CALENDAR_VIEW)

/* Fewer than seven days move only when the selected one is no longer among them. */
static void
settle_start (MusterWeekView *self)
{
  const MusterCalendarState *state = muster_calendar_view_get_state (MUSTER_CALENDAR_VIEW (self));

  if (self->n_days == MUSTER_DAYS_PER_WEEK)
    self->start = muster_week_get_start (state->day, state->first);
  else if (state->day < self->start || state->day >= self->start + (int) self->n_days)
    self->start = state->day;
}

static void
muster_week_view_update (MusterCalendarView *view)
{
  MusterWeekView *self = MUSTER_WEEK_VIEW (view);
  const MusterCalendarState *state = muster_calendar_view_get_state (view);
  GPtrArray *items = muster_calendar_view_get_items (view);
  MusterWeekRowContent content = {
    .capacity = MAX_BARS,
    .only_bars = TRUE,
    .month = MUSTER_DAY_NONE,
  };

  settle_start (self);
  muster_week_headings_show (self->headings, self->start, self->n_days);
  muster_week_grid_show (self->grid, self->start, self->n_days, items, state);
  content.start = self->start;
  content.n_days = self->n_days;
  content.n_hidden = muster_week_grid_get_n_hidden (self->grid);
  muster_week_row_show (self->row, &content, items, state);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Read is what may come into view while the day is of this week, however wide the window gets. */
static void
muster_week_view_get_range (MusterCalendarView *view, MusterDay *out_from, MusterDay *out_to)
{
  const MusterCalendarState *state = muster_calendar_view_get_state (view);
  MusterDay week = muster_week_get_start (state->day, state->first);

  *out_from = week - FEW_DAYS;
  *out_to = week + MUSTER_DAYS_PER_WEEK + FEW_DAYS;
}

static MusterDay
muster_week_view_step (MusterCalendarView *view, int direction)
{
  return muster_calendar_view_get_state (view)->day +
         direction * (int) MUSTER_WEEK_VIEW (view)->n_days;
}

static char *
muster_week_view_dup_title (MusterCalendarView *view)
{
  MusterWeekView *self = MUSTER_WEEK_VIEW (view);

  settle_start (self);
  return muster_calendar_words_for_days (self->start, self->start + (int) self->n_days - 1);
}

static void
muster_week_view_tick (MusterCalendarView *view)
{
  muster_week_grid_set_now (MUSTER_WEEK_VIEW (view)->grid,
                            muster_calendar_view_get_state (view)->now);
}

static GPtrArray *
muster_week_view_list_stops (MusterCalendarView *view)
{
  MusterWeekView *self = MUSTER_WEEK_VIEW (view);
  MusterDay day = muster_calendar_view_get_state (view)->day;
  GPtrArray *stops = g_ptr_array_new ();

  muster_week_row_add_stops (self->row, day, stops);
  muster_week_grid_add_stops (self->grid, day, stops);
  muster_week_row_add_more_stop (self->row, day, stops);
  return stops;
}

static void
muster_week_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
}

static guint
get_n_days (int width)
{
  if (width >= WIDE)
    return MUSTER_DAYS_PER_WEEK;
  return width >= NARROW ? FEW_DAYS : 1;
}

static void
muster_week_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MusterWeekView *self = MUSTER_WEEK_VIEW (widget);
  int gutter = MUSTER_WEEK_GRID_GUTTER;
  int top = muster_week_headings_get_height (self->headings), row;

  gtk_widget_measure (GTK_WIDGET (self->row), GTK_ORIENTATION_VERTICAL, -1, NULL, &row, NULL, NULL);
  muster_calendar_view_place (GTK_WIDGET (self->headings), gutter, 0, width - gutter, top);
  muster_calendar_view_place (GTK_WIDGET (self->row), gutter, top, width - gutter, row);
  muster_calendar_view_place (GTK_WIDGET (self->window), 0, top + row, width,
                              MAX (0, height - top - row));
  if (get_n_days (width) != self->n_days)
    {
      self->n_days = get_n_days (width);
      muster_calendar_view_later (MUSTER_CALENDAR_VIEW (self));
    }
}

static void
scroll_cb (gpointer user_data)
{
  gtk_adjustment_set_value (user_data, FIRST_HOUR * MUSTER_WEEK_GRID_HOUR - MARGIN);
  g_object_unref (user_data);
}

/* Once there is something to scroll, and its room has been given out. */
static void
adjustment_changed_cb (MusterWeekView *self, GtkAdjustment *adjustment)
{
  if (self->scrolled || gtk_adjustment_get_page_size (adjustment) <= 0)
    return;
  self->scrolled = TRUE;
  g_idle_add_once (scroll_cb, g_object_ref (adjustment));
}

static gint64
get_own_start (const MusterCalendarItem *item)
{
  return ((gint64) item->first_day * MINUTES_PER_DAY + item->from_minute) * SECONDS_PER_MINUTE;
}

/* An event is let go where it begins then. */
static gboolean
grid_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, MusterWeekView *self)
{
  const MusterCalendarItem *item = g_value_get_boxed (value);
  int minute = 0;
  MusterDay day = muster_week_grid_find_time (self->grid, x, y, &minute);
  gint64 by = ((gint64) day * MINUTES_PER_DAY + minute) * SECONDS_PER_MINUTE - get_own_start (item);

  if (day == MUSTER_DAY_NONE || item->all_day)
    return FALSE;
  muster_calendar_view_move (MUSTER_CALENDAR_VIEW (self), item, by, by);
  return TRUE;
}

static gboolean
row_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, MusterWeekView *self)
{
  const MusterCalendarItem *item = g_value_get_boxed (value);
  gint64 by =
      (gint64) (muster_week_row_find_day (self->row, x) - item->first_day) * SECONDS_PER_DAY;

  muster_calendar_view_move (MUSTER_CALENDAR_VIEW (self), item, by, by);
  return TRUE;
}

static void
add_drop_target (MusterWeekView *self, GtkWidget *widget, GCallback callback)
{
  GtkDropTarget *target = gtk_drop_target_new (MUSTER_TYPE_CALENDAR_ITEM, GDK_ACTION_MOVE);

  g_signal_connect_object (target, "drop", callback, self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

static void
muster_week_view_class_init (MusterWeekViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MusterCalendarViewClass *view_class = MUSTER_CALENDAR_VIEW_CLASS (klass);

  widget_class->measure = muster_week_view_measure;
  widget_class->size_allocate = muster_week_view_size_allocate;
  view_class->get_range = muster_week_view_get_range;
  view_class->step = muster_week_view_step;
  view_class->dup_title = muster_week_view_dup_title;
  view_class->update = muster_week_view_update;
  view_class->tick = muster_week_view_tick;
  view_class->list_stops = muster_week_view_list_stops;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
muster_week_view_init (MusterWeekView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->n_days = MUSTER_DAYS_PER_WEEK;
  self->headings = MUSTER_WEEK_HEADINGS (muster_week_headings_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->headings), widget);
  self->row = MUSTER_WEEK_ROW (muster_week_row_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->row), widget);
  self->window = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->grid = MUSTER_WEEK_GRID (muster_week_grid_new ());
  gtk_scrolled_window_set_policy (self->window, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->window, GTK_WIDGET (self->grid));
  gtk_widget_set_parent (GTK_WIDGET (self->window), widget);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->window), "changed",
                           G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);
  add_drop_target (self, GTK_WIDGET (self->grid), G_CALLBACK (grid_drop_cb));
  add_drop_target (self, GTK_WIDGET (self->row), G_CALLBACK (row_drop_cb));
}
