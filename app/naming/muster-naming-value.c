/* muster-naming-value.c - whether a piece of a nickname can be one of its parts
 *
 * Part of naming, for the checker alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-naming-value"

#include "config.h"

#include "muster-han.h"
#include "muster-naming-value.h"
#include "muster-personal-name.h"

#define LISTED_BONUS 40
#define NAME_BONUS 5
#define KNOWN_NAME_BONUS 60
#define OTHER_NAME_COST 300

static gboolean
is_within_limit (const MusterNamingToken *token, guint letters)
{
  return token->min == 0 || (letters >= token->min && letters <= token->max);
}

/* As it was typed. */
static void
append_raw (GString *out, const MusterNamingGlyph *glyphs, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_unichar (out, glyphs[i].raw);
}

/**
 * muster_naming_value_is_known_name:
 *
 * Returns: whether @text is a name that stands for no department: that of the person, or one of
 *   the roster
 */
gboolean
muster_naming_value_is_known_name (const MusterNamingSense *sense, const char *text)
{
  const char *name = NULL;
  MusterNamingFlags flags = 0;

  if (sense->person != NULL)
    return g_str_equal (text, sense->person->name);
  return sense->roster != NULL &&
         muster_naming_roster_find (sense->roster, text, &name, &flags) == MUSTER_NAME_SAME;
}

static gboolean
read_listed (const char *field, const MusterNamingGlyph *glyphs, guint n,
             const MusterNamingSense *sense, GString *out, MusterNamingFit *fit)
{
  g_autoptr (GString) key = g_string_sized_new (32);
  g_autoptr (GString) raw = g_string_sized_new (32);
  const char *value = NULL;
  gboolean spaced = FALSE;
  MusterNamingListing listing;

  for (guint i = 0; i < n; i++)
    if (glyphs[i].kind != MUSTER_CHARACTER_SPACE)
      g_string_append_unichar (key, glyphs[i].key);
    else
      spaced = TRUE;
  listing = muster_naming_lists_find (sense->lists, field, key->str, &value);
  if (listing == MUSTER_NAMING_LISTING_NONE)
    return FALSE;

  append_raw (raw, glyphs, n);
  *fit = (MusterNamingFit){ .field = field, .anchored = TRUE, .bonus = LISTED_BONUS };
  if (listing == MUSTER_NAMING_LISTING_ALIAS)
    fit->flags = MUSTER_NAMING_VARIANT;
  else if (!g_str_equal (raw->str, value))
    {
      g_string_replace (raw, " ", "", 0);
      fit->flags =
          spaced && g_str_equal (raw->str, value) ? MUSTER_NAMING_SPACING : MUSTER_NAMING_VARIANT;
    }
  g_string_append (out, value);
  return TRUE;
}

static gboolean
read_digits (const MusterNamingToken *token, const char *field, const MusterNamingGlyph *glyphs,
             guint n, GString *out, MusterNamingFit *fit)
{
  *fit = (MusterNamingFit){ .field = field, .anchored = TRUE };
  for (guint i = 0; i < n; i++)
    {
      if (glyphs[i].kind != MUSTER_CHARACTER_DIGIT || g_unichar_digit_value (glyphs[i].c) < 0)
        return FALSE;
      if (glyphs[i].raw >= 0x80)
        fit->flags |= MUSTER_NAMING_VARIANT;
    }
  if (!is_within_limit (token, n))
    return FALSE;

  for (guint i = 0; i < n; i++)
    g_string_append_c (out, (char) ('0' + g_unichar_digit_value (glyphs[i].c)));
  return TRUE;
}

/* Between Latin words one may write a space, a dot, an apostrophe or an ampersand: AT&T. */
static gboolean
is_joint (const MusterNamingGlyph *glyphs, guint i, guint n)
{
  gunichar c = glyphs[i].c;

  if (i == 0 || i + 1 == n || (c != ' ' && c != '.' && c != '\'' && c != '&' && c != 0x2019))
    return FALSE;

  return !muster_naming_glyph_parts (&glyphs[i - 1]) &&
         !muster_naming_glyph_parts (&glyphs[i + 1]) && !muster_han_is_han (glyphs[i - 1].c) &&
         !muster_han_is_han (glyphs[i + 1].c);
}

static gboolean
read_text (const MusterNamingToken *token, const char *field, const MusterNamingGlyph *glyphs,
           guint n, const MusterNamingSense *sense, GString *out, MusterNamingFit *fit)
{
  gsize start = out->len;
  guint letters = 0;

  *fit = (MusterNamingFit){ .field = field };
  for (guint i = 0; i < n; i++)
    {
      gboolean letter =
          glyphs[i].kind == MUSTER_CHARACTER_LETTER || glyphs[i].kind == MUSTER_CHARACTER_DIGIT;

      if (!letter && glyphs[i].kind != MUSTER_CHARACTER_MARK && !is_joint (glyphs, i, n))
        return FALSE;
      letters += letter ? 1 : 0;
    }
  if (letters == 0 || !is_within_limit (token, letters))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      gunichar c = glyphs[i].c;

      if (!sense->keep_traditional && muster_han_is_traditional (c))
        c = muster_han_simplify (c);
      if (c != glyphs[i].raw)
        fit->flags |= glyphs[i].kind == MUSTER_CHARACTER_SPACE ? MUSTER_NAMING_SPACING
                                                               : MUSTER_NAMING_VARIANT;
      g_string_append_unichar (out, c);
    }
  if (muster_naming_value_is_known_name (sense, out->str + start))
    fit->bonus -= MUSTER_NAMING_NAME_AS_TEXT_COST;
  return TRUE;
}

