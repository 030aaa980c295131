/* muster-week-row.c - some days side by side, with events as bars over them
 *
 * A week on the page of a month, and what lasts for whole days on the page of a
 * week.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-week-row"

#include "config.h"

#include "muster-calendar-words.h"
#include "muster-day-cell.h"
#include "muster-event-bars.h"
#include "muster-event-chip.h"
#include "muster-week-row.h"

#define CHIP_HEIGHT 22
#define GAP 2

/* A chip and where it stands. */
typedef struct
{
  GtkWidget *widget;
  MusterBar bar;
} Placed;

struct _MusterWeekRow
{
  GtkWidget parent_instance;

  MusterLunar *lunar; /* owned */
  MusterDay start;
  guint n_days;
  GArray *placed; /* owned, of Placed */
  MusterDayCell *cells[MUSTER_DAYS_PER_WEEK];
};

G_DEFINE_FINAL_TYPE (MusterWeekRow, muster_week_row, GTK_TYPE_WIDGET)

/* The items of the days, one bar each. */
typedef struct
{
  GPtrArray *items; /* owned */
  GArray *bars;     /* owned, of MusterBar */
  guint n_items[MUSTER_DAYS_PER_WEEK];
  guint n_hidden[MUSTER_DAYS_PER_WEEK];
} Layout;

static void
layout_add (Layout *layout, MusterCalendarItem *item, MusterDay start, guint n_days)
{
  MusterDay last = start + (int) n_days - 1;
  MusterDay until = muster_calendar_item_get_shown_last_day (item);
  MusterBar bar;

  if (item->first_day > last || until < start)
    return;

  bar = (MusterBar){ .first = (guint) (MAX (item->first_day, start) - start),
                     .last = (guint) (MIN (until, last) - start) };
  g_ptr_array_add (layout->items, item);
  g_array_append_val (layout->bars, bar);
  for (guint day = bar.first; day <= bar.last; day++)
    layout->n_items[day]++;
}

static void
layout_init (Layout *layout, const MusterWeekRowContent *content, GPtrArray *items)
{
  *layout = (Layout){ .items = g_ptr_array_new (),
                      .bars = g_array_new (FALSE, FALSE, sizeof (MusterBar)) };
  for (guint i = 0; i < items->len; i++)
    if (!content->only_bars || muster_calendar_item_is_bar (items->pdata[i]))
      layout_add (layout, items->pdata[i], content->start, content->n_days);
  muster_bars_place ((MusterBar *) layout->bars->data, layout->bars->len, content->capacity,
                     layout->n_hidden);
}

static void
layout_clear (Layout *layout)
{
  g_ptr_array_unref (layout->items);
  g_array_unref (layout->bars);
}

static GPtrArray *
layout_list_items_of (const Layout *layout, guint column)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < layout->items->len; i++)
    {
      const MusterBar *bar = &g_array_index (layout->bars, MusterBar, i);

      if (bar->first <= column && column <= bar->last)
        g_ptr_array_add (found, layout->items->pdata[i]);
    }
  return found;
}

static void
add_chips (MusterWeekRow *self, const Layout *layout, const MusterCalendarState *state)
{
  MusterDay end = self->start + (int) self->n_days;

  for (guint i = 0; i < layout->items->len; i++)
    {
      MusterCalendarItem *item = layout->items->pdata[i];
      Placed placed = { .bar = g_array_index (layout->bars, MusterBar, i) };
      MusterEventChipStyle style = {
        .groups = state->groups,
        .goes_on_before = item->first_day < self->start,
        .goes_on_after = muster_calendar_item_get_shown_last_day (item) >= end,
      };

      if (!placed.bar.shown)
        continue;
      placed.widget = muster_event_chip_new (item, &style);
      gtk_widget_set_parent (placed.widget, GTK_WIDGET (self));
      g_array_append_val (self->placed, placed);
    }
}

