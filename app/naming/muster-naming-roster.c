/* muster-naming-roster.c - the names of a roster, for nicknames without a known account
 *
 * Part of naming; anyone above may fill it, the checker reads it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-naming-roster"

#include "config.h"

#include "muster-naming-roster.h"

struct _MusterNamingRoster
{
  GHashTable *names; /* (owned) the names themselves, owned */
  GHashTable *keys;  /* (owned) key (owned) -> name (borrowed) */
};

MusterNamingRoster *
muster_naming_roster_new (void)
{
  MusterNamingRoster *self = g_new0 (MusterNamingRoster, 1);

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
muster_naming_roster_free (MusterNamingRoster *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->names);
  g_free (self);
}

void
muster_naming_roster_add (MusterNamingRoster *self, const char *name)
{
  char *known;

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  if (*name == '\0' || g_hash_table_contains (self->names, name))
    return;

  known = g_strdup (name);
  g_hash_table_add (self->names, known);
  g_hash_table_insert (self->keys, muster_name_likeness_dup_key (name), known);
}

/**
 * muster_naming_roster_find:
 * @written: the name in a nickname
 * @out_name: (out) (transfer none): the roster's spelling; untouched if there is none
 * @out_flags: (inout): what is different is added
 *
 * Returns: whether a name of the roster is meant; a variant that fits several names counts
 */
MusterNameLikeness
muster_naming_roster_find (const MusterNamingRoster *self, const char *written,
                           const char **out_name, MusterNamingFlags *out_flags)
{
  g_autofree char *key = NULL;
  const char *name;
  GHashTableIter iter;
  gpointer each;

  g_return_val_if_fail (self != NULL, MUSTER_NAME_DIFFERENT);
  g_return_val_if_fail (written != NULL, MUSTER_NAME_DIFFERENT);

  name = g_hash_table_lookup_extended (self->names, written, &each, NULL) ? each : NULL;
  if (name != NULL)
    {
      *out_name = name;
      return MUSTER_NAME_SAME;
    }

  key = muster_name_likeness_dup_key (written);
  name = g_hash_table_lookup (self->keys, key);
  if (name != NULL &&
      muster_name_likeness_compare (written, name, out_flags) != MUSTER_NAME_DIFFERENT)
    {
      *out_name = name;
      return MUSTER_NAME_VARIANT;
    }

  if ((guchar) *written >= 0xE2) /* Chinese and the like: no initials, no left-out words */
    return MUSTER_NAME_DIFFERENT;
  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &each, NULL))
    if (muster_name_likeness_compare (written, each, out_flags) != MUSTER_NAME_DIFFERENT)
      {
        *out_name = each;
        return MUSTER_NAME_VARIANT;
      }

  return MUSTER_NAME_DIFFERENT;
}
