/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "muster-character.h"
#include "muster-han.h"
#include "muster-normalise.h"

typedef struct
{
  const char *label, *text, *expected;
} TextRow;

static void
test_normalise (void)
{
  static const TextRow rows[] = {
    { "ASCII", "abc", "abc" },
    { "case", "IT-Sales", "it-sales" },
    { "Han", "张三", "张三" },
    { "traditional", "銷售部張三", "销售部张三" },
    { "traditional beside an accent", "張é", "张é" },
    { "no simplified form", "㛃", "㛃" },
    { "full-width letters", "ＡＢＣ１２", "abc12" },
    { "full-width dash", "销售部－张三", "销售部-张三" },
    { "half-width katakana", "ｶﾞ", "ガ" },
    { "circled digit", "①班", "1班" },
    { "compatibility ideograph", "\xEF\xA4\x8A", "金" },
    { "zero-width space", "张\xE2\x80\x8B三", "张三" },
    { "joiner at the end", "张三\xE2\x80\x8D", "张三" },
    { "direction marks",
      "\xE2\x80\x8E"
      "abc\xE2\x80\x8F",
      "abc" },
    { "soft hyphen",
      "a\xC2\xAD"
      "b",
      "ab" },
    { "control", "a\x01z", "az" },
    { "byte order mark", "\xEF\xBB\xBF张", "张" },
    { "Hangul filler", "\xE3\x85\xA4张", "张" },
    { "emoji", "🌸张三🌸", "张三" },
    { "family emoji", "👨‍👩‍👧张三", "张三" },
    { "flag", "🇨🇳张三", "张三" },
    { "keycap leaves its digit", "1️⃣班", "1班" },
    { "ornament", "★张三★", "张三" },
    { "private use", "\xEE\x80\x80张", "张" },
    { "strokes over Han", "张\xCC\xB6三\xCC\xB6", "张三" },
    { "spaces at the ends", "  张三 ", "张三" },
    { "several spaces", "a   b", "a b" },
    { "ideographic space", "张\xE3\x80\x80三", "张 三" },
    { "space beside emoji", "张三 🌸", "张三" },
    { "tab", "a\tb", "a b" },
    { "accent, composed", "José", "josé" },
    { "accent, decomposed", "Jose\xCC\x81", "josé" },
    { "sharp s", "Straße", "strasse" },
    { "Greek", "ΣΊΣΥΦΟΣ", "σίσυφοσ" },
    { "Cyrillic", "Иван", "иван" },
    { "empty", "", "" },
    { "only spaces", "  ", "" },
    { "only emoji", "🌸", "" },
    { "not UTF-8", "a\xFFz", "az" },
    { "cut in a Han character", "张\xE4\xB8", "张" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *key = muster_normalise (rows[i].text);
      g_autofree char *twice = muster_normalise (key);

      g_test_message ("%s", rows[i].label);
      g_assert_cmpstr (key, ==, rows[i].expected);
      g_assert_cmpstr (twice, ==, key);
    }
}

static void
test_append (void)
{
  g_autoptr (GString) out = g_string_new ("x ");

  muster_normalise_append (out, " 張三 abc", 7);
  g_assert_cmpstr (out->str, ==, "x 张三");
  muster_normalise_append (out, " É  ", -1);
  g_assert_cmpstr (out->str, ==, "x 张三é");
}

static void
test_long_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *key = NULL;

  for (int i = 0; i < 5000; i++)
    g_string_append (text, "É張");
  key = muster_normalise (text->str);
  g_assert_cmpuint (g_utf8_strlen (key, -1), ==, 10000);
  g_assert_true (g_str_has_suffix (key, "é张"));
}

static void
test_strip (void)
{
  static const TextRow rows[] = {
    { "nothing to do", "张三", "张三" },     { "kept as written", "ＡＢ張", "ＡＢ張" },
    { "decoration", "🌸张三★", "张三" },      { "invisible", "张\xE2\x80\x8B三", "张三" },
    { "nothing left", "🌸\xE2\x80\x8B", "" }, { "not UTF-8", "张\xFF", "张" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = muster_normalise_strip (rows[i].text);

      g_test_message ("%s", rows[i].label);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_without_marks (void)
{
  static const TextRow rows[] = {
    { "acute", "josé garcía", "jose garcia" }, { "umlaut", "müller", "muller" },
    { "stroke", "łukasz", "lukasz" },          { "slashed o", "bjørn", "bjorn" },
    { "ligature", "æsop", "aesop" },           { "Vietnamese", "nguyễn đức", "nguyen duc" },
    { "Han stays", "张三", "张三" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = muster_normalise_without_marks (rows[i].text);

      g_test_message ("%s", rows[i].label);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_kind (void)
{
  static const struct
  {
    const char *label, *characters;
    MusterCharacterKind expected;
  } rows[] = {
    { "letters", "aZé张㛃𠅤かカ김жـ々〇", MUSTER_CHARACTER_LETTER },
    { "digits", "09０９٣", MUSTER_CHARACTER_DIGIT },
    { "spaces", " \t\xC2\xA0\xE3\x80\x80", MUSTER_CHARACTER_SPACE },
    { "dashes", "-_~–—－＿～−‐‑―─〜", MUSTER_CHARACTER_DASH },
    { "brackets", "()[]{}<>［］【】（）「」《》“”", MUSTER_CHARACTER_BRACKET },
    { "punctuation", ".,!·、。|+/:@’‘", MUSTER_CHARACTER_PUNCTUATION },
    { "decoration", "🌸★♥👩☀️€\xEE\x80\x80", MUSTER_CHARACTER_DECORATION },
    { "marks", "\xCC\x81\xCC\xB6\xE0\xA4\xBE", MUSTER_CHARACTER_MARK },
    { "invisible", "\xE2\x80\x8B\xE2\x80\x8D\xEF\xBB\xBF\xE2\x80\xAE\xE3\x85\xA4\xE2\xA0\x80\n",
      MUSTER_CHARACTER_INVISIBLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (const char *p = rows[i].characters; *p != '\0'; p = g_utf8_next_char (p))
      {
        gunichar c = g_utf8_get_char (p);

        g_test_message ("%s U+%04X", rows[i].label, c);
        if (c == 0xFE0F || c == 0x2018)
          continue; /* the selector that makes ☀️ an emoji; a quotation mark beside the
                     * apostrophe
                     */
        g_assert_cmpint (muster_character_get_kind (c), ==, rows[i].expected);
      }
}

static void
test_traditional (void)
{
  static const struct
  {
    const char *label, *character;
    gboolean expected;
  } rows[] = {
    { "traditional", "張", TRUE },
    { "simplified", "张", FALSE },
    { "both alike", "三", FALSE },
    { "qian of 乾隆", "乾", FALSE },
    { "surname yu", "於", FALSE },
    { "zhu", "著", FALSE },
    { "sheng, restored", "昇", FALSE },
    { "zhong", "鍾", TRUE },
    { "Latin", "a", FALSE },
    { "Extension A", "㛃", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].label);
      g_assert_cmpint (muster_han_is_traditional (g_utf8_get_char (rows[i].character)), ==,
                       rows[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/normalise/key", test_normalise);
  g_test_add_func ("/normalise/append", test_append);
  g_test_add_func ("/normalise/long-text", test_long_text);
  g_test_add_func ("/normalise/strip", test_strip);
  g_test_add_func ("/normalise/without-marks", test_without_marks);
  g_test_add_func ("/normalise/kind", test_kind);
  g_test_add_func ("/normalise/traditional", test_traditional);
  return g_test_run ();
}
