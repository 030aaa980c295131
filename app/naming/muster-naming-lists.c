/* muster-naming-lists.c - the values that fields of a nickname may have
 *
 * Part of naming; whoever knows the group's departments, companies or classes
 * fills it, the checker reads it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-naming-lists"

#include "config.h"

#include <string.h>

#include "muster-han.h"
#include "muster-naming-glyphs.h"
#include "muster-naming-lists.h"

#define LEAST_BEGINNING 2 /* characters */

typedef struct
{
  GPtrArray *values;   /* (owned) char *, as given */
  GPtrArray *keys;     /* (owned) char *, one for each value */
  GHashTable *by_key;  /* key (borrowed from @keys) -> value (borrowed) */
  GHashTable *aliases; /* key (owned) -> value (borrowed) */
} List;

struct _MusterNamingLists
{
  GHashTable *lists; /* (owned) field id -> List */
};

static List *
list_new (void)
{
  List *list = g_new0 (List, 1);

  list->values = g_ptr_array_new_with_free_func (g_free);
  list->keys = g_ptr_array_new_with_free_func (g_free);
  list->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  list->aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return list;
}

static void
list_free (gpointer data)
{
  List *list = data;

  g_hash_table_unref (list->by_key);
  g_hash_table_unref (list->aliases);
  g_ptr_array_unref (list->keys);
  g_ptr_array_unref (list->values);
  g_free (list);
}

MusterNamingLists *
muster_naming_lists_new (void)
{
  MusterNamingLists *self = g_new0 (MusterNamingLists, 1);

  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, list_free);
  return self;
}

void
muster_naming_lists_free (MusterNamingLists *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->lists);
  g_free (self);
}

static List *
get_list (const MusterNamingLists *self, const char *field)
{
  return g_hash_table_lookup (self->lists, field);
}

/* The value as the list holds it; one that was added before keeps its first spelling. */
static const char *
add_value (List *list, const char *value)
{
  g_autofree char *key = muster_naming_glyphs_dup_key (value);
  const char *known = g_hash_table_lookup (list->by_key, key);

  if (known != NULL)
    return known;
  if (*key == '\0')
    return NULL;

  known = g_strdup (value);
  g_ptr_array_add (list->values, (char *) known);
  g_hash_table_insert (list->by_key, key, (char *) known);
  g_ptr_array_add (list->keys, g_steal_pointer (&key));
  return known;
}

/**
 * muster_naming_lists_add:
 * @field: the field's id, such as department
 * @value: the spelling to use
 * @aliases: (nullable) (array zero-terminated): other names of it
 *
 * Closes the field to values that were added.
 */
void
muster_naming_lists_add (MusterNamingLists *self, const char *field, const char *value,
                         const char *const *aliases)
{
  List *list;
  const char *known;

  g_return_if_fail (self != NULL);
  g_return_if_fail (field != NULL);
  g_return_if_fail (value != NULL);

  list = get_list (self, field);
  if (list == NULL)
    {
      list = list_new ();
      g_hash_table_insert (self->lists, g_strdup (field), list);
    }

  known = add_value (list, value);
  for (guint i = 0; known != NULL && aliases != NULL && aliases[i] != NULL; i++)
    {
      g_autofree char *key = muster_naming_glyphs_dup_key (aliases[i]);

      if (*key != '\0' && !g_hash_table_contains (list->aliases, key))
        g_hash_table_insert (list->aliases, g_steal_pointer (&key), (char *) known);
    }
}

gboolean
muster_naming_lists_has (const MusterNamingLists *self, const char *field)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return get_list (self, field) != NULL;
}

/**
 * muster_naming_lists_get_values:
 *
 * Returns: (transfer none) (nullable): the values of a field; %NULL if it has no list
 */
GPtrArray *
muster_naming_lists_get_values (const MusterNamingLists *self, const char *field)
{
  List *list;

  g_return_val_if_fail (self != NULL, NULL);

  list = get_list (self, field);
  return list != NULL ? list->values : NULL;
}

/**
 * muster_naming_lists_is_traditional:
 *
 * Whether the group writes traditional characters, so that they are right in its names as well.
 */
gboolean
muster_naming_lists_is_traditional (const MusterNamingLists *self)
{
  GHashTableIter iter;
  gpointer list;

  g_return_val_if_fail (self != NULL, FALSE);

  g_hash_table_iter_init (&iter, self->lists);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    for (guint i = 0; i < ((List *) list)->values->len; i++)
      for (const char *p = g_ptr_array_index (((List *) list)->values, i); *p != '\0';
           p = g_utf8_next_char (p))
        if (muster_han_is_traditional (g_utf8_get_char (p)))
          return TRUE;

  return FALSE;
}

static const char *
find_beginning (List *list, const char *key)
{
  const char *found = NULL;
  gsize length = strlen (key);

  if (g_utf8_strlen (key, -1) < LEAST_BEGINNING)
    return NULL;

  for (guint i = 0; i < list->keys->len; i++)
    if (strncmp (g_ptr_array_index (list->keys, i), key, length) == 0)
      {
        if (found != NULL)
          return NULL;
        found = g_ptr_array_index (list->values, i);
      }

  return found;
}

/**
 * muster_naming_lists_find:
 * @key: made by muster_naming_glyphs_dup_key()
 * @out_value: (out) (transfer none): the spelling to use; untouched if there is none
 *
 * A value wins over an alias, an alias over a beginning.
 */
MusterNamingListing
muster_naming_lists_find (const MusterNamingLists *self, const char *field, const char *key,
                          const char **out_value)
{
  List *list;
  const char *value;

  g_return_val_if_fail (self != NULL, MUSTER_NAMING_LISTING_NONE);

  list = get_list (self, field);
  if (list == NULL)
    return MUSTER_NAMING_LISTING_NONE;

  value = g_hash_table_lookup (list->by_key, key);
  if (value != NULL)
    {
      *out_value = value;
      return MUSTER_NAMING_LISTING_VALUE;
    }

  value = g_hash_table_lookup (list->aliases, key);
  if (value == NULL)
    value = find_beginning (list, key);
  if (value == NULL)
    return MUSTER_NAMING_LISTING_NONE;

  *out_value = value;
  return MUSTER_NAMING_LISTING_ALIAS;
}
