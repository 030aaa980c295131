/* muster-calendar-page.c - what happens in a group, or in all, as month, week or list
 *
 * Reads the days in view on a worker; what is known of them already stands
 * until the answer is there.  What the keeper can do is in
 * muster-calendar-page-actions.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-calendar-page"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-agenda-view.h"
#include "muster-calendar-page-private.h"
#include "muster-calendar-words.h"
#include "muster-due-view.h"
#include "muster-event.h"
#include "muster-month-view.h"
#include "muster-week-view.h"

#define SECONDS_PER_DAY 86400
#define SECONDS_PER_MINUTE 60
#define TICK_SECONDS 30
#define FIRST_YEAR 1900
#define LAST_YEAR 9998

G_DEFINE_FINAL_TYPE (MusterCalendarPage, muster_calendar_page, MUSTER_TYPE_GROUP_PAGE)

typedef enum
{
  PROP_VIEW = 1,
} MusterCalendarPageProperty;

static GParamSpec *props[PROP_VIEW + 1];

/* What a worker is asked for. */
typedef struct
{
  MusterId group; /* none: all */
  MusterCalendarRange range;
  MusterCalendarRead read;
  GTimeZone *viewer; /* owned */
  gint64 now;
} Request;

static const struct
{
  const char *key;
  GType (*get_type) (void);
} views[] = {
  { "month", muster_month_view_get_type },
  { "week", muster_week_view_get_type },
  { "agenda", muster_agenda_view_get_type },
  { "due", muster_due_view_get_type },
};

static void
request_free (gpointer data)
{
  Request *request = data;

  g_time_zone_unref (request->viewer);
  g_free (request);
}

static gpointer
read_items (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  request->range.group = muster_id_is_none (&request->group) ? NULL : &request->group;
  return request->read (db, &request->range, request->viewer, request->now, error);
}

/* Lists say themselves that they are empty. */
static gboolean
is_grid (MusterCalendarPage *self)
{
  return g_str_equal (self->view, "month") || g_str_equal (self->view, "week");
}

static void
items_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterCalendarPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      muster_group_page_get_context (MUSTER_GROUP_PAGE (self)) == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (items == NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed_page, escaped);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "failed"))
    gtk_stack_set_visible_child_name (self->stack, "views");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), items->len == 0 && is_grid (self));
  muster_calendar_view_take_items (muster_calendar_page_get_view (self), g_steal_pointer (&items));
}

static void
stop (MusterCalendarPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gint64
get_now (MusterCalendarPage *self)
{
  MusterContext *context = muster_group_page_get_context (MUSTER_GROUP_PAGE (self));

  return muster_clock_get_now (muster_context_get_clock (context)) / G_USEC_PER_SEC;
}

static void
read_days (MusterCalendarPage *self)
{
  MusterGroupPage *page = MUSTER_GROUP_PAGE (self);
  MusterCalendarView *view = muster_calendar_page_get_view (self);
  Request *request;

  stop (self);
  self->cancellable = g_cancellable_new ();
  request = g_new0 (Request, 1);
  request->read = muster_calendar_view_get_read (view);
  request->now = get_now (self);
  request->group = *muster_group_get_id (muster_group_page_get_group (page));
  request->viewer = g_time_zone_ref (self->viewer);
  request->range.answers = g_str_equal (self->view, "agenda");
  muster_calendar_view_get_range (view, &request->range.from, &request->range.to);
  muster_store_read_async (muster_context_get_store (muster_group_page_get_context (page)),
                           read_items, request, request_free, (GDestroyNotify) g_ptr_array_unref,
                           self->cancellable, items_read_cb, g_object_ref (self));
}

static gboolean
shows_chinese (MusterCalendarPage *self)
{
  GSettings *settings =
      muster_context_get_settings (muster_group_page_get_context (MUSTER_GROUP_PAGE (self)));
  g_autofree char *wanted = g_settings_get_string (settings, "chinese-days");

  if (g_str_equal (wanted, "language"))
    return g_str_has_prefix (g_get_language_names ()[0], "zh");
  return g_str_equal (wanted, "always");
}

static void
update_state (MusterCalendarPage *self)
{
  MusterGroupPage *page = MUSTER_GROUP_PAGE (self);
  gint64 wall = muster_event_to_wall (self->viewer, get_now (self));

  self->state.today = muster_day_from_seconds (wall);
  self->state.now =
      (int) (wall - (gint64) self->state.today * SECONDS_PER_DAY) / SECONDS_PER_MINUTE;
  self->state.groups = muster_group_page_shows_everyone (page);
  self->state.chinese = shows_chinese (self);
  self->state.first = muster_weekday_get_first ();
  if (self->state.day == MUSTER_DAY_NONE)
    self->state.day = self->state.today;
}

static void
show_state (MusterCalendarPage *self)
{
  MusterCalendarView *view = muster_calendar_page_get_view (self);
  g_autofree char *title = NULL;
  g_autofree char *short_title = NULL;

  update_state (self);
  muster_calendar_view_show (view, &self->state);
  title = muster_calendar_view_dup_title (view);
  short_title = muster_calendar_words_for_short_month (self->state.day);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->short_title_label, short_title);
  muster_group_page_take_summary (MUSTER_GROUP_PAGE (self), g_steal_pointer (&title));
}

