/* muster-known-names.c - what the members of a group are called, for a reader that has to know
 *
 * For MusterChatOptions.known_names: LINE's PC program does not mark where a
 * name ends.  Used by whoever imports a chat into a group.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-known-names"

#include "config.h"

#include <string.h>

#include "muster-known-names.h"
#include "muster-roster.h"

static void
add_name (GPtrArray *names, const char *name)
{
  if (name != NULL)
    g_ptr_array_add (names, g_strdup (name));
}

/**
 * muster_known_names_load:
 * @format: of the file that is to be read
 *
 * Returns: (transfer full): real names, nicknames of now and before, and the accounts' own names;
 *   none where the format does not need them
 */
GStrv
muster_known_names_load (MusterDatabase *db, const MusterId *group, const MusterFormat *format,
                         GError **error)
{
  g_autoptr (MusterRoster) roster = NULL;
  const MusterRosterAccount *accounts;
  GPtrArray *names;
  guint n_accounts;

  if (strcmp (format->id, "line") != 0)
    return g_new0 (char *, 1);
  roster = muster_roster_load (db, group, G_MAXINT32, error);
  if (roster == NULL)
    return NULL;

  names = g_ptr_array_new ();
  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);

      add_name (names, member->fields[MUSTER_PERSON_NAME]);
      add_name (names, member->nickname);
      for (guint j = 0; member->nicknames != NULL && j < member->nicknames->len; j++)
        add_name (names, g_array_index (member->nicknames, MusterRosterPast, j).value);
    }
  accounts = muster_roster_get_accounts (roster, &n_accounts);
  for (guint i = 0; i < n_accounts; i++)
    add_name (names, accounts[i].display_name);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}
