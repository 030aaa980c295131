/* muster-import-assistant.c - a file or a pasted text, step by step into a group
 *
 * source -> chats (of several) -> purpose -> mapping (tables) -> preview (tables) -> done.
 * The job does the work; this window asks and shows.  Files that came together
 * wait in a queue.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-import-assistant"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-import-assistant.h"
#include "muster-import-chats.h"
#include "muster-import-job.h"
#include "muster-import-mapping.h"
#include "muster-import-preview.h"
#include "muster-import-target.h"
#include "muster-import-words.h"
#include "muster-input-error.h"
#include "muster-undo.h"

struct _MusterImportAssistant
{
  AdwWindow parent_instance;

  MusterContext *context;        /* owned */
  GListModel *groups;            /* owned, of MusterGroup; the first stands for everyone */
  MusterGroup *group;            /* owned: the one that was open; NULL for none */
  MusterImportJob *job;          /* owned, NULL before a source is chosen */
  GCancellable *cancellable;     /* owned, NULL while nothing runs */
  GtkFileChooserNative *chooser; /* owned, NULL while it is not open */
  guint pulse;                   /* source id, 0 while nothing runs */
  GPtrArray *waiting;            /* owned, of GFile: what comes after this file */
  char *next_text;               /* owned, never NULL */

  AdwWindowTitle *window_title;
  GtkWidget *cancel_button;
  GtkWidget *back_button;
  GtkWidget *next_button;
  AdwToastOverlay *toasts;
  GtkStack *steps;
  AdwStatusPage *busy_page;
  GtkProgressBar *progress;
  MusterImportChats *chats;
  MusterImportTarget *target;
  MusterImportMapping *mapping;
  MusterImportPreview *preview;
  AdwStatusPage *done_page;
  GtkButton *another_button;
  GtkButton *skip_button;
  GtkListBox *warning_list;
  AdwStatusPage *failed_page;
};

G_DEFINE_FINAL_TYPE (MusterImportAssistant, muster_import_assistant, ADW_TYPE_WINDOW)

typedef enum
{
  PROP_NEXT_TEXT = 1,
} MusterImportAssistantProperty;

enum
{
  SIGNAL_FINISHED,
  N_SIGNALS
};

static GParamSpec *props[PROP_NEXT_TEXT + 1];
static guint signals[N_SIGNALS];

static gboolean
is_step (MusterImportAssistant *self, const char *step)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->steps), step) == 0;
}

static gboolean
has_table (MusterImportAssistant *self)
{
  return self->job != NULL && muster_import_job_get_samples (self->job) != NULL;
}

/* Of chat records nothing is shown before they are read. */
static gboolean
has_preview (MusterImportAssistant *self)
{
  return has_table (self) ||
         (self->job != NULL && muster_import_job_get_summary (self->job) != NULL &&
          muster_import_job_get_purpose (self->job) == MUSTER_IMPORT_CALENDAR);
}

static gboolean
has_chats (MusterImportAssistant *self)
{
  return self->job != NULL && muster_import_job_get_chats (self->job) != NULL;
}

/* What is left of the files that came together. */
static void
update_waiting (MusterImportAssistant *self)
{
  guint n = self->waiting->len;
  g_autofree char *next =
      g_strdup_printf (ngettext ("Next File (%u Left)", "Next File (%u Left)", n), n);
  g_autofree char *skip = g_strdup_printf (
      ngettext ("Go on With the Next (%u Left)", "Go on With the Next (%u Left)", n), n);

  gtk_button_set_label (self->another_button, has_chats (self) ? _ ("Another Chat of This File")
                                              : n > 0          ? next
                                                               : _ ("Import Another File…"));
  gtk_button_set_label (self->skip_button, skip);
  gtk_widget_set_visible (GTK_WIDGET (self->skip_button), n > 0);
}

static void
update_buttons (MusterImportAssistant *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean asking =
      is_step (self, "purpose") || is_step (self, "mapping") || is_step (self, "preview");
  gboolean last = is_step (self, "preview") || (is_step (self, "purpose") && !has_preview (self));

  update_waiting (self);
  g_free (self->next_text);
  self->next_text = g_strdup (last ? _ ("Import") : _ ("Next"));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NEXT_TEXT]);
  gtk_widget_set_visible (self->next_button, asking);
  gtk_widget_set_visible (self->back_button, asking || is_step (self, "chats"));
  gtk_widget_set_visible (self->cancel_button, !is_step (self, "done"));
  gtk_widget_action_set_enabled (
      widget, "import.next",
      asking && (!is_step (self, "purpose") || muster_import_target_is_complete (self->target)));
}

