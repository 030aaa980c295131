/* muster-password.c - passwords of servers, in the user's keyring or a private file
 *
 * A file is for servers and cron, where nobody unlocks a keyring.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-password"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libsecret/secret.h>

#include "muster-input-error.h"
#include "muster-password.h"

#define OF_OTHERS 0077

static const SecretSchema schema = {
  .name = APP_ID ".Publication",
  .flags = SECRET_SCHEMA_NONE,
  .attributes = { { "address", SECRET_SCHEMA_ATTRIBUTE_STRING },
                  { "user", SECRET_SCHEMA_ATTRIBUTE_STRING },
                  { NULL, 0 } },
};

static gboolean
read_file (const char *path, char **out_password, GError **error)
{
  g_autofree char *text = NULL;
  GStatBuf found;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  if (g_stat (path, &found) == 0 && (found.st_mode & OF_OTHERS) != 0)
    {
      muster_input_error_set (error, MUSTER_INPUT_ERROR_UNSUITABLE, 0,
                              _ ("Others can read the password: “chmod 600” it first."));
      muster_input_error_set_file (*error, path);
      return FALSE;
    }
  text[strcspn (text, "\r\n")] = '\0';
  *out_password = g_steal_pointer (&text);
  return TRUE;
}

/**
 * muster_password_find:
 * @out_password: (out) (transfer full) (nullable): %NULL where the server asks for no name
 *
 * May wait for the user to unlock the keyring; not for the main thread.
 */
gboolean
muster_password_find (const MusterPublication *publication, char **out_password,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) keyring_error = NULL;
  char *password;

  *out_password = NULL;
  if (publication->user == NULL)
    return TRUE;
  if (publication->password_file != NULL)
    return read_file (publication->password_file, out_password, error);

  password = secret_password_lookup_sync (&schema, cancellable, &keyring_error, "address",
                                          publication->target, "user", publication->user, NULL);
  if (password == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                   _ ("The password of %s is not in the keyring%s%s"), publication->user,
                   keyring_error != NULL ? ": " : ".",
                   keyring_error != NULL ? keyring_error->message : "");
      return FALSE;
    }
  *out_password = password;
  return TRUE;
}

/**
 * muster_password_keep:
 *
 * Puts the password into the keyring; not for the main thread.
 */
gboolean
muster_password_keep (const MusterPublication *publication, const char *password,
                      GCancellable *cancellable, GError **error)
{
  return secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT,
                                     /* TRANSLATORS: how the keyring calls it: an address */
                                     _ ("Muster’s calendar"), password, cancellable, error,
                                     "address", publication->target, "user", publication->user,
                                     NULL);
}
