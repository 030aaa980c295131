/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "muster-slot-list.h"

typedef struct
{
  guint n_fetches;
  guint n_fetched;
} Counts;

static GPtrArray *
fetch (const guint32 *keys, guint n, gpointer user_data)
{
  Counts *counts = user_data;
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);

  counts->n_fetches++;
  counts->n_fetched += n;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, g_strdup_printf ("row %" G_GUINT32_FORMAT, keys[i]));
  return rows;
}

static GArray *
make_keys (guint32 first, guint n, int step)
{
  GArray *keys = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);

  for (guint i = 0; i < n; i++)
    {
      guint32 key = first + i * (guint) step;

      g_array_append_val (keys, key);
    }
  return keys;
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, GString *log)
{
  g_string_append_printf (log, "%u-%u+%u ", position, removed, added);
}

static void
refreshed_cb (GListModel *model, GString *log)
{
  g_string_append_printf (log, "refreshed %u ", g_list_model_get_n_items (model));
}

static void
count_cb (gpointer instance, guint *count)
{
  ++*count;
}

static void
test_length (void)
{
  static const struct
  {
    const char *label;
    guint limit, before, after;
    const char *expected;
  } rows[] = {
    { "nothing to something", G_MAXUINT, 0, 10, "0-0+10 refreshed 10 " },
    { "same length", G_MAXUINT, 10, 10, "refreshed 10 " },
    { "longer", G_MAXUINT, 10, 15, "10-0+5 refreshed 15 " },
    { "shorter", G_MAXUINT, 15, 10, "10-5+0 refreshed 10 " },
    { "emptied", G_MAXUINT, 15, 0, "0-15+0 refreshed 0 " },
    { "beyond the limit both times", 5, 15, 10, "refreshed 5 " },
    { "shrinks below the limit", 12, 15, 10, "10-2+0 refreshed 10 " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Counts counts = { 0 };
      MusterSlotList *list = muster_slot_list_new (fetch, &counts, NULL);
      g_autoptr (GString) log = g_string_new (NULL);

      g_test_message ("%s", rows[i].label);
      muster_slot_list_set_limit (list, rows[i].limit);
      muster_slot_list_set_keys (list, make_keys (1, rows[i].before, 1));
      g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), log);
      g_signal_connect (list, "refreshed", G_CALLBACK (refreshed_cb), log);
      muster_slot_list_set_keys (list, make_keys (101, rows[i].after, 1));

      g_assert_cmpstr (log->str, ==, rows[i].expected);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==,
                        MIN (rows[i].limit, rows[i].after));
      g_assert_finalize_object (list);
    }
}

static void
test_resort_keeps_slots (void)
{
  const guint n = 100000;
  Counts counts = { 0 };
  MusterSlotList *list = muster_slot_list_new (fetch, &counts, NULL);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_changed = 0, n_refreshed = 0;

  muster_slot_list_set_keys (list, make_keys (1, n, 1));
  for (guint i = 0; i < 200; i++)
    {
      MusterSlot *slot = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autofree char *expected = g_strdup_printf ("row %u", i + 1);

      g_assert_cmpstr (muster_slot_get_row (slot), ==, expected);
      g_signal_connect (slot, "changed", G_CALLBACK (count_cb), &n_changed);
      g_ptr_array_add (held, slot);
    }
  g_assert_cmpuint (counts.n_fetches, ==, 4); /* pages of 64 */
  g_signal_connect (list, "refreshed", G_CALLBACK (count_cb), &n_refreshed);

  muster_slot_list_set_keys (list, make_keys (n, n, -1));
  g_assert_cmpuint (n_changed, ==, 200);
  g_assert_cmpuint (n_refreshed, ==, 1);
  g_assert_cmpuint (muster_slot_list_get_n_created (list), ==, 200);
  g_assert_cmpstr (muster_slot_get_row (held->pdata[0]), ==, "row 100000");
  g_assert_cmpint (muster_slot_get_key (held->pdata[199]), ==, n - 199);

  g_ptr_array_set_size (held, 0);
  g_assert_finalize_object (list);
}

static void
test_slots_that_fell_off (void)
{
  Counts counts = { 0 };
  MusterSlotList *list = muster_slot_list_new (fetch, &counts, NULL);
  g_autoptr (MusterSlot) last = NULL;
  g_autoptr (MusterSlot) first = NULL;
  guint position = 0;

  muster_slot_list_set_keys (list, make_keys (1, 70, 1));
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  last = g_list_model_get_item (G_LIST_MODEL (list), 69);
  g_assert_cmpstr (muster_slot_get_row (last), ==, "row 70");
  g_assert_cmpuint (counts.n_fetched, ==, 6); /* the last page is short */

  muster_slot_list_set_keys (list, make_keys (11, 60, 1));
  g_assert_null (muster_slot_get_row (last));
  g_assert_cmpint (muster_slot_get_key (last), ==, 0);
  g_assert_cmpstr (muster_slot_get_row (first), ==, "row 11");
  g_assert_true (muster_slot_list_find_key (list, 20, &position));
  g_assert_cmpuint (position, ==, 9);
  g_assert_false (muster_slot_list_find_key (list, 1, &position));

  g_assert_finalize_object (list);
  g_assert_null (muster_slot_get_row (first));
}

static void
test_pages_are_bounded (void)
{
  Counts counts = { 0 };
  MusterSlotList *list = muster_slot_list_new (fetch, &counts, NULL);

  muster_slot_list_set_keys (list, make_keys (1, 10000, 1));
  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr (MusterSlot) slot = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autofree char *expected = g_strdup_printf ("row %u", i + 1);

      g_assert_cmpstr (muster_slot_get_row (slot), ==, expected);
    }
  g_assert_cmpuint (counts.n_fetched, ==, 10000);
  muster_slot_list_refresh (list);
  {
    g_autoptr (MusterSlot) slot = g_list_model_get_item (G_LIST_MODEL (list), 9999);

    g_assert_cmpstr (muster_slot_get_row (slot), ==, "row 10000");
  }
  g_assert_cmpuint (counts.n_fetched, ==, 10000 + 10000 % MUSTER_SLOT_LIST_PAGE);
  g_assert_finalize_object (list);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slot-list/length", test_length);
  g_test_add_func ("/slot-list/resort-keeps-slots", test_resort_keeps_slots);
  g_test_add_func ("/slot-list/slots-that-fell-off", test_slots_that_fell_off);
  g_test_add_func ("/slot-list/pages-are-bounded", test_pages_are_bounded);
  return g_test_run ();
}
