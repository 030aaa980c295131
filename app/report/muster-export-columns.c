/* muster-export-columns.c - the columns of an export of members
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-export-columns"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-export-columns.h"
#include "muster-input-error.h"
#include "muster-surname.h"

#define VALUES_GLUE " ::: " /* between several values in a cell, as address books do */

/* Where a column comes from. */
typedef enum
{
  SOURCE_PERSON,
  SOURCE_NICKNAME,
  SOURCE_ACCOUNT,
  SOURCE_ROLE,
  SOURCE_STANDING,
  SOURCE_JOINED,
  SOURCE_INVITER,
  SOURCE_REQUIRED,
} Source;

typedef struct
{
  MusterField field;
  Source source;
  MusterPersonField person; /* of SOURCE_PERSON */
  gboolean masked;          /* also in the masked profile */
} Column;

static const Column all_columns[] = {
  { MUSTER_FIELD_NAME, SOURCE_PERSON, MUSTER_PERSON_NAME, TRUE },
  { MUSTER_FIELD_READING, SOURCE_PERSON, MUSTER_PERSON_READING, FALSE },
  { MUSTER_FIELD_NICKNAME, SOURCE_NICKNAME, 0, FALSE },
  { MUSTER_FIELD_ACCOUNT, SOURCE_ACCOUNT, 0, FALSE },
  { MUSTER_FIELD_PHONE, SOURCE_PERSON, MUSTER_PERSON_PHONES, FALSE },
  { MUSTER_FIELD_EMAIL, SOURCE_PERSON, MUSTER_PERSON_EMAILS, FALSE },
  { MUSTER_FIELD_DEPARTMENT, SOURCE_PERSON, MUSTER_PERSON_DEPARTMENT, TRUE },
  { MUSTER_FIELD_COMPANY, SOURCE_PERSON, MUSTER_PERSON_COMPANY, TRUE },
  { MUSTER_FIELD_SCHOOL, SOURCE_PERSON, MUSTER_PERSON_SCHOOL, TRUE },
  { MUSTER_FIELD_CLASS, SOURCE_PERSON, MUSTER_PERSON_CLASS, TRUE },
  { MUSTER_FIELD_YEAR, SOURCE_PERSON, MUSTER_PERSON_YEAR, TRUE },
  { MUSTER_FIELD_SEAT, SOURCE_PERSON, MUSTER_PERSON_SEAT, TRUE },
  { MUSTER_FIELD_TITLE, SOURCE_PERSON, MUSTER_PERSON_TITLE, TRUE },
  { MUSTER_FIELD_CITY, SOURCE_PERSON, MUSTER_PERSON_CITY, TRUE },
  { MUSTER_FIELD_NUMBER, SOURCE_PERSON, MUSTER_PERSON_NUMBER, FALSE },
  { MUSTER_FIELD_GENDER, SOURCE_PERSON, MUSTER_PERSON_GENDER, FALSE },
  { MUSTER_FIELD_BIRTHDAY, SOURCE_PERSON, MUSTER_PERSON_BIRTHDAY, FALSE },
  { MUSTER_FIELD_JOINED, SOURCE_JOINED, 0, TRUE },
  { MUSTER_FIELD_INVITER, SOURCE_INVITER, 0, FALSE },
  { MUSTER_FIELD_ROLE, SOURCE_ROLE, 0, TRUE },
  { MUSTER_FIELD_STANDING, SOURCE_STANDING, 0, TRUE },
  { MUSTER_FIELD_REQUIRED, SOURCE_REQUIRED, 0, TRUE },
  { MUSTER_FIELD_TAGS, SOURCE_PERSON, MUSTER_PERSON_TAGS, FALSE },
  { MUSTER_FIELD_ADDRESS, SOURCE_PERSON, MUSTER_PERSON_ADDRESS, FALSE },
  { MUSTER_FIELD_NOTE, SOURCE_PERSON, MUSTER_PERSON_NOTE, FALSE },
};

struct _MusterExportColumns
{
  MusterExportProfile profile;
  const Column *columns[G_N_ELEMENTS (all_columns)];
  guint n_columns;
};

static const Column *
find_column (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_columns); i++)
    if (strcmp (muster_field_get_id (all_columns[i].field), id) == 0)
      return &all_columns[i];

  return NULL;
}

static gboolean
has_column (const MusterExportColumns *self, const Column *column)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i] == column)
      return TRUE;

  return FALSE;
}

static gboolean
add_column (MusterExportColumns *self, const char *id, GError **error)
{
  const Column *column = find_column (id);

  if (column == NULL)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("There is no column “%s”."), id);
      return FALSE;
    }
  if (self->profile == MUSTER_EXPORT_MASKED && !column->masked)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("The masked profile leaves “%s” out."), id);
      return FALSE;
    }
  if (!has_column (self, column))
    self->columns[self->n_columns++] = column;
  return TRUE;
}

/**
 * muster_export_columns_new:
 * @ids: (nullable): ids of fields in the wanted order, separated by commas;
 *   %NULL for all that the profile has
 *
 * Returns: (transfer full): the columns; %NULL with @error set for an id that
 *   no column has, or that the profile leaves out
 */
