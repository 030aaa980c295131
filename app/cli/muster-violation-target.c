/* muster-violation-target.c - the group, the member and the violation that a command is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-violation-target"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-store-error.h"
#include "muster-violation-target.h"

#define SHORTEST_ID 6 /* digits of an id that may stand for all of them */

void
muster_violation_target_clear (MusterViolationTarget *self)
{
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->roster, muster_roster_free);
  g_clear_object (&self->group);
  g_clear_object (&self->store);
}

/**
 * muster_violation_target_read:
 *
 * Reads the violations, again after a change.
 */
gboolean
muster_violation_target_read (MusterCommandContext *context, MusterViolationTarget *self,
                              int *out_status)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->cases, g_ptr_array_unref);
  self->cases =
      muster_violation_case_list (self->db, muster_group_get_id (self->group), self->today, &error);
  if (self->cases == NULL)
    *out_status = muster_command_fail (context, error);
  return self->cases != NULL;
}

static gboolean
open_target (MusterCommandContext *context, const char *group, const char *day,
             MusterViolationTarget *self, int *out_status)
{
  g_autoptr (GError) error = NULL;

  if (!muster_command_parse_day (context, day, &self->today, out_status))
    return FALSE;
  self->store = muster_command_open_store (context, out_status);
  if (self->store == NULL)
    return FALSE;
  self->group = muster_command_find_group (context, self->store, group, out_status);
  if (self->group == NULL)
    return FALSE;

  self->db = muster_store_get_database (self->store, NULL);
  self->roster =
      muster_roster_load (self->db, muster_group_get_id (self->group), self->today, &error);
  if (self->roster == NULL)
    *out_status = muster_command_fail (context, error);
  return self->roster != NULL && muster_violation_target_read (context, self, out_status);
}

/**
 * muster_violation_target_parse:
 * @own: (nullable): the verb's options beside --group and --on, which all have
 * @argc: (inout): without the options afterwards
 * @argv: (inout)
 * @out_target: empty; to be cleared in any case
 * @out_status: set where %FALSE is returned, after help or a failure of which the user was told
 *
 * Returns: whether to go on
 */
gboolean
muster_violation_target_parse (MusterCommandContext *context, const MusterCommand *command,
                               const GOptionEntry *own, int *argc, char ***argv,
                               MusterViolationTarget *out_target, int *out_status)
{
  g_autofree char *group = NULL;
  g_autofree char *day = NULL;
  g_autoptr (GArray) entries = g_array_new (TRUE, FALSE, sizeof (GOptionEntry));
  const GOptionEntry common[] = {
    { "group", 0, 0, G_OPTION_ARG_STRING, &group, N_ ("The group"), N_ ("NAME") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &day, N_ ("The day; today"), N_ ("DATE") },
  };

  g_array_append_vals (entries, common, G_N_ELEMENTS (common));
  for (; own != NULL && own->long_name != NULL; own++)
    g_array_append_vals (entries, own, 1);
  return muster_command_parse (context, command, (const GOptionEntry *) (gpointer) entries->data,
                               argc, argv, out_status) &&
         open_target (context, group, day, out_target, out_status);
}

/**
 * muster_violation_target_check_day:
 *
 * For verbs that write: nobody has done anything tomorrow.
 */
gboolean
muster_violation_target_check_day (MusterCommandContext *context, MusterViolationTarget *self,
                                   int *out_status)
{
  if (self->today <= muster_clock_get_today (context->clock))
    return TRUE;

  *out_status = muster_command_fail_usage (context, "%s", _ ("That day has not come yet."));
  return FALSE;
}

static gboolean
is_called (MusterViolationTarget *self, const MusterRosterMember *member, const char *name)
{
  char id[MUSTER_ID_TEXT_SIZE];

  muster_id_format (&member->id, id);
  return g_strcmp0 (muster_roster_member_get_name (member), name) == 0 ||
         g_strcmp0 (muster_roster_get_shown_nickname (self->roster, member), name) == 0 ||
         strcmp (id, name) == 0;
}

