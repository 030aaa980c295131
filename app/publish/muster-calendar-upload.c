/* muster-calendar-upload.c - a file to a WebDAV server
 *
 * One PUT.  What libsoup 3.2 does by itself and must not: follow a redirection
 * (a PUT becomes a GET and looks like success), send an empty body when it asks
 * again, wait without end for a server that drips.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-calendar-upload"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#include "muster-calendar-upload.h"

#define SOCKET_SECONDS 30
#define ALL_SECONDS 90
#define CALENDAR_TYPE "text/calendar; charset=utf-8"

/* One upload, on a main context of its own. */
typedef struct
{
  GCancellable *cancellable; /* owned */
  GBytes *reply;             /* owned, NULL until it came */
  GError *error;             /* owned */
  gboolean is_done;
  gboolean is_late;
} Upload;

static void
set_body (SoupMessage *message, gpointer contents)
{
  soup_message_set_request_body_from_bytes (message, CALENDAR_TYPE, contents);
}

static void
forget_body (gpointer contents, GClosure *closure)
{
  g_bytes_unref (contents);
}

static SoupMessage *
make_message (const char *address, const char *user, const char *password, GBytes *contents,
              GError **error)
{
  SoupMessage *message = soup_message_new ("PUT", address);

  if (message == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” is not an address."),
                   address);
      return NULL;
    }
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  if (user != NULL)
    {
      g_autofree char *pair = g_strconcat (user, ":", password != NULL ? password : "", NULL);
      g_autofree char *encoded = g_base64_encode ((const guchar *) pair, strlen (pair));
      g_autofree char *value = g_strconcat ("Basic ", encoded, NULL);

      soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization",
                                    value);
    }
  set_body (message, contents);
  g_signal_connect_data (message, "restarted", G_CALLBACK (set_body), g_bytes_ref (contents),
                         forget_body, 0);
  return message;
}

static gboolean
late_cb (gpointer user_data)
{
  Upload *upload = user_data;

  upload->is_late = TRUE;
  g_cancellable_cancel (upload->cancellable);
  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *outer, GCancellable *inner)
{
  g_cancellable_cancel (inner);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Upload *upload = user_data;

  upload->reply = soup_session_send_and_read_finish (SOUP_SESSION (source), result, &upload->error);
  upload->is_done = TRUE;
}

/* What the answer means for a person; %TRUE if the file was stored. */
static gboolean
judge (SoupMessage *message, GError **error)
{
  guint status = soup_message_get_status (message);
  const char *elsewhere =
      soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");

  if (SOUP_STATUS_IS_SUCCESSFUL (status))
    return TRUE;
  if (SOUP_STATUS_IS_REDIRECTION (status))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("The server sends elsewhere: give the address %s."),
                 elsewhere != NULL ? elsewhere : "?");
  else if (status == SOUP_STATUS_UNAUTHORIZED)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                         _ ("The server does not accept the name or the password."));
  else if (status == SOUP_STATUS_FORBIDDEN)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                         _ ("The server does not allow writing there."));
  else if (status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_CONFLICT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         _ ("There is no such folder at the server."));
  else if (status == SOUP_STATUS_METHOD_NOT_ALLOWED || status == SOUP_STATUS_NOT_IMPLEMENTED)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _ ("Nothing can be stored at this address: it is not WebDAV."));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The server answered %u %s."), status,
                 soup_message_get_reason_phrase (message));
  return FALSE;
}

static void
run (Upload *upload, SoupSession *session, SoupMessage *message, GMainContext *context)
{
  g_autoptr (GSource) deadline = g_timeout_source_new_seconds (ALL_SECONDS);

  g_source_set_callback (deadline, late_cb, upload, NULL);
  g_source_attach (deadline, context);
  soup_session_send_and_read_async (session, message, G_PRIORITY_DEFAULT, upload->cancellable,
                                    sent_cb, upload);
  while (!upload->is_done)
    g_main_context_iteration (context, TRUE);
  g_source_destroy (deadline);
}

/**
 * muster_calendar_upload:
 * @address: of the file, https://…
 * @user: (nullable): for Basic authentication, sent at once
 *
 * Waits for the server, at most a minute and a half; not for the main thread.
 *
 * Returns: whether the server has stored it; else @error says what to do
 */
gboolean
muster_calendar_upload (const char *address, const char *user, const char *password,
                        GBytes *contents, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (SoupMessage) message = make_message (address, user, password, contents, error);
  g_autoptr (SoupSession) session = NULL;
  Upload upload = { 0 };
  gulong handler = 0;
  gboolean stored = FALSE;

  if (message == NULL)
    return FALSE;

  g_main_context_push_thread_default (context);
  session = soup_session_new_with_options ("timeout", SOCKET_SECONDS, "user-agent",
                                           "Muster/" PACKAGE_VERSION, NULL);
  upload.cancellable = g_cancellable_new ();
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                     g_object_ref (upload.cancellable), g_object_unref);
  run (&upload, session, message, context);
  g_cancellable_disconnect (cancellable, handler);

  if (upload.is_late)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                         _ ("The server took too long to answer."));
  else if (upload.error != NULL)
    g_propagate_error (error, g_steal_pointer (&upload.error));
  else
    stored = judge (message, error);

  g_clear_error (&upload.error);
  g_clear_pointer (&upload.reply, g_bytes_unref);
  g_clear_object (&upload.cancellable);
  soup_session_abort (session);
  g_clear_object (&session);
  g_main_context_pop_thread_default (context);
  return stored;
}
