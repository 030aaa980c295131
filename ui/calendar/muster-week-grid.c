/* muster-week-grid.c - the hours of some days, with events at their time
 *
 * Events that overlap stand side by side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-week-grid"

#include "config.h"

#include "muster-calendar-words.h"
#include "muster-event-chip.h"
#include "muster-event-columns.h"
#include "muster-week-grid-private.h"
#include "muster-week-row.h"

#define HEIGHT (HOURS * MUSTER_WEEK_GRID_HOUR)
#define LINE 16        /* pixels */
#define CHIP_PADDING 4 /* pixels above and below its text together */
#define MAX_COLUMNS 6  /* side by side; what is more is told above */
#define MAX_CHIPS 60   /* a day; a page of thousands would take seconds to lay out */
#define LABEL_GAP 6
#define LINE_OPACITY 0.12f
#define NOW_WIDTH 2

G_DEFINE_FINAL_TYPE (MusterWeekGrid, muster_week_grid, GTK_TYPE_WIDGET)

static int
get_x (MusterWeekGrid *self, int width, guint day)
{
  return MUSTER_WEEK_GRID_GUTTER +
         muster_week_row_get_edge (MAX (0, width - MUSTER_WEEK_GRID_GUTTER), self->n_days, day);
}

/* What of an item lies on a day. */
static MusterColumn
cut (const MusterCalendarItem *item, MusterDay day)
{
  MusterColumn column = { .from = item->first_day == day ? item->from_minute : 0,
                          .to = item->last_day == day ? item->to_minute : MINUTES_PER_DAY };

  column.from = MIN (column.from, MINUTES_PER_DAY - MIN_MINUTES);
  column.to = MAX (column.to, column.from + MIN_MINUTES);
  return column;
}

static void
add_chip (MusterWeekGrid *self, MusterCalendarItem *item, guint day, const MusterColumn *column,
          gboolean groups)
{
  MusterPlacedChip placed = { .day = day, .column = *column };
  MusterEventChipStyle style = {
    .groups = groups,
    .lines = MAX (1, (muster_week_grid_to_y (column->to - column->from) - CHIP_PADDING) / LINE),
  };

  placed.column.n_columns = MIN (column->n_columns, MAX_COLUMNS);
  placed.widget = muster_event_chip_new (item, &style);
  gtk_widget_set_parent (placed.widget, GTK_WIDGET (self));
  g_array_append_val (self->placed, placed);
}

static int
compare_start (gconstpointer a, gconstpointer b)
{
  const MusterCalendarItem *x = *(const MusterCalendarItem *const *) a;
  const MusterCalendarItem *y = *(const MusterCalendarItem *const *) b;

  return (x->start > y->start) - (x->start < y->start);
}

static GPtrArray *
list_items_of (GPtrArray *items, MusterDay day)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const MusterCalendarItem *item = items->pdata[i];

      if (!muster_calendar_item_is_bar (item) && item->first_day <= day && day <= item->last_day)
        g_ptr_array_add (found, items->pdata[i]);
    }
  g_ptr_array_sort (found, compare_start);
  return found;
}

static void
show_day (MusterWeekGrid *self, guint number, GPtrArray *items, gboolean groups)
{
  MusterDay day = self->start + (int) number;
  g_autoptr (GPtrArray) found = list_items_of (items, day);
  g_autofree MusterColumn *columns = g_new0 (MusterColumn, found->len);

  for (guint i = 0; i < found->len; i++)
    columns[i] = cut (found->pdata[i], day);
  muster_columns_place (columns, found->len);
  self->n_hidden[number] = 0;
  for (guint i = 0; i < found->len; i++)
    if (columns[i].column < MAX_COLUMNS && i - self->n_hidden[number] < MAX_CHIPS)
      add_chip (self, found->pdata[i], number, &columns[i], groups);
    else
      self->n_hidden[number]++;
}

static void
clear_chips (MusterWeekGrid *self)
{
  for (guint i = 0; i < self->placed->len; i++)
    gtk_widget_unparent (g_array_index (self->placed, MusterPlacedChip, i).widget);
  g_array_set_size (self->placed, 0);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, MusterWeekGrid *self)
{
  int minute;
  MusterDay day = muster_week_grid_find_time (self, x, y, &minute);
  GtkWidget *pressed = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (day == MUSTER_DAY_NONE || pressed != GTK_WIDGET (self))
    return; /* an event, which knows what to do */
  if (n_press == 1)
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.go-to", "i", day);
  else if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "calendar.new", "(xb)",
                                ((gint64) day * MINUTES_PER_DAY + minute) * 60, FALSE);
}

