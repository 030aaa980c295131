/* muster-record.c - one row of a list, whatever its columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-record"

#include "config.h"

#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "muster-birthday.h"
#include "muster-record.h"

#define SERIAL_OF_1970 25569 /* of spreadsheets: days since 1899-12-30 */

/* The parts of a name that a table keeps apart. */
typedef struct
{
  char *family;
  char *given;
  char *middle;
} NameParts;

static void
replace (char **field, char *value)
{
  g_free (*field);
  *field = value;
}

/* Adds a value to one that is there, as a further line. */
static void
add_line (char **field, char *value)
{
  if (*field == NULL)
    {
      *field = value;
      return;
    }

  replace (field, g_strconcat (*field, "\n", value, NULL));
  g_free (value);
}

static gboolean
begins_with_han (const char *text)
{
  return text != NULL && g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN;
}

/* Han names run together, family first; the others stand given, middle, family. */
static char *
join_name (const NameParts *parts)
{
  const char *order[4] = { NULL };
  guint n = 0;
  gboolean han = begins_with_han (parts->family != NULL ? parts->family : parts->given);

  if (han && parts->family != NULL)
    order[n++] = parts->family;
  if (parts->given != NULL)
    order[n++] = parts->given;
  if (parts->middle != NULL)
    order[n++] = parts->middle;
  if (!han && parts->family != NULL)
    order[n++] = parts->family;

  return g_strjoinv (han ? "" : " ", (char **) order);
}

static char *
dup_cell (MusterSpan cell)
{
  char *text = muster_span_dup (cell);

  if (text == NULL)
    return NULL;
  g_strstrip (text);
  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* The person's field that a column fills, for those that map one to one. */
static gboolean
find_person_field (MusterField field, MusterPersonField *out)
{
  static const struct
  {
    MusterField field;
    MusterPersonField person;
  } pairs[] = {
    { MUSTER_FIELD_NAME, MUSTER_PERSON_NAME },
    { MUSTER_FIELD_READING, MUSTER_PERSON_READING },
    { MUSTER_FIELD_PHONE, MUSTER_PERSON_PHONES },
    { MUSTER_FIELD_EMAIL, MUSTER_PERSON_EMAILS },
    { MUSTER_FIELD_DEPARTMENT, MUSTER_PERSON_DEPARTMENT },
    { MUSTER_FIELD_CLASS, MUSTER_PERSON_CLASS },
    { MUSTER_FIELD_YEAR, MUSTER_PERSON_YEAR },
    { MUSTER_FIELD_SEAT, MUSTER_PERSON_SEAT },
    { MUSTER_FIELD_COMPANY, MUSTER_PERSON_COMPANY },
    { MUSTER_FIELD_SCHOOL, MUSTER_PERSON_SCHOOL },
    { MUSTER_FIELD_TITLE, MUSTER_PERSON_TITLE },
    { MUSTER_FIELD_CITY, MUSTER_PERSON_CITY },
    { MUSTER_FIELD_NUMBER, MUSTER_PERSON_NUMBER },
    { MUSTER_FIELD_GENDER, MUSTER_PERSON_GENDER },
    { MUSTER_FIELD_BIRTHDAY, MUSTER_PERSON_BIRTHDAY },
    { MUSTER_FIELD_TAGS, MUSTER_PERSON_TAGS },
    { MUSTER_FIELD_ADDRESS, MUSTER_PERSON_ADDRESS },
    { MUSTER_FIELD_NOTE, MUSTER_PERSON_NOTE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i].field == field)
      {
        *out = pairs[i].person;
        return TRUE;
      }

  return FALSE;
}

/* One cell may hold several numbers, 138…、139… or 138…/139…, but 0170/1234567 is one. */
static void
split_phones (char *value)
{
  guint n_digits = 0;

  for (char *p = value; *p != '\0'; p++)
    {
      n_digits += g_ascii_isdigit (*p);
      if (*p == ';' || *p == ',' || (*p == '/' && n_digits > MUSTER_PHONE_MAX_AREA_CODE))
        {
          *p = '\n';
          n_digits = 0;
        }
    }
}

/* "a ::: b" of address books, and of our own exports, becomes two lines.  Takes @value. */
static char *
split_values (char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, " ::: ", -1);

  g_free (value);
  return g_strjoinv ("\n", parts);
}

