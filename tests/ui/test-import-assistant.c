/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is dropped on the assistant or pasted into it: neither can be done through accessibility.
 */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "muster-group.h"
#include "muster-import-assistant.h"

#define ROSTER "姓名,微信号\n张伟,zw_2001\n李四,lisi88\n"

typedef struct
{
  char *folder, *db;
  MusterClock *clock;
  MusterStore *store;
  GSettings *settings;
  MusterContext *context;
  GListStore *groups;
  MusterImportAssistant *assistant;
} Fixture;

static GtkWidget *
find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_step (Fixture *fixture, const char *step)
{
  GtkWidget *overlay = find (GTK_WIDGET (fixture->assistant), ADW_TYPE_TOAST_OVERLAY);
  GtkWidget *stack = find (overlay, GTK_TYPE_STACK);

  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), step);
}

static gboolean
expired_cb (gpointer user_data)
{
  g_error ("never happened: %s", (const char *) user_data);
  return G_SOURCE_REMOVE;
}

static void
wait_step (Fixture *fixture, const char *step)
{
  guint deadline = g_timeout_add_seconds (30, expired_cb, (gpointer) step);

  while (!is_step (fixture, step))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (deadline);
}

static const char *
get_file_name (Fixture *fixture)
{
  GtkWidget *title = find (GTK_WIDGET (fixture->assistant), ADW_TYPE_WINDOW_TITLE);

  return adw_window_title_get_subtitle (ADW_WINDOW_TITLE (title));
}

static char *
write_file (Fixture *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterGroup) everyone = muster_group_new (&(MusterId){ { 0 } }, "Everyone");
  g_autoptr (MusterGroup) group = muster_group_new (&(MusterId){ { 1 } }, "同学");

  fixture->folder = g_dir_make_tmp ("muster-assistant-XXXXXX", NULL);
  fixture->db = g_build_filename (fixture->folder, "test.db", NULL);
  fixture->clock = muster_clock_new ();
  fixture->store = muster_store_open (fixture->db, fixture->clock, NULL);
  fixture->settings = g_settings_new ("org.musterapp.Muster");
  fixture->context = muster_context_new (fixture->store, fixture->settings);
  fixture->groups = g_list_store_new (MUSTER_TYPE_GROUP);
  g_list_store_append (fixture->groups, everyone);
  g_list_store_append (fixture->groups, group);
  fixture->assistant =
      muster_import_assistant_new (NULL, fixture->context, G_LIST_MODEL (fixture->groups), group);
  gtk_window_present (GTK_WINDOW (fixture->assistant));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->assistant);
  gtk_window_destroy (GTK_WINDOW (fixture->assistant));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->assistant);
  g_assert_finalize_object (fixture->context);
  g_assert_finalize_object (fixture->groups);
  g_clear_object (&fixture->settings);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->clock);
  g_free (fixture->db);
  g_free (fixture->folder);
}

/* As the desktop would do it, from the controller of the window on. */
static gboolean
drop (Fixture *fixture, char **paths)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (fixture->assistant));
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array ((GFile **) files->pdata, files->len));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
    }
  return taken;
}

static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "roster.csv", ROSTER);
  char *paths[] = { path, NULL };

  g_assert_true (drop (fixture, paths));
  wait_step (fixture, "purpose");
  g_assert_cmpstr (get_file_name (fixture), ==, "roster.csv");
}

static void
test_drop_nothing (Fixture *fixture, gconstpointer data)
{
  char *paths[] = { NULL };

  g_assert_false (drop (fixture, paths));
  g_assert_true (is_step (fixture, "source"));
}

/* Three at once, and a fourth while they wait: each in its turn; what can't be read is passed. */
static void
test_drop_several (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = write_file (fixture, "noise.bin", "\x01\x02\x03\x04\x05\x06\x07\x08");
  g_autofree char *second = write_file (fixture, "second.csv", ROSTER);
  g_autofree char *third = write_file (fixture, "third.csv", ROSTER);
  char *paths[] = { first, second, NULL };
  char *later[] = { third, NULL };

  g_assert_true (drop (fixture, paths));
  g_assert_true (drop (fixture, later));
  wait_step (fixture, "failed");
  gtk_widget_activate_action (GTK_WIDGET (fixture->assistant), "import.skip", NULL);
  wait_step (fixture, "purpose");
  g_assert_cmpstr (get_file_name (fixture), ==, "second.csv");
  gtk_widget_activate_action (GTK_WIDGET (fixture->assistant), "import.skip", NULL);
  wait_step (fixture, "busy");
  wait_step (fixture, "purpose");
  g_assert_cmpstr (get_file_name (fixture), ==, "third.csv");
}

static void
test_paste (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->assistant));

  gdk_clipboard_set_text (clipboard, ROSTER);
  muster_import_assistant_paste (fixture->assistant);
  wait_step (fixture, "purpose");
  g_assert_cmpstr (get_file_name (fixture), ==, "Pasted text");
}

static void
test_paste_nothing (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->assistant));

  gdk_clipboard_set_text (clipboard, "");
  muster_import_assistant_paste (fixture->assistant);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (is_step (fixture, "source"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func)                                                                            \
  g_test_add ("/import-assistant/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("drop", test_drop);
  ADD ("drop-nothing", test_drop_nothing);
  ADD ("drop-several", test_drop_several);
  ADD ("paste", test_paste);
  ADD ("paste-nothing", test_paste_nothing);
  return g_test_run ();
}
