/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-character.h"
#include "muster-han.h"
#include "muster-naming-template.h"

G_BEGIN_DECLS

/**
 * MusterNamingGlyph:
 * @raw: the character as it was written
 * @c: how it should be written: without full-width and other compatibility forms
 * @key: what it counts as in comparisons: lower case and simplified
 * @kind: a decoration or other sign that the template asks for is punctuation
 */
typedef struct
{
  gunichar raw;
  gunichar c;
  gunichar key;
  MusterCharacterKind kind;
} MusterNamingGlyph;

/**
 * MusterNamingGlyphs:
 * @array: (array length=n): the characters that count
 * @n: how many
 * @decorated: whether something was left out
 * @cut: whether the text is longer than any nickname, and was cut
 */
typedef struct
{
  MusterNamingGlyph *array;
  guint n;
  gboolean decorated;
  gboolean ornamented;
  gboolean cut;
} MusterNamingGlyphs;

void muster_naming_glyphs_read (MusterNamingGlyphs *self, const char *text,
                                const MusterNamingTemplate *template);
void muster_naming_glyphs_clear (MusterNamingGlyphs *self);
char *muster_naming_glyphs_dup_key (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Han by Unicode, but no name has them: strokes that members draw signs with, 丨 丶 丿 乀 乁 乄. */
static inline gboolean
muster_naming_is_stroke (gunichar c)
{
  return c == 0x4E28 || c == 0x4E36 || (c >= 0x4E3F && c <= 0x4E41) || c == 0x4E44;
}

/* What a letter or digit counts as in comparisons. */
static inline gunichar
muster_naming_glyph_get_key (gunichar c)
{
  return g_unichar_tolower (muster_han_simplify (c));
}

/* Whether the glyph can stand between parts. */
static inline gboolean
muster_naming_glyph_parts (const MusterNamingGlyph *glyph)
{
  return glyph->kind == MUSTER_CHARACTER_SPACE || glyph->kind == MUSTER_CHARACTER_DASH ||
         glyph->kind == MUSTER_CHARACTER_BRACKET || glyph->kind == MUSTER_CHARACTER_PUNCTUATION;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterNamingGlyphs, muster_naming_glyphs_clear)

G_END_DECLS
