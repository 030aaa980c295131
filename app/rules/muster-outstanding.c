/* muster-outstanding.c - who still has to acknowledge what
 *
 * The newest material edition in force asks; an edition that is not material
 * asks nobody again.  An acknowledgement of the edition that asks, or of a
 * later one, counts.
 *
 * Rules are for everybody in the group: who is exempt from the silence rule is
 * asked, too.  Who is on leave is asked on coming back, who has died or does
 * not want to be written to not at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-outstanding"

#include "config.h"

#include "muster-outstanding.h"

/**
 * muster_outstanding_is_asked:
 * @member: as of @on
 *
 * Returns: whether the person is in the group on that day and can be asked for something
 */
gboolean
muster_outstanding_is_asked (const MusterRosterMember *member, MusterDay on)
{
  return (member->standing == MUSTER_STANDING_ACTIVE ||
          member->standing == MUSTER_STANDING_EXEMPT) &&
         !member->deceased && !member->do_not_contact &&
         (member->joined_on == MUSTER_DAY_NONE || member->joined_on <= on);
}

/**
 * muster_outstanding_find_edition:
 * @editions: (element-type MusterEdition): of one document, oldest first
 *
 * Returns: (transfer none) (nullable): the edition that asks on that day; %NULL if none was
 *   published by then
 */
const MusterEdition *
muster_outstanding_find_edition (GPtrArray *editions, MusterDay on)
{
  const MusterEdition *first = NULL;

  for (guint i = editions->len; i > 0; i--)
    {
      const MusterEdition *edition = editions->pdata[i - 1];

      if (edition->published_on > on)
        continue;
      if (edition->material)
        return edition;
      first = edition; /* whatever it says of itself: nobody could know the rules before it */
    }
  return first;
}

static guint
get_index (GPtrArray *editions, const MusterId *id)
{
  for (guint i = 0; i < editions->len; i++)
    if (muster_id_equal (&((const MusterEdition *) editions->pdata[i])->id, id))
      return i;

  return G_MAXUINT;
}

/* membership -> the acknowledgement of the latest edition from @asking on. */
static GHashTable *
index_acknowledgements (GPtrArray *editions, GPtrArray *acknowledgements, guint asking,
                        MusterDay on)
{
  GHashTable *latest = g_hash_table_new (muster_id_hash, muster_id_equal);

  for (guint i = 0; i < acknowledgements->len; i++)
    {
      MusterAcknowledgement *acknowledgement = acknowledgements->pdata[i];
      guint index = get_index (editions, &acknowledgement->edition);
      const MusterAcknowledgement *before =
          g_hash_table_lookup (latest, &acknowledgement->membership);

      if (index == G_MAXUINT || index < asking ||
          (acknowledgement->day != MUSTER_DAY_NONE && acknowledgement->day > on))
        continue;
      if (before == NULL || get_index (editions, &before->edition) <= index)
        g_hash_table_insert (latest, &acknowledgement->membership, acknowledgement);
    }
  return latest;
}

/**
 * muster_outstanding_list_asked:
 * @roster: as of @on
 * @editions: (element-type MusterEdition): of one document, oldest first
 * @acknowledgements: (element-type MusterAcknowledgement): of @editions
 * @on: the day; what was acknowledged later was outstanding then
 *
 * Returns: (transfer full) (element-type MusterAsked): everybody who is asked on that day, in the
 *   order of the roster; nobody where no edition asks
 */
GArray *
muster_outstanding_list_asked (MusterRoster *roster, GPtrArray *editions,
                               GPtrArray *acknowledgements, MusterDay on)
{
  GArray *asked = g_array_new (FALSE, FALSE, sizeof (MusterAsked));
  const MusterEdition *edition = muster_outstanding_find_edition (editions, on);
  g_autoptr (GHashTable) latest = NULL;

  if (edition == NULL)
    return asked;

  latest =
      index_acknowledgements (editions, acknowledgements, get_index (editions, &edition->id), on);
  for (guint i = 0; i < muster_roster_get_n_members (roster); i++)
    {
      const MusterRosterMember *member = muster_roster_get_member (roster, i);
      MusterAsked row = { .member = member, .since = edition->published_on };

      if (!muster_outstanding_is_asked (member, on))
        continue;
      if (member->joined_on != MUSTER_DAY_NONE)
        row.since = MAX (row.since, member->joined_on);
      row.acknowledgement = g_hash_table_lookup (latest, &member->id);
      if (row.acknowledgement != NULL)
        row.edition = editions->pdata[get_index (editions, &row.acknowledgement->edition)];
      g_array_append_val (asked, row);
    }
  return asked;
}