static void
go_to (MusterImportAssistant *self, const char *step)
{
  gtk_stack_set_visible_child_name (self->steps, step);
  update_buttons (self);
}

static gboolean
pulse_cb (gpointer user_data)
{
  MusterImportAssistant *self = user_data;
  double fraction = self->job != NULL ? muster_import_job_get_progress (self->job) : -1;

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress, fraction);
  else
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

static void
set_busy (MusterImportAssistant *self, const char *title)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  adw_status_page_set_title (self->busy_page, title);
  gtk_progress_bar_set_fraction (self->progress, 0);
  if (self->pulse == 0)
    self->pulse = g_timeout_add (100, pulse_cb, self);
  go_to (self, "busy");
}

/* Whether the answer may still be shown: not after the window was closed. */
static gboolean
set_idle (MusterImportAssistant *self)
{
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pulse, g_source_remove);
  return self->context != NULL;
}

static void
toast (MusterImportAssistant *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
fail (MusterImportAssistant *self, const GError *error)
{
  g_autofree char *text = muster_input_error_dup_text (error);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->failed_page, escaped);
  go_to (self, "failed");
}

static void
show_chats (MusterImportAssistant *self)
{
  muster_import_chats_show (self->chats, self->job);
  go_to (self, "chats");
}

static void
show_purpose (MusterImportAssistant *self)
{
  MusterClock *clock = muster_context_get_clock (self->context);

  adw_window_title_set_subtitle (self->window_title, muster_import_job_get_name (self->job));
  muster_import_target_show (self->target, self->job, self->groups, self->group,
                             muster_clock_get_today (clock));
  if (has_table (self))
    muster_import_mapping_show (self->mapping, self->job);
  go_to (self, "purpose");
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterImportAssistant) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = muster_import_job_finish (MUSTER_IMPORT_JOB (source), result, &error);

  if (!set_idle (self))
    return;
  if (done && has_chats (self) && muster_import_job_get_chat (self->job) == NULL)
    show_chats (self);
  else if (done)
    show_purpose (self);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    go_to (self, "source");
  else
    fail (self, error);
}

static void
look (MusterImportAssistant *self, const char *format)
{
  set_busy (self, _ ("Reading the File"));
  muster_import_job_look_async (self->job, format, muster_import_target_get_encoding (self->target),
                                self->cancellable, looked_cb, g_object_ref (self));
}

static void
chat_chosen_cb (MusterImportAssistant *self, const char *id)
{
  muster_import_job_set_chat (self->job, id);
  look (self, muster_import_job_get_summary (self->job)->format->id);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterImportAssistant) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = muster_import_job_finish (MUSTER_IMPORT_JOB (source), result, &error);

  if (!set_idle (self))
    return;
  if (done)
    {
      muster_import_preview_show (self->preview, self->job);
      go_to (self, "preview");
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      go_to (self, has_table (self) ? "mapping" : "purpose");
    }
  else
    {
      g_autofree char *text = muster_input_error_dup_text (error);

      go_to (self, has_table (self) ? "mapping" : "purpose");
      toast (self, text);
    }
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterImportAssistant) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = muster_import_job_finish (MUSTER_IMPORT_JOB (source), result, &error);

  if (!set_idle (self))
    return;
  if (done)
    {
      g_autofree char *text = muster_import_words_for_result (self->job);

      adw_status_page_set_description (self->done_page, text);
      muster_import_words_fill_warnings (self->job, self->warning_list);
      go_to (self, "done");
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      go_to (self, "purpose");
      toast (self, _ ("Stopped. Nothing was changed."));
    }
  else
    {
      fail (self, error);
    }
}

static void
plan (MusterImportAssistant *self)
{
  set_busy (self,
            has_table (self) ? _ ("Comparing with the Roster") : _ ("Comparing with the Calendar"));
  muster_import_job_plan_async (self->job, self->cancellable, planned_cb, g_object_ref (self));
}

static void
run (MusterImportAssistant *self)
{
  set_busy (self, _ ("Importing"));
  muster_import_job_run_async (self->job, self->cancellable, ran_cb, g_object_ref (self));
}

