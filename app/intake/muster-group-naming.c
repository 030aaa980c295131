/* muster-group-naming.c - the naming rule of one group
 *
 * Puts the policy's texts and the roster's fields together for app/naming,
 * which knows neither.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-group-naming"

#include "config.h"

#include <string.h>

#include "muster-group-naming.h"

struct _MusterGroupNaming
{
  MusterNamingChecker *checker; /* owned */
  char **fields;                /* owned: of the template */
};

/* VALUE[=ALIAS…],… as on the command line. */
static void
add_list (MusterNamingLists *lists, const char *field, const char *text)
{
  g_auto (GStrv) values = g_strsplit (text, ",", -1);

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (values[i], "=", -1);

      for (guint j = 0; names[j] != NULL; j++)
        g_strstrip (names[j]);
      if (names[0] != NULL && *names[0] != '\0')
        muster_naming_lists_add (lists, field, names[0], (const char *const *) names + 1);
    }
}

/**
 * muster_group_naming_new:
 * @policy: with the template, and its lists as "list.FIELD"
 *
 * Fails on a template that can't be read.
 *
 * Returns: (transfer full): the rule
 */
MusterGroupNaming *
muster_group_naming_new (MusterPolicy *policy, GError **error)
{
  g_autoptr (MusterNamingTemplate) template = NULL;
  MusterNamingLists *lists;
  const char *const *keys = muster_policy_get_lists (policy);
  MusterGroupNaming *self;

  template = muster_naming_template_parse (muster_policy_get (policy, "naming"), error);
  if (template == NULL)
    return NULL;

  lists = muster_naming_lists_new ();
  for (guint i = 0; keys[i] != NULL; i++)
    add_list (lists, keys[i] + strlen ("list."), muster_policy_get (policy, keys[i]));

  self = g_new0 (MusterGroupNaming, 1);
  self->fields = muster_naming_template_dup_fields (template);
  self->checker = muster_naming_checker_new (g_steal_pointer (&template), lists);
  return self;
}

void
muster_group_naming_free (MusterGroupNaming *self)
{
  g_object_unref (self->checker);
  g_strfreev (self->fields);
  g_free (self);
}

/**
 * muster_group_naming_check:
 * @nickname: (nullable): what the group sees
 * @member: (nullable): whose it is; %NULL to judge the form alone
 */
MusterNamingResult *
muster_group_naming_check (MusterGroupNaming *self, const char *nickname,
                           const MusterRosterMember *member)
{
  g_autoptr (GHashTable) fields = NULL;
  MusterNamingPerson person;

  if (member == NULL)
    return muster_naming_checker_check (self->checker, nickname != NULL ? nickname : "", NULL);

  fields = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; self->fields[i] != NULL; i++)
    {
      MusterPersonField field;

      if (muster_person_field_find (self->fields[i], &field) && member->fields[field] != NULL)
        g_hash_table_insert (fields, self->fields[i], (gpointer) member->fields[field]);
    }
  person.name = muster_roster_member_get_name (member);
  person.fields = fields;
  return muster_naming_checker_check (self->checker, nickname != NULL ? nickname : "", &person);
}
