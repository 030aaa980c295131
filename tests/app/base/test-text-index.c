/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "muster-text-index.h"

static char *
dup_values (MusterTextIndex *index, guint place)
{
  GString *values = g_string_new (NULL);

  while (place != 0)
    g_string_append_printf (values, "%u ", muster_text_index_read (index, &place));
  return g_string_free (values, FALSE);
}

static void
test_values (void)
{
  static const struct
  {
    const char *text;
    const char *values; /* in the order in which they were added */
  } rows[] = {
    { "a", "0 3 4 " },
    { "b", "1 " },
    { "", "2 5 " },
    { "c", "" },
  };
  static const char *const texts[] = { "a", "b", "", "a", "a", "" };
  g_autoptr (MusterTextIndex) index = muster_text_index_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *copy = g_strdup (texts[i]); /* the index keeps its own */

      muster_text_index_add (index, copy, i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *values = dup_values (index, muster_text_index_find (index, rows[i].text));

      g_test_message ("“%s”", rows[i].text);
      g_assert_cmpstr (values, ==, rows[i].values);
    }
}

static void
test_shared (void)
{
  static const char *const texts[] = { "a", "b", "c", "b", "a", "b", "d" };
  static const char *const expected[] = { "0 4 ", "1 3 5 " };
  g_autoptr (MusterTextIndex) index = muster_text_index_new ();
  g_autoptr (GArray) shared = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    muster_text_index_add (index, texts[i], i);
  shared = muster_text_index_list_shared (index);
  g_assert_cmpuint (shared->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < shared->len; i++)
    {
      g_autofree char *values = dup_values (index, g_array_index (shared, guint, i));

      g_assert_cmpstr (values, ==, expected[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-index/values", test_values);
  g_test_add_func ("/text-index/shared", test_shared);
  return g_test_run ();
}
