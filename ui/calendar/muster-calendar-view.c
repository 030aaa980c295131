/* muster-calendar-view.c - what the views of the calendar have in common
 *
 * A view shows the items of the days around the selected one.  It changes
 * nothing itself: what the keeper does is an action of the page.  One widget at
 * a time can be reached from outside with Tab: the selected day; from there Tab
 * goes through what happens on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-calendar-view"

#include "config.h"

#include "muster-agenda-row.h"
#include "muster-calendar-view.h"
#include "muster-event-chip.h"

typedef struct
{
  MusterCalendarState state;
  GPtrArray *items; /* owned, of MusterCalendarItem; never NULL */
  MusterId wanted;  /* the item that gets the focus once it is there; none */
  gint64 wanted_start;
  guint updating; /* source id, 0 while nothing has to be laid out anew */
} MusterCalendarViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MusterCalendarView, muster_calendar_view, GTK_TYPE_WIDGET)

static MusterCalendarViewPrivate *
get_private (MusterCalendarView *self)
{
  return muster_calendar_view_get_instance_private (self);
}

static MusterCalendarItem *
get_item_of (GtkWidget *widget)
{
  if (MUSTER_IS_EVENT_CHIP (widget))
    return muster_event_chip_get_item (MUSTER_EVENT_CHIP (widget));
  if (MUSTER_IS_AGENDA_ROW (widget))
    return muster_agenda_row_get_item (MUSTER_AGENDA_ROW (widget));
  return NULL;
}

static GtkWidget *
get_focus (MusterCalendarView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

static GtkWidget *
find_stop (MusterCalendarView *self, const MusterId *event, gint64 wall_start)
{
  g_autoptr (GPtrArray) stops = MUSTER_CALENDAR_VIEW_GET_CLASS (self)->list_stops (self);

  for (guint i = 0; i < stops->len; i++)
    {
      const MusterCalendarItem *item = get_item_of (stops->pdata[i]);

      if (item != NULL && muster_id_equal (&item->event, event) && item->wall_start == wall_start)
        return stops->pdata[i];
    }
  return NULL;
}

/* What had the focus is another widget now; where it is gone, its day has the focus. */
static void
update (MusterCalendarView *self)
{
  MusterCalendarViewPrivate *priv = get_private (self);
  gboolean focused = get_focus (self) != NULL;
  const MusterCalendarItem *item = muster_calendar_view_get_focus_item (self);
  GtkWidget *stop = NULL;

  if (item != NULL && muster_id_is_none (&priv->wanted))
    {
      priv->wanted = item->event;
      priv->wanted_start = item->wall_start;
    }
  MUSTER_CALENDAR_VIEW_GET_CLASS (self)->update (self);
  if (!muster_id_is_none (&priv->wanted))
    stop = find_stop (self, &priv->wanted, priv->wanted_start);
  if (stop != NULL)
    {
      priv->wanted = (MusterId){ { 0 } };
      gtk_widget_grab_focus (stop);
    }
  else if (focused && get_focus (self) == NULL)
    muster_calendar_view_focus_day (self);
}

static gboolean
update_cb (gpointer user_data)
{
  MusterCalendarView *self = user_data;

  get_private (self)->updating = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Tab goes through the stops of the day, then out of the view. */
static gboolean
muster_calendar_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MusterCalendarView *self = MUSTER_CALENDAR_VIEW (widget);
  g_autoptr (GPtrArray) stops = NULL;
  GtkWidget *focus = get_focus (self);
  guint at;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;

  stops = MUSTER_CALENDAR_VIEW_GET_CLASS (self)->list_stops (self);
  if (stops->len == 0)
    return FALSE;
  if (focus == NULL || !g_ptr_array_find (stops, focus, &at))
    return focus == NULL && gtk_widget_grab_focus (stops->pdata[0]);
  if (direction == GTK_DIR_TAB_FORWARD)
    return at + 1 < stops->len && gtk_widget_grab_focus (stops->pdata[at + 1]);
  return at > 0 && gtk_widget_grab_focus (stops->pdata[at - 1]);
}

static gboolean
open_first_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  MusterCalendarView *self = MUSTER_CALENDAR_VIEW (widget);
  g_autoptr (GPtrArray) stops = MUSTER_CALENDAR_VIEW_GET_CLASS (self)->list_stops (self);

  if (muster_calendar_view_get_focus_item (self) != NULL)
    return FALSE; /* the event opens itself */
  return stops->len > 1 ? gtk_widget_activate (stops->pdata[1])
                        : gtk_widget_activate_action (widget, "calendar.add", NULL);
}

