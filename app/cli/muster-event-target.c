/* muster-event-target.c - the event that a command is about, and its people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-target"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-command-store.h"
#include "muster-event-people.h"
#include "muster-event-target.h"
#include "muster-typed.h"

void
muster_event_target_clear (MusterEventTarget *self)
{
  muster_event_time_clear (&self->when);
  g_clear_pointer (&self->roster, muster_roster_free);
  g_clear_object (&self->group);
  g_clear_object (&self->store);
}

static gboolean
open_target (MusterCommandContext *context, const char *group, const char *event, const char *time,
             MusterEventTarget *out_target, int *out_status)
{
  g_autoptr (GError) error = NULL;
  gint64 wall = 0;

  if (time != NULL && !muster_typed_moment (time, &wall))
    {
      *out_status = muster_event_time_fail (context, time);
      return FALSE;
    }
  out_target->store = muster_command_open_store (context, out_status);
  if (out_target->store == NULL)
    return FALSE;
  out_target->group = muster_command_find_group (context, out_target->store, group, out_status);
  if (out_target->group == NULL ||
      !muster_event_time_find (context, out_target->store, out_target->group, event,
                               time != NULL ? &wall : NULL, &out_target->when, out_status))
    return FALSE;

  out_target->db = muster_store_get_database (out_target->store, NULL);
  out_target->roster = muster_roster_load (out_target->db, muster_group_get_id (out_target->group),
                                           muster_clock_get_today (context->clock), &error);
  if (out_target->roster == NULL)
    *out_status = muster_command_fail (context, error);
  return out_target->roster != NULL;
}

/**
 * muster_event_target_parse:
 * @own: (nullable): the verb's options beside --group, --event and --time, which all have
 * @argc: (inout): without the options afterwards
 * @argv: (inout)
 * @out_target: empty; to be cleared in any case
 * @out_status: set where %FALSE is returned, after help or a failure of which the user was told
 *
 * Returns: whether to go on
 */
gboolean
muster_event_target_parse (MusterCommandContext *context, const MusterCommand *command,
                           const GOptionEntry *own, int *argc, char ***argv,
                           MusterEventTarget *out_target, int *out_status)
{
  g_autofree char *group = NULL;
  g_autofree char *event = NULL;
  g_autofree char *time = NULL;
  g_autoptr (GArray) entries = g_array_new (TRUE, FALSE, sizeof (GOptionEntry));
  const GOptionEntry common[] = {
    { "group", 0, 0, G_OPTION_ARG_STRING, &group, N_ ("The group"), N_ ("NAME") },
    { "event", 0, 0, G_OPTION_ARG_STRING, &event, N_ ("The event"), N_ ("ID|TITLE") },
    { "time", 0, 0, G_OPTION_ARG_STRING, &time, N_ ("Which time of a series"), N_ ("TIME") },
  };

  g_array_append_vals (entries, common, G_N_ELEMENTS (common));
  for (; own != NULL && own->long_name != NULL; own++)
    g_array_append_vals (entries, own, 1);
  return muster_command_parse (context, command, (const GOptionEntry *) (gpointer) entries->data,
                               argc, argv, out_status) &&
         open_target (context, group, event, time, out_target, out_status);
}

/**
 * muster_event_target_find_person:
 * @name: of a member, or the nickname; of somebody else
 * @out_person: (transfer full): what is stored: the membership's id in hexadecimal digits, or the
 *   name itself
 */
gboolean
muster_event_target_find_person (MusterCommandContext *context, MusterEventTarget *self,
                                 const char *name, char **out_person, int *out_status)
{
  const MusterRosterMember *found = NULL;

  for (guint i = 0; i < muster_roster_get_n_members (self->roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (self->roster, i);

      if (!muster_roster_member_is_current (member) ||
          (g_strcmp0 (muster_roster_member_get_name (member), name) != 0 &&
           g_strcmp0 (member->nickname, name) != 0))
        continue;
      if (found != NULL)
        {
          *out_status = muster_command_fail_usage (
              context, _ ("More than one member is called “%s”. Give the nickname."), name);
          return FALSE;
        }
      found = member;
    }
  *out_person = found != NULL ? muster_id_dup_text (&found->id) : g_strdup (name);
  return TRUE;
}

/**
 * muster_event_target_get_name:
 * @person: (nullable): as it is stored
 *
 * Returns: (nullable): the name of a member, or @person itself
 */
const char *
muster_event_target_get_name (MusterEventTarget *self, const char *person)
{
  const MusterRosterMember *member = NULL;
  MusterId id;

  if (person != NULL && muster_id_parse (person, &id))
    member = muster_roster_find_id (self->roster, &id);
  return member != NULL ? muster_roster_member_get_name (member) : person;
}