/* Reads only where other days come into view.  Events are of four-digit years; around the last one
 * a page would show others. */
static void
show_day (MusterCalendarPage *self, MusterDay day)
{
  MusterCalendarView *view = muster_calendar_page_get_view (self);
  MusterDay from, to, new_from, new_to;

  muster_calendar_view_get_range (view, &from, &to);
  self->state.day =
      CLAMP (day, muster_day_from_ymd (FIRST_YEAR, 1, 1), muster_day_from_ymd (LAST_YEAR, 12, 31));
  show_state (self);
  muster_calendar_view_get_range (view, &new_from, &new_to);
  if (new_from != from || new_to != to)
    muster_group_page_refresh (MUSTER_GROUP_PAGE (self));
}

static gboolean
tick_cb (gpointer user_data)
{
  MusterCalendarPage *self = user_data;
  MusterDay before = self->state.today;

  update_state (self);
  if (self->state.today != before)
    muster_group_page_refresh (MUSTER_GROUP_PAGE (self));
  else
    muster_calendar_view_tick (muster_calendar_page_get_view (self), self->state.now);
  return G_SOURCE_CONTINUE;
}

static void
jump_shown_cb (MusterCalendarPage *self)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  muster_day_to_ymd (self->state.day, &year, &month, &day);
  date = g_date_time_new_local (year, month, day, 12, 0, 0);
  self->setting_day = TRUE;
  gtk_calendar_select_day (self->jump_calendar, date);
  self->setting_day = FALSE;
}

static void
jumped_cb (MusterCalendarPage *self)
{
  g_autoptr (GDateTime) date = NULL;

  if (self->setting_day)
    return;
  date = gtk_calendar_get_date (self->jump_calendar);
  muster_calendar_page_go_to (self, muster_day_from_ymd (g_date_time_get_year (date),
                                                         g_date_time_get_month (date),
                                                         g_date_time_get_day_of_month (date)));
}

static void
muster_calendar_page_opened (MusterGroupPage *page)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (page);

  stop (self);
  gtk_stack_set_visible_child_name (self->stack, "views");
  muster_calendar_view_take_items (muster_calendar_page_get_view (self), g_ptr_array_new ());
  muster_group_page_refresh (page);
}

static void
muster_calendar_page_refresh (MusterGroupPage *page)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (page);

  show_state (self);
  read_days (self);
}

static void
muster_calendar_page_map (GtkWidget *widget)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (widget);

  if (self->palette == NULL)
    self->palette = muster_calendar_palette_new (gtk_widget_get_display (widget));
  GTK_WIDGET_CLASS (muster_calendar_page_parent_class)->map (widget);
  show_state (self);
  self->ticking = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
}

static void
muster_calendar_page_unmap (GtkWidget *widget)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (widget);

  g_clear_handle_id (&self->ticking, g_source_remove);
  GTK_WIDGET_CLASS (muster_calendar_page_parent_class)->unmap (widget);
}

static void
muster_calendar_page_constructed (GObject *object)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (object);
  GSettings *settings;

  G_OBJECT_CLASS (muster_calendar_page_parent_class)->constructed (object);

  settings = muster_context_get_settings (muster_group_page_get_context (MUSTER_GROUP_PAGE (self)));
  g_settings_bind (settings, "calendar-view", self, "view", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::chinese-days",
                           G_CALLBACK (muster_group_page_refresh), self, G_CONNECT_SWAPPED);
}

static void
muster_calendar_page_dispose (GObject *object)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (object);

  stop (self);
  g_clear_handle_id (&self->ticking, g_source_remove);
  g_clear_object (&self->palette);

  G_OBJECT_CLASS (muster_calendar_page_parent_class)->dispose (object);
}