static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterImportAssistant *self = MUSTER_IMPORT_ASSISTANT (widget);

  if (is_step (self, "purpose"))
    {
      muster_import_target_take (self->target);
      if (has_table (self))
        go_to (self, "mapping");
      else if (has_preview (self))
        plan (self);
      else
        run (self);
    }
  else if (is_step (self, "mapping"))
    {
      plan (self);
    }
  else if (is_step (self, "preview"))
    {
      run (self);
    }
}

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterImportAssistant *self = MUSTER_IMPORT_ASSISTANT (widget);

  if (is_step (self, "preview"))
    go_to (self, has_table (self) ? "mapping" : "purpose");
  else if (is_step (self, "mapping"))
    go_to (self, "purpose");
  else if (is_step (self, "purpose") && has_chats (self))
    show_chats (self);
  else
    go_to (self, "source");
}

static void
stop_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_cancellable_cancel (MUSTER_IMPORT_ASSISTANT (widget)->cancellable);
}

static void
finish_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterImportAssistant *self = MUSTER_IMPORT_ASSISTANT (widget);

  if (!is_step (self, "done"))
    return;
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, muster_import_job_get_group (self->job));
  gtk_window_close (GTK_WINDOW (self));
}

static void
open_next (MusterImportAssistant *self)
{
  g_autoptr (GFile) file = g_ptr_array_steal_index (self->waiting, 0);

  muster_import_assistant_open_file (self, file);
}

/* The next chat of the file, the next file, or the page that asks for one. */
static void
another_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterImportAssistant *self = MUSTER_IMPORT_ASSISTANT (widget);

  if (!is_step (self, "done"))
    return;
  g_set_object (&self->group, muster_import_job_get_group (self->job));
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, muster_import_job_get_group (self->job));
  if (has_chats (self))
    {
      show_chats (self);
      return;
    }
  adw_window_title_set_subtitle (self->window_title, "");
  if (self->waiting->len > 0)
    open_next (self);
  else
    go_to (self, "source");
}

static void
skip_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterImportAssistant *self = MUSTER_IMPORT_ASSISTANT (widget);

  if (self->waiting->len > 0)
    open_next (self);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterImportAssistant) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterUndoReport) report = muster_undo_finish (MUSTER_STORE (source), result, &error);
  g_autofree char *text = report != NULL ? muster_undo_report_dup_text (report) : NULL;
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : error->message, -1);

  if (self->context == NULL)
    return;
  if (report != NULL)
    go_to (self, "source");
  toast (self, text != NULL ? text : error->message);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterImportAssistant *self = MUSTER_IMPORT_ASSISTANT (widget);

  muster_undo_last_async (muster_context_get_store (self->context), NULL, undone_cb,
                          g_object_ref (self));
}

static void
chosen_cb (MusterImportAssistant *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (self->waiting, g_list_model_get_item (files, i));
  if (self->waiting->len > 0)
    open_next (self);
}

static void
choose_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MusterImportAssistant *self = MUSTER_IMPORT_ASSISTANT (widget);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Choose a File"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterImportAssistant) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (self->context == NULL)
    return;
  if (text == NULL || text[0] == '\0')
    {
      toast (self, _ ("There is no text in the clipboard."));
      return;
    }

  bytes = g_bytes_new (text, strlen (text));
  g_clear_object (&self->job);
  self->job = muster_import_job_new_for_bytes (muster_context_get_store (self->context), bytes,
                                               _ ("Pasted text"));
  look (self, NULL);
}

static void
paste_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  muster_import_assistant_paste (MUSTER_IMPORT_ASSISTANT (widget));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y,
         MusterImportAssistant *self)
{
  return muster_import_assistant_open_list (self, g_value_get_boxed (value));
}

static void
muster_import_assistant_dispose (GObject *object)
{
  MusterImportAssistant *self = MUSTER_IMPORT_ASSISTANT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_object (&self->chooser);
  g_clear_object (&self->job);
  g_clear_object (&self->group);
  g_clear_object (&self->groups);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (muster_import_assistant_parent_class)->dispose (object);
}

static void
muster_import_assistant_finalize (GObject *object)
{
  MusterImportAssistant *self = MUSTER_IMPORT_ASSISTANT (object);

  g_free (self->next_text);
  g_ptr_array_unref (self->waiting);

  G_OBJECT_CLASS (muster_import_assistant_parent_class)->finalize (object);
}

