/* muster-personal-name.c - can this be a person's name?
 *
 * Part of naming, for the checker.  Pure functions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-personal-name"

#include "config.h"

#include "muster-han.h"
#include "muster-personal-name.h"
#include "muster-surname.h"

#define MIDDLE_DOT 0xB7
#define LEAST_HAN 2
#define MOST_HAN 4
#define MOST_HAN_BESIDE_DOT 10
#define MOST_WORDS 8

static gboolean
is_dot (gunichar c)
{
  return c == MIDDLE_DOT || c == 0x2022 || c == 0x2027 || c == 0x22C5 || c == 0x30FB || c == '.' ||
         c == 0x3002;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC;
}

static gboolean
is_kana (gunichar c)
{
  return c >= 0x3041 && c <= 0x30FF && c != 0x30FB;
}

/* Han characters alone, spaces apart; sections parted by one dot. */
static gboolean
read_han (const MusterNamingGlyph *glyphs, guint n, gboolean keep_traditional, GString *out,
          MusterNamingFlags *flags)
{
  guint section = 0, total = 0, dots = 0;

  for (guint i = 0; i < n; i++)
    {
      gunichar c = glyphs[i].c;

      if (glyphs[i].kind == MUSTER_CHARACTER_SPACE)
        *flags |= MUSTER_NAMING_SPACING;
      else if (is_dot (glyphs[i].c))
        {
          if (section == 0 || section > MOST_HAN_BESIDE_DOT)
            return FALSE;
          *flags |= glyphs[i].raw != MIDDLE_DOT ? MUSTER_NAMING_VARIANT : 0;
          g_string_append_unichar (out, MIDDLE_DOT);
          dots++;
          section = 0;
        }
      else if (muster_han_is_han (c))
        {
          if (!keep_traditional && muster_han_is_traditional (c))
            {
              *flags |= MUSTER_NAMING_VARIANT;
              c = muster_han_simplify (c);
            }
          *flags |= glyphs[i].raw != glyphs[i].c ? MUSTER_NAMING_VARIANT : 0;
          g_string_append_unichar (out, c);
          section++;
          total++;
        }
      else
        return FALSE;
    }

  if (dots > 0)
    return section > 0 && section <= MOST_HAN_BESIDE_DOT;
  return total >= LEAST_HAN && total <= MOST_HAN;
}

typedef struct
{
  GString *out;
  gsize start;
  guint words;
  guint letters; /* in this word */
  gboolean real_word;
  guint comma; /* where in @out; 0 for none */
} WordReader;

static gboolean
end_word (WordReader *reader)
{
  reader->words++;
  reader->real_word |= reader->letters >= 2;
  reader->letters = 0;
  return reader->words <= MOST_WORDS;
}

/* What may stand between letters: a hyphen, an apostrophe, the dot of an initial, a space, a comma.
 */
static gboolean
read_joint (WordReader *reader, const MusterNamingGlyph *glyphs, guint i, guint n,
            MusterNamingFlags *flags)
{
  const MusterNamingGlyph *glyph = &glyphs[i];
  gboolean last = i + 1 == n;
  MusterCharacterKind next = last ? MUSTER_CHARACTER_INVISIBLE : glyphs[i + 1].kind;

  if (glyph->c == '.' && reader->letters > 0)
    {
      g_string_append_c (reader->out, '.');
      return end_word (reader);
    }
  if (glyph->kind == MUSTER_CHARACTER_SPACE)
    {
      if (next == MUSTER_CHARACTER_SPACE || glyph->raw != ' ')
        *flags |= MUSTER_NAMING_SPACING;
      if (reader->letters > 0 && !end_word (reader))
        return FALSE;
      if (reader->out->len > reader->start && reader->out->str[reader->out->len - 1] != ' ')
        g_string_append_c (reader->out, ' ');
      return !last;
    }
  if (glyph->c == ',' && reader->comma == 0 && reader->letters > 0 && !last)
    {
      reader->comma = (guint) reader->out->len;
      g_string_append_c (reader->out, ' ');
      return end_word (reader);
    }
  if (last || reader->letters == 0 || next != MUSTER_CHARACTER_LETTER)
    return FALSE;
  if (is_apostrophe (glyph->c) || (glyph->kind == MUSTER_CHARACTER_DASH && glyph->c == '-'))
    {
      if (glyph->kind == MUSTER_CHARACTER_DASH && glyph->raw != '-' && glyph->raw != 0x2010)
        *flags |= MUSTER_NAMING_VARIANT;
      g_string_append_unichar (reader->out, glyph->c);
      return TRUE;
    }

  return FALSE;
}

