/* muster-group-colour.c - a colour for each group, in the calendar
 *
 * Eight colours that stay apart for the colour-blind, after the idea of Okabe
 * and Ito: they differ in lightness, too.  A colour never says anything alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-group-colour"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-group-colour.h"
#include "muster-query.h"

#define INK 0x1e1e1e
#define PAPER 0xffffff

/* The first ones are the easiest to tell apart. */
static const MusterGroupColour colours[MUSTER_N_GROUP_COLOURS] = {
  { "blue", N_ ("Blue"), { 0x2458d8, 0xdce4f9, INK }, { 0x5189ef, 0x2d3e5d, PAPER } },
  { "orange", N_ ("Orange"), { 0xa85c12, 0xf3e7da, INK }, { 0xf18a2b, 0x5d3e22, PAPER } },
  { "green", N_ ("Green"), { 0x14694a, 0xd9e7e2, INK }, { 0x20d68a, 0x1f553e, PAPER } },
  { "purple", N_ ("Purple"), { 0xa3289a, 0xf0ddef, INK }, { 0xd350a0, 0x542d45, PAPER } },
  { "sky", N_ ("Sky blue"), { 0x2793dc, 0xdceef9, INK }, { 0x82cdfb, 0x3c5260, PAPER } },
  { "red", N_ ("Red"), { 0x7d1f18, 0xeadbda, INK }, { 0xd84a45, 0x562b2a, PAPER } },
  { "yellow", N_ ("Yellow"), { 0x959608, 0xeeeed7, INK }, { 0xf8ec2c, 0x5f5c22, PAPER } },
  { "grey", N_ ("Grey"), { 0x85838b, 0xebebec, INK }, { 0xd0cfd4, 0x535355, PAPER } },
};

const MusterGroupColour *
muster_group_colour_get (guint index)
{
  return &colours[index % MUSTER_N_GROUP_COLOURS];
}

/**
 * muster_group_colour_find:
 *
 * Returns: whether there is a colour of that key
 */
gboolean
muster_group_colour_find (const char *key, guint *out_index)
{
  for (guint i = 0; i < MUSTER_N_GROUP_COLOURS; i++)
    if (g_strcmp0 (colours[i].key, key) == 0)
      {
        *out_index = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * muster_group_colour_load:
 *
 * A group without a colour of its own has the next one in the order in which
 * the groups were made, which is the same on every computer.
 *
 * Returns: (transfer full) (element-type MusterId guint): the colour of each group
 */
GHashTable *
muster_group_colour_load (MusterDatabase *db, GError **error)
{
  g_autoptr (MusterQuery) query = muster_query_new (
      db,
      "SELECT id, (SELECT value FROM policies WHERE group_id = groups.id "
      "AND key = 'colour' ORDER BY from_day DESC LIMIT 1) FROM groups ORDER BY id",
      error);
  g_autoptr (GHashTable) found =
      g_hash_table_new_full (muster_id_hash, muster_id_equal, g_free, NULL);
  g_autoptr (GError) local_error = NULL;

  if (query == NULL)
    return NULL;

  for (guint next = 0; muster_query_next (query, &local_error); next++)
    {
      MusterId id;
      guint index = next % MUSTER_N_GROUP_COLOURS;

      muster_query_get_id (query, 0, &id);
      (void) muster_group_colour_find (muster_query_get_text (query, 1), &index);
      g_hash_table_insert (found, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&found);
}
