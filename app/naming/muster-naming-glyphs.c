/* muster-naming-glyphs.c - a nickname as the characters that a reader sees
 *
 * Part of naming, for the checker alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-naming-glyphs"

#include "config.h"

#include "muster-han.h"
#include "muster-naming-glyphs.h"

#define MAX_GLYPHS 96
#define LONG_VOWEL 0x30FC /* ー, what a Japanese keyboard gives for a dash */
#define NON_JOINER 0x200C
#define JOINER 0x200D

static void
append (MusterNamingGlyphs *self, gunichar raw, gunichar c, MusterCharacterKind kind)
{
  MusterNamingGlyph *glyph;

  if (self->n == MAX_GLYPHS)
    {
      self->cut = TRUE;
      return;
    }

  glyph = &self->array[self->n++];
  glyph->raw = raw;
  glyph->c = c;
  glyph->kind = kind;
  glyph->key = kind == MUSTER_CHARACTER_DASH ? '-' : muster_naming_glyph_get_key (c);
}

static const MusterNamingGlyph *
get_last (const MusterNamingGlyphs *self)
{
  return self->n > 0 ? &self->array[self->n - 1] : NULL;
}

/* Whether the letters around need the invisible joiner: Persian and Indic names do. */
static gboolean
joins_letters (const MusterNamingGlyphs *self, gunichar next)
{
  const MusterNamingGlyph *last = get_last (self);

  return last != NULL &&
         (last->kind == MUSTER_CHARACTER_LETTER || last->kind == MUSTER_CHARACTER_MARK) &&
         last->c >= 0x0590 && last->c < 0x1000 && next >= 0x0590 && next < 0x1000;
}

/* ① and Ⓐ are written for 1 and A; other enclosed characters are pictures. */
static gboolean
is_enclosed_alphanumeric (gunichar c)
{
  return (c >= 0x2460 && c <= 0x24FF) || (c >= 0x1F110 && c <= 0x1F149) || c == 0x2070 ||
         (c >= 0x2074 && c <= 0x2089) || c == 0xB2 || c == 0xB3 || c == 0xB9;
}

/* Letters, digits and signs by their compatibility decomposition. */
static void
append_folded (MusterNamingGlyphs *self, gunichar c)
{
  char text[8];
  g_autofree char *folded = NULL;

  text[g_unichar_to_utf8 (c, text)] = '\0';
  folded = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    append (self, c, g_utf8_get_char (p), muster_character_get_kind (g_utf8_get_char (p)));
}

static void
read_other (MusterNamingGlyphs *self, gunichar c, MusterCharacterKind kind, gunichar next)
{
  const MusterNamingGlyph *last = get_last (self);

  switch (kind)
    {
    case MUSTER_CHARACTER_SPACE:
      append (self, c, ' ', kind);
      break;
    case MUSTER_CHARACTER_DASH:
      append (self, c, '-', kind);
      break;
    case MUSTER_CHARACTER_MARK:
      if (last == NULL || last->kind == MUSTER_CHARACTER_SPACE || muster_han_is_han (last->c))
        self->decorated = TRUE;
      else
        append (self, c, c, kind);
      break;
    case MUSTER_CHARACTER_INVISIBLE:
      if ((c == NON_JOINER || c == JOINER) && joins_letters (self, next))
        append (self, c, c, MUSTER_CHARACTER_MARK);
      else
        self->decorated = TRUE;
      break;
    case MUSTER_CHARACTER_DECORATION:
      if (is_enclosed_alphanumeric (c))
        append_folded (self, c);
      else
        self->decorated = self->ornamented = TRUE;
      break;
    case MUSTER_CHARACTER_LETTER:
      if (c == LONG_VOWEL && last != NULL && muster_han_is_han (last->c) &&
          muster_han_is_han (next))
        append (self, c, '-', MUSTER_CHARACTER_DASH);
      else
        append_folded (self, c);
      break;
    case MUSTER_CHARACTER_DIGIT:
    case MUSTER_CHARACTER_BRACKET:
    case MUSTER_CHARACTER_PUNCTUATION:
    default:
      append_folded (self, c);
      break;
    }
}

/**
 * muster_naming_glyphs_read:
 * @self: (out caller-allocates): to be cleared with muster_naming_glyphs_clear()
 * @text: a nickname; what is not UTF-8 counts as U+FFFD, a decoration
 * @template: (nullable): whose literals are kept as they are
 */
void
muster_naming_glyphs_read (MusterNamingGlyphs *self, const char *text,
                           const MusterNamingTemplate *template)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);

  *self = (MusterNamingGlyphs){ .array = g_new (MusterNamingGlyph, MAX_GLYPHS) };
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      MusterCharacterKind kind = muster_character_get_kind (c);

      if (muster_naming_is_stroke (c))
        append (self, c, '-', MUSTER_CHARACTER_DASH);
      else if (c < 0x80 && kind != MUSTER_CHARACTER_INVISIBLE && kind != MUSTER_CHARACTER_SPACE)
        append (self, c, c, kind);
      else if (muster_han_is_common (c))
        append (self, c, c, kind);
      else if (template != NULL && kind != MUSTER_CHARACTER_SPACE &&
               kind != MUSTER_CHARACTER_LETTER && kind != MUSTER_CHARACTER_DIGIT &&
               muster_naming_template_has_symbol (template, c))
        append (self, c, c,
                kind == MUSTER_CHARACTER_DECORATION ? MUSTER_CHARACTER_PUNCTUATION : kind);
      else
        read_other (self, c, kind, g_utf8_get_char (g_utf8_next_char (p)));
    }
}

void
muster_naming_glyphs_clear (MusterNamingGlyphs *self)
{
  g_clear_pointer (&self->array, g_free);
  self->n = 0;
}

/**
 * muster_naming_glyphs_dup_key:
 *
 * Returns: (transfer full): @text as the list of its keys without spaces, for finding it in a list
 */
char *
muster_naming_glyphs_dup_key (const char *text)
{
  g_auto (MusterNamingGlyphs) glyphs = { 0 };
  GString *key = g_string_sized_new (32);

  muster_naming_glyphs_read (&glyphs, text, NULL);
  for (guint i = 0; i < glyphs.n; i++)
    if (glyphs.array[i].kind != MUSTER_CHARACTER_SPACE)
      g_string_append_unichar (key, glyphs.array[i].key);

  return g_string_free (key, FALSE);
}
