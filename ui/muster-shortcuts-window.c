/* muster-shortcuts-window.c - the keys of the program, in a list that fits a narrow window
 *
 * GTK's own window lays its columns side by side and is cut where there is no
 * room for two.  The keys are those that the application gave its actions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-shortcuts-window"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-shortcuts-window.h"

struct _MusterShortcutsWindow
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *general_group;
  AdwPreferencesGroup *group_group;
  AdwPreferencesGroup *calendar_group;
};

G_DEFINE_FINAL_TYPE (MusterShortcutsWindow, muster_shortcuts_window, ADW_TYPE_WINDOW)

typedef struct
{
  const char *title;
  const char *action;
  const char *accel; /* of keys that no action has, with spaces between them */
} Shortcut;

static const Shortcut general[] = {
  { N_ ("Undo the last change"), "win.undo", NULL },
  { N_ ("Redo"), "win.redo", NULL },
  { N_ ("History"), "win.history", NULL },
  { N_ ("Preferences"), "app.preferences", NULL },
  { N_ ("Main menu"), NULL, "F10" },
  { N_ ("Keyboard shortcuts"), "app.shortcuts", NULL },
  { N_ ("Quit"), "app.quit", NULL },
};

static const Shortcut of_group[] = {
  { N_ ("New group"), "win.new-group", NULL },
  { N_ ("Add a member"), "win.new-member", NULL },
  { N_ ("New event"), "win.new-event", NULL },
  { N_ ("Import a file"), "win.import", NULL },
  { N_ ("Import from the clipboard"), "win.import-clipboard", NULL },
  { N_ ("Export members"), "win.export", NULL },
  { N_ ("Group settings"), "win.group-settings", NULL },
  { N_ ("Roll call"), "win.tab('rollcall')", NULL },
  { N_ ("Members"), "win.tab('members')", NULL },
  { N_ ("Calendar"), "win.tab('calendar')", NULL },
  { N_ ("Notices of the group"), "win.tab('notices')", NULL },
  { N_ ("Search members"), "win.search", NULL },
  { N_ ("Back to the groups, in a narrow window"), "win.back", NULL },
};

static const Shortcut of_calendar[] = {
  { N_ ("Day before or after"), NULL, "Left Right" },
  { N_ ("Week before or after"), NULL, "Up Down" },
  { N_ ("Page before or after"), NULL, "Page_Up Page_Down" },
  { N_ ("First or last day of the week"), NULL, "Home End" },
  { N_ ("Today"), NULL, "t" },
  { N_ ("Jump to a date"), NULL, "<Ctrl>g" },
  { N_ ("First event of the day"), NULL, "Return" },
  { N_ ("Next event of the day"), NULL, "Tab" },
  { N_ ("New event on the day"), NULL, "n" },
  { N_ ("Move the event by a day"), NULL, "<Ctrl>Left <Ctrl>Right" },
  { N_ ("Move the event by a week"), NULL, "<Ctrl>Up <Ctrl>Down" },
  { N_ ("Delete the event"), NULL, "Delete" },
};

/* What a screen reader says of a row is the keys in words. */
static char *
dup_words (const char *accels)
{
  g_auto (GStrv) keys = g_strsplit (accels, " ", -1);
  GString *words = g_string_new (NULL);

  for (char **accel = keys; *accel != NULL; accel++)
    {
      guint key = 0;
      GdkModifierType modifiers = 0;
      g_autofree char *label = gtk_accelerator_parse (*accel, &key, &modifiers)
                                   ? gtk_accelerator_get_label (key, modifiers)
                                   : g_strdup (*accel);

      g_string_append_printf (words, "%s%s", words->len > 0 ? " / " : "", label);
    }
  return g_string_free (words, FALSE);
}

static void
add_shortcut (AdwPreferencesGroup *group, const char *title, const char *accel)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys = gtk_shortcut_label_new (accel);
  g_autofree char *words = dup_words (accel);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, words);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_group_add (group, row);
}

static void
add_shortcuts (AdwPreferencesGroup *group, GtkApplication *application, const Shortcut *shortcuts,
               gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_auto (GStrv) accels =
          shortcuts[i].action != NULL
              ? gtk_application_get_accels_for_action (application, shortcuts[i].action)
              : NULL;
      const char *accel = accels != NULL ? accels[0] : shortcuts[i].accel;

      if (accel != NULL)
        add_shortcut (group, _ (shortcuts[i].title), accel);
    }
}

static void
muster_shortcuts_window_class_init (MusterShortcutsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-shortcuts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterShortcutsWindow, general_group);
  gtk_widget_class_bind_template_child (widget_class, MusterShortcutsWindow, group_group);
  gtk_widget_class_bind_template_child (widget_class, MusterShortcutsWindow, calendar_group);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
muster_shortcuts_window_init (MusterShortcutsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * muster_shortcuts_window_new:
 * @parent: a window of the application whose keys are shown
 */
GtkWidget *
muster_shortcuts_window_new (GtkWindow *parent)
{
  GtkApplication *application = gtk_window_get_application (parent);
  MusterShortcutsWindow *self =
      g_object_new (MUSTER_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, NULL);

  add_shortcuts (self->general_group, application, general, G_N_ELEMENTS (general));
  add_shortcuts (self->group_group, application, of_group, G_N_ELEMENTS (of_group));
  add_shortcuts (self->calendar_group, application, of_calendar, G_N_ELEMENTS (of_calendar));
  return GTK_WIDGET (self);
}
