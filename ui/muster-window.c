/* muster-window.c - the window: groups on the left, the open group's tabs on the right
 *
 * Owns the context that every page is given, and the list of groups.  What
 * its menus do is in muster-window-actions.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-window"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-calendar-page.h"
#include "muster-group-row.h"
#include "muster-group-table.h"
#include "muster-member-query.h"
#include "muster-members-page.h"
#include "muster-notices-page.h"
#include "muster-rollcall-page.h"
#include "muster-rules-page.h"
#include "muster-start-page.h"
#include "muster-window-private.h"

#define LOOK_SECONDS 3 /* between two looks at what other programs wrote */

G_DEFINE_FINAL_TYPE (MusterWindow, muster_window, ADW_TYPE_APPLICATION_WINDOW)

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_GROUP,
  PROP_GROUP_NAME,
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
  if (self->group != NULL)
    {
      g_autofree char *id = muster_id_dup_text (muster_group_get_id (self->group));

      g_settings_set_string (self->settings, "last-group", id);
    }
}

static gboolean
is_everyone (MusterGroup *group)
{
  return muster_id_is_none (muster_group_get_id (group));
}

static void
set_group (MusterWindow *self, MusterGroup *group)
{
  gboolean one = group != NULL && !is_everyone (group);

  if (g_set_object (&self->group, group))
    {
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GROUP]);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GROUP_NAME]);
    }
  adw_view_stack_page_set_visible (self->rollcall_tab, one || group == NULL);
  if (!one && group != NULL &&
      g_strcmp0 (adw_view_stack_get_visible_child_name (self->tabs), "rollcall") == 0)
    adw_view_stack_set_visible_child_name (self->tabs, "members");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.group-settings", one);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-member", one);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", one);
}

static void
group_selected_cb (MusterWindow *self, GtkListBoxRow *row)
{
  if (row != NULL)
    set_group (self, muster_group_row_get_group (MUSTER_GROUP_ROW (row)));
}

static void
group_activated_cb (MusterWindow *self, GtkListBoxRow *row)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static GtkWidget *
create_group_row (gpointer item, gpointer user_data)
{
  return muster_group_row_new (item);
}

static gboolean
same_groups (GListModel *shown, GPtrArray *groups)
{
  if (g_list_model_get_n_items (shown) != groups->len)
    return FALSE;
  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (MusterGroup) group = g_list_model_get_item (shown, i);

      if (!muster_id_equal (muster_group_get_id (group),
                            muster_group_get_id (g_ptr_array_index (groups, i))))
        return FALSE;
    }
  return TRUE;
}

/* What was counted before stands until it is counted anew. */
static void
keep_counts (MusterWindow *self, GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      MusterGroup *group = g_ptr_array_index (groups, i);
      MusterGroup *old = muster_window_find_group (self, muster_group_get_id (group));

      if (old != NULL)
        {
          muster_group_set_n_findings (group, muster_group_get_n_findings (old));
          muster_group_set_n_members (group, muster_group_get_n_members (old));
        }
    }
}

/**
 * muster_window_find_group:
 *
 * Returns: (nullable) (transfer none): the group of the sidebar
 */
MusterGroup *
muster_window_find_group (MusterWindow *self, const MusterId *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->groups)); i++)
    {
      g_autoptr (MusterGroup) group = g_list_model_get_item (G_LIST_MODEL (self->groups), i);

      if (muster_id_equal (muster_group_get_id (group), id))
        return group;
    }
  return NULL;
}

/**
 * muster_window_select_group:
 * @id: the group, or none for everyone
 *
 * Opens the group if it is on the list.
 */
void
muster_window_select_group (MusterWindow *self, const MusterId *id)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->group_list, i);

      if (row == NULL)
        return;
      if (muster_id_equal (
              muster_group_get_id (muster_group_row_get_group (MUSTER_GROUP_ROW (row))), id))
        {
          gtk_list_box_select_row (self->group_list, row);
          return;
        }
    }
}

static void
select_first_group (MusterWindow *self, const MusterId *wanted)
{
  g_autoptr (MusterGroup) first = g_list_model_get_item (G_LIST_MODEL (self->groups), 1);

  if (wanted == NULL || muster_window_find_group (self, wanted) == NULL)
    wanted = first != NULL ? muster_group_get_id (first) : NULL;
  if (wanted != NULL)
    muster_window_select_group (self, wanted);
}

/* The groups with their members, and behind them "everyone": somebody in two groups is one. */
static gpointer
count_members (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) groups = muster_group_table_list (db, TRUE, error);
  MusterGroup *everyone;
  guint n = 0;

  if (groups == NULL || !muster_member_query_count_persons (db, &n, error))
    return NULL;

  everyone = muster_group_new (&(MusterId){ { 0 } }, NULL);
  muster_group_set_n_members (everyone, n);
  g_ptr_array_add (groups, everyone);
  return g_steal_pointer (&groups);
}

