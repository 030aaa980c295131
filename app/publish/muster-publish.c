/* muster-publish.c - brings published calendars up to date
 *
 * Works on whatever thread it is called on, and waits for servers there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-publish"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-calendar-export.h"
#include "muster-calendar-upload.h"
#include "muster-group-table.h"
#include "muster-password.h"
#include "muster-publication-list.h"
#include "muster-publish.h"
#include "muster-query.h"

#define READABLE_BY_ALL 0644 /* a published file is for others */

/* The number of the newest change: what was not changed need not be looked at. */
static gboolean
read_version (MusterDatabase *db, gint64 *out_version, GError **error)
{
  g_autoptr (MusterQuery) query =
      muster_query_new (db, "SELECT coalesce (max (seq), 0) FROM changes", error);

  if (query == NULL || !muster_query_next (query, error))
    return FALSE;
  *out_version = muster_query_get_int (query, 0);
  return TRUE;
}

/* Of everything but the lines that say when the file was made. */
static char *
dup_digest (const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (const char *line = text; *line != '\0';)
    {
      gsize length = strcspn (line, "\n");

      if (line[length] != '\0')
        length++;
      if (!g_str_has_prefix (line, "DTSTAMP"))
        g_checksum_update (checksum, (const guchar *) line, (gssize) length);
      line += length;
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
deliver (const MusterPublication *publication, const char *name, const char *text,
         GCancellable *cancellable, GError **error)
{
  g_autofree char *address = muster_publication_dup_address (publication, name);
  g_autofree char *password = NULL;
  g_autoptr (GBytes) contents = NULL;

  if (!muster_publication_check (publication, error))
    return FALSE;
  if (!muster_publication_is_upload (publication))
    return g_file_set_contents_full (address, text, -1,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                     READABLE_BY_ALL, error);

  if (!muster_password_find (publication, &password, cancellable, error))
    return FALSE;
  contents = g_bytes_new (text, strlen (text));
  return muster_calendar_upload (address, publication->user, password, contents, cancellable,
                                 error);
}

static char *
dup_name (MusterDatabase *db, const MusterId *group, GError **error)
{
  g_autoptr (MusterGroup) found = NULL;

  if (muster_id_is_none (group))
    return g_strdup (_ ("All Groups"));
  found = muster_group_table_load (db, group, error);
  return found != NULL ? g_strdup (muster_group_get_name (found)) : NULL;
}

static gboolean
publish (MusterStore *store, MusterDatabase *db, MusterPublication *publication, gboolean even_same,
         GCancellable *cancellable, GError **error)
{
  gint64 now_us = muster_clock_get_now (muster_store_get_clock (store)), version = 0;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *digest = NULL;

  if (!read_version (db, &version, error))
    return FALSE;
  if (!even_same && version == publication->version && publication->problem == NULL)
    return TRUE;

  name = dup_name (db, &publication->group, error);
  if (name == NULL)
    return FALSE;
  text = muster_calendar_export_dup_text (db, &publication->group, name, now_us / G_USEC_PER_SEC,
                                          NULL, error);
  if (text == NULL)
    return FALSE;
  digest = dup_digest (text);
  if (even_same || g_strcmp0 (digest, publication->digest) != 0 || publication->problem != NULL)
    {
      if (!deliver (publication, name, text, cancellable, error))
        return FALSE;
      publication->published_us = now_us;
    }
  publication->version = version;
  g_free (publication->digest);
  publication->digest = g_steal_pointer (&digest);
  return TRUE;
}

/**
 * muster_publish_one:
 * @publication: is told how it went
 * @even_same: also if nothing changed since
 *
 * Returns: whether it is up to date; what went wrong is kept with it, too
 */
gboolean
muster_publish_one (MusterStore *store, MusterPublication *publication, gboolean even_same,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;
  MusterDatabase *db = muster_store_take_reader (store, error);
  gboolean done;

  if (db == NULL)
    return FALSE;
  done = publish (store, db, publication, even_same, cancellable, &problem);
  muster_store_give_reader (store, db);

  g_clear_pointer (&publication->problem, g_free);
  if (!done)
    {
      publication->problem = g_strdup (problem->message);
      g_propagate_error (error, g_steal_pointer (&problem));
    }
  return done;
}

/**
 * muster_publish_changed:
 *
 * Every calendar that this computer publishes and that was changed since, or
 * that could not be published the last time.
 *
 * Returns: whether all are up to date; @error is of the first that is not
 */
gboolean
muster_publish_changed (MusterStore *store, GCancellable *cancellable, GError **error)
{
  const char *database = muster_store_get_path (store);
  g_autoptr (GPtrArray) publications = NULL;
  g_autoptr (GError) first = NULL;

  if (!muster_publication_list_exists (database))
    return TRUE;
  publications = muster_publication_list_load (database, error);
  if (publications == NULL)
    return FALSE;

  for (guint i = 0; i < publications->len; i++)
    {
      MusterPublication *one = publications->pdata[i];
      gint64 version = one->version;
      gboolean had_problem = one->problem != NULL;
      g_autoptr (GError) problem = NULL;

      if (!muster_publish_one (store, one, FALSE, cancellable, &problem) && first == NULL)
        first = g_steal_pointer (&problem);
      if ((version != one->version || had_problem != (one->problem != NULL)) &&
          !muster_publication_list_put (database, one, error))
        return FALSE;
    }
  if (first == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}
