/* muster-reminder-service.c - the process that reminds of events
 *
 * Started by D-Bus when the window opens, or at login if the keeper wants that.
 * It stays while the window is there, or for good with the setting
 * "background-reminders".  It only reads the database.  A click on a reminder
 * asks the window, started by D-Bus if need be, to show the event.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-reminder-service"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-context.h"
#include "muster-due-reminder.h"
#include "muster-reminder-service.h"
#include "muster-reminder-state.h"

#define SECONDS_PER_LOOK 20        /* at the clock, and at what other programs wrote */
#define SECONDS_AHEAD 7200         /* how far reminders are read ahead */
#define SECONDS_BETWEEN_READS 3600 /* without a change */
#define SECONDS_LATER 600          /* of "Remind Me Later" */
#define SECONDS_PER_DAY 86400
#define INACTIVITY_MILLISECONDS 10000
#define EVENT_TYPE "(sx)" /* id in hexadecimal digits, which time of it */

struct _MusterReminderService
{
  GApplication parent_instance;

  char *db_path;       /* owned, NULL: the user's own database */
  GSettings *settings; /* owned, NULL before start-up */
  MusterStore *store;  /* owned, NULL until there is a database */
  GTimeZone *viewer;   /* owned */
  GPtrArray *waiting;  /* owned, of MusterReminder in order; NULL before the first read */
  GPtrArray *put_off;  /* owned, of MusterReminder: to be shown again */
  gint64 until;        /* seconds since 1970 up to which reminders were shown */
  gint64 until_before; /* what it was at the look before */
  GHashTable *shown;   /* owned, keys of the reminders that this process showed */
  gint64 read_at;      /* when @waiting was read */
  guint look_source;
  guint window_watch;
  gboolean is_stale;
  gboolean is_reading;
  gboolean stays;      /* held by the setting */
  gboolean has_window; /* held by the window */
};

G_DEFINE_FINAL_TYPE (MusterReminderService, muster_reminder_service, G_TYPE_APPLICATION)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static char *
dup_notification_id (const MusterReminder *reminder)
{
  char id[MUSTER_ID_TEXT_SIZE];

  muster_id_format (muster_reminder_get_id (reminder), id);
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, id, reminder->original_at);
}

static char *
dup_key (const MusterReminder *reminder)
{
  g_autofree char *notification_id = dup_notification_id (reminder);

  return g_strdup_printf ("%s %" G_GINT64_FORMAT, notification_id, reminder->at);
}

static void
show (MusterReminderService *self, const MusterReminder *reminder, gint64 now)
{
  g_autofree char *text = muster_reminder_dup_text (reminder, now, self->viewer);
  g_autofree char *notification_id = dup_notification_id (reminder);
  g_autoptr (GNotification) notification = g_notification_new (reminder->title);
  g_autoptr (GIcon) icon = g_themed_icon_new (APP_ID);
  char event[MUSTER_ID_TEXT_SIZE];
  char id[MUSTER_ID_TEXT_SIZE];

  muster_id_format (&reminder->series, event);
  muster_id_format (muster_reminder_get_id (reminder), id);
  g_notification_set_body (notification, text);
  g_notification_set_icon (notification, icon);
  g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  g_notification_set_default_action_and_target (notification, "app.open", EVENT_TYPE, event,
                                                reminder->original_at);
  g_notification_add_button_with_target (notification, _ ("Show"), "app.open", EVENT_TYPE, event,
                                         reminder->original_at);
  g_notification_add_button_with_target (notification, _ ("Remind Me Later"), "app.later",
                                         EVENT_TYPE, id, reminder->original_at);
  g_application_send_notification (G_APPLICATION (self), notification_id, notification);
}

static void
remember (MusterReminderService *self, gint64 now)
{
  g_autoptr (GError) error = NULL;

  self->until_before = self->until;
  self->until = now;
  if (!muster_reminder_state_save (now, &error))
    g_warning ("%s", error->message);
}

