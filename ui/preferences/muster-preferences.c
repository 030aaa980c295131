/* muster-preferences.c - what belongs to this computer, not to a group
 *
 * Each row is bound to its key of the settings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-preferences"

#include "config.h"

#include "muster-autostart.h"
#include "muster-preferences.h"

struct _MusterPreferences
{
  AdwPreferencesWindow parent_instance;

  GSettings *settings; /* owned */
  char *database;      /* owned: the path of the file */

  AdwComboRow *style_row;
  AdwComboRow *chinese_row;
  AdwEntryRow *author_row;
  GtkSwitch *reminders_switch;
};

G_DEFINE_FINAL_TYPE (MusterPreferences, muster_preferences, ADW_TYPE_PREFERENCES_WINDOW)

typedef enum
{
  PROP_SETTINGS = 1,
  PROP_DATABASE,
} MusterPreferencesProperty;

static GParamSpec *props[PROP_DATABASE + 1];

/* The values of a setting, as the rows stand. */
static const char *const styles[] = { "follow", "light", "dark", NULL };
static const char *const chinese_days[] = { "language", "always", "never", NULL };

static gboolean
value_to_row (GValue *value, GVariant *variant, gpointer values)
{
  const char *const *keys = values;

  for (guint i = 0; keys[i] != NULL; i++)
    if (g_str_equal (keys[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
row_to_value (const GValue *value, const GVariantType *type, gpointer values)
{
  const char *const *keys = values;
  guint row = g_value_get_uint (value);

  return row < g_strv_length ((GStrv) keys) ? g_variant_new_string (keys[row]) : NULL;
}

static void
bind_choice (MusterPreferences *self, const char *key, AdwComboRow *row, const char *const *values)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                value_to_row, row_to_value, (gpointer) values, NULL);
}

static void
open_folder_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterPreferences *self = MUSTER_PREFERENCES (widget);
  g_autofree char *folder = g_path_get_dirname (self->database);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

/* The setting follows only when the login knows of it. */
static void
reminders_switch_cb (MusterPreferences *self)
{
  gboolean wanted = gtk_switch_get_active (self->reminders_switch);
  g_autoptr (GError) error = NULL;

  if (wanted == g_settings_get_boolean (self->settings, "background-reminders"))
    return;
  if (muster_autostart_set (wanted, &error))
    {
      g_settings_set_boolean (self->settings, "background-reminders", wanted);
      return;
    }
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (error->message));
  gtk_switch_set_active (self->reminders_switch, !wanted);
}

static void
muster_preferences_constructed (GObject *object)
{
  MusterPreferences *self = MUSTER_PREFERENCES (object);

  G_OBJECT_CLASS (muster_preferences_parent_class)->constructed (object);

  bind_choice (self, "style", self->style_row, styles);
  bind_choice (self, "chinese-days", self->chinese_row, chinese_days);
  g_settings_bind (self->settings, "author", self->author_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "background-reminders", self->reminders_switch, "active",
                   G_SETTINGS_BIND_GET);
}

static void
muster_preferences_finalize (GObject *object)
{
  MusterPreferences *self = MUSTER_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_free (self->database);

  G_OBJECT_CLASS (muster_preferences_parent_class)->finalize (object);
}

static void
muster_preferences_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MusterPreferences *self = MUSTER_PREFERENCES (object);

  switch ((MusterPreferencesProperty) prop_id)
    {
    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;

    case PROP_DATABASE:
      g_value_set_string (value, self->database);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_preferences_set_property (GObject *object, guint prop_id, const GValue *value,
                                 GParamSpec *pspec)
{
  MusterPreferences *self = MUSTER_PREFERENCES (object);

  switch ((MusterPreferencesProperty) prop_id)
    {
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;

    case PROP_DATABASE:
      self->database = g_value_dup_string (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
muster_preferences_class_init (MusterPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = muster_preferences_constructed;
  object_class->finalize = muster_preferences_finalize;
  object_class->get_property = muster_preferences_get_property;
  object_class->set_property = muster_preferences_set_property;

  props[PROP_SETTINGS] =
      g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_DATABASE] =
      g_param_spec_string ("database", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterPreferences, style_row);
  gtk_widget_class_bind_template_child (widget_class, MusterPreferences, chinese_row);
  gtk_widget_class_bind_template_child (widget_class, MusterPreferences, author_row);
  gtk_widget_class_bind_template_child (widget_class, MusterPreferences, reminders_switch);
  gtk_widget_class_bind_template_callback (widget_class, reminders_switch_cb);
  gtk_widget_class_install_action (widget_class, "preferences.open-folder", NULL,
                                   open_folder_action);
}

static void
muster_preferences_init (MusterPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * muster_preferences_new:
 * @database: the path of the file that holds everything
 */
GtkWidget *
muster_preferences_new (GtkWindow *parent, GSettings *settings, const char *database)
{
  return g_object_new (MUSTER_TYPE_PREFERENCES, "transient-for", parent, "modal", TRUE, "settings",
                       settings, "database", database, NULL);
}
