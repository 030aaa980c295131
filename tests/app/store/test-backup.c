/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "muster-backup.h"
#include "muster-store.h"

/* A copy a day for a year: the last seven stay, and the Mondays of four weeks. */
static void
test_daily (void)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-backup-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "muster.db", NULL);
  g_autofree char *copies = muster_backup_dup_folder (path);
  MusterClock *clock = muster_clock_new_fixed ((gint64) 1795262400 * G_USEC_PER_SEC);
  MusterStore *store = muster_store_open (path, clock, NULL);
  static const char *const expected[] = { "2026-01-26", "2026-02-02", "2026-02-09", "2026-02-15",
                                          "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19",
                                          "2026-02-20", "2026-02-21" };
  MusterDay last = muster_day_from_ymd (2026, 2, 21);
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  for (MusterDay day = last - 60; day <= last; day++)
    {
      gboolean written = FALSE;
      g_autoptr (GError) error = NULL;

      g_assert_true (
          muster_backup_daily (muster_store_get_database (store, NULL), day, &written, &error));
      g_assert_no_error (error);
      g_assert_true (written);
      g_assert_true (
          muster_backup_daily (muster_store_get_database (store, NULL), day, &written, NULL));
      g_assert_false (written);
    }

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/muster-%s.db", copies, expected[i]);

      g_test_message ("%s", expected[i]);
      g_assert_true (muster_backup_check (name, NULL));
      n++;
    }
  dir = g_dir_open (copies, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL; n--)
    {
      g_autofree char *child = g_build_filename (copies, name, NULL);

      g_assert_cmpint (g_unlink (child), ==, 0);
    }
  g_assert_cmpuint (n, ==, 0);

  g_assert_finalize_object (store);
  g_assert_finalize_object (clock);
  g_assert_cmpint (g_rmdir (copies), ==, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (sqlite3_memory_used (), ==, 0);
}

static void
test_damaged_copy_is_noticed (void)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-backup-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "muster.db", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.db", NULL);
  MusterClock *clock = muster_clock_new_fixed ((gint64) 1795262400 * G_USEC_PER_SEC);
  MusterStore *store = muster_store_open (path, clock, NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (muster_backup_write (muster_store_get_database (store, NULL), copy, NULL, NULL));
  g_assert_true (muster_backup_check (copy, NULL));
  g_assert_true (g_file_get_contents (copy, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (copy, contents, (gssize) length / 2, NULL));
  g_assert_false (muster_backup_check (copy, NULL));

  g_assert_finalize_object (store);
  g_assert_finalize_object (clock);
  g_assert_cmpint (g_unlink (copy), ==, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/backup/daily", test_daily);
  g_test_add_func ("/backup/damaged-copy-is-noticed", test_damaged_copy_is_noticed);
  return g_test_run ();
}