/* Google marks its own labels with a star: "* myContacts" says nothing. */
static char *
dup_without_stars (char *value)
{
  g_auto (GStrv) tags = g_strsplit (value, "\n", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  g_free (value);
  for (guint i = 0; tags[i] != NULL; i++)
    if (!g_str_has_prefix (tags[i], "* my"))
      g_string_append_printf (kept, "%s\n", tags[i] + (g_str_has_prefix (tags[i], "* ") ? 2 : 0));
  return g_string_free (g_steal_pointer (&kept), FALSE);
}

static void
take_person_field (MusterRecord *self, MusterPersonField field, char *value)
{
  if (muster_person_field_is_list (field))
    {
      value = split_values (value);
      if (field == MUSTER_PERSON_TAGS)
        value = dup_without_stars (value);
      if (field == MUSTER_PERSON_PHONES)
        split_phones (value);
      else if (field == MUSTER_PERSON_EMAILS)
        g_strdelimit (value, ";,/", '\n');
      add_line (&self->person[field], value);
    }
  else if (field == MUSTER_PERSON_NOTE)
    add_line (&self->person[field], split_values (value));
  else if (self->person[field] == NULL)
    self->person[field] = value;
  else
    g_free (value);
}

/* Days get the stored form, so that the same birthday is the same text.  Takes @value. */
static char *
dup_clean_birthday (char *value)
{
  g_autofree char *typed = value;
  MusterBirthday birthday;
  MusterDay day;

  if (muster_birthday_parse (typed, &birthday))
    return muster_birthday_dup_text (&birthday);
  return muster_record_parse_day (typed, &day) ? muster_day_dup_text (day)
                                               : g_steal_pointer (&typed);
}

static void
take_account (MusterRecord *self, const char *platform, char *value)
{
  if (self->account != NULL)
    {
      g_free (value);
      return;
    }
  value = split_values (value);
  value[strcspn (value, "\n")] = '\0'; /* the first of several is enough to know somebody by */
  self->account = value;
  self->platform = platform;
}

/* 1.38E+10: a spreadsheet showed a long number so, and saved what it showed. */
static gboolean
lost_digits (const char *text)
{
  const char *p = text + strspn (text, "0123456789");

  if (p == text)
    return FALSE;
  if (*p == '.' || *p == ',')
    p += 1 + strspn (p + 1, "0123456789");
  if (*p != 'E' && *p != 'e')
    return FALSE;
  p += p[1] == '+' ? 2 : 1;
  return *p != '\0' && p[strspn (p, "0123456789")] == '\0';
}

static gboolean
is_key (MusterField field)
{
  return field == MUSTER_FIELD_PHONE || field == MUSTER_FIELD_NUMBER ||
         field == MUSTER_FIELD_ACCOUNT || field == MUSTER_FIELD_ACCOUNT_WECHAT ||
         field == MUSTER_FIELD_ACCOUNT_QQ;
}

/* Takes @value. */
static void
take_day (MusterRecord *self, MusterDay *day, char *value, MusterWarnings *warnings)
{
  if (!muster_record_parse_day (value, day) && warnings != NULL)
    muster_warnings_add (warnings, self->line,
                         _ ("“%s” is no day that can be read; it was left out."), value);
  g_free (value);
}

/* Takes @value. */
static void
take_answer (MusterRecord *self, MusterAnswer *answer, char *value, MusterWarnings *warnings)
{
  *answer = muster_record_parse_answer (value);
  if (*answer == MUSTER_ANSWER_NONE && warnings != NULL)
    muster_warnings_add (warnings, self->line, _ ("“%s” is neither yes nor no; it was left out."),
                         value);
  g_free (value);
}

static void
take (MusterRecord *self, MusterField field, NameParts *parts, char *value,
      MusterWarnings *warnings)
{
  MusterPersonField person;

  if (is_key (field) && lost_digits (value))
    {
      if (warnings != NULL)
        muster_warnings_add (warnings, self->line,
                             _ ("“%s” has lost its digits in a spreadsheet; it was left out."),
                             value);
      g_free (value);
    }
  else if (find_person_field (field, &person))
    take_person_field (self, person,
                       person == MUSTER_PERSON_BIRTHDAY ? dup_clean_birthday (value) : value);
  else if (field == MUSTER_FIELD_FAMILY_NAME)
    replace (&parts->family, value);
  else if (field == MUSTER_FIELD_GIVEN_NAME)
    replace (&parts->given, value);
  else if (field == MUSTER_FIELD_MIDDLE_NAME)
    replace (&parts->middle, value);
  else if (field == MUSTER_FIELD_NICKNAME)
    replace (&self->nickname, value);
  else if (field == MUSTER_FIELD_DISPLAY_NAME)
    replace (&self->display_name, value);
  else if (field == MUSTER_FIELD_ACCOUNT)
    take_account (self, NULL, value);
  else if (field == MUSTER_FIELD_ACCOUNT_WECHAT)
    take_account (self, "wechat", value);
  else if (field == MUSTER_FIELD_ACCOUNT_QQ)
    take_account (self, "qq", value);
  else if (field == MUSTER_FIELD_ROLE)
    replace (&self->role, value);
  else if (field == MUSTER_FIELD_INVITER)
    replace (&self->inviter, value);
  else if (field == MUSTER_FIELD_STANDING)
    replace (&self->standing, value);
  else if (field == MUSTER_FIELD_REQUIRED)
    take_answer (self, &self->required, value, warnings);
  else if (field == MUSTER_FIELD_JOINED)
    take_day (self, &self->joined_on, value, warnings);
  else if (field == MUSTER_FIELD_LAST_SPOKE)
    take_day (self, &self->last_spoke, value, warnings);
  else
    g_free (value);
}

MusterRecord *
muster_record_new (void)
{
  MusterRecord *self = g_new0 (MusterRecord, 1);

  self->joined_on = self->last_spoke = MUSTER_DAY_NONE;
  return self;
}

void
muster_record_free (MusterRecord *self)
{
  muster_record_clear (self);
  g_free (self);
}

void
muster_record_clear (MusterRecord *self)
{
  for (guint i = 0; i < MUSTER_N_PERSON_FIELDS; i++)
    g_clear_pointer (&self->person[i], g_free);
  g_clear_pointer (&self->nickname, g_free);
  g_clear_pointer (&self->display_name, g_free);
  g_clear_pointer (&self->account, g_free);
  g_clear_pointer (&self->role, g_free);
  g_clear_pointer (&self->inviter, g_free);
  g_clear_pointer (&self->standing, g_free);
  self->platform = NULL;
  self->required = MUSTER_ANSWER_NONE;
  self->joined_on = self->last_spoke = MUSTER_DAY_NONE;
}

/**
 * muster_record_fill:
 * @row: a row of the reader
 * @mapping: what each column means
 * @warnings: (nullable): gets a note on each cell that can't be understood
 *
 * Replaces what the record held.
 *
 * Returns: whether the row says anything at all
 */
gboolean
muster_record_fill (MusterRecord *self, const MusterTableRow *row, const MusterField *mapping,
                    guint n_columns, MusterWarnings *warnings)
{
  NameParts parts = { NULL, NULL, NULL };

  muster_record_clear (self);
  self->line = row->line;
  for (guint i = 0; i < MIN (n_columns, row->n_cells); i++)
    {
      char *value = dup_cell (row->cells[i]);

      if (value != NULL && mapping[i] == MUSTER_FIELD_NAME &&
          strcmp (value, MUSTER_TABLE_NO_NAME) == 0)
        g_clear_pointer (&value, g_free);
      if (value != NULL)
        take (self, mapping[i], &parts, value, warnings);
    }

  if (self->person[MUSTER_PERSON_NAME] == NULL && (parts.family != NULL || parts.given != NULL))
    self->person[MUSTER_PERSON_NAME] = join_name (&parts);
  g_free (parts.family);
  g_free (parts.given);
  g_free (parts.middle);

  for (guint i = 0; i < MUSTER_N_PERSON_FIELDS; i++)
    if (self->person[i] != NULL && muster_person_field_is_list ((MusterPersonField) i))
      replace (&self->person[i],
               muster_person_field_dup_clean ((MusterPersonField) i, self->person[i]));
  return !muster_record_is_empty (self);
}

/**
 * muster_record_is_empty:
 *
 * Returns: whether nothing tells who it is
 */
gboolean
muster_record_is_empty (const MusterRecord *self)
{
  return self->person[MUSTER_PERSON_NAME] == NULL && self->nickname == NULL &&
         self->account == NULL && self->display_name == NULL &&
         self->person[MUSTER_PERSON_PHONES] == NULL && self->person[MUSTER_PERSON_EMAILS] == NULL;
}

/**
 * muster_record_get_name:
 *
 * Returns: what to call the person: the name, else the nickname, the display
 *   name, the account, a phone or an address; empty if the row says nothing
 */
const char *
muster_record_get_name (const MusterRecord *self)
{
  const char *names[] = { self->person[MUSTER_PERSON_NAME],
                          self->nickname,
                          self->display_name,
                          self->account,
                          self->person[MUSTER_PERSON_PHONES],
                          self->person[MUSTER_PERSON_EMAILS] };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL)
      return names[i];

  return "";
}

