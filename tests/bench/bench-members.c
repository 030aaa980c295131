/* bench-members.c - the members page over many members: search, sorting, paging, scrolling
 *
 *     bench-members DATABASE MEMBERS
 *
 * Makes the database when it is missing.  Prints "name value" lines for
 * tests/bench/ui.py, times in milliseconds; counters have no unit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>

#include "muster-group-table.h"
#include "muster-members-page.h"
#include "muster-membership-table.h"
#include "muster-person-table.h"
#include "muster-query.h"
#include "muster-search.h"

#define ROUNDS 9
#define KEYS 40

typedef struct
{
  guint n_members;
  MusterId group;
} Make;

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print_times (const char *name, GArray *times)
{
  g_array_sort (times, compare_doubles);
  g_print ("%s.p50 %.3f\n", name, g_array_index (times, double, times->len / 2));
  g_print ("%s.p99 %.3f\n", name, g_array_index (times, double, times->len * 99 / 100));
  g_array_unref (times);
}

static GArray *
new_times (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

static void
add_time (GArray *times, double since)
{
  double ms = now_ms () - since;

  g_array_append_val (times, ms);
}

/* Names as they are: two or three characters out of those that names are made of. */
static void
fill_name (guint i, char *out, gsize size)
{
  static const char *const families[] = { "王", "李", "张", "刘",   "陈",
                                          "杨", "黄", "赵", "欧阳", "吴" };
  static const char *const given[] = { "伟", "芳", "娜", "敏", "静", "丽", "强",
                                       "磊", "军", "洋", "勇", "艳", "杰", "娟",
                                       "涛", "明", "超", "秀", "霞", "平", "刚" };

  g_snprintf (out, size, "%s%s%s", families[i % 10], given[i / 10 % 21], given[i / 210 % 21]);
}

static gboolean
make_members (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Make *make = data;
  g_autoptr (MusterGroup) group = muster_group_new (&(MusterId){ { 0 } }, "Bench");

  if (!muster_group_table_insert (change, group, &make->group, error))
    return FALSE;
  for (guint i = 0; i < make->n_members; i++)
    {
      g_autoptr (MusterPerson) person = muster_person_new ();
      g_autoptr (MusterMembership) membership = muster_membership_new ();
      char name[32], phone[16];

      fill_name (i, name, sizeof name);
      g_snprintf (phone, sizeof phone, "138%08u", i);
      muster_person_set (person, MUSTER_PERSON_NAME, name);
      muster_person_set (person, MUSTER_PERSON_PHONES, phone);
      membership->group = make->group;
      membership->nickname = g_strdup_printf ("部门%u-%s", i % 97, name);
      if (!muster_person_table_insert (change, person, &membership->person, error) ||
          !muster_membership_table_insert (change, membership, NULL, error) ||
          !muster_change_breathe (change, error))
        return FALSE;
    }
  return TRUE;
}

static void
spin_until (gboolean (*done) (gpointer), gpointer data)
{
  double deadline = now_ms () + 60000;

  while (!done (data) && now_ms () < deadline)
    g_main_context_iteration (NULL, TRUE);
}

static void
count_cb (guint *count)
{
  ++*count;
}

static gboolean
is_positive (gpointer data)
{
  return *(guint *) data > 0;
}

/* Until the frame that shows what was changed now has been painted. */
static void
wait_painted (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  guint n_painted = 0;
  gulong handler =
      g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (count_cb), &n_painted);

  gtk_widget_queue_draw (widget);
  spin_until (is_positive, &n_painted);
  g_signal_handler_disconnect (clock, handler);
}

static GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
bench_search (MusterDatabase *db, const MusterId *group)
{
  static const char *const han[] = { "伟", "张", "欧", "杰" };
  static const char *const others[] = { "zw", "wang", "1380", "部门7", "liqiang" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSearch) search = muster_search_new (db, group, &error);
  GArray *one = new_times (), *more = new_times (), *like = new_times ();

  g_assert_no_error (error);
  for (guint i = 0; i < KEYS; i++)
    {
      double start = now_ms ();

      g_array_unref (muster_search_find (search, han[i % G_N_ELEMENTS (han)]));
      add_time (one, start);
      start = now_ms ();
      g_array_unref (muster_search_find (search, others[i % G_N_ELEMENTS (others)]));
      add_time (more, start);
    }
  for (guint i = 0; i < 5; i++)
    {
      double start = now_ms ();
      gint64 count;

      g_assert_true (muster_database_read_int (
          db, "SELECT count (*) FROM persons WHERE name LIKE '%伟%'", &count, NULL));
      add_time (like, start);
    }
  print_times ("search.one-han", one);
  print_times ("search.others", more);
  print_times ("search.like", like);
}

static void
bench_pages (MusterDatabase *db, const MusterId *group)
{
  MusterMemberQuery query = { .group = *group };
  GArray *order = new_times (), *first = new_times (), *last = new_times ();
  g_autoptr (GArray) rows = NULL;

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = now_ms ();
      const guint32 *keys;

      query.sort = i % 2 == 0 ? MUSTER_MEMBER_NICKNAME : MUSTER_MEMBER_NAME; /* as bench_sort() */
      g_clear_pointer (&rows, g_array_unref);
      rows = muster_member_query_list_rows (db, &query, NULL);
      add_time (order, start);
      keys = (const guint32 *) (gpointer) rows->data;
      start = now_ms ();
      g_ptr_array_unref (muster_member_query_load (db, keys, 100, NULL));
      add_time (first, start);
      start = now_ms ();
      g_ptr_array_unref (
          muster_member_query_load (db, keys + (gsize) rows->len / 100 * 99 - 100, 100, NULL));
      add_time (last, start);
    }
  print_times ("order", order);
  print_times ("page.first", first);
  print_times ("page.far", last);
}

static void
bench_sort (MusterMembersPage *page, guint *n_loaded)
{
  static const char *const columns[] = { "nickname", "name" };
  MusterSlotList *slots = muster_member_list_get_slots (muster_members_page_get_list (page));
  guint64 created = muster_slot_list_get_n_created (slots);
  guint64 cells = muster_members_page_get_n_cells (page);
  GArray *times = new_times (), *painted = new_times ();

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = now_ms ();

      *n_loaded = 0;
      g_object_set (page, "sort", columns[i % 2], NULL);
      spin_until (is_positive, n_loaded);
      add_time (times, start);
      wait_painted (GTK_WIDGET (page));
      add_time (painted, start);
    }
  print_times ("sort", times);
  print_times ("sort.painted", painted);
  g_print ("sort.items %" G_GUINT64_FORMAT "\n",
           (muster_slot_list_get_n_created (slots) - created + ROUNDS - 1) / ROUNDS);
  g_print ("sort.cells %" G_GUINT64_FORMAT "\n", muster_members_page_get_n_cells (page) - cells);
}

static void
bench_keys (MusterMembersPage *page, guint *n_loaded)
{
  static const char *const texts[] = { "伟", "伟1", "zw", "z", "wang", "张伟" };
  MusterMemberList *list = muster_members_page_get_list (page);
  GtkWidget *entry = find_widget (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY);
  GArray *work = new_times (), *painted = new_times ();

  for (guint i = 0; i < KEYS; i++)
    {
      double start = now_ms ();

      *n_loaded = 0;
      gtk_editable_set_text (GTK_EDITABLE (entry), texts[i % G_N_ELEMENTS (texts)]);
      g_signal_emit_by_name (entry, "search-changed"); /* which waits for more keys otherwise */
      spin_until (is_positive, n_loaded);
      add_time (work, start);
      wait_painted (GTK_WIDGET (page));
      add_time (painted, start);
    }
  muster_member_list_set_search (list, "");
  print_times ("key.work", work);
  print_times ("key.painted", painted);
}

