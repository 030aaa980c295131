/* muster-publish-dialog.c - where a group's calendar is published
 *
 * Servers and the keyring are asked on a thread; an address is kept only when
 * publishing there has worked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-publish-dialog"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "muster-password.h"
#include "muster-publication-list.h"
#include "muster-publish-dialog.h"
#include "muster-publish.h"

struct _MusterPublishDialog
{
  AdwWindow parent_instance;

  MusterContext *context;         /* owned */
  MusterGroup *group;             /* owned; everyone stands for all groups */
  MusterPublication *publication; /* owned, NULL while there is none */
  GCancellable *cancellable;      /* owned */
  GtkFileChooserNative *chooser;  /* owned, NULL while none is open */

  AdwEntryRow *target_row;
  AdwEntryRow *user_row;
  AdwPasswordEntryRow *password_row;
  GtkLabel *status_label;
  GtkWidget *stop_group;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (MusterPublishDialog, muster_publish_dialog, ADW_TYPE_WINDOW)

/* What the thread works with. */
typedef struct
{
  MusterStore *store;        /* owned */
  MusterPublication *wanted; /* owned */
  char *password;            /* owned, NULL to use the one in the keyring */
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->store);
  muster_publication_free (work->wanted);
  g_free (work->password);
  g_free (work);
}

static MusterStore *
get_store (MusterPublishDialog *self)
{
  return muster_context_get_store (self->context);
}

static const char *
get_text (gpointer row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* An address of a server asks for a name; a folder does not. */
static void
form_changed_cb (MusterPublishDialog *self)
{
  gboolean is_upload = strstr (get_text (self->target_row), "://") != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->user_row), is_upload);
  gtk_widget_set_visible (GTK_WIDGET (self->password_row), is_upload);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "publish.now",
                                 *get_text (self->target_row) != '\0');
}

static void
say (MusterPublishDialog *self, const char *text, gboolean is_problem)
{
  gtk_label_set_label (self->status_label, text);
  if (is_problem)
    gtk_widget_add_css_class (GTK_WIDGET (self->status_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status_label), "error");
}

static const char *
get_calendar_name (MusterPublishDialog *self)
{
  return muster_id_is_none (muster_group_get_id (self->group))
             ? _ ("All Groups")
             : muster_group_get_name (self->group);
}

static void
show_status (MusterPublishDialog *self)
{
  const MusterPublication *one = self->publication;
  g_autoptr (GDateTime) when = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *address = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->stop_group, one != NULL);
  if (one == NULL)
    say (self, "", FALSE);
  else if (one->problem != NULL)
    say (self, one->problem, TRUE);
  else
    {
      when = g_date_time_new_from_unix_local (one->published_us / G_USEC_PER_SEC);
      moment = g_date_time_format (when, "%x %H:%M");
      address = muster_publication_dup_address (one, get_calendar_name (self));
      /* TRANSLATORS: a date and time; an address */
      text = g_strdup_printf (_ ("Published on %s:\n%s"), moment, address);
      say (self, text, FALSE);
    }
}

static void
set_working (MusterPublishDialog *self, gboolean working)
{
  gtk_spinner_set_spinning (self->spinner, working);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "publish.now", !working);
}

static void
publish_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;

  if (muster_publication_check (work->wanted, &error) &&
      (work->password == NULL || work->wanted->user == NULL ||
       muster_password_keep (work->wanted, work->password, cancellable, &error)) &&
      muster_publish_one (work->store, work->wanted, TRUE, cancellable, &error) &&
      muster_publication_list_put (muster_store_get_path (work->store), work->wanted, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
published_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterPublishDialog *self = MUSTER_PUBLISH_DIALOG (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  set_working (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      say (self, error->message, TRUE);
      return;
    }
  g_clear_pointer (&self->publication, muster_publication_free);
  self->publication = g_steal_pointer (&work->wanted);
  work->wanted = muster_publication_new (&self->publication->group, self->publication->target);
  show_status (self);
}

static void
now_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterPublishDialog *self = MUSTER_PUBLISH_DIALOG (widget);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, published_cb, NULL);
  Work *work = g_new0 (Work, 1);
  g_autofree char *target = g_strstrip (g_strdup (get_text (self->target_row)));

  work->store = g_object_ref (get_store (self));
  work->wanted = muster_publication_new (muster_group_get_id (self->group), target);
  if (muster_publication_is_upload (work->wanted) && *get_text (self->user_row) != '\0')
    {
      work->wanted->user = g_strdup (get_text (self->user_row));
      if (*get_text (self->password_row) != '\0')
        work->password = g_strdup (get_text (self->password_row));
      else if (self->publication != NULL)
        work->wanted->password_file = g_strdup (self->publication->password_file);
    }
  set_working (self, TRUE);
  say (self, _ ("Publishing…"), FALSE);
  g_task_set_source_tag (task, now_action);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, publish_thread);
}

