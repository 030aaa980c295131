/* muster-edit.c - one edit of the keeper: written in the background, told in a toast
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-edit"

#include "config.h"

#include "muster-edit.h"

typedef struct
{
  GtkWidget *widget; /* owned */
  char *title;       /* owned */
} Edit;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Edit *edit = user_data;
  g_autoptr (GError) error = NULL;

  if (muster_store_write_finish (MUSTER_STORE (source), result, &error))
    gtk_widget_activate_action (edit->widget, "win.done", "s", edit->title);
  else
    gtk_widget_activate_action (edit->widget, "win.failed", "s", error->message);

  g_object_unref (edit->widget);
  g_free (edit->title);
  g_free (edit);
}

/**
 * muster_edit_run:
 * @widget: where the keeper did it; its window shows the toast
 * @title: what the history and the toast say
 * @func: writes, on the writing thread
 * @data_free: (nullable): frees @data afterwards
 *
 * One change, which the toast offers to undo.
 */
void
muster_edit_run (GtkWidget *widget, MusterContext *context, const char *title,
                 MusterStoreWrite func, gpointer data, GDestroyNotify data_free)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->widget = g_object_ref (widget);
  edit->title = g_strdup (title);
  muster_store_write_async (muster_context_get_store (context), title, func, data, data_free, NULL,
                            written_cb, edit);
}
