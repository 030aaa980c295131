/* muster-sheet-printing.c - the sign-in sheet of an event on paper, or as a PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sheet-printing"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-event-overview.h"
#include "muster-sheet-printing.h"
#include "muster-sign-in-sheet.h"

/* Of a group whose members sign up, only those who did are listed. */
static MusterSignInSheet *
make_sheet (const MusterEventDetail *detail)
{
  g_autofree char *when = muster_event_overview_dup_when (detail->event);
  MusterEventCounts counts;

  muster_event_detail_count (detail->people, &counts);
  return muster_sign_in_sheet_new (detail, when, counts.coming + counts.waiting > 0);
}

static void
free_sheet (gpointer data)
{
  muster_sign_in_sheet_free (data);
}

static void
say (GtkWindow *window, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.failed", "s", text);
}

static void
chosen_cb (GtkFileChooserNative *chooser, int response, MusterSignInSheet *sheet)
{
  GtkWindow *window = gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (chooser));
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    path = g_file_get_path (file);
  if (path != NULL)
    {
      gboolean done = muster_sign_in_sheet_save (sheet, path, &error);

      say (window, done ? _ ("Sign-in sheet saved") : error->message);
    }
  g_object_unref (chooser);
}

/**
 * muster_sheet_printing_save:
 *
 * Asks for a place, and writes a PDF there.
 */
void
muster_sheet_printing_save (GtkWidget *widget, const MusterEventDetail *detail)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Save the Sign-in Sheet"), GTK_WINDOW (gtk_widget_get_root (widget)),
      GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  g_autofree char *name = g_strdup_printf ("%s.pdf", detail->event->title);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), g_strdelimit (name, "/", '-'));
  g_signal_connect_data (chooser, "response", G_CALLBACK (chosen_cb), make_sheet (detail),
                         (GClosureNotify) (void (*) (void)) free_sheet, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, MusterSignInSheet *sheet)
{
  gtk_print_operation_set_n_pages (operation, (int) muster_sign_in_sheet_get_n_pages (
                                                  sheet, gtk_print_context_get_width (context),
                                                  gtk_print_context_get_height (context)));
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, MusterSignInSheet *sheet)
{
  muster_sign_in_sheet_draw_page (sheet, gtk_print_context_get_cairo_context (context),
                                  gtk_print_context_get_width (context),
                                  gtk_print_context_get_height (context), (guint) page);
}

/**
 * muster_sheet_printing_print:
 *
 * Asks for a printer, and prints.
 */
void
muster_sheet_printing_print (GtkWidget *widget, const MusterEventDetail *detail)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (MusterSignInSheet) sheet = make_sheet (detail);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, detail->event->title);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), sheet);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), sheet);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window,
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    say (window, error->message);
}