/* Whose name it is, where that can be known; replaces it by the roster's spelling. */
static void
recognise (const MusterNamingSense *sense, GString *out, gsize start, MusterNamingFit *fit)
{
  const char *written = out->str + start;
  const char *expected = NULL;
  MusterNameLikeness likeness;
  MusterNamingFlags flags = 0;

  if (sense->person != NULL)
    {
      expected = sense->person->name;
      likeness = muster_name_likeness_compare (written, expected, &flags);
    }
  else if (sense->roster != NULL)
    likeness = muster_naming_roster_find (sense->roster, written, &expected, &flags);
  else
    return;

  if (likeness == MUSTER_NAME_DIFFERENT)
    {
      fit->flags |= MUSTER_NAMING_NAME_MISMATCH;
      fit->bonus -= OTHER_NAME_COST;
      return;
    }
  fit->anchored = TRUE;
  fit->bonus += KNOWN_NAME_BONUS;
  fit->flags |= flags;
  if (likeness == MUSTER_NAME_VARIANT)
    {
      g_string_truncate (out, start);
      g_string_append (out, expected);
    }
}

/* The roster's own spelling is right whatever the grammar says: a Taiwanese name stays as it is. */
static gboolean
read_name_of_roster (const char *field, const MusterNamingGlyph *glyphs, guint n,
                     const MusterNamingSense *sense, GString *out, MusterNamingFit *fit)
{
  gsize start = out->len;
  const char *name = NULL;
  MusterNamingFlags flags = 0;
  gboolean same;

  if (sense->person == NULL && sense->roster == NULL)
    return FALSE;

  append_raw (out, glyphs, n);
  if (sense->person != NULL)
    same = g_str_equal (out->str + start, sense->person->name);
  else
    same = muster_naming_roster_find (sense->roster, out->str + start, &name, &flags) ==
           MUSTER_NAME_SAME;
  if (!same)
    {
      g_string_truncate (out, start);
      return FALSE;
    }

  *fit =
      (MusterNamingFit){ .field = field, .anchored = TRUE, .bonus = NAME_BONUS + KNOWN_NAME_BONUS };
  return TRUE;
}

static gboolean
read_name (const MusterNamingToken *token, const char *field, const MusterNamingGlyph *glyphs,
           guint n, const MusterNamingSense *sense, GString *out, MusterNamingFit *fit)
{
  gsize start = out->len;

  if (read_name_of_roster (field, glyphs, n, sense, out, fit))
    return TRUE;

  *fit = (MusterNamingFit){ .field = field, .bonus = NAME_BONUS };
  if (!muster_personal_name_read (glyphs, n, sense->keep_traditional, out, &fit->flags))
    return FALSE;
  if (!is_within_limit (token, muster_personal_name_count_letters (out->str + start)))
    {
      g_string_truncate (out, start);
      return FALSE;
    }

  fit->bonus += (int) muster_personal_name_get_weight (out->str + start);
  recognise (sense, out, start, fit);
  return TRUE;
}

static gboolean
is_number_field (const char *field)
{
  return g_str_equal (field, "seat") || g_str_equal (field, "number") ||
         g_str_equal (field, "year");
}

/**
 * muster_naming_value_read:
 * @token: a part of the template
 * @glyphs: (array length=n): a piece of a nickname that neither begins nor ends with a space
 * @out: the spelling to use is appended to it, on success
 * @out_fit: (out): set on success
 *
 * Returns: whether the piece can stand for the part
 */
gboolean
muster_naming_value_read (const MusterNamingToken *token, const MusterNamingGlyph *glyphs, guint n,
                          const MusterNamingSense *sense, GString *out, MusterNamingFit *out_fit)
{
  for (guint i = 0; token->fields[i] != NULL; i++)
    if (muster_naming_lists_has (sense->lists, token->fields[i]) &&
        read_listed (token->fields[i], glyphs, n, sense, out, out_fit))
      return TRUE;

  for (guint i = 0; token->fields[i] != NULL; i++)
    {
      const char *field = token->fields[i];
      gboolean read;

      if (muster_naming_lists_has (sense->lists, field))
        continue;
      if (token->digits || is_number_field (field))
        read = read_digits (token, field, glyphs, n, out, out_fit);
      else if (g_str_equal (field, "name"))
        read = read_name (token, field, glyphs, n, sense, out, out_fit);
      else
        read = read_text (token, field, glyphs, n, sense, out, out_fit);
      if (read)
        return TRUE;
    }

  return FALSE;
}