static gboolean
shows_all (gpointer data)
{
  MusterSlotList *slots = data;

  return g_list_model_get_n_items (G_LIST_MODEL (slots)) == muster_slot_list_get_n_keys (slots);
}

static void
bench_scroll (MusterMembersPage *page, guint n_members)
{
  GtkWidget *view = find_widget (GTK_WIDGET (page), g_type_from_name ("GtkColumnListView"));
  GtkWidget *scroller = find_widget (GTK_WIDGET (page), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  GArray *jumps = new_times (), *steps = new_times ();

  /* after typing the rest of the rows comes with a delay */
  spin_until (shows_all, muster_member_list_get_slots (muster_members_page_get_list (page)));
  wait_painted (GTK_WIDGET (page));
  for (guint i = 0; i < KEYS; i++)
    {
      double start = now_ms ();

      gtk_widget_activate_action (view, "list.scroll-to-item", "u",
                                  (guint) ((guint64) i * 7919 * 104729 % n_members));
      wait_painted (GTK_WIDGET (page));
      add_time (jumps, start);
    }
  for (guint i = 0; i < KEYS * 3; i++)
    {
      double start = now_ms ();

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 105);
      wait_painted (GTK_WIDGET (page));
      add_time (steps, start);
    }
  print_times ("scroll.jump", jumps);
  print_times ("scroll.step", steps);
}

static MusterStore *
open_store (const char *path, guint n_members)
{
  gboolean fresh = !g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (MusterClock) clock = muster_clock_new ();
  g_autoptr (GError) error = NULL;
  MusterStore *store = muster_store_open (path, clock, &error);
  Make make = { .n_members = n_members };

  g_assert_no_error (error);
  if (fresh)
    muster_store_write (store, "Bench", make_members, &make, NULL, &error);
  g_assert_no_error (error);
  return store;
}

int
main (int argc, char **argv)
{
  guint n_members = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : 0;
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (MusterContext) context = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  guint n_loaded = 0;
  MusterDatabase *db;
  MusterGroup *group;
  GtkWidget *window, *page;

  g_assert (argc == 3);
  setvbuf (stdout, NULL, _IOLBF, 0);
  store = open_store (argv[1], n_members);
  if (!gtk_init_check ())
    return EXIT_SUCCESS; /* only the database was wanted */
  adw_init ();

  db = muster_store_get_database (store, NULL);
  groups = muster_group_table_list (db, FALSE, NULL);
  group = g_ptr_array_index (groups, 0);
  bench_search (db, muster_group_get_id (group));
  bench_pages (db, muster_group_get_id (group));

  context = muster_context_new (store, NULL);
  page = muster_members_page_new (context);
  window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 720);
  g_signal_connect_swapped (muster_members_page_get_list (MUSTER_MEMBERS_PAGE (page)), "loaded",
                            G_CALLBACK (count_cb), &n_loaded);
  g_object_set (page, "group", group, NULL);
  gtk_window_present (GTK_WINDOW (window));
  spin_until (is_positive, &n_loaded);
  wait_painted (page);
  wait_painted (page);
  /* the search buffer is made beside */
  n_loaded = 0;
  muster_member_list_set_search (muster_members_page_get_list (MUSTER_MEMBERS_PAGE (page)), "x");
  spin_until (is_positive, &n_loaded);
  muster_member_list_set_search (muster_members_page_get_list (MUSTER_MEMBERS_PAGE (page)), "");

  bench_sort (MUSTER_MEMBERS_PAGE (page), &n_loaded);
  bench_keys (MUSTER_MEMBERS_PAGE (page), &n_loaded);
  bench_scroll (MUSTER_MEMBERS_PAGE (page), n_members);
  gtk_window_destroy (GTK_WINDOW (window));
  return EXIT_SUCCESS;
}