/* "Smith, John" becomes "John Smith". */
static void
turn_at_comma (WordReader *reader, MusterNamingFlags *flags)
{
  g_autofree char *family = NULL;

  if (reader->comma == 0)
    return;

  family = g_strndup (reader->out->str + reader->start, reader->comma - reader->start);
  g_string_erase (reader->out, (gssize) reader->start,
                  (gssize) (reader->comma - reader->start + 1));
  while (reader->out->str[reader->start] == ' ')
    g_string_erase (reader->out, (gssize) reader->start, 1);
  g_string_append_printf (reader->out, " %s", family);
  *flags |= MUSTER_NAMING_ORDER;
}

/* Words of letters of one script (Han together with kana). */
static gboolean
read_words (const MusterNamingGlyph *glyphs, guint n, GString *out, MusterNamingFlags *flags)
{
  WordReader reader = { .out = out, .start = out->len };
  gboolean han = FALSE, kana = FALSE, latin = FALSE;

  for (guint i = 0; i < n; i++)
    {
      gunichar c = glyphs[i].c;

      if (glyphs[i].kind == MUSTER_CHARACTER_LETTER ||
          (glyphs[i].kind == MUSTER_CHARACTER_MARK && reader.letters > 0))
        {
          han |= muster_han_is_han (c);
          kana |= is_kana (c);
          latin |= !muster_han_is_han (c) && !is_kana (c);
          if (glyphs[i].raw != c)
            *flags |= MUSTER_NAMING_VARIANT;
          g_string_append_unichar (out, c);
          reader.letters += c >= 0x2E80 ? 2 : 1; /* a syllable or more each */
        }
      else if (!read_joint (&reader, glyphs, i, n, flags))
        return FALSE;
    }
  if (reader.letters > 0 && !end_word (&reader))
    return FALSE;
  if (!reader.real_word || (han && !kana) || (latin && (han || kana)))
    return FALSE;

  turn_at_comma (&reader, flags);
  return TRUE;
}

/**
 * muster_personal_name_read:
 * @glyphs: (array length=n): a part of a nickname, without spaces at its ends
 * @keep_traditional: whether traditional characters are right here
 * @out: the name as it should be written is appended to it, on success
 * @out_flags: (inout): spacing, order and variant are added, on success
 *
 * For Han 2 to 4 characters, or sections of up to 10 about the middle dot of minority names;
 * otherwise words of letters with hyphens, apostrophes, initials and "Family, Given".
 *
 * Returns: whether it can be a person's name
 */
gboolean
muster_personal_name_read (const MusterNamingGlyph *glyphs, guint n, gboolean keep_traditional,
                           GString *out, MusterNamingFlags *out_flags)
{
  gsize start = out->len;
  MusterNamingFlags flags = 0;

  if (n == 0)
    return FALSE;
  if (read_han (glyphs, n, keep_traditional, out, &flags))
    {
      *out_flags |= flags;
      return TRUE;
    }

  g_string_truncate (out, start);
  flags = 0;
  if (read_words (glyphs, n, out, &flags))
    {
      *out_flags |= flags;
      return TRUE;
    }

  g_string_truncate (out, start);
  return FALSE;
}

guint
muster_personal_name_count_letters (const char *name)
{
  guint n = 0;

  for (; *name != '\0'; name = g_utf8_next_char (name))
    n += muster_character_get_kind (g_utf8_get_char (name)) == MUSTER_CHARACTER_LETTER ? 1 : 0;

  return n;
}

/**
 * muster_personal_name_get_weight:
 *
 * Returns: 0 to 4: how much a name looks like one, to choose where it begins in 三班王小明
 */
guint
muster_personal_name_get_weight (const char *name)
{
  guint surname = muster_surname_get_length (name);
  glong n = g_utf8_strlen (name, -1);

  if (surname == 2)
    return n == 3 || n == 4 ? 4 : 1;
  if (surname == 1)
    return n == 3 ? 3 : n == 2 ? 2 : 1;

  return 0;
}

/**
 * muster_personal_name_is_office:
 *
 * Returns: whether it ends as places and offices do, and persons hardly ever
 */
gboolean
muster_personal_name_is_office (const char *name)
{
  const char *last = name + strlen (name);

  if (last == name)
    return FALSE;
  return g_utf8_strchr ("部司校学院组班科处室厂店局所系社团队届级会站", -1,
                        g_utf8_get_char (g_utf8_prev_char (last))) != NULL;
}