/* What is over is not worth a word; it was missed while the computer was off. */
static void
show_due (MusterReminderService *self, GPtrArray *reminders, gint64 now)
{
  guint n = 0;

  while (n < reminders->len && ((const MusterReminder *) reminders->pdata[n])->at <= now)
    {
      const MusterReminder *reminder = reminders->pdata[n++];

      if ((reminder->end > now || reminder->at + SECONDS_PER_LOOK * 2 > now) &&
          g_hash_table_add (self->shown, dup_key (reminder)))
        show (self, reminder, now);
    }
  if (n > 0)
    g_ptr_array_remove_range (reminders, 0, n);
}

static gpointer
read_reminders (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *span = data;
  g_autoptr (GTimeZone) viewer = g_time_zone_new_local ();

  return muster_due_reminder_list (db, span[0], span[1], viewer, error);
}

static void look (MusterReminderService *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterReminderService) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *reminders = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  self->is_reading = FALSE;
  if (reminders == NULL)
    {
      g_warning ("%s", error->message);
      return;
    }
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  self->waiting = reminders;
  look (self);
}

/* An event that was added since the look before may have come due meanwhile. */
static void
start_reading (MusterReminderService *self, gint64 now)
{
  gint64 *span = g_new (gint64, 2);

  span[0] = self->until_before;
  span[1] = now + SECONDS_AHEAD;
  self->read_at = now;
  self->is_stale = FALSE;
  self->is_reading = TRUE;
  muster_store_read_async (self->store, read_reminders, span, g_free,
                           (GDestroyNotify) g_ptr_array_unref, NULL, read_cb, g_object_ref (self));
}

static void
changed_cb (MusterReminderService *self)
{
  self->is_stale = TRUE;
  look (self);
}

