/* muster-calendar-saving.c - the calendar of a group, or of all, into a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-calendar-saving"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-calendar-export.h"
#include "muster-calendar-saving.h"
#include "muster-words.h"

/* One export on its way. */
typedef struct
{
  GtkWindow *window;             /* owned */
  MusterContext *context;        /* owned */
  GtkFileChooserNative *chooser; /* owned */
  MusterId group;                /* none: of all */
  char *person;                  /* owned: only where this member comes; NULL for all events */
  char *name;                    /* owned: of the calendar */
  char *path;                    /* owned, NULL before a place was chosen */
  gint64 now;
  gint64 n_events;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_object_unref (saving->context);
  g_object_unref (saving->chooser);
  g_free (saving->person);
  g_free (saving->name);
  g_free (saving->path);
  g_free (saving);
}

/* The result is not looked at: any text says that it was written. */
static gpointer
write_calendar (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Saving *saving = data;
  g_autofree char *text =
      saving->person != NULL
          ? muster_calendar_export_dup_person (db, saving->person, saving->name, saving->now,
                                               &saving->n_events, error)
          : muster_calendar_export_dup_text (db, &saving->group, saving->name, saving->now,
                                             &saving->n_events, error);

  return text != NULL && g_file_set_contents_full (saving->path, text, -1,
                                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error)
             ? g_steal_pointer (&text)
             : NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *written = muster_store_read_finish (MUSTER_STORE (source), result, &error);
  g_autofree char *count = muster_words_for_count ((guint64) saving->n_events);
  g_autofree char *text = g_strdup_printf (
      ngettext ("%s event exported", "%s events exported", (gulong) saving->n_events), count);

  gtk_widget_activate_action (GTK_WIDGET (saving->window), "win.failed", "s",
                              written != NULL ? text : error->message);
  saving_free (saving);
}

static void
chosen_cb (GtkFileChooserNative *chooser, int response, Saving *saving)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  saving->path = file != NULL ? g_file_get_path (file) : NULL;
  if (saving->path == NULL)
    saving_free (saving);
  else
    muster_store_read_async (muster_context_get_store (saving->context), write_calendar, saving,
                             NULL, g_free, NULL, written_cb, saving);
}

static Saving *
saving_new (GtkWindow *window, MusterContext *context, const char *name)
{
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *file = g_strdup_printf ("%s.ics", name);

  saving->window = g_object_ref (window);
  saving->context = g_object_ref (context);
  saving->name = g_strdup (name);
  saving->now = muster_clock_get_now (muster_context_get_clock (context)) / G_USEC_PER_SEC;
  saving->chooser = gtk_file_chooser_native_new (_ ("Export the Calendar"), window,
                                                 GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (saving->chooser),
                                     g_strdelimit (file, "/", '-'));
  g_signal_connect (saving->chooser, "response", G_CALLBACK (chosen_cb), saving);
  return saving;
}

/**
 * muster_calendar_saving_ask:
 * @window: shows the toast of the result
 * @group: without an id: all groups
 *
 * Asks for a place, then writes in the background.
 */
void
muster_calendar_saving_ask (GtkWindow *window, MusterContext *context, MusterGroup *group)
{
  Saving *saving = saving_new (window, context, muster_group_get_name (group));

  saving->group = *muster_group_get_id (group);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (saving->chooser));
}

/**
 * muster_calendar_saving_ask_person:
 * @window: shows the toast of the result
 * @name: of the member
 *
 * As muster_calendar_saving_ask(), only of the times to which a member has signed up.
 */
void
muster_calendar_saving_ask_person (GtkWindow *window, MusterContext *context,
                                   const MusterId *membership, const char *name)
{
  Saving *saving = saving_new (window, context, name);

  saving->person = muster_id_dup_text (membership);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (saving->chooser));
}