static void
members_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counted = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (counted == NULL || self->groups == NULL)
    return;
  for (guint i = 0; i < counted->len; i++)
    {
      MusterGroup *group = muster_window_find_group (self, muster_group_get_id (counted->pdata[i]));

      if (group != NULL)
        muster_group_set_n_members (group, muster_group_get_n_members (counted->pdata[i]));
    }
  /* how large a group is tells whether its findings are counted at all */
  self->counted = TRUE;
  if (self->badges != NULL && self->on_screen)
    muster_badges_count (self->badges);
}

static void
show_groups (MusterWindow *self, GPtrArray *groups)
{
  MusterId wanted = { { 0 } };
  gboolean had = self->group != NULL;
  MusterGroup *everyone;

  if (had)
    wanted = *muster_group_get_id (self->group);
  else
    {
      g_autofree char *last = g_settings_get_string (self->settings, "last-group");

      had = muster_id_parse (last, &wanted);
    }

  everyone = muster_group_new (&(MusterId){ { 0 } }, _ ("Everyone"));
  g_ptr_array_insert (groups, 0, everyone);
  keep_counts (self, groups);

  if (same_groups (G_LIST_MODEL (self->groups), groups))
    {
      for (guint i = 0; i < groups->len; i++)
        {
          g_autoptr (MusterGroup) group = g_list_model_get_item (G_LIST_MODEL (self->groups), i);

          muster_group_assign (group, g_ptr_array_index (groups, i)); /* rows keep the focus */
        }
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_GROUP_NAME]);
    }
  else
    {
      g_list_store_splice (self->groups, 0, g_list_model_get_n_items (G_LIST_MODEL (self->groups)),
                           groups->pdata, groups->len);
      select_first_group (self, had ? &wanted : NULL);
    }
  gtk_stack_set_visible_child_name (self->pages, groups->len > 1 ? "main" : "start");
  if (groups->len == 1)
    set_group (self, NULL);
}

/**
 * muster_window_reload_groups:
 *
 * Reads the list of groups, which is short, at once.
 */
void
muster_window_reload_groups (MusterWindow *self)
{
  g_autoptr (GError) error = NULL;
  MusterDatabase *db;
  g_autoptr (GPtrArray) groups = NULL;

  db = muster_store_get_database (muster_context_get_store (self->context), &error);
  if (db != NULL)
    groups = muster_group_table_list (db, FALSE, &error);
  if (groups == NULL)
    muster_window_toast (self, error->message);
  else
    {
      show_groups (self, groups);
      muster_store_read_async (muster_context_get_store (self->context), count_members, NULL, NULL,
                               (GDestroyNotify) g_ptr_array_unref, NULL, members_counted_cb,
                               g_object_ref (self));
    }
}

static void
store_changed_cb (MusterWindow *self)
{
  muster_window_reload_groups (self);
}

/* Somebody may write with musterctl or in another window meanwhile. */
static gboolean
look_for_changes_cb (gpointer user_data)
{
  MusterWindow *self = user_data;

  muster_store_look_for_changes (muster_context_get_store (self->context));
  return G_SOURCE_CONTINUE;
}