static gboolean
make_day (int year, int month, int day, MusterDay *out_day)
{
  if (year < 1800 || year > 9999 || day < 1 || month < 1 ||
      !g_date_valid_dmy ((GDateDay) MIN (day, 99), (GDateMonth) MIN (month, 99), (GDateYear) year))
    return FALSE;
  *out_day = muster_day_from_ymd (year, month, day);
  return TRUE;
}

/* The three numbers of a date; @out_point is the sign between them. */
static gboolean
split_date (const char *p, int parts[3], char *out_point)
{
  for (guint n = 0; n < 3; n++)
    {
      char *end = NULL;

      if (!g_ascii_isdigit (*p))
        return FALSE;
      parts[n] = (int) MIN (g_ascii_strtoull (p, &end, 10), 99999);
      p = end;
      if (n == 2)
        return TRUE;
      if (n == 0)
        *out_point = *p;
      if (*p == '-' || *p == '/' || *p == '.')
        p += 1 + strspn (p + 1, " ");
      else if (g_str_has_prefix (p, "年") || g_str_has_prefix (p, "月"))
        p += strlen ("年");
      else
        return FALSE;
    }
  return FALSE;
}

/**
 * muster_record_parse_day:
 * @text: 2026-01-05, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105, 5.1.2026, 15/1/2026, 1/15/2026,
 *   each with or without a time behind it, Unix seconds of ten digits, or a spreadsheet's serial
 * @out_day: set only on success
 *
 * 5/1/2026 is refused: it may be either month.
 */
