/* muster-printing.c - asks for a printer, and prints
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-printing"

#include "config.h"

#include "muster-printing.h"

typedef struct
{
  const MusterPrinting *printing;
  gpointer data;
} Job;

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, const Job *job)
{
  guint n_pages = job->printing->count (job->data, gtk_print_context_get_width (context),
                                        gtk_print_context_get_height (context));

  gtk_print_operation_set_n_pages (operation, (int) n_pages);
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, const Job *job)
{
  job->printing->draw (job->data, gtk_print_context_get_cairo_context (context),
                       gtk_print_context_get_width (context),
                       gtk_print_context_get_height (context), (guint) page);
}

/**
 * muster_printing_run:
 * @widget: its window shows what went wrong
 * @name: of the job
 *
 * Comes back when the keeper has decided.
 */
void
muster_printing_run (GtkWidget *widget, const char *name, const MusterPrinting *printing,
                     gpointer data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GError) error = NULL;
  Job job = { printing, data };

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, name);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), &job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), &job);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (gtk_widget_get_root (widget)),
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_widget_activate_action (widget, "win.failed", "s", error->message);
}