static void
stop_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterPublishDialog *self = MUSTER_PUBLISH_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (!muster_publication_list_remove (muster_store_get_path (get_store (self)),
                                       muster_group_get_id (self->group), &error))
    {
      say (self, error->message, TRUE);
      return;
    }
  g_clear_pointer (&self->publication, muster_publication_free);
  show_status (self);
  say (self, _ ("It is published no more. The file stays where it is."), FALSE);
}

static void
chosen_cb (MusterPublishDialog *self, int response)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  const char *path = folder != NULL ? g_file_peek_path (folder) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->target_row), path);
  g_clear_object (&self->chooser);
}

static void
choose_folder_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterPublishDialog *self = MUSTER_PUBLISH_DIALOG (widget);

  g_clear_object (&self->chooser);
  self->chooser =
      gtk_file_chooser_native_new (_ ("Choose a Folder"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("Choose"), NULL);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* A small file of this computer. */
static void
load (MusterPublishDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) known =
      muster_publication_list_load (muster_store_get_path (get_store (self)), &error);
  MusterPublication *found;

  if (known == NULL)
    {
      say (self, error->message, TRUE);
      return;
    }
  found = muster_publication_list_find (known, muster_group_get_id (self->group));
  if (found != NULL)
    {
      guint at = 0;

      g_ptr_array_find (known, found, &at);
      self->publication = g_ptr_array_steal_index (known, at);
      gtk_editable_set_text (GTK_EDITABLE (self->target_row), found->target);
      gtk_editable_set_text (GTK_EDITABLE (self->user_row), found->user != NULL ? found->user : "");
    }
  show_status (self);
}

static void
muster_publish_dialog_dispose (GObject *object)
{
  MusterPublishDialog *self = MUSTER_PUBLISH_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (muster_publish_dialog_parent_class)->dispose (object);
}

static void
muster_publish_dialog_finalize (GObject *object)
{
  MusterPublishDialog *self = MUSTER_PUBLISH_DIALOG (object);

  g_clear_object (&self->context);
  g_clear_object (&self->group);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->publication, muster_publication_free);

  G_OBJECT_CLASS (muster_publish_dialog_parent_class)->finalize (object);
}

static void
muster_publish_dialog_class_init (MusterPublishDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = muster_publish_dialog_dispose;
  object_class->finalize = muster_publish_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-publish-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterPublishDialog, target_row);
  gtk_widget_class_bind_template_child (widget_class, MusterPublishDialog, user_row);
  gtk_widget_class_bind_template_child (widget_class, MusterPublishDialog, password_row);
  gtk_widget_class_bind_template_child (widget_class, MusterPublishDialog, status_label);
  gtk_widget_class_bind_template_child (widget_class, MusterPublishDialog, stop_group);
  gtk_widget_class_bind_template_child (widget_class, MusterPublishDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_install_action (widget_class, "publish.now", NULL, now_action);
  gtk_widget_class_install_action (widget_class, "publish.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "publish.choose-folder", NULL,
                                   choose_folder_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
muster_publish_dialog_init (MusterPublishDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  form_changed_cb (self);
}

GtkWidget *
muster_publish_dialog_new (GtkWindow *parent, MusterContext *context, MusterGroup *group)
{
  MusterPublishDialog *self =
      g_object_new (MUSTER_TYPE_PUBLISH_DIALOG, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  self->group = g_object_ref (group);
  load (self);
  return GTK_WIDGET (self);
}