static void
muster_calendar_page_finalize (GObject *object)
{
  MusterCalendarPage *self = MUSTER_CALENDAR_PAGE (object);

  g_time_zone_unref (self->viewer);
  g_free (self->view);

  G_OBJECT_CLASS (muster_calendar_page_parent_class)->finalize (object);
}

static void
muster_calendar_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((MusterCalendarPageProperty) prop_id)
    {
    case PROP_VIEW:
      g_value_set_string (value, MUSTER_CALENDAR_PAGE (object)->view);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_calendar_page_set_property (GObject *object, guint prop_id, const GValue *value,
                                   GParamSpec *pspec)
{
  switch ((MusterCalendarPageProperty) prop_id)
    {
    case PROP_VIEW:
      muster_calendar_page_set_view (MUSTER_CALENDAR_PAGE (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass,
                                               "/org/musterapp/Muster/muster-calendar-page.ui");
  gtk_widget_class_bind_template_child (klass, MusterCalendarPage, stack);
  gtk_widget_class_bind_template_child (klass, MusterCalendarPage, views);
  gtk_widget_class_bind_template_child (klass, MusterCalendarPage, title_button);
  gtk_widget_class_bind_template_child (klass, MusterCalendarPage, jump_calendar);
  gtk_widget_class_bind_template_child (klass, MusterCalendarPage, title_label);
  gtk_widget_class_bind_template_child (klass, MusterCalendarPage, short_title_label);
  gtk_widget_class_bind_template_child (klass, MusterCalendarPage, hint_label);
  gtk_widget_class_bind_template_child (klass, MusterCalendarPage, failed_page);
  gtk_widget_class_bind_template_callback (klass, jump_shown_cb);
  gtk_widget_class_bind_template_callback (klass, jumped_cb);
}

static void
muster_calendar_page_class_init (MusterCalendarPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MusterGroupPageClass *page_class = MUSTER_GROUP_PAGE_CLASS (klass);

  object_class->constructed = muster_calendar_page_constructed;
  object_class->dispose = muster_calendar_page_dispose;
  object_class->finalize = muster_calendar_page_finalize;
  object_class->get_property = muster_calendar_page_get_property;
  object_class->set_property = muster_calendar_page_set_property;
  widget_class->map = muster_calendar_page_map;
  widget_class->unmap = muster_calendar_page_unmap;
  page_class->opened = muster_calendar_page_opened;
  page_class->refresh = muster_calendar_page_refresh;

  props[PROP_VIEW] =
      g_param_spec_string ("view", NULL, NULL, "month",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "calendar.view", "view");
  muster_calendar_page_install_actions (widget_class);
}

static void
muster_calendar_page_init (MusterCalendarPage *self)
{
  self->viewer = g_time_zone_new_local ();
  self->state.day = MUSTER_DAY_NONE;
  self->view = g_strdup (views[0].key);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_stack_add_named (self->views, g_object_new (views[i].get_type (), NULL), views[i].key);
}

GtkWidget *
muster_calendar_page_new (MusterContext *context)
{
  return g_object_new (MUSTER_TYPE_CALENDAR_PAGE, "context", context, NULL);
}

/**
 * muster_calendar_page_get_view:
 *
 * Returns: (transfer none): the one that is shown
 */
MusterCalendarView *
muster_calendar_page_get_view (MusterCalendarPage *self)
{
  return MUSTER_CALENDAR_VIEW (gtk_stack_get_visible_child (self->views));
}

/**
 * muster_calendar_page_go_to:
 *
 * Selects another day, and gives it the focus.
 */
void
muster_calendar_page_go_to (MusterCalendarPage *self, MusterDay day)
{
  show_day (self, day);
  muster_calendar_view_focus_day (muster_calendar_page_get_view (self));
}

void
muster_calendar_page_set_view (MusterCalendarPage *self, const char *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i].key, view) == 0 && !g_str_equal (self->view, view))
      {
        g_free (self->view);
        self->view = g_strdup (view);
        gtk_stack_set_visible_child_name (self->views, view);
        gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.go-pages",
                                       !g_str_equal (view, "due")); /* it is of today */
        gtk_widget_set_visible (GTK_WIDGET (self->hint_label), FALSE);
        g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VIEW]);
        muster_group_page_refresh (MUSTER_GROUP_PAGE (self));
        return;
      }
}