/* Whom @name may mean, to choose from. */
static char *
dup_candidates (MusterViolationTarget *self, GPtrArray *found)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const MusterRosterMember *member = found->pdata[i];
      const char *nickname = muster_roster_get_shown_nickname (self->roster, member);
      char id[MUSTER_ID_TEXT_SIZE];

      muster_id_format (&member->id, id);
      g_string_append_printf (text, "\n  %s  %s  %s", id, muster_roster_member_get_name (member),
                              nickname != NULL ? nickname : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * muster_violation_target_find_member:
 * @name: (nullable): a name, a nickname or an id
 *
 * Returns: (nullable): a present member, else one who left; %NULL after telling the user
 */
const MusterRosterMember *
muster_violation_target_find_member (MusterCommandContext *context, MusterViolationTarget *self,
                                     const char *name, int *out_status)
{
  g_autoptr (GPtrArray) current = g_ptr_array_new ();
  g_autoptr (GPtrArray) former = g_ptr_array_new ();
  GPtrArray *found;
  g_autofree char *candidates = NULL;

  if (name == NULL)
    {
      *out_status =
          muster_command_fail_usage (context, "%s", _ ("Which member? Say --member NAME."));
      return NULL;
    }
  for (guint i = 0; i < muster_roster_get_n_members (self->roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (self->roster, i);

      if (is_called (self, member, name))
        g_ptr_array_add (muster_roster_member_is_current (member) ? current : former,
                         (gpointer) member);
    }
  found = current->len > 0 ? current : former;
  if (found->len == 1)
    return found->pdata[0];

  candidates = dup_candidates (self, found);
  *out_status =
      found->len == 0
          ? muster_command_fail_usage (context, _ ("The group has no member “%s”."), name)
          : muster_command_fail_usage (
                context, _ ("More than one member is called “%s”. Give the nickname or the id:%s"),
                name, candidates);
  return NULL;
}

/**
 * muster_violation_target_find:
 * @text: (nullable): an id, or its first or last digits
 *
 * Returns: (nullable): %NULL after telling the user
 */
const MusterViolationCase *
muster_violation_target_find (MusterCommandContext *context, MusterViolationTarget *self,
                              const char *text, int *out_status)
{
  const MusterViolationCase *found = NULL;

  if (text == NULL)
    {
      *out_status = muster_command_fail_usage (
          context, "%s", _ ("Which violation? Give its id, as “violation list” shows it."));
      return NULL;
    }
  for (guint i = 0; strlen (text) >= SHORTEST_ID && i < self->cases->len; i++)
    {
      const MusterViolationCase *violation = self->cases->pdata[i];
      char id[MUSTER_ID_TEXT_SIZE];

      muster_id_format (&violation->violation->id, id);
      if (!g_str_has_prefix (id, text) && !g_str_has_suffix (id, text))
        continue;
      if (found != NULL)
        {
          *out_status = muster_command_fail_usage (
              context, _ ("More than one violation has such an id: “%s”."), text);
          return NULL;
        }
      found = violation;
    }
  if (found == NULL)
    *out_status = muster_command_fail_usage (context, _ ("The group has no violation “%s”."), text);
  return found;
}

/**
 * muster_violation_target_get_name:
 *
 * Returns: what the member is called
 */
const char *
muster_violation_target_get_name (MusterViolationTarget *self, const MusterId *member)
{
  const MusterRosterMember *found = muster_roster_find_id (self->roster, member);

  return found != NULL ? muster_roster_member_get_name (found) : "";
}

/**
 * muster_violation_target_dup_person:
 * @name: of anybody
 *
 * Returns: (transfer full): what is stored: the id of the only present member who is called so, in
 *   hexadecimal digits, else the name itself
 */
char *
muster_violation_target_dup_person (MusterViolationTarget *self, const char *name)
{
  const MusterRosterMember *found = NULL;

  for (guint i = 0; i < muster_roster_get_n_members (self->roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (self->roster, i);

      if (!muster_roster_member_is_current (member) || !is_called (self, member, name))
        continue;
      if (found != NULL)
        return g_strdup (name);
      found = member;
    }
  return found != NULL ? muster_id_dup_text (&found->id) : g_strdup (name);
}

/**
 * muster_violation_target_get_person:
 * @person: (nullable): as it is stored
 *
 * Returns: (nullable): the name of a member, or @person itself
 */
const char *
muster_violation_target_get_person (MusterViolationTarget *self, const char *person)
{
  MusterId id;

  return person != NULL && muster_id_parse (person, &id)
             ? muster_violation_target_get_name (self, &id)
             : person;
}
