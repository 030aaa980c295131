/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "muster-publication-list.h"

static const struct
{
  const char *label, *target, *name, *address;
} addresses[] = {
  { "a folder", "/srv/www", "Class", "/srv/www/Class.ics" },
  { "a folder with a slash", "/srv/www/", "Class", "/srv/www/Class.ics" },
  { "a file", "/srv/www/our.ics", "Class", "/srv/www/our.ics" },
  { "no way out of the folder", "/srv/www", "../../etc/x", "/srv/www/-.-..-etc-x.ics" },
  { "no hidden file", "/srv/www", ".x", "/srv/www/-x.ics" },
  { "a folder of a server", "https://dav.example/cal/", "Class",
    "https://dav.example/cal/Class.ics" },
  { "without a slash", "https://dav.example/cal", "Class", "https://dav.example/cal/Class.ics" },
  { "a name in Chinese, with a blank", "https://dav.example/", "二 班",
    "https://dav.example/%E4%BA%8C%20%E7%8F%AD.ics" },
  { "a slash in the name", "https://dav.example/", "a/b", "https://dav.example/a-b.ics" },
  { "a file of a server", "https://dav.example/our.ics", "Class", "https://dav.example/our.ics" },
};

static void
test_address (void)
{
  static const MusterId group = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (MusterPublication) one = muster_publication_new (&group, addresses[i].target);
      g_autofree char *address = muster_publication_dup_address (one, addresses[i].name);

      g_test_message ("%s", addresses[i].label);
      g_assert_cmpstr (address, ==, addresses[i].address);
    }
}

static const struct
{
  const char *label, *target;
  gboolean allowed;
} targets[] = {
  { "a folder that is there", "/tmp", TRUE },
  { "a file in it", "/tmp/x.ics", TRUE },
  { "a folder that is not there", "/nowhere/at/all", FALSE },
  { "a relative path", "x", FALSE },
  { "encrypted", "https://dav.example/cal/", TRUE },
  { "in the clear", "http://dav.example/cal/", FALSE },
  { "in the clear, on this computer", "http://127.0.0.1:8080/cal/", TRUE },
  { "by name", "http://localhost:8080/cal/", TRUE },
  { "version 6", "http://[::1]:8080/cal/", TRUE },
  { "a host that only begins so", "http://localhost.example/", FALSE },
  { "a host that looks like a loopback", "http://127.0.0.1.example/", FALSE },
  { "a name in the address", "https://me@dav.example/", FALSE },
  { "a password in the address", "https://me:secret@dav.example/", FALSE },
  { "another protocol", "ftp://dav.example/", FALSE },
  { "no address", "https://", FALSE },
  { "calendars are published, not subscribed", "webcal://dav.example/", FALSE },
};

static void
test_check (void)
{
  static const MusterId group = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (MusterPublication) one = muster_publication_new (&group, targets[i].target);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", targets[i].label);
      g_assert_cmpint (muster_publication_check (one, &error), ==, targets[i].allowed);
      g_assert_cmpint (error == NULL, ==, targets[i].allowed);
    }
}

static void
test_list (void)
{
  g_autofree char *folder = g_dir_make_tmp ("publication-XXXXXX", NULL);
  g_autofree char *database = g_build_filename (folder, "t.db", NULL);
  g_autofree char *path = g_strconcat (database, ".published", NULL);
  static const MusterId all = { 0 }, group = { { 1, 2, 3 } };
  g_autoptr (MusterPublication) one = muster_publication_new (&group, "https://dav.example/群/");
  g_autoptr (MusterPublication) other = muster_publication_new (&all, "/srv");
  g_autoptr (GPtrArray) found = NULL, left = NULL;
  g_autoptr (GError) error = NULL;
  const MusterPublication *back;
  GStatBuf mode;

  one->user = g_strdup ("我");
  one->version = 7;
  one->problem = g_strdup ("line\nline = [x]");
  g_assert_false (muster_publication_list_exists (database));
  g_assert_true (muster_publication_list_put (database, one, &error));
  g_assert_true (muster_publication_list_put (database, other, &error));
  g_assert_true (muster_publication_list_put (database, one, &error));
  g_assert_cmpint (g_stat (path, &mode), ==, 0);
  g_assert_cmpint (mode.st_mode & 0777, ==, 0600);

  found = muster_publication_list_load (database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 2);
  back = muster_publication_list_find (found, &group);
  g_assert_cmpstr (back->target, ==, one->target);
  g_assert_cmpstr (back->user, ==, one->user);
  g_assert_cmpint (back->version, ==, 7);
  g_assert_cmpstr (back->problem, ==, one->problem);
  g_assert_null (back->password_file);

  g_assert_true (muster_publication_list_remove (database, &group, &error));
  left = muster_publication_list_load (database, &error);
  g_assert_cmpuint (left->len, ==, 1);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publication/address", test_address);
  g_test_add_func ("/publication/check", test_check);
  g_test_add_func ("/publication/list", test_list);
  return g_test_run ();
}