static void
muster_week_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural =
      orientation == GTK_ORIENTATION_HORIZONTAL ? 2 * MUSTER_WEEK_GRID_GUTTER : HEIGHT;
}

static void
place_chip (MusterWeekGrid *self, const MusterPlacedChip *placed, int width)
{
  int left = get_x (self, width, placed->day) + GAP;
  int length = get_x (self, width, placed->day + 1) - GAP - left;
  int x = muster_week_row_get_edge (length, placed->column.n_columns, placed->column.column);
  int end = muster_week_row_get_edge (length, placed->column.n_columns, placed->column.column + 1);
  int y = muster_week_grid_to_y (placed->column.from);

  muster_calendar_view_place (placed->widget, left + x, y, end - x - GAP / 2,
                              muster_week_grid_to_y (placed->column.to) - y - GAP / 2);
}

static void
place_chips (MusterWeekGrid *self, int width)
{
  for (guint i = 0; i < self->placed->len; i++)
    place_chip (self, &g_array_index (self->placed, MusterPlacedChip, i), width);
}

static void
muster_week_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MusterWeekGrid *self = MUSTER_WEEK_GRID (widget);

  for (int i = 1; i < HOURS; i++)
    {
      int natural;

      gtk_widget_measure (self->hours[i], GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
      muster_calendar_view_place (self->hours[i], 0,
                                  muster_week_grid_to_y (i * MINUTES_PER_HOUR) - natural / 2,
                                  MUSTER_WEEK_GRID_GUTTER - LABEL_GAP, natural);
    }
  place_chips (self, width);
}

static void
draw_lines (MusterWeekGrid *self, GtkSnapshot *snapshot, int width)
{
  GdkRGBA line;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &line);
  line.alpha *= LINE_OPACITY;
  for (int i = 1; i < HOURS; i++)
    gtk_snapshot_append_color (
        snapshot, &line,
        &GRAPHENE_RECT_INIT (MUSTER_WEEK_GRID_GUTTER,
                             (float) muster_week_grid_to_y (i * MINUTES_PER_HOUR),
                             (float) width - MUSTER_WEEK_GRID_GUTTER, 1));
  for (guint i = 0; i < self->n_days; i++)
    gtk_snapshot_append_color (
        snapshot, &line, &GRAPHENE_RECT_INIT ((float) get_x (self, width, i) - 1, 0, 1, HEIGHT));
}

static void
draw_now (MusterWeekGrid *self, GtkSnapshot *snapshot, int width)
{
  guint day = (guint) (self->today - self->start);
  int x = get_x (self, width, day);
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                       "error_color", &colour))
    return;
  gtk_snapshot_append_color (
      snapshot, &colour,
      &GRAPHENE_RECT_INIT ((float) x, (float) muster_week_grid_to_y (self->now),
                           (float) (get_x (self, width, day + 1) - x), NOW_WIDTH));
}

static void
muster_week_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MusterWeekGrid *self = MUSTER_WEEK_GRID (widget);
  int width = gtk_widget_get_width (widget);

  draw_lines (self, snapshot, width);
  GTK_WIDGET_CLASS (muster_week_grid_parent_class)->snapshot (widget, snapshot);
  if (self->today >= self->start && self->today < self->start + (int) self->n_days)
    draw_now (self, snapshot, width);
}

static void
muster_week_grid_dispose (GObject *object)
{
  MusterWeekGrid *self = MUSTER_WEEK_GRID (object);

  clear_chips (self);
  for (guint i = 0; i < HOURS; i++)
    g_clear_pointer (&self->hours[i], gtk_widget_unparent);

  G_OBJECT_CLASS (muster_week_grid_parent_class)->dispose (object);
}

static void
muster_week_grid_finalize (GObject *object)
{
  g_array_unref (MUSTER_WEEK_GRID (object)->placed);

  G_OBJECT_CLASS (muster_week_grid_parent_class)->finalize (object);
}