static gboolean
is_same_month (MusterDay a, MusterDay b)
{
  int year_a, month_a, year_b, month_b, day;

  muster_day_to_ymd (a, &year_a, &month_a, &day);
  muster_day_to_ymd (b, &year_b, &month_b, &day);
  return year_a == year_b && month_a == month_b;
}

static void
show_cell (MusterWeekRow *self, const Layout *layout, guint column,
           const MusterWeekRowContent *content, const MusterCalendarState *state)
{
  MusterDay day = self->start + (int) column;
  g_autoptr (GPtrArray) dots = content->dots ? layout_list_items_of (layout, column) : NULL;
  g_autofree char *chinese = NULL, *chinese_date = NULL;
  MusterDayCellContent cell = {
    .day = day,
    .outside = content->month != MUSTER_DAY_NONE && !is_same_month (day, content->month),
    .n_items = layout->n_items[column],
    .n_hidden = content->dots ? 0 : layout->n_hidden[column],
    .dots = dots,
  };

  if (content->n_hidden != NULL)
    cell.n_hidden += content->n_hidden[column];
  if (state->chinese)
    {
      chinese = muster_calendar_words_for_chinese_day (self->lunar, day);
      chinese_date = muster_calendar_words_for_chinese_date (self->lunar, day);
    }
  cell.chinese = chinese;
  cell.chinese_date = chinese_date;
  muster_day_cell_show (self->cells[column], &cell, state);
}

static void
clear_chips (MusterWeekRow *self)
{
  for (guint i = 0; i < self->placed->len; i++)
    gtk_widget_unparent (g_array_index (self->placed, Placed, i).widget);
  g_array_set_size (self->placed, 0);
}

static int
get_head_height (MusterWeekRow *self)
{
  return muster_day_cell_get_head_height (self->cells[0]) + GAP;
}

static void
muster_week_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  MusterWeekRow *self = MUSTER_WEEK_ROW (widget);
  guint n_lanes = 0;

  for (guint i = 0; i < self->placed->len; i++)
    n_lanes = MAX (n_lanes, g_array_index (self->placed, Placed, i).bar.lane + 1);
  for (guint i = 0; i < self->n_days; i++)
    if (muster_day_cell_get_more_button (self->cells[i]) != NULL)
      {
        n_lanes++; /* for the buttons */
        break;
      }
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? 0
                 : get_head_height (self) + (int) n_lanes * (CHIP_HEIGHT + GAP) + GAP;
}

static void
muster_week_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MusterWeekRow *self = MUSTER_WEEK_ROW (widget);
  int head = get_head_height (self);

  for (guint i = 0; i < self->n_days; i++)
    {
      int x = muster_week_row_get_edge (width, self->n_days, i);

      muster_calendar_view_place (GTK_WIDGET (self->cells[i]), x, 0,
                                  muster_week_row_get_edge (width, self->n_days, i + 1) - x,
                                  height);
    }
  for (guint i = 0; i < self->placed->len; i++)
    {
      const Placed *placed = &g_array_index (self->placed, Placed, i);
      int x = muster_week_row_get_edge (width, self->n_days, placed->bar.first) + GAP;
      int end = muster_week_row_get_edge (width, self->n_days, placed->bar.last + 1) - GAP;

      muster_calendar_view_place (placed->widget, x,
                                  head + (int) placed->bar.lane * (CHIP_HEIGHT + GAP), end - x,
                                  CHIP_HEIGHT);
    }
}

