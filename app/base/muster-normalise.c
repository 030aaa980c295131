/* muster-normalise.c - one spelling for all the ways to type the same text
 *
 * Part of base; anyone may call it.  Keys for comparing and searching, never
 * shown to a person.  Plain ASCII and Han text, nearly everything that groups
 * hold, goes through without ICU.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-normalise"

#include "config.h"

#include <string.h>

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "muster-character.h"
#include "muster-han.h"
#include "muster-normalise.h"

#define STACK_UNITS 512

/* Appends one space for a run of them, none at the start of the key. */
static void
append_space (GString *out, gsize start)
{
  if (out->len > start && out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
}

static void
trim_end (GString *out, gsize start)
{
  if (out->len > start && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

static gsize
write_three_bytes (char *to, gunichar c)
{
  to[0] = (char) (0xE0 | (c >> 12));
  to[1] = (char) (0x80 | ((c >> 6) & 0x3F));
  to[2] = (char) (0x80 | (c & 0x3F));
  return 3;
}

/* Reads plain ASCII and common Han; %FALSE at the first other character. */
static gboolean
append_plain (GString *out, const char *text, gsize length)
{
  gsize start = out->len;
  char *to;
  const guchar *p = (const guchar *) text, *end = p + length;

  g_string_set_size (out, start + length);
  to = out->str + start;
  while (p < end)
    {
      if (*p > ' ' && *p < 0x7F)
        *to++ = g_ascii_tolower ((char) *p++);
      else if (*p == ' ')
        {
          if (to > out->str + start && to[-1] != ' ')
            *to++ = ' ';
          p++;
        }
      else if (*p >= 0xE4 && *p <= 0xE9 && end - p >= 3)
        {
          gunichar c = ((gunichar) (p[0] & 0x0F) << 12) | ((gunichar) (p[1] & 0x3F) << 6) |
                       (gunichar) (p[2] & 0x3F);

          if (!muster_han_is_common (c))
            break;
          to += write_three_bytes (to, muster_han_simplify (c));
          p += 3;
        }
      else
        break;
    }

  if (p < end)
    {
      g_string_truncate (out, start);
      return FALSE;
    }

  g_string_truncate (out, (gsize) (to - out->str));
  trim_end (out, start);
  return TRUE;
}

/* Appends folded UTF-16 without what nobody reads. */
static void
append_folded (GString *out, const UChar *folded, int32_t length)
{
  gsize start = out->len;
  gboolean after_han = FALSE;

  for (int32_t i = 0; i < length;)
    {
      UChar32 c;
      gunichar plain;

      U16_NEXT (folded, i, length, c);
      plain = muster_han_simplify ((gunichar) c);
      switch (muster_character_get_kind (plain))
        {
        case MUSTER_CHARACTER_SPACE:
          append_space (out, start);
          break;
        case MUSTER_CHARACTER_INVISIBLE:
        case MUSTER_CHARACTER_DECORATION:
          break;
        case MUSTER_CHARACTER_MARK:
          if (!after_han) /* on a Han character a mark is an ornament */
            g_string_append_unichar (out, plain);
          break;
        case MUSTER_CHARACTER_LETTER:
        case MUSTER_CHARACTER_DIGIT:
        case MUSTER_CHARACTER_DASH:
        case MUSTER_CHARACTER_BRACKET:
        case MUSTER_CHARACTER_PUNCTUATION:
        default:
          after_han = muster_han_is_han (plain);
          g_string_append_unichar (out, plain);
          break;
        }
    }
  trim_end (out, start);
}

/* Normalises by @form into a buffer of the caller's or a new one.  ICU's data is part of its
 * library, so that its instances can be had and only a lack of memory could fail. */
static UChar *
apply_form (const UNormalizer2 *form, const char *text, gssize length, UChar *room,
            int32_t *out_length, UChar **out_owned)
{
  UErrorCode code = U_ZERO_ERROR;
  int32_t units = 0, size = STACK_UNITS, n;
  g_autofree UChar *source = g_new (UChar, length + 1);
  UChar *target = room;

  g_assert (form != NULL);
  u_strFromUTF8WithSub (source, (int32_t) length + 1, &units, text, (int32_t) length, 0xFFFD, NULL,
                        &code);
  g_assert (U_SUCCESS (code));

  n = unorm2_normalize (form, source, units, target, size, &code);
  if (code == U_BUFFER_OVERFLOW_ERROR)
    {
      code = U_ZERO_ERROR;
      *out_owned = target = g_new (UChar, n);
      n = unorm2_normalize (form, source, units, target, n, &code);
    }
  g_assert (!U_FAILURE (code));
  *out_length = n;
  return target;
}

/**
 * muster_normalise_append:
 * @out: (inout): the key is appended to it
 * @text: UTF-8 of any length; what is not valid counts as U+FFFD
 * @length: in bytes; -1 up to the terminating zero
 *
 * Folds case, width and compatibility forms (NFKC_Casefold) and traditional
 * characters; leaves out invisible characters and decoration; makes one space
 * of several and none at the ends.  Two texts that a reader takes for the
 * same have the same key, but not those that merely look alike
 * (muster-skeleton.h).
 */
void
muster_normalise_append (GString *out, const char *text, gssize length)
{
  UChar room[STACK_UNITS];
  g_autofree UChar *owned = NULL;
  const UNormalizer2 *form;
  const UChar *folded;
  int32_t n = 0;
  UErrorCode code = U_ZERO_ERROR;

  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);

  if (length < 0)
    length = (gssize) strlen (text);
  g_return_if_fail (length < G_MAXINT32 / 20);
  if (append_plain (out, text, (gsize) length))
    return;

  form = unorm2_getNFKCCasefoldInstance (&code);
  folded = apply_form (form, text, length, room, &n, &owned);
  append_folded (out, folded, n);
}

/**
 * muster_normalise:
 *
 * Returns: (transfer full): the key of @text, see muster_normalise_append()
 */
char *
muster_normalise (const char *text)
{
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (64);
  muster_normalise_append (out, text, -1);
  return g_string_free (out, FALSE);
}

/**
 * muster_normalise_strip:
 *
 * Returns: (transfer full): @text as it is, without invisible characters, decoration and the
 *   spaces at its ends; what is left is what a reader would copy by hand
 */
char *
muster_normalise_strip (const char *text)
{
  g_autoptr (GString) out = NULL;
  g_autofree char *valid = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  out = g_string_new (NULL);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      MusterCharacterKind kind = muster_character_get_kind (c);

      if (kind == MUSTER_CHARACTER_SPACE)
        append_space (out, 0);
      else if (kind != MUSTER_CHARACTER_INVISIBLE && kind != MUSTER_CHARACTER_DECORATION)
        g_string_append_unichar (out, c);
    }
  trim_end (out, 0);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Letters that are another letter with a stroke or joined, which no decomposition shows. */
static const char *
get_plain_letters (gunichar c)
{
  switch (c)
    {
    case 0xE6:
      return "ae";
    case 0xF8:
      return "o";
    case 0xFE:
      return "th";
    case 0xF0:
    case 0x111:
      return "d";
    case 0x127:
      return "h";
    case 0x131:
      return "i";
    case 0x142:
      return "l";
    case 0x153:
      return "oe";
    default:
      return NULL;
    }
}

/**
 * muster_normalise_without_marks:
 * @text: a key made by muster_normalise()
 *
 * Returns: (transfer full): the key without accents and other marks: josé is jose, łukasz lukasz
 */
char *
muster_normalise_without_marks (const char *text)
{
  UChar room[STACK_UNITS];
  g_autofree UChar *owned = NULL;
  GString *out;
  const UNormalizer2 *form;
  const UChar *plain;
  int32_t n = 0;
  UErrorCode code = U_ZERO_ERROR;

  g_return_val_if_fail (text != NULL, NULL);

  form = unorm2_getNFDInstance (&code);
  plain = apply_form (form, text, (gssize) strlen (text), room, &n, &owned);
  out = g_string_sized_new ((gsize) n);
  for (int32_t i = 0; i < n;)
    {
      UChar32 c;
      const char *letters;

      U16_NEXT (plain, i, n, c);
      letters = get_plain_letters ((gunichar) c);
      if (letters != NULL)
        g_string_append (out, letters);
      else if (muster_character_get_kind ((gunichar) c) != MUSTER_CHARACTER_MARK)
        g_string_append_unichar (out, (gunichar) c);
    }
  return g_string_free (out, FALSE);
}