static void
muster_week_grid_class_init (MusterWeekGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_week_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_week_grid_finalize;
  widget_class->measure = muster_week_grid_measure;
  widget_class->size_allocate = muster_week_grid_size_allocate;
  widget_class->snapshot = muster_week_grid_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
muster_week_grid_init (MusterWeekGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->placed = g_array_new (FALSE, FALSE, sizeof (MusterPlacedChip));
  self->n_days = MUSTER_DAYS_PER_WEEK;
  for (int i = 0; i < HOURS; i++)
    {
      g_autofree char *text = muster_calendar_words_for_minute (i * MINUTES_PER_HOUR);

      self->hours[i] = gtk_label_new (i > 0 ? text : NULL);
      gtk_label_set_xalign (GTK_LABEL (self->hours[i]), 1);
      gtk_widget_add_css_class (self->hours[i], "calendar-heading");
      gtk_widget_add_css_class (self->hours[i], "numeric");
      gtk_widget_set_child_visible (self->hours[i], i > 0);
      gtk_widget_set_parent (self->hours[i], GTK_WIDGET (self));
    }
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  muster_week_grid_add_resizing (self);
}

GtkWidget *
muster_week_grid_new (void)
{
  return g_object_new (MUSTER_TYPE_WEEK_GRID, NULL);
}

/**
 * muster_week_grid_show:
 * @start: the first day
 * @n_days: 1 to 7
 */
void
muster_week_grid_show (MusterWeekGrid *self, MusterDay start, guint n_days, GPtrArray *items,
                       const MusterCalendarState *state)
{
  g_return_if_fail (MUSTER_IS_WEEK_GRID (self));

  self->resized = NULL;
  clear_chips (self);
  self->start = start;
  self->n_days = n_days;
  self->today = state->today;
  self->now = state->now;
  for (guint i = 0; i < n_days; i++)
    show_day (self, i, items, state->groups);
  /* at once: what gets the focus is scrolled to where it stands */
  place_chips (self, gtk_widget_get_width (GTK_WIDGET (self)));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * muster_week_grid_set_now:
 * @now: minute of today
 */
void
muster_week_grid_set_now (MusterWeekGrid *self, int now)
{
  g_return_if_fail (MUSTER_IS_WEEK_GRID (self));

  self->now = now;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
muster_week_grid_to_y (int minute)
{
  return minute * MUSTER_WEEK_GRID_HOUR / MINUTES_PER_HOUR;
}

/**
 * muster_week_grid_get_n_hidden:
 *
 * Returns: (transfer none) (array): how many events of each day have no room
 */
const guint *
muster_week_grid_get_n_hidden (MusterWeekGrid *self)
{
  g_return_val_if_fail (MUSTER_IS_WEEK_GRID (self), NULL);

  return self->n_hidden;
}

/**
 * muster_week_grid_add_stops:
 * @stops: (element-type GtkWidget): gets the events of the day
 */
void
muster_week_grid_add_stops (MusterWeekGrid *self, MusterDay day, GPtrArray *stops)
{
  g_return_if_fail (MUSTER_IS_WEEK_GRID (self));

  for (guint i = 0; i < self->placed->len; i++)
    {
      const MusterPlacedChip *placed = &g_array_index (self->placed, MusterPlacedChip, i);

      if (self->start + (int) placed->day == day)
        g_ptr_array_add (stops, placed->widget);
    }
}

/**
 * muster_week_grid_find_time:
 * @out_minute: the half hour that begins there
 *
 * Returns: the day at a place of the grid, or none beside the days
 */
MusterDay
muster_week_grid_find_time (MusterWeekGrid *self, double x, double y, int *out_minute)
{
  int width;

  g_return_val_if_fail (MUSTER_IS_WEEK_GRID (self), MUSTER_DAY_NONE);

  width = gtk_widget_get_width (GTK_WIDGET (self)) - MUSTER_WEEK_GRID_GUTTER;
  if (x < MUSTER_WEEK_GRID_GUTTER || width <= 0)
    return MUSTER_DAY_NONE;

  *out_minute = (int) CLAMP (y, 0, HEIGHT - 1) * MINUTES_PER_HOUR / MUSTER_WEEK_GRID_HOUR /
                MIN_MINUTES * MIN_MINUTES;
  return self->start +
         (int) MIN ((x - MUSTER_WEEK_GRID_GUTTER) * self->n_days / width, self->n_days - 1);
}