static void
muster_week_row_dispose (GObject *object)
{
  GtkWidget *child;

  g_array_set_size (MUSTER_WEEK_ROW (object)->placed, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (muster_week_row_parent_class)->dispose (object);
}

static void
muster_week_row_finalize (GObject *object)
{
  MusterWeekRow *self = MUSTER_WEEK_ROW (object);

  g_array_unref (self->placed);
  muster_lunar_free (self->lunar);

  G_OBJECT_CLASS (muster_week_row_parent_class)->finalize (object);
}

static void
muster_week_row_class_init (MusterWeekRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_week_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_week_row_finalize;
  widget_class->measure = muster_week_row_measure;
  widget_class->size_allocate = muster_week_row_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
muster_week_row_init (MusterWeekRow *self)
{
  self->lunar = muster_lunar_new ();
  self->placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  for (guint i = 0; i < MUSTER_DAYS_PER_WEEK; i++)
    {
      self->cells[i] = MUSTER_DAY_CELL (muster_day_cell_new ());
      gtk_widget_set_parent (GTK_WIDGET (self->cells[i]), GTK_WIDGET (self));
    }
}

GtkWidget *
muster_week_row_new (void)
{
  return g_object_new (MUSTER_TYPE_WEEK_ROW, NULL);
}

/**
 * muster_week_row_show:
 * @items: (element-type MusterCalendarItem): of these days and perhaps others
 */
void
muster_week_row_show (MusterWeekRow *self, const MusterWeekRowContent *content, GPtrArray *items,
                      const MusterCalendarState *state)
{
  Layout layout;

  g_return_if_fail (MUSTER_IS_WEEK_ROW (self));

  clear_chips (self);
  self->start = content->start;
  self->n_days = content->n_days;
  layout_init (&layout, content, items);
  for (guint i = 0; i < MUSTER_DAYS_PER_WEEK; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->cells[i]), i < self->n_days);
      if (i < self->n_days)
        show_cell (self, &layout, i, content, state);
    }
  if (!content->dots)
    add_chips (self, &layout, state);
  layout_clear (&layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
has_day (MusterWeekRow *self, MusterDay day)
{
  return day >= self->start && day < self->start + (int) self->n_days;
}

/**
 * muster_week_row_add_stops:
 * @stops: (element-type GtkWidget): gets the day and what stands on it, if it is one of the row
 */
void
muster_week_row_add_stops (MusterWeekRow *self, MusterDay day, GPtrArray *stops)
{
  guint column;

  g_return_if_fail (MUSTER_IS_WEEK_ROW (self));

  if (!has_day (self, day))
    return;
  column = (guint) (day - self->start);
  g_ptr_array_add (stops, self->cells[column]);
  for (guint i = 0; i < self->placed->len; i++)
    {
      const Placed *placed = &g_array_index (self->placed, Placed, i);

      if (placed->bar.first <= column && column <= placed->bar.last)
        g_ptr_array_add (stops, placed->widget);
    }
}

/**
 * muster_week_row_add_more_stop:
 * @stops: (element-type GtkWidget): gets the button for what has no room, if there is any
 */
void
muster_week_row_add_more_stop (MusterWeekRow *self, MusterDay day, GPtrArray *stops)
{
  GtkWidget *button = NULL;

  g_return_if_fail (MUSTER_IS_WEEK_ROW (self));

  if (has_day (self, day))
    button = muster_day_cell_get_more_button (self->cells[day - self->start]);
  if (button != NULL)
    g_ptr_array_add (stops, button);
}

/**
 * muster_week_row_get_capacity:
 *
 * Returns: how many events have room one below the other in a row of @height pixels
 */
guint
muster_week_row_get_capacity (MusterWeekRow *self, int height)
{
  g_return_val_if_fail (MUSTER_IS_WEEK_ROW (self), 0);

  return (guint) MAX (0, (height - get_head_height (self) - GAP) / (CHIP_HEIGHT + GAP));
}

/**
 * muster_week_row_find_day:
 * @x: pixels from the left edge of the row
 *
 * Returns: the day that stands there
 */
MusterDay
muster_week_row_find_day (MusterWeekRow *self, double x)
{
  int width;

  g_return_val_if_fail (MUSTER_IS_WEEK_ROW (self), MUSTER_DAY_NONE);

  width = MAX (1, gtk_widget_get_width (GTK_WIDGET (self)));
  return self->start + (int) CLAMP (x * self->n_days / width, 0, self->n_days - 1);
}

/**
 * muster_week_row_get_edge:
 *
 * Returns: where part @i of @n equal ones of @length pixels begins
 */
int
muster_week_row_get_edge (int length, guint n, guint i)
{
  return (int) ((gint64) length * i / n);
}