gboolean
muster_record_parse_day (const char *text, MusterDay *out_day)
{
  gsize n_digits = strspn (text, "0123456789");
  int parts[3] = { 0, 0, 0 };
  char point = '\0';

  if (n_digits == 10 && text[10] == '\0')
    {
      *out_day = muster_day_from_seconds (g_ascii_strtoll (text, NULL, 10));
      return TRUE;
    }
  if (n_digits == 5 && (text[5] == '\0' || text[5] == '.') && *text >= '2' && *text <= '6')
    {
      *out_day = (MusterDay) g_ascii_strtoll (text, NULL, 10) - SERIAL_OF_1970;
      return TRUE;
    }
  if (n_digits == 8 && sscanf (text, "%4d%2d%2d", &parts[0], &parts[1], &parts[2]) == 3)
    return make_day (parts[0], parts[1], parts[2], out_day);
  if (!split_date (text, parts, &point))
    return FALSE;
  if (parts[0] > 31)
    return make_day (parts[0], parts[1], parts[2], out_day);
  if (point == '.' || (parts[0] > 12 && parts[1] <= 12) || parts[0] == parts[1])
    return make_day (parts[2], parts[1], parts[0], out_day);
  return parts[1] > 12 && make_day (parts[2], parts[0], parts[1], out_day);
}

/**
 * muster_record_role_word:
 * @text: (nullable): as lists write it: 群主, 管理员, Owner, ~admin
 *
 * Returns: "owner", "admin" or "member" for what is known, else @text; "member" for %NULL
 */
const char *
muster_record_role_word (const char *text)
{
  static const struct
  {
    const char *text, *role;
  } words[] = {
    { "群主", "owner" },          { "owner", "owner" },    { "creator", "owner" },
    { "管理员", "admin" },        { "群管理", "admin" },   { "admin", "admin" },
    { "administrator", "admin" }, { "群管理员", "admin" }, { "成员", "member" },
    { "普通成员", "member" },     { "群成员", "member" },  { "member", "member" },
  };
  g_autofree char *lower = NULL;

  if (text == NULL)
    return "member";

  lower = g_utf8_strdown (*text == '~' ? text + 1 : text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (lower, words[i].text) == 0)
      return words[i].role;

  return text;
}

/**
 * muster_record_parse_answer:
 * @text: as people tick lists: yes, 是, 1, √ and their opposites
 *
 * Returns: %MUSTER_ANSWER_NONE for anything else
 */
MusterAnswer
muster_record_parse_answer (const char *text)
{
  static const char *const yes[] = { "yes",  "y",  "true", "1",  "是",       "对",        "必须",
                                     "必到", "要", "√",    "✓",  "✔",        "☑",         "✅",
                                     "ja",   "sí", "oui",  "да", "required", "mandatory", NULL };
  static const char *const no[] = { "no", "n", "false", "0", "否",   "不",  "不是", "不必", "不用",
                                    "×",  "✗", "✘",     "☐", "nein", "non", "нет",  NULL };
  g_autofree char *lower = g_utf8_strdown (text, -1);

  if (g_strv_contains (yes, lower))
    return MUSTER_ANSWER_YES;
  return g_strv_contains (no, lower) ? MUSTER_ANSWER_NO : MUSTER_ANSWER_NONE;
}
