/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterCharacterKind:
 * @MUSTER_CHARACTER_LETTER: a letter of any script, Han included
 * @MUSTER_CHARACTER_DIGIT: a decimal digit
 * @MUSTER_CHARACTER_MARK: a mark that belongs to the character before it
 * @MUSTER_CHARACTER_SPACE: any space, the ideographic one included
 * @MUSTER_CHARACTER_DASH: dashes, minus signs, tildes, underscores, in any width
 * @MUSTER_CHARACTER_BRACKET: opening or closing, quotation marks included
 * @MUSTER_CHARACTER_PUNCTUATION: other punctuation and mathematical signs
 * @MUSTER_CHARACTER_DECORATION: emoji, pictures, ornaments, private use
 * @MUSTER_CHARACTER_INVISIBLE: nothing to be seen: joiners, controls, direction marks, selectors
 *
 * What a character is in a nickname.
 */
typedef enum
{
  MUSTER_CHARACTER_LETTER,
  MUSTER_CHARACTER_DIGIT,
  MUSTER_CHARACTER_MARK,
  MUSTER_CHARACTER_SPACE,
  MUSTER_CHARACTER_DASH,
  MUSTER_CHARACTER_BRACKET,
  MUSTER_CHARACTER_PUNCTUATION,
  MUSTER_CHARACTER_DECORATION,
  MUSTER_CHARACTER_INVISIBLE,
} MusterCharacterKind;

MusterCharacterKind muster_character_get_kind (gunichar c) G_GNUC_CONST;

G_END_DECLS
