/* muster-publication-list.c - the calendars that this computer publishes
 *
 * A file beside the database, as addresses and folders are of this computer and
 * no part of what keepers share.  A group of the file is a group of chat:
 * its id, or "all".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-publication-list"

#include "config.h"

#include <string.h>

#include "muster-publication-list.h"

#define ENDING ".published"
#define ALL_GROUPS "all"

static char *
dup_path (const char *database)
{
  return g_strconcat (database, ENDING, NULL);
}

/**
 * muster_publication_list_exists:
 *
 * Returns: whether anything may be published: costs one look at the folder
 */
gboolean
muster_publication_list_exists (const char *database)
{
  g_autofree char *path = dup_path (database);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static MusterPublication *
read_one (GKeyFile *file, const char *name)
{
  g_autofree char *target = g_key_file_get_string (file, name, "target", NULL);
  MusterPublication *one;
  MusterId group = { 0 };

  if (target == NULL || (strcmp (name, ALL_GROUPS) != 0 && !muster_id_parse (name, &group)))
    return NULL;
  one = muster_publication_new (&group, target);
  one->user = g_key_file_get_string (file, name, "user", NULL);
  one->password_file = g_key_file_get_string (file, name, "password-file", NULL);
  one->version = g_key_file_get_int64 (file, name, "version", NULL);
  one->digest = g_key_file_get_string (file, name, "digest", NULL);
  one->published_us = g_key_file_get_int64 (file, name, "published", NULL);
  one->problem = g_key_file_get_string (file, name, "problem", NULL);
  return one;
}

static void
set_text (GKeyFile *file, const char *name, const char *key, const char *value)
{
  if (value != NULL)
    g_key_file_set_string (file, name, key, value);
}

static void
write_one (GKeyFile *file, const MusterPublication *one)
{
  g_autofree char *name =
      muster_id_is_none (&one->group) ? g_strdup (ALL_GROUPS) : muster_id_dup_text (&one->group);

  set_text (file, name, "target", one->target);
  set_text (file, name, "user", one->user);
  set_text (file, name, "password-file", one->password_file);
  g_key_file_set_int64 (file, name, "version", one->version);
  set_text (file, name, "digest", one->digest);
  g_key_file_set_int64 (file, name, "published", one->published_us);
  set_text (file, name, "problem", one->problem);
}

/**
 * muster_publication_list_load:
 * @database: the path of the database
 *
 * Returns: (transfer full) (element-type MusterPublication): empty where nothing is published
 */
GPtrArray *
muster_publication_list_load (const char *database, GError **error)
{
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) muster_publication_free);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_path (database);
  g_autoptr (GError) file_error = NULL;
  g_auto (GStrv) names = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &file_error))
    {
      if (g_error_matches (file_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return g_steal_pointer (&found);
      g_propagate_prefixed_error (error, g_steal_pointer (&file_error), "%s: ", path);
      return NULL;
    }

  names = g_key_file_get_groups (file, NULL);
  for (char **name = names; *name != NULL; name++)
    {
      MusterPublication *one = read_one (file, *name);

      if (one != NULL)
        g_ptr_array_add (found, one);
    }
  return g_steal_pointer (&found);
}

static gboolean
save (const char *database, GPtrArray *publications, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_path (database);
  g_autofree char *text = NULL;
  gsize length = 0;

  for (guint i = 0; i < publications->len; i++)
    write_one (file, publications->pdata[i]);
  text = g_key_file_to_data (file, &length, NULL);
  return g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                   0600, error);
}

/**
 * muster_publication_list_find:
 *
 * Returns: (transfer none) (nullable): the one of @group
 */
MusterPublication *
muster_publication_list_find (GPtrArray *publications, const MusterId *group)
{
  for (guint i = 0; i < publications->len; i++)
    {
      MusterPublication *one = publications->pdata[i];

      if (muster_id_equal (&one->group, group))
        return one;
    }
  return NULL;
}

static gboolean
replace (const char *database, const MusterId *group, MusterPublication *by, GError **error)
{
  g_autoptr (MusterPublication) added = by;
  g_autoptr (GPtrArray) publications = muster_publication_list_load (database, error);
  MusterPublication *old;

  if (publications == NULL)
    return FALSE;
  old = muster_publication_list_find (publications, group);
  if (old != NULL)
    g_ptr_array_remove (publications, old);
  if (added != NULL)
    g_ptr_array_add (publications, g_steal_pointer (&added));
  return save (database, publications, error);
}

/**
 * muster_publication_list_put:
 *
 * Instead of what was there for the same group.
 */
gboolean
muster_publication_list_put (const char *database, const MusterPublication *one, GError **error)
{
  MusterPublication *copy = muster_publication_new (&one->group, one->target);

  copy->user = g_strdup (one->user);
  copy->password_file = g_strdup (one->password_file);
  copy->version = one->version;
  copy->digest = g_strdup (one->digest);
  copy->published_us = one->published_us;
  copy->problem = g_strdup (one->problem);
  return replace (database, &one->group, copy, error);
}

/**
 * muster_publication_list_remove:
 *
 * What was published stays where it is.
 */
gboolean
muster_publication_list_remove (const char *database, const MusterId *group, GError **error)
{
  return replace (database, group, NULL, error);
}
