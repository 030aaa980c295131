/* muster-reminder-state.c - up to when this computer has reminded
 *
 * A file of the user's state folder, so that a service that starts anew neither
 * repeats what it has said nor leaves out what came due meanwhile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-reminder-state"

#include "config.h"

#include <glib/gstdio.h>

#include "muster-reminder-state.h"

#define GROUP "reminders"
#define KEY "until" /* seconds since 1970 */
#define PRIVATE 0700

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "muster", "reminders.ini", NULL);
}

/**
 * muster_reminder_state_load:
 * @now: seconds since 1970
 *
 * Returns: up to when reminders were shown; @now where nothing is known, or
 *   something of the future
 */
gint64
muster_reminder_state_load (gint64 now)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_path ();
  gint64 until;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return now;
  until = g_key_file_get_int64 (file, GROUP, KEY, NULL);
  return until > 0 && until < now ? until : now;
}

gboolean
muster_reminder_state_save (gint64 until, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, PRIVATE) != 0)
    {
      int saved_errno = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno), "%s: %s", folder,
                   g_strerror (saved_errno));
      return FALSE;
    }
  g_key_file_set_int64 (file, GROUP, KEY, until);
  return g_key_file_save_to_file (file, path, error);
}
