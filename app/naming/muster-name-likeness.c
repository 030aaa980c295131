/* muster-name-likeness.c - are these two spellings of one person's name?
 *
 * Part of naming; intake and rollcall may compare names by it too.  Pure
 * functions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-name-likeness"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "muster-character.h"
#include "muster-han.h"
#include "muster-name-likeness.h"
#include "muster-normalise.h"

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC;
}

/* Letters alone, folded, without accents. */
static char *
dup_letters (const char *name)
{
  g_autofree char *key = muster_normalise (name);
  g_autofree char *plain = muster_normalise_without_marks (key);
  GString *out = g_string_sized_new (32);

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      MusterCharacterKind kind = muster_character_get_kind (c);

      if (kind == MUSTER_CHARACTER_LETTER || kind == MUSTER_CHARACTER_DIGIT)
        g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

static char *
dup_without_spaces (const char *text)
{
  GString *out = g_string_new (text);

  g_string_replace (out, " ", "", 0);
  return g_string_free (out, FALSE);
}

/* German writers fall back on ae, oe, ue. */
static char *
dup_umlauts_spelt (const char *name)
{
  static const char *const from[] = { "ä", "ö", "ü" }, *const to[] = { "ae", "oe", "ue" };
  g_autofree char *key = muster_normalise (name);
  GString *out = g_string_new (key);

  for (guint i = 0; i < G_N_ELEMENTS (from); i++)
    g_string_replace (out, from[i], to[i], 0);

  return g_string_free (out, FALSE);
}

static char **
split_words (const char *name)
{
  g_autofree char *key = muster_normalise (name);
  g_autofree char *plain = muster_normalise_without_marks (key);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = plain;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      MusterCharacterKind kind = c != 0 ? muster_character_get_kind (c) : MUSTER_CHARACTER_SPACE;

      if (kind == MUSTER_CHARACTER_LETTER)
        g_string_append_unichar (word, c);
      else if (!is_apostrophe (c) && word->len > 0)
        {
          g_strv_builder_add (words, word->str);
          g_string_truncate (word, 0);
        }
      if (c == 0)
        break;
    }

  return g_strv_builder_end (words);
}

static gboolean
is_particle (const char *word)
{
  static const char *const particles[] = { "al",  "bin", "da",  "das", "de", "del", "della", "den",
                                           "der", "di",  "do",  "dos", "du", "el",  "ibn",   "jr",
                                           "la",  "le",  "les", "mac", "sr", "st",  "ten",   "ter",
                                           "the", "van", "von", "y",   "zu", "zum", "zur",   NULL };

  return g_strv_contains (particles, word);
}

static gboolean
is_initial (const char *word)
{
  return *g_utf8_next_char (word) == '\0';
}

/* A word of one letter stands for one that begins with it. */
static gboolean
words_agree (const char *one, const char *other)
{
  if (g_str_equal (one, other))
    return TRUE;

  return g_utf8_get_char (one) == g_utf8_get_char (other) &&
         (is_initial (one) || is_initial (other));
}

/* Each word of @from, particles apart, has one of its own in @to.  Counts whole words that agree.
 */
static gboolean
words_contain (char **from, char **to, guint *out_whole)
{
  gboolean used[64] = { FALSE };

  *out_whole = 0;
  for (guint i = 0; from[i] != NULL; i++)
    {
      guint j;

      for (j = 0; j < G_N_ELEMENTS (used) && to[j] != NULL; j++)
        if (!used[j] && words_agree (from[i], to[j]))
          break;
      if (j == G_N_ELEMENTS (used) || to[j] == NULL)
        {
          if (is_particle (from[i]))
            continue;
          return FALSE;
        }
      used[j] = TRUE;
      *out_whole += !is_initial (from[i]) && !is_initial (to[j]) && !is_particle (from[i]) ? 1 : 0;
    }

  return TRUE;
}

static gboolean
have_han (const char *name)
{
  for (; *name != '\0'; name = g_utf8_next_char (name))
    if (muster_han_is_han (g_utf8_get_char (name)))
      return TRUE;

  return FALSE;
}

/* Whether @word stands in @words, but not first. */
static gboolean
is_behind_the_first (char **words, const char *word)
{
  if (words_agree (words[0], word))
    return FALSE;

  for (guint i = 1; words[i] != NULL; i++)
    if (words_agree (words[i], word))
      return TRUE;
  return FALSE;
}

/* A Western name in another order, with initials, without a middle name or particles: all words
 * of the shorter are in the longer, and its first and last word too, one of them in full. */
static gboolean
same_words (const char *written, const char *expected, MusterNamingFlags *flags)
{
  g_auto (GStrv) one = split_words (written);
  g_auto (GStrv) other = split_words (expected);
  guint n_one = g_strv_length (one), n_other = g_strv_length (other), whole;
  gboolean contained;

  if (n_one < 2 || n_other < 2)
    return FALSE;

  contained =
      n_one <= n_other ? words_contain (one, other, &whole) : words_contain (other, one, &whole);
  if (!contained || whole == 0)
    return FALSE;

  *flags |= is_behind_the_first (one, other[0]) ? MUSTER_NAMING_ORDER : MUSTER_NAMING_VARIANT;
  if ((*flags & MUSTER_NAMING_ORDER) != 0 && (n_one != n_other || whole != n_one))
    *flags |= MUSTER_NAMING_VARIANT;
  return TRUE;
}

/**
 * muster_name_likeness_compare:
 * @written: the name in a nickname
 * @expected: the name of the roster
 * @out_flags: (inout): what is different is added: spacing, order, variant
 *
 * Variants are the traditional form, spaces, case, accents, signs between words; and, for names
 * that are not Chinese, order, initials, particles and a middle name left out.
 */
MusterNameLikeness
muster_name_likeness_compare (const char *written, const char *expected,
                              MusterNamingFlags *out_flags)
{
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  MusterNamingFlags flags = 0;

  g_return_val_if_fail (written != NULL, MUSTER_NAME_DIFFERENT);
  g_return_val_if_fail (expected != NULL, MUSTER_NAME_DIFFERENT);

  if (g_str_equal (written, expected))
    return MUSTER_NAME_SAME;

  one = dup_letters (written);
  other = dup_letters (expected);
  if (*one != '\0' && g_str_equal (one, other))
    {
      g_autofree char *dense = dup_without_spaces (written);
      g_autofree char *expected_dense = dup_without_spaces (expected);

      *out_flags |=
          g_str_equal (dense, expected_dense) ? MUSTER_NAMING_SPACING : MUSTER_NAMING_VARIANT;
      return MUSTER_NAME_VARIANT;
    }
  if (have_han (written) || have_han (expected))
    return MUSTER_NAME_DIFFERENT;

  g_clear_pointer (&one, g_free);
  g_clear_pointer (&other, g_free);
  one = dup_umlauts_spelt (written);
  other = dup_umlauts_spelt (expected);
  if (g_str_equal (one, other))
    flags = MUSTER_NAMING_VARIANT;
  else if (!same_words (written, expected, &flags) && !same_words (one, other, &flags))
    return MUSTER_NAME_DIFFERENT;

  *out_flags |= flags;
  return MUSTER_NAME_VARIANT;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * muster_name_likeness_dup_key:
 *
 * Returns: (transfer full): the same for names that differ in order, spacing, accents or script
 *   form; initials and left-out words differ
 */
char *
muster_name_likeness_dup_key (const char *name)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (have_han (name))
    return dup_letters (name);

  words = split_words (name);
  qsort (words, g_strv_length (words), sizeof *words, compare_words);
  return g_strjoinv (" ", words);
}