static void
muster_import_assistant_get_property (GObject *object, guint prop_id, GValue *value,
                                      GParamSpec *pspec)
{
  switch ((MusterImportAssistantProperty) prop_id)
    {
    case PROP_NEXT_TEXT:
      g_value_set_string (value, MUSTER_IMPORT_ASSISTANT (object)->next_text);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

#define BIND(child)                                                                                \
  gtk_widget_class_bind_template_child (widget_class, MusterImportAssistant, child)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (window_title);
  BIND (cancel_button);
  BIND (back_button);
  BIND (next_button);
  BIND (toasts);
  BIND (steps);
  BIND (busy_page);
  BIND (progress);
  BIND (chats);
  BIND (target);
  BIND (mapping);
  BIND (preview);
  BIND (done_page);
  BIND (another_button);
  BIND (skip_button);
  BIND (warning_list);
  BIND (failed_page);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "import.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "import.finish", NULL, finish_action);
  gtk_widget_class_install_action (widget_class, "import.another", NULL, another_action);
  gtk_widget_class_install_action (widget_class, "import.skip", NULL, skip_action);
  gtk_widget_class_install_action (widget_class, "import.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
muster_import_assistant_class_init (MusterImportAssistantClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = muster_import_assistant_dispose;
  object_class->finalize = muster_import_assistant_finalize;
  object_class->get_property = muster_import_assistant_get_property;

  props[PROP_NEXT_TEXT] =
      g_param_spec_string ("next-text", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  /* Something was imported into the group. */
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, MUSTER_TYPE_GROUP);

  g_type_ensure (MUSTER_TYPE_IMPORT_CHATS);
  g_type_ensure (MUSTER_TYPE_IMPORT_TARGET);
  g_type_ensure (MUSTER_TYPE_IMPORT_MAPPING);
  g_type_ensure (MUSTER_TYPE_IMPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/musterapp/Muster/muster-import-assistant.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, update_buttons);
  gtk_widget_class_bind_template_callback (widget_class, look);
  gtk_widget_class_bind_template_callback (widget_class, chat_chosen_cb);
  install_actions (widget_class);
}

static void
muster_import_assistant_init (MusterImportAssistant *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->next_text = g_strdup ("");
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  update_buttons (self);
}

/**
 * muster_import_assistant_new:
 * @groups: of MusterGroup; the first stands for everyone
 * @group: (nullable): the one to offer first
 */
MusterImportAssistant *
muster_import_assistant_new (GtkWindow *parent, MusterContext *context, GListModel *groups,
                             MusterGroup *group)
{
  MusterImportAssistant *self =
      g_object_new (MUSTER_TYPE_IMPORT_ASSISTANT, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  self->groups = g_object_ref (groups);
  g_set_object (&self->group, group);
  return self;
}

void
muster_import_assistant_open_file (MusterImportAssistant *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  g_return_if_fail (MUSTER_IS_IMPORT_ASSISTANT (self));

  if (path == NULL)
    {
      toast (self, _ ("Only files on this computer can be imported."));
      return;
    }
  g_clear_object (&self->job);
  self->job = muster_import_job_new_for_file (muster_context_get_store (self->context), path);
  look (self, NULL);
}

/**
 * muster_import_assistant_open_list:
 * @files: (nullable): what was dropped or opened together
 *
 * Takes one file after the other, behind those that wait already.
 *
 * Returns: whether there was any
 */
gboolean
muster_import_assistant_open_list (MusterImportAssistant *self, GdkFileList *files)
{
  g_autoptr (GSList) list = NULL;

  g_return_val_if_fail (MUSTER_IS_IMPORT_ASSISTANT (self), FALSE);

  list = files != NULL ? gdk_file_list_get_files (files) : NULL;
  if (list == NULL)
    return FALSE;

  for (GSList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (self->waiting, g_object_ref (l->data));
  if (is_step (self, "source") || is_step (self, "failed"))
    open_next (self);
  else
    update_waiting (self);
  return TRUE;
}

/**
 * muster_import_assistant_paste:
 *
 * Takes the text of the clipboard as the file.
 */
void
muster_import_assistant_paste (MusterImportAssistant *self)
{
  g_return_if_fail (MUSTER_IS_IMPORT_ASSISTANT (self));

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_read_cb,
                                 g_object_ref (self));
}
