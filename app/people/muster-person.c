/* muster-person.c - one human being
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-person"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-birthday.h"
#include "muster-person.h"

typedef struct
{
  const char *key;   /* in SQL, templates, JSON and on the command line */
  const char *title; /* for people */
  gboolean list;     /* several values, one a line */
} FieldInfo;

/* In the order of MusterPersonField. */
static const FieldInfo infos[MUSTER_N_PERSON_FIELDS] = {
  { "name", N_ ("Name"), FALSE },
  { "reading", N_ ("Reading"), FALSE },
  { "former_names", N_ ("Former names"), TRUE },
  { "gender", N_ ("Gender"), FALSE },
  { "phones", N_ ("Phone"), TRUE },
  { "emails", N_ ("E-mail"), TRUE },
  { "company", N_ ("Company"), FALSE },
  { "school", N_ ("School"), FALSE },
  { "department", N_ ("Department"), FALSE },
  { "title", N_ ("Title"), FALSE },
  { "class", N_ ("Class"), FALSE },
  { "year", N_ ("Year"), FALSE },
  { "seat", N_ ("Seat"), FALSE },
  { "city", N_ ("City"), FALSE },
  { "number", N_ ("Number"), FALSE },
  { "birthday", N_ ("Birthday"), FALSE },
  { "address", N_ ("Address"), FALSE },
  { "note", N_ ("Note"), FALSE },
  { "tags", N_ ("Tags"), TRUE },
  { "photo", N_ ("Photo"), FALSE },
};

/* Characters that people and programs put between the digits of a phone number. */
static gboolean
is_phone_filler (gunichar c)
{
  return g_unichar_isspace (c) || strchr ("-().", (int) (c < 128 ? c : 'x')) != NULL ||
         g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION ||
         g_unichar_type (c) == G_UNICODE_FORMAT || c == 0xff08 || c == 0xff09;
}

static char *
dup_clean_line (MusterPersonField field, const char *line)
{
  char *clean;

  if (field == MUSTER_PERSON_PHONES)
    return muster_phone_dup_clean (line);

  if (field == MUSTER_PERSON_EMAILS)
    clean = g_str_is_ascii (line) ? g_ascii_strdown (line, -1) : g_utf8_strdown (line, -1);
  else
    clean = g_strdup (line);
  return g_strstrip (clean);
}

static char *
dup_clean_lines (MusterPersonField field, const char *value)
{
  g_auto (GStrv) lines = g_strsplit_set (value, "\n\r", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = dup_clean_line (field, lines[i]);

      if (*line != '\0' && !g_ptr_array_find_with_equal_func (kept, line, g_str_equal, NULL))
        g_ptr_array_add (kept, g_steal_pointer (&line));
    }

  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("\n", (char **) kept->pdata);
}

/* A birthday in one writing; what is none that can be read stays as it is. */
static char *
dup_clean_birthday (const char *value)
{
  MusterBirthday birthday;

  return muster_birthday_parse (value, &birthday) ? muster_birthday_dup_text (&birthday)
                                                  : g_strstrip (g_strdup (value));
}

MusterPerson *
muster_person_new (void)
{
  MusterPerson *self = g_new0 (MusterPerson, 1);

  self->found_on = MUSTER_DAY_NONE;
  return self;
}

MusterPerson *
muster_person_copy (const MusterPerson *self)
{
  MusterPerson *copy = g_memdup2 (self, sizeof *self);

  for (guint i = 0; i < MUSTER_N_PERSON_FIELDS; i++)
    copy->fields[i] = g_strdup (self->fields[i]);
  copy->found_by = g_strdup (self->found_by);
  return copy;
}

void
muster_person_free (MusterPerson *self)
{
  for (guint i = 0; i < MUSTER_N_PERSON_FIELDS; i++)
    g_free (self->fields[i]);
  g_free (self->found_by);
  g_free (self);
}

/**
 * muster_person_set:
 * @value: (nullable): cleaned before it is kept; empty means not known
 */
void
muster_person_set (MusterPerson *self, MusterPersonField field, const char *value)
{
  char *clean = muster_person_field_dup_clean (field, value);

  g_free (self->fields[field]);
  self->fields[field] = clean;
}

const char *
muster_person_field_get_key (MusterPersonField field)
{
  return infos[field].key;
}

/**
 * muster_person_field_get_title:
 *
 * Returns: the field's name for people, translated
 */
const char *
muster_person_field_get_title (MusterPersonField field)
{
  return _ (infos[field].title);
}

gboolean
muster_person_field_find (const char *key, MusterPersonField *out_field)
{
  for (guint i = 0; i < MUSTER_N_PERSON_FIELDS; i++)
    if (strcmp (infos[i].key, key) == 0)
      {
        *out_field = (MusterPersonField) i;
        return TRUE;
      }

  return FALSE;
}

gboolean
muster_person_field_is_list (MusterPersonField field)
{
  return infos[field].list;
}

/**
 * muster_person_field_dup_clean:
 * @value: (nullable): as a person typed it or a file has it
 *
 * Strips white space; of a list also empty and repeated lines; phones lose
 * their separators and e-mails their capitals; birthdays get the stored form.
 *
 * Returns: (transfer full) (nullable): the value to keep; %NULL for none
 */
char *
muster_person_field_dup_clean (MusterPersonField field, const char *value)
{
  g_autofree char *clean = NULL;

  if (value == NULL)
    return NULL;

  if (field == MUSTER_PERSON_BIRTHDAY)
    clean = dup_clean_birthday (value);
  else if (!infos[field].list)
    clean = g_strstrip (g_strdup (value));
  else if (strpbrk (value, "\n\r") == NULL)
    clean = dup_clean_line (field, value);
  else
    clean = dup_clean_lines (field, value);
  return *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

/**
 * muster_phone_dup_clean:
 * @phone: a number as typed: +86 138-0000-0000, 138 0000 0000, (010) 6552 9988
 *
 * Takes out separators and, before a mainland mobile number, the country code,
 * so that the same number is the same text.  What is no number stays as it is.
 *
 * Returns: (transfer full): the number
 */
char *
muster_phone_dup_clean (const char *phone)
{
  g_autoptr (GString) digits = NULL;
  const char *rest;

  if (phone[strspn (phone, "0123456789")] == '\0')
    return g_strdup (phone);

  digits = g_string_new (NULL);
  for (const char *p = phone; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int value = g_unichar_digit_value (c);

      if (value >= 0)
        g_string_append_c (digits, (char) ('0' + value));
      else if ((c == '+' || c == 0xff0b) && digits->len == 0)
        g_string_append_c (digits, '+');
      else if (!is_phone_filler (c) && !(c == '/' && digits->len <= MUSTER_PHONE_MAX_AREA_CODE))
        return g_strstrip (g_strdup (phone));
    }

  rest = digits->str;
  if (g_str_has_prefix (rest, "+86"))
    rest += 3;
  else if (g_str_has_prefix (rest, "0086"))
    rest += 4;
  if (rest != digits->str && rest[0] == '1' && strlen (rest) == 11)
    return g_strdup (rest);

  return g_string_free (g_steal_pointer (&digits), FALSE);
}
