/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-collator.h"

static void
test_order (void)
{
  /* each comes before the next */
  static const char *const rows[] = { "",       "2班",  "10班",   "安琪",  "包拯", "蔡伦",
                                      "李斯特", "李四", "欧阳锋", "王五",  "张三", "张思",
                                      "赵六",   "Anna", "bob",    "Émile", "zoe" };
  MusterCollator *collator = muster_collator_new ();

  for (guint i = 0; i + 1 < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) one = muster_collator_dup_key (collator, rows[i]);
      g_autoptr (GBytes) other = muster_collator_dup_key (collator, rows[i + 1]);

      g_test_message ("%s < %s", rows[i], rows[i + 1]);
      g_assert_cmpint (g_bytes_compare (one, other), <, 0);
    }

  g_assert_finalize_object (collator);
}

static void
test_long_key (void)
{
  g_autoptr (MusterCollator) collator = muster_collator_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) other = NULL;

  for (int i = 0; i < 1000; i++)
    g_string_append (text, "张");
  one = muster_collator_dup_key (collator, text->str);
  g_string_append (text, "张");
  other = muster_collator_dup_key (collator, text->str);
  g_assert_cmpuint (g_bytes_get_size (one), >, 1000);
  g_assert_cmpint (g_bytes_compare (one, other), <, 0);
}

static void
test_broken_text (void)
{
  g_autoptr (MusterCollator) collator = muster_collator_new ();
  g_autoptr (GBytes) key = muster_collator_dup_key (collator, "\xFF\xE4");

  g_assert_cmpuint (g_bytes_get_size (key), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/collator/order", test_order);
  g_test_add_func ("/collator/long-key", test_long_key);
  g_test_add_func ("/collator/broken-text", test_broken_text);
  return g_test_run ();
}
