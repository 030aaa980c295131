/* muster-pinyin.c - how a Chinese name is read, and its initials
 *
 * Part of base; anyone may call it.  Pure functions on constant tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-pinyin"

#include "config.h"

#include <string.h>

#include "muster-character.h"
#include "muster-han.h"
#include "muster-normalise.h"
#include "muster-pinyin.h"
#include "muster-surname.h"

static void
append_word_space (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
}

/* Letters and digits of other scripts stay as they are; all else parts words. */
static const char *
append_other (GString *out, const char *p)
{
  gunichar c = g_utf8_get_char (p);
  MusterCharacterKind kind = muster_character_get_kind (c);
  gboolean apostrophe = c == '\'' || c == 0x2019;

  if (kind == MUSTER_CHARACTER_LETTER || kind == MUSTER_CHARACTER_DIGIT)
    g_string_append_unichar (out, c);
  else if (!apostrophe)
    append_word_space (out);

  return g_utf8_next_char (p);
}

/* The surname stands at the start of the name; returns what follows it, %NULL if nothing is
 * special. */
static const char *
append_surname (GString *out, const char *name)
{
  const char *compound = muster_surname_get_compound_reading (name);
  const char *reading;

  if (compound != NULL)
    {
      g_string_append (out, compound);
      return g_utf8_offset_to_pointer (name, 2);
    }
  if (muster_surname_get_length (name) == 2)
    return NULL;

  reading = *name != '\0' ? muster_han_get_surname_reading (g_utf8_get_char (name)) : NULL;
  if (reading == NULL)
    return NULL;
  g_string_append (out, reading);
  return g_utf8_next_char (name);
}

/**
 * muster_pinyin_dup_reading:
 * @name: a person's name in any script
 *
 * Each Han character becomes one syllable in lower-case pinyin without tones, v for ü, parted by
 * spaces, the surname first and read as a surname: 单田芳 is "shan tian fang", 尉迟恭 "yu chi
 * gong". Words of other scripts are kept, folded and without accents.  It is a guess: characters
 * with several readings are why a keeper can edit a person's reading, and the edited one wins.
 *
 * Returns: (transfer full): "" if nothing can be read
 */
char *
muster_pinyin_dup_reading (const char *name)
{
  g_autofree char *key = NULL;
  g_autofree char *plain = NULL;
  g_autoptr (GString) out = NULL;
  const char *p, *rest;

  g_return_val_if_fail (name != NULL, NULL);

  key = muster_normalise (name);
  plain = muster_normalise_without_marks (key);
  out = g_string_sized_new (32);
  rest = append_surname (out, plain);
  for (p = rest != NULL ? rest : plain; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      const char *reading = muster_han_get_reading (c);

      if (reading == NULL)
        {
          if (p > plain && muster_han_get_reading (g_utf8_get_char (g_utf8_prev_char (p))) != NULL)
            append_word_space (out);
          p = append_other (out, p);
          continue;
        }
      append_word_space (out);
      g_string_append (out, reading);
      p = g_utf8_next_char (p);
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouv", c) != NULL;
}

/* The end of the first syllable of pinyin written in one word: consonants, vowels, then n, ng or r
 * unless that one begins the next syllable. */
static const char *
skip_syllable (const char *p)
{
  const char *start = p;

  while (g_ascii_isalpha (*p) && !is_vowel (*p))
    p++;
  while (is_vowel (*p))
    p++;
  if (*p == 'n' && !is_vowel (p[1]))
    p += p[1] == 'g' && !is_vowel (p[2]) ? 2 : 1;
  else if (*p == 'r' && !is_vowel (p[1]))
    p++;

  return p > start ? p : p + 1;
}

static guint
count_han (const char *name)
{
  guint n = 0;

  for (; *name != '\0'; name = g_utf8_next_char (name))
    n += muster_han_is_han (g_utf8_get_char (name)) ? 1 : 0;

  return n;
}

static guint
count_words (const char *text)
{
  guint n = 0;

  for (gboolean inside = FALSE; *text != '\0'; text++)
    {
      if (*text != ' ' && !inside)
        n++;
      inside = *text != ' ';
    }

  return n;
}

static void
append_word_initials (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (*p != ' ' && (p == text || p[-1] == ' '))
      g_string_append_unichar (out, g_utf8_get_char (p));
}

static void
append_syllable_initials (GString *out, const char *text)
{
  const char *p = text;

  while (*p != '\0')
    {
      if (!g_ascii_isalpha (*p))
        {
          p++;
          continue;
        }
      g_string_append_c (out, *p);
      p = skip_syllable (p);
    }
}

/* In an edited reading an apostrophe parts syllables; in a name (O'Brien) it does not. */
static char *
read_edited_or_guess (const char *reading, const char *name)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *typewriter = NULL;
  g_autofree char *spaced = NULL;

  if (reading == NULL || *reading == '\0')
    return muster_pinyin_dup_reading (name);

  parts = g_strsplit (reading, "’", -1);
  typewriter = g_strjoinv ("'", parts);
  spaced = g_strdelimit (g_steal_pointer (&typewriter), "'", ' ');
  return muster_pinyin_dup_reading (spaced);
}

/**
 * muster_pinyin_dup_initials:
 * @name: a person's name in any script
 * @reading: (nullable): the reading as the keeper edited it, in any of the usual spellings
 *   ("shan tian fang", "Shàn Tiánfāng"); %NULL to take muster_pinyin_dup_reading()
 *
 * Returns: (transfer full): one letter a Han character and a word: "zs" for 张三, "jps" for
 *   John Paul Smith
 */
char *
muster_pinyin_dup_initials (const char *name, const char *reading)
{
  g_autofree char *plain = NULL;
  GString *out;
  guint n_han;

  g_return_val_if_fail (name != NULL, NULL);

  plain = read_edited_or_guess (reading, name);
  out = g_string_sized_new (8);
  n_han = count_han (name);
  if (reading != NULL && n_han > 1 && count_words (plain) < n_han && g_str_is_ascii (plain))
    append_syllable_initials (out, plain);
  else
    append_word_initials (out, plain);

  return g_string_free (out, FALSE);
}
