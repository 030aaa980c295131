/* muster-publication.c - where a calendar is published
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-publication"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-input-error.h"
#include "muster-publication.h"

#define ENDING ".ics"

MusterPublication *
muster_publication_new (const MusterId *group, const char *target)
{
  MusterPublication *self = g_new0 (MusterPublication, 1);

  self->group = *group;
  self->target = g_strdup (target);
  return self;
}

void
muster_publication_free (MusterPublication *self)
{
  g_free (self->target);
  g_free (self->user);
  g_free (self->password_file);
  g_free (self->digest);
  g_free (self->problem);
  g_free (self);
}

/**
 * muster_publication_is_upload:
 *
 * Returns: whether it goes to a server; else into a folder of this computer
 */
gboolean
muster_publication_is_upload (const MusterPublication *self)
{
  return strstr (self->target, "://") != NULL;
}

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = NULL;

  if (g_strcmp0 (host, "localhost") == 0)
    return TRUE;
  address = host != NULL ? g_inet_address_new_from_string (host) : NULL;
  return address != NULL && g_inet_address_get_is_loopback (address);
}

static gboolean
check_address (const char *target, GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (target, G_URI_FLAGS_HAS_PASSWORD, error);
  const char *host;

  if (uri == NULL)
    return FALSE;
  if (g_uri_get_userinfo (uri) != NULL)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("The name and the password do not belong into the address."));
      return FALSE;
    }
  host = g_uri_get_host (uri);
  if ((g_str_equal (g_uri_get_scheme (uri), "https") && host != NULL && *host != '\0') ||
      (g_str_equal (g_uri_get_scheme (uri), "http") && is_loopback (host)))
    return TRUE;

  muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                          _ ("The address must begin with https://, so that nobody on the way can "
                             "read or change the calendar."));
  return FALSE;
}

/**
 * muster_publication_check:
 *
 * Returns: whether it can be published there as far as one sees without trying: an encrypted
 *   address (this computer itself may go without), or a folder that exists
 */
gboolean
muster_publication_check (const MusterPublication *self, GError **error)
{
  g_autofree char *folder = NULL;

  if (muster_publication_is_upload (self))
    return check_address (self->target, error);

  folder = g_str_has_suffix (self->target, ENDING) ? g_path_get_dirname (self->target)
                                                   : g_strdup (self->target);
  if (g_path_is_absolute (folder) && g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0, _ ("There is no folder “%s”."),
                          folder);
  return FALSE;
}

/**
 * muster_publication_dup_address:
 * @name: of the calendar; names the file unless the target does
 *
 * Returns: (transfer full): the path or address of the file
 */
char *
muster_publication_dup_address (const MusterPublication *self, const char *name)
{
  g_autofree char *file = g_strconcat (name, ENDING, NULL);
  g_autofree char *escaped = NULL;
  gboolean is_folder = g_str_has_suffix (self->target, "/");

  if (g_str_has_suffix (self->target, ENDING))
    return g_strdup (self->target);
  g_strdelimit (file, "/\\", '-');
  if (file[0] == '.')
    file[0] = '-';
  if (!muster_publication_is_upload (self))
    return g_build_filename (self->target, file, NULL);

  escaped = g_uri_escape_string (file, NULL, FALSE);
  return g_strconcat (self->target, is_folder ? "" : "/", escaped, NULL);
}