/* The database may come later than the service; one that can't be read is tried again. */
static void
open_store (MusterReminderService *self)
{
  g_autofree char *path =
      self->db_path != NULL ? g_strdup (self->db_path) : muster_store_dup_default_path ();
  g_autoptr (MusterClock) clock = muster_clock_new ();
  g_autoptr (GError) error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  self->store = muster_store_open (path, clock, &error);
  if (self->store == NULL)
    g_message ("%s", error->message);
  else
    g_signal_connect_object (self->store, "changed", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static gint64
get_next (MusterReminderService *self)
{
  gint64 next = G_MAXINT64;

  if (self->waiting != NULL && self->waiting->len > 0)
    next = ((const MusterReminder *) self->waiting->pdata[0])->at;
  if (self->put_off->len > 0)
    next = MIN (next, ((const MusterReminder *) self->put_off->pdata[0])->at);
  return next;
}

static gboolean
look_cb (gpointer user_data)
{
  MusterReminderService *self = user_data;

  self->look_source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/* The clock is looked at often: a computer that slept wakes in the middle of a wait. */
static void
look (MusterReminderService *self)
{
  gint64 now = get_now (), next;

  if (self->store == NULL)
    open_store (self);
  else
    muster_store_look_for_changes (self->store);

  if (self->store != NULL && !self->is_reading &&
      (self->waiting == NULL || self->is_stale || now - self->read_at >= SECONDS_BETWEEN_READS))
    start_reading (self, now);
  if (self->waiting != NULL && !self->is_reading)
    {
      show_due (self, self->waiting, now);
      show_due (self, self->put_off, now);
      if (now != self->until)
        remember (self, now);
    }

  next = MAX (get_next (self) - now, 1);
  g_clear_handle_id (&self->look_source, g_source_remove);
  self->look_source = g_timeout_add_seconds ((guint) MIN (next, SECONDS_PER_LOOK), look_cb, self);
}

static void
hold_if (MusterReminderService *self, gboolean *held, gboolean wanted)
{
  if (*held == wanted)
    return;
  *held = wanted;
  if (wanted)
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

static void
setting_cb (MusterReminderService *self)
{
  hold_if (self, &self->stays, g_settings_get_boolean (self->settings, "background-reminders"));
}

static void
window_appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer user_data)
{
  MusterReminderService *self = user_data;

  hold_if (self, &self->has_window, TRUE);
}

static void
window_vanished_cb (GDBusConnection *bus, const char *name, gpointer user_data)
{
  MusterReminderService *self = user_data;

  hold_if (self, &self->has_window, FALSE);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  g_application_release (user_data);
  if (reply == NULL)
    g_warning ("The window does not open: %s", error->message);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GApplication *self = user_data;
  GVariantBuilder parameters, platform;

  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  g_variant_builder_add (&parameters, "v", parameter);
  g_variant_builder_init (&platform, G_VARIANT_TYPE_VARDICT);
  g_application_hold (self);
  g_dbus_connection_call (g_application_get_dbus_connection (self), APP_ID, "/org/musterapp/Muster",
                          "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sava{sv})", "open-event", &parameters, &platform), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, opened_cb, self);
}

/* What is to be said again has been said once, so all of it can be read from the database. */
static void
later_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MusterReminderService *self = user_data;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (MusterReminder) reminder = NULL;
  const char *text;
  gint64 original_at, now = get_now ();
  MusterDatabase *db;
  MusterId id;

  g_variant_get (parameter, "(&sx)", &text, &original_at);
  if (self->store == NULL || !muster_id_parse (text, &id))
    return;
  db = muster_store_get_database (self->store, NULL);
  if (db != NULL)
    found = muster_due_reminder_list (db, now - SECONDS_PER_DAY, now, self->viewer, NULL);
  for (guint i = 0; found != NULL && i < found->len && reminder == NULL; i++)
    {
      const MusterReminder *one = found->pdata[i];

      if (muster_id_equal (muster_reminder_get_id (one), &id) && one->original_at == original_at)
        reminder = g_ptr_array_steal_index (found, i);
    }
  if (reminder == NULL)
    return;
  reminder->at = now + SECONDS_LATER;
  g_ptr_array_add (self->put_off, g_steal_pointer (&reminder));
  look (self);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_quit (user_data);
}

static void
muster_reminder_service_startup (GApplication *application)
{
  MusterReminderService *self = MUSTER_REMINDER_SERVICE (application);
  const GActionEntry entries[] = {
    { "open", open_action, EVENT_TYPE, NULL, NULL, { 0 } },
    { "later", later_action, EVENT_TYPE, NULL, NULL, { 0 } },
    { "quit", quit_action, NULL, NULL, NULL, { 0 } },
  };

  G_APPLICATION_CLASS (muster_reminder_service_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  self->until = self->until_before = muster_reminder_state_load (get_now ());
  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->settings, "changed::background-reminders", G_CALLBACK (setting_cb),
                           self, G_CONNECT_SWAPPED);
  setting_cb (self);
  self->window_watch = g_bus_watch_name_on_connection (
      g_application_get_dbus_connection (application), APP_ID, G_BUS_NAME_WATCHER_FLAGS_NONE,
      window_appeared_cb, window_vanished_cb, self, NULL);
  look (self);
}

/* Started again while it runs, by the login and the window: nothing to do. */
static void
muster_reminder_service_activate (GApplication *application)
{
}

static int
muster_reminder_service_handle_local_options (GApplication *application, GVariantDict *options)
{
  MusterReminderService *self = MUSTER_REMINDER_SERVICE (application);

  g_variant_dict_lookup (options, "db", "^ay", &self->db_path);
  return -1;
}

static void
muster_reminder_service_finalize (GObject *object)
{
  MusterReminderService *self = MUSTER_REMINDER_SERVICE (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_handle_id (&self->window_watch, g_bus_unwatch_name);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_ptr_array_unref (self->put_off);
  g_hash_table_unref (self->shown);
  g_time_zone_unref (self->viewer);
  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  g_free (self->db_path);

  G_OBJECT_CLASS (muster_reminder_service_parent_class)->finalize (object);
}

static void
muster_reminder_service_class_init (MusterReminderServiceClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = muster_reminder_service_finalize;
  application_class->startup = muster_reminder_service_startup;
  application_class->activate = muster_reminder_service_activate;
  application_class->handle_local_options = muster_reminder_service_handle_local_options;
}

static void
muster_reminder_service_init (MusterReminderService *self)
{
  const GOptionEntry entries[] = {
    { "db", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Use this database instead of your own"),
      N_ ("FILE") },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  self->viewer = g_time_zone_new_local ();
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->put_off = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_reminder_free);
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

MusterReminderService *
muster_reminder_service_new (void)
{
  return g_object_new (MUSTER_TYPE_REMINDER_SERVICE, "application-id", MUSTER_REMINDER_SERVICE_ID,
                       "flags", G_APPLICATION_IS_SERVICE, "inactivity-timeout",
                       INACTIVITY_MILLISECONDS, NULL);
}
