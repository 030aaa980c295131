/* muster-saving.c - asks for a place, then writes a file there in the background
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-saving"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-saving.h"

typedef struct
{
  GtkWidget *widget;             /* owned */
  MusterContext *context;        /* owned */
  GtkFileChooserNative *chooser; /* owned */
  char *path;                    /* owned, NULL before it was chosen */
  MusterSave func;
  gpointer data;
  GDestroyNotify data_free;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->widget);
  g_object_unref (saving->context);
  g_object_unref (saving->chooser);
  g_free (saving->path);
  if (saving->data_free != NULL)
    saving->data_free (saving->data);
  g_free (saving);
}

static void
save_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Saving *saving = task_data;
  GError *error = NULL;

  if (saving->func (source, saving->path, saving->data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);

  gtk_widget_activate_action (saving->widget, "win.failed", "s",
                              saved ? _ ("Saved") : error->message);
  saving_free (saving);
}

static void
chosen_cb (GtkFileChooserNative *chooser, int response, Saving *saving)
{
  MusterStore *store = muster_context_get_store (saving->context);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GTask) task = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  saving->path = file != NULL ? g_file_get_path (file) : NULL;
  if (saving->path == NULL)
    {
      saving_free (saving);
      return;
    }

  task = g_task_new (store, NULL, saved_cb, saving);
  g_task_set_task_data (task, saving, NULL);
  muster_store_queue_write (store, task, save_thread);
}

/**
 * muster_saving_ask:
 * @widget: its window shows the toast of the result
 * @name: of the file that is proposed; its ending says the format
 * @data: (transfer full): for @func
 * @data_free: (nullable): frees @data in the end, whether it was saved or not
 */
void
muster_saving_ask (GtkWidget *widget, MusterContext *context, const char *title, const char *name,
                   MusterSave func, gpointer data, GDestroyNotify data_free)
{
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *file = g_strdelimit (g_strdup (name), "/", '-');

  saving->widget = g_object_ref (widget);
  saving->context = g_object_ref (context);
  saving->func = func;
  saving->data = data;
  saving->data_free = data_free;
  saving->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (widget)),
                                                 GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (saving->chooser), file);
  g_signal_connect (saving->chooser, "response", G_CALLBACK (chosen_cb), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (saving->chooser));
}
