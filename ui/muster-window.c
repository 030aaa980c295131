/* muster-window.c - the window: groups on the left, the open group's tabs on the right
 *
 * Owns the context that every page is given.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-window"

#include "config.h"

#include <glib/gi18n.h>

#include "start/muster-start-page.h"

#include "muster-window.h"

struct _MusterWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings; /* owned */
  char *group_name;    /* owned, never NULL */

  AdwToastOverlay *toasts;
  GtkStack *pages;
  AdwStatusPage *failed_page;
  AdwLeaflet *leaflet;
  GtkListBox *group_list;
  AdwViewStack *tabs;
};

G_DEFINE_FINAL_TYPE (MusterWindow, muster_window, ADW_TYPE_APPLICATION_WINDOW)

typedef enum
{
  PROP_GROUP_NAME = 1,
} MusterWindowProperty;

static GParamSpec *props[PROP_GROUP_NAME + 1];

static void
restore_state (MusterWindow *self)
{
  int width, height;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
save_state (MusterWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static void
group_activated_cb (MusterWindow *self, GtkListBoxRow *row)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  adw_leaflet_navigate (MUSTER_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static gboolean
muster_window_close_request (GtkWindow *window)
{
  save_state (MUSTER_WINDOW (window));

  return GTK_WINDOW_CLASS (muster_window_parent_class)->close_request (window);
}

static void
muster_window_dispose (GObject *object)
{
  MusterWindow *self = MUSTER_WINDOW (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (muster_window_parent_class)->dispose (object);
}

static void
muster_window_finalize (GObject *object)
{
  g_free (MUSTER_WINDOW (object)->group_name);

  G_OBJECT_CLASS (muster_window_parent_class)->finalize (object);
}

static void
muster_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MusterWindow *self = MUSTER_WINDOW (object);

  switch ((MusterWindowProperty) prop_id)
    {
    case PROP_GROUP_NAME:
      g_value_set_string (value, self->group_name);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_window_class_init (MusterWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = muster_window_dispose;
  object_class->finalize = muster_window_finalize;
  object_class->get_property = muster_window_get_property;
  GTK_WINDOW_CLASS (klass)->close_request = muster_window_close_request;

  props[PROP_GROUP_NAME] = g_param_spec_string ("group-name", NULL, NULL, "",
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (MUSTER_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, group_list);
  gtk_widget_class_bind_template_child (widget_class, MusterWindow, tabs);
  gtk_widget_class_bind_template_callback (widget_class, group_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
}

static void
muster_window_init (MusterWindow *self)
{
  self->group_name = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

MusterWindow *
muster_window_new (MusterApplication *application, GSettings *settings, const char *db_path)
{
  MusterWindow *self = g_object_new (MUSTER_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  restore_state (self);
  gtk_stack_set_visible_child_name (self->pages, "start");
  return self;
}

void
muster_window_import_files (MusterWindow *self, GFile **files, int n_files)
{
}

void
muster_window_show_preferences (MusterWindow *self)
{
}