static void
muster_calendar_view_dispose (GObject *object)
{
  MusterCalendarViewPrivate *priv = get_private (MUSTER_CALENDAR_VIEW (object));
  GtkWidget *child;

  g_clear_handle_id (&priv->updating, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (muster_calendar_view_parent_class)->dispose (object);
}

static void
muster_calendar_view_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (MUSTER_CALENDAR_VIEW (object))->items);

  G_OBJECT_CLASS (muster_calendar_view_parent_class)->finalize (object);
}

static GPtrArray *
read_items (MusterDatabase *db, const MusterCalendarRange *range, GTimeZone *viewer, gint64 now,
            GError **error)
{
  return muster_calendar_item_list (db, range, viewer, error);
}

static void
bind_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
    int by;
  } keys[] = {
    { GDK_KEY_Left, 0, "calendar.go-days", -1 },
    { GDK_KEY_Right, 0, "calendar.go-days", 1 },
    { GDK_KEY_Up, 0, "calendar.go-days", -MUSTER_DAYS_PER_WEEK },
    { GDK_KEY_Down, 0, "calendar.go-days", MUSTER_DAYS_PER_WEEK },
    { GDK_KEY_Page_Up, 0, "calendar.go-pages", -1 },
    { GDK_KEY_Page_Down, 0, "calendar.go-pages", 1 },
    { GDK_KEY_Home, 0, "calendar.go-week", 0 },
    { GDK_KEY_End, 0, "calendar.go-week", MUSTER_DAYS_PER_WEEK - 1 },
    { GDK_KEY_Left, GDK_CONTROL_MASK, "calendar.move-days", -1 },
    { GDK_KEY_Right, GDK_CONTROL_MASK, "calendar.move-days", 1 },
    { GDK_KEY_Up, GDK_CONTROL_MASK, "calendar.move-days", -MUSTER_DAYS_PER_WEEK },
    { GDK_KEY_Down, GDK_CONTROL_MASK, "calendar.move-days", MUSTER_DAYS_PER_WEEK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action, "i",
                                         keys[i].by);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_t, 0, "calendar.today", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, 0, "calendar.add", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, 0, "calendar.delete", NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, open_first_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, open_first_cb, NULL);
}

static void
muster_calendar_view_class_init (MusterCalendarViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = muster_calendar_view_dispose;
  object_class->finalize = muster_calendar_view_finalize;
  widget_class->focus = muster_calendar_view_focus;
  klass->read = read_items;
  bind_keys (widget_class);
}

static void
muster_calendar_view_init (MusterCalendarView *self)
{
  get_private (self)->items = g_ptr_array_new ();
}

const MusterCalendarState *
muster_calendar_view_get_state (MusterCalendarView *self)
{
  return &get_private (self)->state;
}

/**
 * muster_calendar_view_get_items:
 *
 * Returns: (transfer none) (element-type MusterCalendarItem): in the order of a day's page; what
 *   was read last, for whichever days
 */
GPtrArray *
muster_calendar_view_get_items (MusterCalendarView *self)
{
  return get_private (self)->items;
}

/**
 * muster_calendar_view_show:
 *
 * Shows other days, with what is known of them already.
 */
void
muster_calendar_view_show (MusterCalendarView *self, const MusterCalendarState *state)
{
  g_return_if_fail (MUSTER_IS_CALENDAR_VIEW (self));

  get_private (self)->state = *state;
  update (self);
}

/**
 * muster_calendar_view_tick:
 * @now: minute of today
 *
 * Widgets stay as they are: somebody may be dragging one.
 */
void
muster_calendar_view_tick (MusterCalendarView *self, int now)
{
  MusterCalendarViewClass *klass;

  g_return_if_fail (MUSTER_IS_CALENDAR_VIEW (self));

  klass = MUSTER_CALENDAR_VIEW_GET_CLASS (self);
  get_private (self)->state.now = now;
  if (klass->tick != NULL)
    klass->tick (self);
}

