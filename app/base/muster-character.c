/* muster-character.c - what a character is in a nickname
 *
 * Part of base; anyone may call it.  A pure function of ICU's properties.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-character"

#include "config.h"

#include <unicode/uchar.h>

#include "muster-character.h"
#include "muster-han.h"

static MusterCharacterKind
get_ascii_kind (gunichar c)
{
  if (g_ascii_isalpha ((char) c))
    return MUSTER_CHARACTER_LETTER;
  if (g_ascii_isdigit ((char) c))
    return MUSTER_CHARACTER_DIGIT;

  switch (c)
    {
    case ' ':
    case '\t':
      return MUSTER_CHARACTER_SPACE;
    case '-':
    case '_':
    case '~':
      return MUSTER_CHARACTER_DASH;
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}':
    case '<':
    case '>':
      return MUSTER_CHARACTER_BRACKET;
    default:
      return c < ' ' || c == 0x7F ? MUSTER_CHARACTER_INVISIBLE : MUSTER_CHARACTER_PUNCTUATION;
    }
}

/* Dashes that Unicode files elsewhere: minus signs, tildes, the overline of input methods,
 * box-drawing lines and the Han-like strokes that people take for them. */
static gboolean
is_dash (gunichar c, int8_t category)
{
  if (category == U_DASH_PUNCTUATION || category == U_CONNECTOR_PUNCTUATION)
    return TRUE;

  switch (c)
    {
    case 0x00AF: /* macron */
    case 0x02DC: /* small tilde */
    case 0x2212: /* minus */
    case 0x223C: /* tilde operator */
    case 0x2500: /* box drawings light horizontal */
    case 0x2501:
    case 0x2796: /* heavy minus */
    case 0xFF5E: /* full-width tilde */
    case 0xFFE3: /* full-width macron */
      return TRUE;
    default:
      return FALSE;
    }
}

static MusterCharacterKind
get_kind_by_category (gunichar c)
{
  switch ((UCharCategory) u_charType ((UChar32) c))
    {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return MUSTER_CHARACTER_LETTER;
    case U_DECIMAL_DIGIT_NUMBER:
      return MUSTER_CHARACTER_DIGIT;
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
      return MUSTER_CHARACTER_MARK;
    case U_SPACE_SEPARATOR:
      return MUSTER_CHARACTER_SPACE;
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return MUSTER_CHARACTER_BRACKET;
    case U_DASH_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
      return MUSTER_CHARACTER_DASH;
    case U_OTHER_PUNCTUATION:
    case U_MATH_SYMBOL:
      return MUSTER_CHARACTER_PUNCTUATION;
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_SURROGATE:
      return MUSTER_CHARACTER_INVISIBLE;
    case U_UNASSIGNED:
    case U_ENCLOSING_MARK:
    case U_OTHER_NUMBER:
    case U_PRIVATE_USE_CHAR:
    case U_CURRENCY_SYMBOL:
    case U_MODIFIER_SYMBOL:
    case U_OTHER_SYMBOL:
    case U_CHAR_CATEGORY_COUNT:
    default:
      return MUSTER_CHARACTER_DECORATION;
    }
}

/**
 * muster_character_get_kind:
 *
 * A circled digit or another number that is no decimal digit counts as decoration
 * unless it is folded first (muster-normalise.h).
 */
MusterCharacterKind
muster_character_get_kind (gunichar c)
{
  if (c < 0x80)
    return get_ascii_kind (c);
  if (muster_han_is_han (c)) /* radicals, filed as symbols, included */
    return MUSTER_CHARACTER_LETTER;
  if (c > 0x10FFFF)
    return MUSTER_CHARACTER_DECORATION;
  if (u_hasBinaryProperty ((UChar32) c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || c == 0x2800)
    return MUSTER_CHARACTER_INVISIBLE; /* the empty Braille pattern passes for a space */
  if (is_dash (c, u_charType ((UChar32) c)))
    return MUSTER_CHARACTER_DASH;
  if (c == 0x2019 || c == 0x02BC)
    return MUSTER_CHARACTER_PUNCTUATION; /* apostrophes */
  if (u_hasBinaryProperty ((UChar32) c, UCHAR_EXTENDED_PICTOGRAPHIC) ||
      u_hasBinaryProperty ((UChar32) c, UCHAR_EMOJI_PRESENTATION))
    return MUSTER_CHARACTER_DECORATION;

  return get_kind_by_category (c);
}
