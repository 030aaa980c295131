/* muster-export.c - the members of a group into a file: how much, then where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-export"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-export.h"
#include "muster-form-dialog.h"
#include "muster-members-export.h"
#include "muster-words.h"

static const char *const suffixes[] = { "xlsx", "csv", "vcf", "json" };

/* One export on its way. */
typedef struct
{
  GtkWindow *window;      /* owned */
  MusterContext *context; /* owned */
  MusterGroup *group;     /* owned: a copy for the worker */
  MusterExportProfile profile;
  guint format;
  GtkFileChooserNative *chooser; /* owned, NULL before the place is asked for */
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->window);
  g_object_unref (export->context);
  g_object_unref (export->group);
  g_clear_object (&export->chooser);
  g_free (export);
}

static void
say (Export *export, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (export->window), "win.failed", "s", text);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (GError) error = NULL;
  gint64 n_rows = 0;

  if (muster_members_export_run_finish (MUSTER_STORE (source), result, &n_rows, &error))
    {
      g_autofree char *count = muster_words_for_count ((guint64) n_rows);
      g_autofree char *text = g_strdup_printf (
          ngettext ("%s member exported", "%s members exported", (gulong) n_rows), count);

      say (export, text);
    }
  else
    {
      say (export, error->message);
    }
  export_free (export);
}

static void
chosen_cb (GtkFileChooserNative *chooser, int response, Export *export)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  MusterExportRequest request = { .profile = export->profile };

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    path = g_file_get_path (file);
  if (path == NULL)
    {
      export_free (export);
      return;
    }
  request.path = path;
  muster_members_export_run_async (muster_context_get_store (export->context), export->group,
                                   &request, NULL, exported_cb, export);
}

static void
accepted_cb (MusterFormDialog *dialog, Export *asked)
{
  Export *export = g_new0 (Export, 1);
  g_autofree char *name = NULL;

  export->window = g_object_ref (asked->window);
  export->context = g_object_ref (asked->context);
  export->group = g_object_ref (asked->group);
  export->profile = muster_form_dialog_get_choice (dialog, "profile") == 1 ? MUSTER_EXPORT_MASKED
                                                                           : MUSTER_EXPORT_FULL;
  export->format =
      MIN (muster_form_dialog_get_choice (dialog, "format"), G_N_ELEMENTS (suffixes) - 1);
  export->chooser = gtk_file_chooser_native_new (_ ("Export Members"), export->window,
                                                 GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  name = g_strdup_printf ("%s.%s", muster_group_get_name (export->group), suffixes[export->format]);
  g_strdelimit (name, "/", '-');
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (export->chooser), name);
  g_signal_connect (export->chooser, "response", G_CALLBACK (chosen_cb), export);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (export->chooser));
}

/**
 * muster_export_ask:
 * @window: shows the toast of the result
 *
 * Asks for profile, format and place, then writes in the background.
 */
void
muster_export_ask (GtkWindow *window, MusterContext *context, MusterGroup *group)
{
  g_autoptr (GtkStringList) profiles = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) formats = gtk_string_list_new (NULL);
  Export *export = g_new0 (Export, 1);
  MusterFormDialog *dialog;

  export->window = g_object_ref (window);
  export->context = g_object_ref (context);
  export->group = muster_group_copy (group);
  gtk_string_list_append (profiles, _ ("Everything"));
  gtk_string_list_append (profiles, _ ("Masked, to be posted"));
  gtk_string_list_append (formats, _ ("Excel workbook"));
  gtk_string_list_append (formats, _ ("CSV table"));
  gtk_string_list_append (formats, _ ("vCard contacts"));
  gtk_string_list_append (formats, _ ("JSON"));

  dialog = muster_form_dialog_new (
      window, _ ("Export Members"),
      _ ("The masked form shows surnames only, and nothing by which somebody can be reached."),
      _ ("Choose a Place…"));
  muster_form_dialog_add_choice (dialog, "profile", _ ("What to export"), profiles, 0);
  muster_form_dialog_add_choice (dialog, "format", _ ("Format"), formats, 0);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), export,
                         (GClosureNotify) (void (*) (void)) export_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
