/* muster-history-window.c - every change, newest first, each to be undone whole or field by field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-history-window"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-field-revert.h"
#include "muster-history-row.h"
#include "muster-history-window.h"
#include "muster-undo.h"

#define PAGE 50

struct _MusterHistoryWindow
{
  AdwWindow parent_instance;

  MusterContext *context;    /* owned */
  GCancellable *cancellable; /* owned, NULL when nothing is being read */
  guint n_wanted;            /* how many changes to show */

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkListBox *rows;
  GtkWidget *more_button;
};

G_DEFINE_FINAL_TYPE (MusterHistoryWindow, muster_history_window, ADW_TYPE_WINDOW)

static void
toast (MusterHistoryWindow *self, const char *text)
{
  AdwToast *message = adw_toast_new ("");
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_set_title (message, escaped);
  adw_toast_overlay_add_toast (self->toasts, message);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterHistoryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterUndoReport) report = muster_undo_finish (MUSTER_STORE (source), result, &error);
  g_autofree char *text = report != NULL ? muster_undo_report_dup_text (report) : NULL;

  toast (self, text != NULL ? text : error->message);
}

static void
undo_row_cb (MusterHistoryWindow *self, MusterHistoryRow *row)
{
  muster_undo_change_async (muster_context_get_store (self->context),
                            muster_history_row_get_change (row), NULL, undone_cb,
                            g_object_ref (self));
}

typedef struct
{
  MusterHistoryWindow *window; /* owned */
  MusterJournalCell cell;      /* its texts owned */
  MusterDay today;
  char *title; /* owned */
} Revert;

static void
revert_free (gpointer data)
{
  Revert *revert = data;

  g_object_unref (revert->window);
  g_free (revert->cell.table);
  g_free (revert->cell.column);
  g_free (revert->cell.old_value);
  g_free (revert->cell.new_value);
  g_free (revert->title);
  g_free (revert);
}

static gboolean
write_revert (MusterChange *change, gpointer data, GCancellable *cancellable, GError **error)
{
  Revert *revert = data;

  return muster_field_revert (change, &revert->cell, revert->today, error);
}

static void
reverted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Revert *revert = user_data;
  g_autoptr (GError) error = NULL;

  if (muster_store_write_finish (MUSTER_STORE (source), result, &error))
    toast (revert->window, revert->title);
  else
    toast (revert->window, error->message);
  revert_free (revert);
}

static void
revert_row_cb (MusterHistoryWindow *self, const MusterJournalCell *cell, const char *title)
{
  Revert *revert = g_new0 (Revert, 1);

  revert->window = g_object_ref (self);
  revert->cell = *cell;
  revert->cell.table = g_strdup (cell->table);
  revert->cell.column = g_strdup (cell->column);
  revert->cell.old_value = g_strdup (cell->old_value);
  revert->cell.new_value = g_strdup (cell->new_value);
  revert->today = muster_clock_get_today (muster_context_get_clock (self->context));
  revert->title = g_strdup (title);
  muster_store_write_async (muster_context_get_store (self->context), title, write_revert, revert,
                            NULL, NULL, reverted_cb, revert);
}

static MusterId *
find_expanded (MusterHistoryWindow *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
      return g_memdup2 (muster_history_row_get_change (MUSTER_HISTORY_ROW (row)),
                        sizeof (MusterId));
  return NULL;
}

static void
show_entries (MusterHistoryWindow *self, GPtrArray *entries)
{
  g_autofree MusterId *expanded = find_expanded (self); /* stays so */
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  for (guint i = 0; i < entries->len && i < self->n_wanted; i++)
    {
      GtkWidget *row = muster_history_row_new (self->context, g_ptr_array_index (entries, i));

      g_signal_connect_object (row, "undo", G_CALLBACK (undo_row_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "revert", G_CALLBACK (revert_row_cb), self, G_CONNECT_SWAPPED);
      if (expanded != NULL &&
          muster_id_equal (expanded, muster_history_row_get_change (MUSTER_HISTORY_ROW (row))))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      gtk_list_box_append (self->rows, row);
    }
  gtk_widget_set_visible (self->more_button, entries->len > self->n_wanted);
  gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "list" : "empty");
}

static gpointer
read_entries (MusterDatabase *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return muster_journal_list (db, 0, GPOINTER_TO_UINT (data) + 1, error);
}

static void
entries_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterHistoryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = muster_store_read_finish (MUSTER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (entries == NULL)
    toast (self, error->message);
  else
    show_entries (self, entries);
}

static void
reload (MusterHistoryWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  muster_store_read_async (muster_context_get_store (self->context), read_entries,
                           GUINT_TO_POINTER (self->n_wanted), NULL,
                           (GDestroyNotify) g_ptr_array_unref, self->cancellable, entries_read_cb,
                           g_object_ref (self));
}

static void
store_changed_cb (MusterHistoryWindow *self)
{
  reload (self);
}

static void
more_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterHistoryWindow *self = MUSTER_HISTORY_WINDOW (widget);

  self->n_wanted += PAGE;
  reload (self);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterHistoryWindow *self = MUSTER_HISTORY_WINDOW (widget);

  muster_undo_last_async (muster_context_get_store (self->context), NULL, undone_cb,
                          g_object_ref (self));
}

static void
redo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterHistoryWindow *self = MUSTER_HISTORY_WINDOW (widget);

  muster_undo_redo_async (muster_context_get_store (self->context), NULL, undone_cb,
                          g_object_ref (self));
}

static void
muster_history_window_dispose (GObject *object)
{
  MusterHistoryWindow *self = MUSTER_HISTORY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (muster_history_window_parent_class)->dispose (object);
}

static void
muster_history_window_class_init (MusterHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_history_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterHistoryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MusterHistoryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterHistoryWindow, rows);
  gtk_widget_class_bind_template_child (widget_class, MusterHistoryWindow, more_button);
  gtk_widget_class_install_action (widget_class, "history.more", NULL, more_action);
  gtk_widget_class_install_action (widget_class, "history.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "history.redo", NULL, redo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "history.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "history.redo", NULL);
}

static void
muster_history_window_init (MusterHistoryWindow *self)
{
  self->n_wanted = PAGE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
muster_history_window_new (GtkWindow *parent, MusterContext *context)
{
  MusterHistoryWindow *self =
      g_object_new (MUSTER_TYPE_HISTORY_WINDOW, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (muster_context_get_store (context), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
