/* muster-snapshot-compare.c - what is new in a member list since the one before
 *
 * Who joined and left, who has another nickname or another role.  An entry is
 * the same person when account or member is the same, else when the name shown
 * is.  Pure: knows no store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-snapshot-compare"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-snapshot-compare.h"

/* The ways in which an entry is known again, the surest first. */
typedef enum
{
  KEY_ACCOUNT,
  KEY_MEMBER,
  KEY_NAME,
  N_KEYS,
} Key;

static const char *
get_shown (const MusterSnapshotEntry *entry)
{
  if (entry->nickname != NULL)
    return entry->nickname;

  return entry->display_name != NULL ? entry->display_name : entry->identifier;
}

static char *
dup_key (const MusterSnapshotEntry *entry, Key key)
{
  char id[MUSTER_ID_TEXT_SIZE];

  switch (key)
    {
    case KEY_ACCOUNT:
      return g_strdup (entry->identifier);

    case KEY_MEMBER:
      if (muster_id_is_none (&entry->membership))
        return NULL;
      muster_id_format (&entry->membership, id);
      return g_strdup (id);

    case KEY_NAME:
    case N_KEYS:
    default:
      return g_strdup (get_shown (entry));
    }
}

/* Entries of @list that nobody was found for yet. */
static GHashTable *
index_entries (const MusterSnapshot *list, Key key, GHashTable *paired)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < list->entries->len; i++)
    {
      MusterSnapshotEntry *entry = list->entries->pdata[i];
      char *text = g_hash_table_contains (paired, entry) ? NULL : dup_key (entry, key);

      if (text != NULL && !g_hash_table_contains (index, text))
        g_hash_table_insert (index, text, entry);
      else
        g_free (text);
    }
  return index;
}

/* Both ways: entry of one list -> entry of the other. */
static GHashTable *
pair_entries (const MusterSnapshot *before, const MusterSnapshot *now)
{
  GHashTable *paired = g_hash_table_new (NULL, NULL);

  for (Key key = KEY_ACCOUNT; key < N_KEYS; key++)
    {
      g_autoptr (GHashTable) index = index_entries (before, key, paired);

      for (guint i = 0; i < now->entries->len; i++)
        {
          MusterSnapshotEntry *entry = now->entries->pdata[i];
          g_autofree char *text =
              g_hash_table_contains (paired, entry) ? NULL : dup_key (entry, key);
          MusterSnapshotEntry *old = text != NULL ? g_hash_table_lookup (index, text) : NULL;

          if (old == NULL || g_hash_table_contains (paired, old))
            continue;
          g_hash_table_insert (paired, entry, old);
          g_hash_table_insert (paired, old, entry);
        }
    }
  return paired;
}

static void
add (GArray *news, MusterSnapshotNewsKind kind, const MusterSnapshotEntry *entry,
     const char *before, const char *now)
{
  MusterSnapshotNews one = { kind, get_shown (entry), before, now };

  g_array_append_val (news, one);
}

static void
add_entry (GArray *news, const MusterSnapshotEntry *entry, const MusterSnapshotEntry *old)
{
  if (old == NULL)
    {
      add (news, MUSTER_SNAPSHOT_NEWS_JOINED, entry, NULL, NULL);
      return;
    }
  if (g_strcmp0 (get_shown (entry), get_shown (old)) != 0)
    add (news, MUSTER_SNAPSHOT_NEWS_RENAMED, entry, get_shown (old), get_shown (entry));
  if (entry->role != NULL && old->role != NULL && g_strcmp0 (entry->role, old->role) != 0)
    add (news, MUSTER_SNAPSHOT_NEWS_ROLE, entry, old->role, entry->role);
}

/**
 * muster_snapshot_compare:
 * @before: an earlier list, with its entries
 * @now: a later one, with its entries
 *
 * Returns: (transfer full) (element-type MusterSnapshotNews): in the order of the lists, who
 *   left last; valid as long as both lists live
 */
GArray *
muster_snapshot_compare (const MusterSnapshot *before, const MusterSnapshot *now)
{
  g_autoptr (GHashTable) paired = pair_entries (before, now);
  GArray *news = g_array_new (FALSE, FALSE, sizeof (MusterSnapshotNews));

  for (guint i = 0; i < now->entries->len; i++)
    add_entry (news, now->entries->pdata[i], g_hash_table_lookup (paired, now->entries->pdata[i]));
  for (guint i = 0; i < before->entries->len; i++)
    if (!g_hash_table_contains (paired, before->entries->pdata[i]))
      add (news, MUSTER_SNAPSHOT_NEWS_LEFT, before->entries->pdata[i], NULL, NULL);
  return news;
}

/**
 * muster_snapshot_news_get_key:
 *
 * Returns: the word in JSON
 */
const char *
muster_snapshot_news_get_key (MusterSnapshotNewsKind kind)
{
  static const char *const keys[MUSTER_N_SNAPSHOT_NEWS] = { "joined", "left", "renamed", "roles" };

  return keys[kind];
}

const char *
muster_snapshot_news_get_title (MusterSnapshotNewsKind kind)
{
  static const char *const titles[MUSTER_N_SNAPSHOT_NEWS] = { N_ ("Came in"), N_ ("Went out"),
                                                              N_ ("Renamed"),
                                                              N_ ("Has another role") };

  return _ (titles[kind]);
}
