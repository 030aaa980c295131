/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-name-likeness.h"

#define SPACING MUSTER_NAMING_SPACING
#define ORDER MUSTER_NAMING_ORDER
#define VARIANT MUSTER_NAMING_VARIANT

static void
test_compare (void)
{
  static const struct
  {
    const char *label, *written, *expected;
    MusterNameLikeness likeness;
    MusterNamingFlags flags;
  } rows[] = {
    { "same", "张三", "张三", MUSTER_NAME_SAME, 0 },
    { "other", "李四", "张三", MUSTER_NAME_DIFFERENT, 0 },
    { "traditional", "張三", "张三", MUSTER_NAME_VARIANT, VARIANT },
    { "simplified for traditional", "张三", "張三", MUSTER_NAME_VARIANT, VARIANT },
    { "spaces", "张 三", "张三", MUSTER_NAME_VARIANT, SPACING },
    { "turned", "三张", "张三", MUSTER_NAME_DIFFERENT, 0 },
    { "longer", "张三丰", "张三", MUSTER_NAME_DIFFERENT, 0 },
    { "dot left out", "阿卜杜拉买买提", "阿卜杜拉·买买提", MUSTER_NAME_VARIANT, VARIANT },
    { "case", "john smith", "John Smith", MUSTER_NAME_VARIANT, VARIANT },
    { "accents", "Jose Garcia", "José García", MUSTER_NAME_VARIANT, VARIANT },
    { "umlaut spelt", "Hans Mueller", "Hans Müller", MUSTER_NAME_VARIANT, VARIANT },
    { "umlaut plain", "Hans Muller", "Hans Müller", MUSTER_NAME_VARIANT, VARIANT },
    { "umlaut spelt and turned", "Mueller Hans", "Hans Müller", MUSTER_NAME_VARIANT, ORDER },
    { "sharp s", "Weiss", "Weiß", MUSTER_NAME_VARIANT, VARIANT },
    { "order", "Smith John", "John Smith", MUSTER_NAME_VARIANT, ORDER },
    { "order of three", "Jones John Paul", "John Paul Jones", MUSTER_NAME_VARIANT, ORDER },
    { "initial", "J. Smith", "John Smith", MUSTER_NAME_VARIANT, VARIANT },
    { "another initial", "K. Smith", "John Smith", MUSTER_NAME_DIFFERENT, 0 },
    { "initials alone", "J. S.", "John Smith", MUSTER_NAME_DIFFERENT, 0 },
    { "initial behind", "Smith J.", "John Smith", MUSTER_NAME_VARIANT, ORDER | VARIANT },
    { "middle name left out", "John Kennedy", "John Fitzgerald Kennedy", MUSTER_NAME_VARIANT,
      VARIANT },
    { "middle initial", "John F. Kennedy", "John Fitzgerald Kennedy", MUSTER_NAME_VARIANT,
      VARIANT },
    { "particle left out", "Ludwig Beethoven", "Ludwig van Beethoven", MUSTER_NAME_VARIANT,
      VARIANT },
    { "other particle", "Ludwig von Beethoven", "Ludwig van Beethoven", MUSTER_NAME_VARIANT,
      VARIANT },
    { "given name alone", "John", "John Smith", MUSTER_NAME_DIFFERENT, 0 },
    { "other family name", "John Miller", "John Smith", MUSTER_NAME_DIFFERENT, 0 },
    { "only a particle agrees", "Anna van Dyck", "Ludwig van Beethoven", MUSTER_NAME_DIFFERENT, 0 },
    { "hyphen", "Anne Marie Weber", "Anne-Marie Weber", MUSTER_NAME_VARIANT, VARIANT },
    { "apostrophe", "Sinead O'Brien", "Sinéad O’Brien", MUSTER_NAME_VARIANT, VARIANT },
    { "Cyrillic initial", "И. Петров", "Иван Петров", MUSTER_NAME_VARIANT, VARIANT },
    { "Chinese and Latin", "Zhang San", "张三", MUSTER_NAME_DIFFERENT, 0 },
    { "nothing left", "🌸", "张三", MUSTER_NAME_DIFFERENT, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MusterNamingFlags flags = 0;

      g_test_message ("%s", rows[i].label);
      g_assert_cmpint (muster_name_likeness_compare (rows[i].written, rows[i].expected, &flags), ==,
                       rows[i].likeness);
      g_assert_cmpint (flags, ==, rows[i].flags);
    }
}

static void
test_key (void)
{
  static const struct
  {
    const char *label, *one, *other;
    gboolean same;
  } rows[] = {
    { "order", "John Smith", "smith, JOHN", TRUE },
    { "accents", "José García", "Garcia Jose", TRUE },
    { "traditional and spaces", "張 三", "张三", TRUE },
    { "order of Chinese", "张三", "三张", FALSE },
    { "initial", "J. Smith", "John Smith", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *one = muster_name_likeness_dup_key (rows[i].one);
      g_autofree char *other = muster_name_likeness_dup_key (rows[i].other);

      g_test_message ("%s: %s, %s", rows[i].label, one, other);
      g_assert_cmpint (g_str_equal (one, other), ==, rows[i].same);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/name-likeness/compare", test_compare);
  g_test_add_func ("/name-likeness/key", test_key);
  return g_test_run ();
}
