/* muster-application.c - one process, its windows, its command line and its actions
 *
 * Opens the database that --db names (the user's own without it) and hands it
 * to the window.  Files on the command line become imports.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-application"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-application.h"
#include "muster-shortcuts-window.h"
#include "muster-window.h"

struct _MusterApplication
{
  AdwApplication parent_instance;

  GSettings *settings; /* owned, NULL before start-up */
  char *db_path;       /* owned, NULL: the user's own database */
};

G_DEFINE_FINAL_TYPE (MusterApplication, muster_application, ADW_TYPE_APPLICATION)

static GtkWindow *
ensure_window (MusterApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (muster_window_new (self, self->settings, self->db_path));
  return window;
}

static void
style_changed_cb (MusterApplication *self)
{
  g_autofree char *style = g_settings_get_string (self->settings, "style");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (style, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (style, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;

  adw_style_manager_set_color_scheme (adw_application_get_style_manager (ADW_APPLICATION (self)),
                                      scheme);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Closing saves a window's state; the last one ends the program. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *const developers[] = { "The Muster developers", NULL };

  adw_show_about_window (
      gtk_application_get_active_window (user_data), "application-name", _ ("Muster"),
      "application-icon", APP_ID, "version", PACKAGE_VERSION, "developer-name",
      _ ("The Muster developers"), "developers", developers, "license-type", GTK_LICENSE_GPL_3_0,
      "comments", _ ("Keep chat groups, classes and staff lists in order"), "translator-credits",
      /* TRANSLATORS: your names, one on each line */
      _ ("translator-credits"), NULL);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterWindow *window = MUSTER_WINDOW (ensure_window (user_data));

  muster_window_show_preferences (window);
}

static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (muster_shortcuts_window_new (ensure_window (user_data))));
}

/* A reminder was clicked. */
static void
open_event_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = ensure_window (user_data);
  const char *text;
  gint64 original_at;
  MusterId event;

  gtk_window_present (window);
  g_variant_get (parameter, "(&sx)", &text, &original_at);
  if (muster_id_parse (text, &event))
    muster_window_show_event (MUSTER_WINDOW (window), &event, original_at);
}

static void
set_accel (MusterApplication *self, const char *action, const char *accel)
{
  const char *accels[] = { accel, NULL };

  gtk_application_set_accels_for_action (GTK_APPLICATION (self), action, accels);
}

/* Reminders are shown by a process of their own, which lives at least as long as
 * this one.  A program that was not installed has none. */
static void
start_reminders (GApplication *application)
{
  GDBusConnection *bus = g_application_get_dbus_connection (application);

  if (bus == NULL || g_application_get_flags (application) & G_APPLICATION_NON_UNIQUE)
    return;
  g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "StartServiceByName",
                          g_variant_new ("(su)", APP_ID ".Reminders", 0), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static void
muster_application_startup (GApplication *application)
{
  MusterApplication *self = MUSTER_APPLICATION (application);
  const GActionEntry entries[] = {
    { "quit", quit_action, NULL, NULL, NULL, { 0 } },
    { "about", about_action, NULL, NULL, NULL, { 0 } },
    { "preferences", preferences_action, NULL, NULL, NULL, { 0 } },
    { "shortcuts", shortcuts_action, NULL, NULL, NULL, { 0 } },
    { "open-event", open_event_action, "(sx)", NULL, NULL, { 0 } },
  };
  const char *const accels[][2] = {
    { "app.quit", "<Ctrl>q" },
    { "app.preferences", "<Ctrl>comma" },
    { "app.shortcuts", "<Ctrl>question" },
    { "win.undo", "<Ctrl>z" },
    { "win.redo", "<Ctrl><Shift>z" },
    { "win.import", "<Ctrl>o" },
    { "win.import-clipboard", "<Ctrl><Shift>v" },
    { "win.export", "<Ctrl>e" },
    { "win.new-group", "<Ctrl>n" },
    { "win.new-event", "<Ctrl><Shift>e" },
    { "win.new-member", "<Ctrl><Shift>n" },
    { "win.history", "<Ctrl>h" },
    { "win.group-settings", "<Ctrl>i" },
    { "win.search", "<Ctrl>f" },
    { "win.back", "<Alt>Left" },
    { "win.tab('rollcall')", "<Alt>1" },
    { "win.tab('members')", "<Alt>2" },
    { "win.tab('calendar')", "<Alt>3" },
    { "win.tab('rules')", "<Alt>4" },
    { "win.tab('notices')", "<Alt>5" },
    { "window.close", "<Ctrl>w" },
  };

  G_APPLICATION_CLASS (muster_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    set_accel (self, accels[i][0], accels[i][1]);

  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->settings, "changed::style", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  style_changed_cb (self);
  gtk_window_set_default_icon_name (APP_ID);
  start_reminders (application);
}

static void
muster_application_activate (GApplication *application)
{
  gtk_window_present (ensure_window (MUSTER_APPLICATION (application)));
}

static void
muster_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  GtkWindow *window = ensure_window (MUSTER_APPLICATION (application));

  gtk_window_present (window);
  muster_window_import_files (MUSTER_WINDOW (window), files, n_files);
}

static int
muster_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  MusterApplication *self = MUSTER_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("%s\n", PACKAGE_VERSION);
      return 0;
    }

  /* Another database is another program: it must not join a running one. */
  if (g_variant_dict_lookup (options, "db", "^ay", &self->db_path))
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
muster_application_finalize (GObject *object)
{
  MusterApplication *self = MUSTER_APPLICATION (object);

  g_clear_object (&self->settings);
  g_free (self->db_path);

  G_OBJECT_CLASS (muster_application_parent_class)->finalize (object);
}

static void
muster_application_class_init (MusterApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = muster_application_finalize;
  application_class->startup = muster_application_startup;
  application_class->activate = muster_application_activate;
  application_class->open = muster_application_open;
  application_class->handle_local_options = muster_application_handle_local_options;
}

static void
muster_application_init (MusterApplication *self)
{
  const GOptionEntry entries[] = {
    { "db", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Use this database instead of your own"),
      N_ ("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and end"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

MusterApplication *
muster_application_new (void)
{
  return g_object_new (MUSTER_TYPE_APPLICATION, "application-id", APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/musterapp/Muster",
                       NULL);
}