MusterExportColumns *
muster_export_columns_new (MusterExportProfile profile, const char *ids, GError **error)
{
  g_autoptr (MusterExportColumns) self = g_new0 (MusterExportColumns, 1);
  g_auto (GStrv) wanted = ids != NULL ? g_strsplit (ids, ",", -1) : NULL;

  self->profile = profile;
  for (guint i = 0; wanted == NULL && i < G_N_ELEMENTS (all_columns); i++)
    if (profile == MUSTER_EXPORT_FULL || all_columns[i].masked)
      self->columns[self->n_columns++] = &all_columns[i];
  for (guint i = 0; wanted != NULL && wanted[i] != NULL; i++)
    if (!add_column (self, g_strstrip (wanted[i]), error))
      return NULL;
  if (self->n_columns == 0)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0, _ ("No column is named."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
muster_export_columns_free (MusterExportColumns *self)
{
  g_free (self);
}

guint
muster_export_columns_get_n (const MusterExportColumns *self)
{
  return self->n_columns;
}

/**
 * muster_export_columns_get_field:
 *
 * Returns: what the column holds; accounts are those of the group's platform,
 *   and say so where a field can
 */
MusterField
muster_export_columns_get_field (const MusterExportColumns *self, guint i, MusterGroup *group)
{
  MusterField field = self->columns[i]->field;

  if (field != MUSTER_FIELD_ACCOUNT)
    return field;
  if (strcmp (muster_group_get_platform (group), "wechat") == 0)
    return MUSTER_FIELD_ACCOUNT_WECHAT;
  if (strcmp (muster_group_get_platform (group), "qq") == 0)
    return MUSTER_FIELD_ACCOUNT_QQ;

  return field;
}

/* Lines of a list stand side by side in a cell. */
static char *
join_lines (const char *lines)
{
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);

  return g_strjoinv (VALUES_GLUE, split);
}

static char *
dup_person_cell (const MusterExportColumns *self, MusterMemberCursor *cursor,
                 MusterPersonField field)
{
  const char *value = muster_member_cursor_get_field (cursor, field);

  if (value == NULL)
    return NULL;
  if (self->profile == MUSTER_EXPORT_MASKED && field == MUSTER_PERSON_NAME)
    return muster_export_dup_masked_name (value);

  return muster_person_field_is_list (field) ? join_lines (value) : g_strdup (value);
}

/* What is a word of ours, not a text that somebody wrote. */
static const char *
get_word (MusterMemberCursor *cursor, Source source, MusterExportWords words)
{
  const char *role = muster_member_cursor_get_role (cursor);
  MusterStanding standing = muster_member_cursor_get_standing (cursor);
  gboolean required = muster_member_cursor_is_required (cursor);

  if (words == MUSTER_EXPORT_FOR_PROGRAMS)
    return source == SOURCE_ROLE       ? role
           : source == SOURCE_STANDING ? muster_standing_get_key (standing)
           : required                  ? "yes"
                                       : "no";

  return source == SOURCE_ROLE       ? muster_role_get_title (role)
         : source == SOURCE_STANDING ? muster_standing_get_title (standing)
         : required                  ? _ ("Yes")
                                     : _ ("No");
}

/**
 * muster_export_columns_dup_cell:
 *
 * Returns: (transfer full) (nullable): what the column says of the cursor's member
 */
char *
muster_export_columns_dup_cell (const MusterExportColumns *self, guint i,
                                MusterMemberCursor *cursor, MusterExportWords words)
{
  const Column *column = self->columns[i];

  switch (column->source)
    {
    case SOURCE_PERSON:
      return dup_person_cell (self, cursor, column->person);

    case SOURCE_NICKNAME:
      return g_strdup (muster_member_cursor_get_nickname (cursor));

    case SOURCE_ACCOUNT:
      return muster_member_cursor_get_accounts (cursor) != NULL
                 ? join_lines (muster_member_cursor_get_accounts (cursor))
                 : NULL;

    case SOURCE_JOINED:
      return muster_day_dup_text (muster_member_cursor_get_joined (cursor));

    case SOURCE_INVITER:
      return g_strdup (muster_member_cursor_get_inviter (cursor));

    case SOURCE_ROLE:
    case SOURCE_STANDING:
    case SOURCE_REQUIRED:
    default:
      return g_strdup (get_word (cursor, column->source, words));
    }
}

/**
 * muster_export_columns_dup_ids:
 *
 * Returns: (transfer full): the ids of the columns, separated by commas
 */
char *
muster_export_columns_dup_ids (const MusterExportColumns *self)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? "," : "",
                            muster_field_get_id (self->columns[i]->field));
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/**
 * muster_export_dup_masked_name:
 *
 * Returns: (transfer full): the surname of a Chinese name and a mark for the
 *   rest; of another name the initials
 */
char *
muster_export_dup_masked_name (const char *name)
{
  g_autoptr (GString) masked = g_string_new (NULL);
  gunichar first = g_utf8_get_char (name);

  if (g_unichar_get_script (first) == G_UNICODE_SCRIPT_HAN)
    {
      guint n = MAX (muster_surname_get_length (name), 1);
      const char *rest = g_utf8_offset_to_pointer (name, (glong) MIN (n, g_utf8_strlen (name, -1)));

      g_string_append_len (masked, name, rest - name);
      for (; *rest != '\0'; rest = g_utf8_next_char (rest))
        g_string_append_c (masked, '*');
      return g_string_free (g_steal_pointer (&masked), FALSE);
    }

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean begins = p == name || p[-1] == ' ';

      if (begins || *p == ' ')
        g_string_append_unichar (masked, g_utf8_get_char (p));
      if (begins)
        g_string_append_c (masked, '.');
    }
  return g_string_free (g_steal_pointer (&masked), FALSE);
}
