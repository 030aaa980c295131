/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <unicode/uspoof.h>

#include "muster-skeleton.h"

static void
test_look_alikes (void)
{
  static const struct
  {
    const char *label, *one, *other;
    gboolean alike;
  } rows[] = {
    { "same", "张三", "张三", TRUE },
    { "other", "张三", "李四", FALSE },
    { "Cyrillic a", "admin",
      "\xD0\xB0"
      "dmin",
      TRUE },
    { "Greek o", "Tom", "T\xCE\xBFm", TRUE },
    { "l and I", "Iris", "lris", TRUE },
    { "l and 1", "l2", "12", TRUE },
    { "O and 0", "B0B", "BOB", TRUE },
    { "rn and m", "rnax", "max", TRUE },
    { "full-width", "ＡＢ", "AB", TRUE },
    { "zero-width space", "张\xE2\x80\x8B三", "张三", TRUE },
    { "direction mark", "\xE2\x80\x8E张三", "张三", TRUE },
    { "emoji", "张三🌸", "张三", TRUE },
    { "ornaments", "★群主★", "群主", TRUE },
    { "spaces at the ends", " 张三 ", "张三", TRUE },
    { "two spaces", "a  b", "a b", TRUE },
    { "space within", "张 三", "张三", FALSE },
    { "Kangxi radical", "\xE2\xBC\xA0", "士", TRUE },
    { "earth and scholar", "土", "士", TRUE },
    { "one and long vowel", "一", "ー", TRUE },
    { "case can be seen", "Admin", "admin", FALSE },
    { "traditional can be seen", "張三", "张三", FALSE },
    { "mathematical letters", "\xF0\x9D\x90\x9A\xF0\x9D\x90\x9B", "ab", TRUE },
    { "plain and not plain at once", "m\xC3\xA9", "rn\xC3\xA9", TRUE },
  };
  g_autoptr (MusterSkeleton) skeleton = muster_skeleton_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *one = muster_skeleton_dup (skeleton, rows[i].one);
      g_autofree char *other = muster_skeleton_dup (skeleton, rows[i].other);

      g_test_message ("%s: '%s' '%s'", rows[i].label, one, other);
      g_assert_cmpint (g_str_equal (one, other), ==, rows[i].alike);
    }
}

/* The short cut gives uspoof's own keys, for every character that takes it. */
static void
test_agrees_with_icu (void)
{
  MusterSkeleton *skeleton = muster_skeleton_new ();
  UErrorCode code = U_ZERO_ERROR;
  USpoofChecker *checker = uspoof_open (&code);

  for (gunichar c = '!'; c <= 0x9FFF; c = c == '~' ? 0x4E00 : c + 1)
    {
      char text[8], expected[64];
      g_autofree char *key = NULL;
      int32_t n;

      text[g_unichar_to_utf8 (c, text)] = '\0';
      n = uspoof_getSkeletonUTF8 (checker, 0, text, -1, expected, sizeof expected, &code);
      g_assert_true (U_SUCCESS (code));
      expected[n] = '\0';
      key = muster_skeleton_dup (skeleton, text);
      g_assert_cmpstr (key, ==, expected);
    }

  uspoof_close (checker);
  g_assert_finalize_object (skeleton);
}

static void
test_edges (void)
{
  g_autoptr (MusterSkeleton) skeleton = muster_skeleton_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *empty = muster_skeleton_dup (skeleton, "");
  g_autofree char *nothing = muster_skeleton_dup (skeleton, "🌸\xE2\x80\x8B");
  g_autofree char *broken = muster_skeleton_dup (skeleton, "a\xFF\xE4");
  g_autofree char *longer = NULL;

  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (broken, ==, "a");
  for (int i = 0; i < 1000; i++)
    g_string_append (text, "é0");
  longer = muster_skeleton_dup (skeleton, text->str);
  g_assert_cmpuint (strlen (longer), ==, 4000); /* decomposed: three bytes and O */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/skeleton/look-alikes", test_look_alikes);
  g_test_add_func ("/skeleton/agrees-with-icu", test_agrees_with_icu);
  g_test_add_func ("/skeleton/edges", test_edges);
  return g_test_run ();
}
