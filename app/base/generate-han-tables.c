/* generate-han-tables.c - what ICU knows about single Han characters, as C tables
 *
 * Runs while Muster is built.  Opening ICU's Han-Latin rules costs 80 to 140 ms
 * and a name through them 15 us; the tables made from them cost nothing to open
 * and 14 ns a character.  Only muster-han.c includes what this prints.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#define FIRST 0x3400 /* Extension A, because rare given names are there */
#define LAST 0x9FFF
#define COUNT (LAST - FIRST + 1)
#define MAX_SYLLABLES 600
#define SYLLABLE_LENGTH 8

typedef struct
{
  char syllables[MAX_SYLLABLES][SYLLABLE_LENGTH]; /* [0] is empty: no reading */
  int n_syllables;
} SyllableList;

static void
fail (const char *what, UErrorCode code)
{
  fprintf (stderr, "generate-han-tables: %s: %s\n", what, u_errorName (code));
  exit (1);
}

static UTransliterator *
open_rules (const char *id)
{
  UChar wide[64];
  UErrorCode code = U_ZERO_ERROR;
  UTransliterator *rules;

  u_uastrcpy (wide, id);
  rules = utrans_openU (wide, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
  if (U_FAILURE (code))
    fail (id, code);
  return rules;
}

static int
apply (UTransliterator *rules, int c, UChar *out, int size)
{
  int32_t length = 1, limit = 1;
  UErrorCode code = U_ZERO_ERROR;

  out[0] = (UChar) c;
  utrans_transUChars (rules, out, &length, size, 0, &limit, &code);
  if (U_FAILURE (code))
    fail ("transliteration", code);
  return length;
}

/* Decomposed pinyin with tone marks to plain letters; u with diaeresis becomes v, as one types it.
 */
static int
intern (SyllableList *list, const UChar *text, int length)
{
  char plain[SYLLABLE_LENGTH] = "";
  int n = 0;

  for (int i = 0; i < length; i++)
    {
      if (text[i] >= 'a' && text[i] <= 'z' && n < SYLLABLE_LENGTH - 1)
        plain[n++] = (char) text[i];
      else if (text[i] == 0x308 && n > 0 && plain[n - 1] == 'u')
        plain[n - 1] = 'v';
      else if (text[i] >= 0x3400)
        return 0;
    }
  for (int i = 0; i < list->n_syllables; i++)
    if (strcmp (list->syllables[i], plain) == 0)
      return i;
  if (list->n_syllables == MAX_SYLLABLES)
    fail ("more syllables than expected", U_BUFFER_OVERFLOW_ERROR);
  memcpy (list->syllables[list->n_syllables], plain, sizeof plain);
  return list->n_syllables++;
}

static void
print_numbers (const char *name, const int *values, int n)
{
  printf ("static const guint16 %s[%d] = {", name, n);
  for (int i = 0; i < n; i++)
    printf ("%s%d,", i % 20 == 0 ? "\n" : "", values[i]);
  printf ("\n};\n");
}

static void
print_readings (void)
{
  static int readings[COUNT];
  static SyllableList list = { .n_syllables = 1 };
  UTransliterator *plain = open_rules ("Han-Latin; NFD; Lower");
  UTransliterator *names = open_rules ("Han-Latin/Names; NFD; Lower");
  UChar text[64] = { 0 };

  printf ("static const guint16 surname_readings[][2] = {\n");
  for (int c = FIRST; c <= LAST; c++)
    {
      int surname, length;

      length = apply (plain, c, text, 64);
      readings[c - FIRST] = intern (&list, text, length);
      length = apply (names, c, text, 64);
      surname = intern (&list, text, length);
      if (surname != readings[c - FIRST])
        printf ("{ 0x%x, %d },\n", c, surname);
    }
  printf ("};\n");

  print_numbers ("readings", readings, COUNT);
  printf ("static const char syllables[%d][%d] = {\n", list.n_syllables, SYLLABLE_LENGTH);
  for (int i = 0; i < list.n_syllables; i++)
    printf ("\"%s\",\n", list.syllables[i]);
  printf ("};\n");
  utrans_close (plain);
  utrans_close (names);
}

/* A traditional form that GB 2312 has too is a simplified character in its own right (乾, 於, 著).
 */
static int
in_gb2312 (UConverter *converter, UChar c)
{
  char bytes[16];
  UErrorCode code = U_ZERO_ERROR;
  UErrorCode stop = U_ZERO_ERROR;

  ucnv_setFromUCallBack (converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &stop);
  ucnv_fromUChars (converter, bytes, sizeof bytes, &c, 1, &code);
  ucnv_reset (converter);
  return U_SUCCESS (code);
}

static void
print_simplified (void)
{
  static int simplified[COUNT];
  static int own_right[COUNT];
  UTransliterator *rules = open_rules ("Hant-Hans");
  UErrorCode code = U_ZERO_ERROR;
  UConverter *converter = ucnv_open ("ibm-1383_P110-1999", &code); /* EUC-CN, GB 2312 alone */
  UChar text[16];
  int n = 0;

  if (U_FAILURE (code))
    fail ("GB 2312", code);
  for (int c = FIRST; c <= LAST; c++)
    {
      int length = apply (rules, c, text, 16);

      simplified[c - FIRST] = length == 1 && text[0] >= FIRST && text[0] <= LAST ? text[0] : c;
      if (simplified[c - FIRST] != c && in_gb2312 (converter, (UChar) c))
        own_right[n++] = c;
    }
  print_numbers ("simplified", simplified, COUNT);
  print_numbers ("simplified_in_their_own_right", own_right, n);
  ucnv_close (converter);
  utrans_close (rules);
}

/* Where uspoof changes a Han character, the character it makes of it: {from, to}. */
static void
print_look_alikes (void)
{
  UErrorCode code = U_ZERO_ERROR;
  USpoofChecker *checker = uspoof_open (&code);

  printf ("static const guint16 look_alikes[][2] = {\n");
  for (int c = FIRST; c <= LAST && U_SUCCESS (code); c++)
    {
      UChar from = (UChar) c, to[16];
      int length = uspoof_getSkeleton (checker, 0, &from, 1, to, 16, &code);

      if (length != 1)
        fail ("a look-alike of several characters", U_UNSUPPORTED_ERROR);
      if (to[0] != from)
        printf ("{ 0x%x, 0x%x },\n", from, to[0]);
    }
  printf ("};\n");
  if (U_FAILURE (code))
    fail ("uspoof", code);
  uspoof_close (checker);
}

int
main (void)
{
  printf ("/* Made by generate-han-tables.c from ICU %s while building. */\n", U_ICU_VERSION);
  printf ("#include <glib.h>\n");
  printf ("#define HAN_FIRST 0x%x\n#define HAN_LAST 0x%x\n", FIRST, LAST);
  print_readings ();
  print_simplified ();
  print_look_alikes ();
  return 0;
}
