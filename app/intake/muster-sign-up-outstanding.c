/* muster-sign-up-outstanding.c - who has not said whether they come
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sign-up-outstanding"

#include "config.h"

#include "muster-sign-up-outstanding.h"

/* Who is on leave, or has died, is not asked; who does not want to be written to neither. */
static gboolean
is_asked (const MusterRosterMember *member)
{
  return (member->standing == MUSTER_STANDING_ACTIVE ||
          member->standing == MUSTER_STANDING_EXEMPT) &&
         !member->deceased && !member->do_not_contact;
}

/**
 * muster_sign_up_list_outstanding:
 * @sign_ups: (element-type MusterSignUp): all answers; who withdrew has answered
 *
 * Returns: (transfer container) (element-type MusterRosterMember): members without an answer, of
 *   @roster
 */
GPtrArray *
muster_sign_up_list_outstanding (MusterRoster *roster, GPtrArray *sign_ups)
{
  g_autoptr (GHashTable) answered = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *outstanding = g_ptr_array_new ();

  for (guint i = 0; i < sign_ups->len; i++)
    g_hash_table_add (answered, ((MusterSignUp *) sign_ups->pdata[i])->person);
  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);
      char id[MUSTER_ID_TEXT_SIZE];

      muster_id_format (&member->id, id);
      if (is_asked (member) && !g_hash_table_contains (answered, id))
        g_ptr_array_add (outstanding, (gpointer) member);
    }
  return outstanding;
}