/**
 * muster_calendar_view_take_items:
 * @items: (transfer full) (element-type MusterCalendarItem): of the days in view
 */
void
muster_calendar_view_take_items (MusterCalendarView *self, GPtrArray *items)
{
  MusterCalendarViewPrivate *priv;

  g_return_if_fail (MUSTER_IS_CALENDAR_VIEW (self));

  priv = get_private (self);
  g_ptr_array_unref (priv->items);
  priv->items = items;
  update (self);
  priv->wanted = (MusterId){ { 0 } }; /* it is not among them */
}

void
muster_calendar_view_get_range (MusterCalendarView *self, MusterDay *out_from, MusterDay *out_to)
{
  MUSTER_CALENDAR_VIEW_GET_CLASS (self)->get_range (self, out_from, out_to);
}

MusterCalendarRead
muster_calendar_view_get_read (MusterCalendarView *self)
{
  return MUSTER_CALENDAR_VIEW_GET_CLASS (self)->read;
}

MusterDay
muster_calendar_view_step (MusterCalendarView *self, int direction)
{
  return MUSTER_CALENDAR_VIEW_GET_CLASS (self)->step (self, direction);
}

char *
muster_calendar_view_dup_title (MusterCalendarView *self)
{
  return MUSTER_CALENDAR_VIEW_GET_CLASS (self)->dup_title (self);
}

/**
 * muster_calendar_view_get_focus_item:
 *
 * Returns: (nullable) (transfer none): the item that has the focus
 */
MusterCalendarItem *
muster_calendar_view_get_focus_item (MusterCalendarView *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL ? get_item_of (focus) : NULL;
}

void
muster_calendar_view_focus_day (MusterCalendarView *self)
{
  g_autoptr (GPtrArray) stops = MUSTER_CALENDAR_VIEW_GET_CLASS (self)->list_stops (self);

  if (stops->len > 0)
    gtk_widget_grab_focus (stops->pdata[0]);
}

/**
 * muster_calendar_view_focus_item:
 *
 * Gives the focus to an item of the selected day as soon as it has been read.
 */
void
muster_calendar_view_focus_item (MusterCalendarView *self, const MusterId *event, gint64 wall_start)
{
  MusterCalendarViewPrivate *priv = get_private (self);

  priv->wanted = *event;
  priv->wanted_start = wall_start;
}

/**
 * muster_calendar_view_place:
 *
 * Gives a child its place; where that is less than it needs, what is too much is cut.
 */
void
muster_calendar_view_place (GtkWidget *child, int x, int y, int width, int height)
{
  int minimum_width, minimum_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  width = MAX (width, minimum_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum_height, NULL, NULL, NULL);
  height = MAX (height, minimum_height);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

/**
 * muster_calendar_view_connect:
 *
 * Lets @actionable open what it stands for: an event, or the member whose day it is.
 */
void
muster_calendar_view_connect (const MusterCalendarItem *item, GtkActionable *actionable)
{
  g_autofree char *event = muster_id_dup_text (&item->event);
  g_autofree char *membership = muster_id_dup_text (&item->membership);

  if (muster_calendar_item_is_event (item))
    {
      gtk_actionable_set_action_target (actionable, "(sx)", event, item->original_at);
      gtk_actionable_set_action_name (actionable, "calendar.open");
    }
  else if (!muster_id_is_none (&item->membership))
    {
      gtk_actionable_set_action_target (actionable, "s", membership);
      gtk_actionable_set_action_name (actionable, "win.show-member");
    }
}

/**
 * muster_calendar_view_move:
 * @start_by: seconds by which it begins later
 * @end_by: seconds by which it ends later
 *
 * What the keeper did by dragging.
 */
void
muster_calendar_view_move (MusterCalendarView *self, const MusterCalendarItem *item,
                           gint64 start_by, gint64 end_by)
{
  g_autofree char *event = muster_id_dup_text (&item->event);

  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.move", "(sxxx)", event,
                              item->original_at, start_by, end_by);
}

/**
 * muster_calendar_view_later:
 *
 * Shows everything anew once the room of the view has been given out: widgets must neither come
 * nor go meanwhile.
 */
void
muster_calendar_view_later (MusterCalendarView *self)
{
  MusterCalendarViewPrivate *priv = get_private (self);

  if (priv->updating == 0)
    priv->updating = g_idle_add (update_cb, self);
}