static void
activated_cb (MusterWindow *self)
{
  if (self->context != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    muster_store_look_for_changes (muster_context_get_store (self->context));
}

static void
author_changed_cb (MusterWindow *self)
{
  g_autofree char *author = g_settings_get_string (self->settings, "author");

  muster_store_set_author (muster_context_get_store (self->context), author);
}

static void
fill_tab (MusterWindow *self, AdwBin *bin, GtkWidget *page)
{
  g_object_bind_property (self, "group", page, "group", G_BINDING_SYNC_CREATE);
  adw_bin_set_child (bin, page);
}

/* What takes long to make is made when it is looked at: the start is quicker by that. */
static void
tab_shown_cb (MusterWindow *self)
{
  GtkWidget *shown = adw_view_stack_get_visible_child (self->tabs);

  if (shown == GTK_WIDGET (self->members_bin) && self->members_page == NULL)
    {
      self->members_page = MUSTER_MEMBERS_PAGE (muster_members_page_new (self->context));
      fill_tab (self, self->members_bin, GTK_WIDGET (self->members_page));
    }
  else if (shown == GTK_WIDGET (self->calendar_bin) &&
           adw_bin_get_child (self->calendar_bin) == NULL)
    fill_tab (self, self->calendar_bin, muster_calendar_page_new (self->context));
  else if (shown == GTK_WIDGET (self->rules_bin) && adw_bin_get_child (self->rules_bin) == NULL)
    fill_tab (self, self->rules_bin, muster_rules_page_new (self->context));
  else if (shown == GTK_WIDGET (self->notices_bin) && adw_bin_get_child (self->notices_bin) == NULL)
    fill_tab (self, self->notices_bin, muster_notices_page_new (self->context));
}

static void
add_pages (MusterWindow *self)
{
  GtkWidget *rollcall = muster_rollcall_page_new (self->context);

  self->rollcall_tab = adw_view_stack_add_titled_with_icon (
      self->tabs, rollcall, "rollcall", _ ("Roll Call"), "org.musterapp.Muster-symbolic");
  g_object_bind_property (self, "group", rollcall, "group", G_BINDING_SYNC_CREATE);
  self->members_bin = ADW_BIN (adw_bin_new ());
  adw_view_stack_add_titled_with_icon (self->tabs, GTK_WIDGET (self->members_bin), "members",
                                       _ ("Members"), "system-users-symbolic");
  self->calendar_bin = ADW_BIN (adw_bin_new ());
  adw_view_stack_add_titled_with_icon (self->tabs, GTK_WIDGET (self->calendar_bin), "calendar",
                                       _ ("Calendar"), "x-office-calendar-symbolic");
  self->rules_bin = ADW_BIN (adw_bin_new ());
  adw_view_stack_add_titled_with_icon (self->tabs, GTK_WIDGET (self->rules_bin), "rules",
                                       _ ("Rules"), "document-edit-symbolic");
  self->notices_bin = ADW_BIN (adw_bin_new ());
  adw_view_stack_add_titled_with_icon (self->tabs, GTK_WIDGET (self->notices_bin), "notices",
                                       C_ ("page", "Notices"), "mail-unread-symbolic");
  g_signal_connect_object (self->tabs, "notify::visible-child", G_CALLBACK (tab_shown_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
backup_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!muster_store_keep_daily_backup_finish (MUSTER_STORE (source), result, &error))
    muster_window_toast (self, error->message);
}

/* Once the window is on screen. */
static gboolean
count_badges_cb (gpointer user_data)
{
  MusterWindow *self = user_data;

  self->on_screen = TRUE;
  if (self->badges != NULL && self->counted)
    muster_badges_count (self->badges);
  muster_store_keep_daily_backup_async (muster_context_get_store (self->context), NULL,
                                        backup_kept_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
open_store (MusterWindow *self, const char *db_path)
{
  g_autofree char *path = db_path != NULL ? g_strdup (db_path) : muster_store_dup_default_path ();
  g_autoptr (MusterClock) clock = muster_clock_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterStore) store = muster_store_open (path, clock, &error);

  if (store == NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed_page, escaped);
      gtk_stack_set_visible_child_name (self->pages, "failed");
      return;
    }

  self->context = muster_context_new (store, self->settings);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::author", G_CALLBACK (author_changed_cb), self,
                           G_CONNECT_SWAPPED);
  author_changed_cb (self);
  self->looking = g_timeout_add_seconds (LOOK_SECONDS, look_for_changes_cb, self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (activated_cb), NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONTEXT]);
  add_pages (self);
  self->badges = muster_badges_new (self->context, G_LIST_MODEL (self->groups));
  self->publisher = muster_publisher_new (store);
  g_signal_connect_object (self->publisher, "failed", G_CALLBACK (muster_window_toast), self,
                           G_CONNECT_SWAPPED);
  muster_window_reload_groups (self);
  g_idle_add_full (G_PRIORITY_LOW, count_badges_cb, g_object_ref (self), g_object_unref);
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

  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_object (&self->badges);
  if (self->publisher != NULL)
    muster_publisher_stop (self->publisher);
  g_clear_object (&self->publisher);
  g_clear_object (&self->toast);
  g_clear_object (&self->group);
  g_clear_object (&self->groups);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (muster_window_parent_class)->dispose (object);
}

static void
muster_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MusterWindow *self = MUSTER_WINDOW (object);

  switch ((MusterWindowProperty) prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;

    case PROP_GROUP:
      g_value_set_object (value, self->group);
      break;

    case PROP_GROUP_NAME:
      g_value_set_string (value, self->group != NULL ? muster_group_get_name (self->group) : "");
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
  object_class->get_property = muster_window_get_property;
  GTK_WINDOW_CLASS (klass)->close_request = muster_window_close_request;

  props[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, MUSTER_TYPE_CONTEXT,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_GROUP] = g_param_spec_object ("group", NULL, NULL, MUSTER_TYPE_GROUP,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_GROUP_NAME] =
      g_param_spec_string ("group-name", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
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
  gtk_widget_class_bind_template_callback (widget_class, group_selected_cb);
  muster_window_install_actions (widget_class);
}

static void
muster_window_init (MusterWindow *self)
{
  self->groups = g_list_store_new (MUSTER_TYPE_GROUP);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->group_list, G_LIST_MODEL (self->groups), create_group_row, NULL,
                           NULL);
  muster_window_accept_drops (self);
}

/**
 * muster_window_new:
 * @db_path: (nullable): the database; %NULL for the user's own
 *
 * A database that can't be opened is told in the window.
 */
MusterWindow *
muster_window_new (MusterApplication *application, GSettings *settings, const char *db_path)
{
  MusterWindow *self = g_object_new (MUSTER_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  restore_state (self);
  open_store (self, db_path);
  return self;
}
