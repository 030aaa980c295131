/* muster-sheet-printing.c - the sign-in sheet of an event on paper, or as a PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-sheet-printing"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-event-overview.h"
#include "muster-printing.h"
#include "muster-saving.h"
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

static gboolean
save (MusterStore *store, const char *path, gpointer data, GError **error)
{
  return muster_sign_in_sheet_save (data, path, error);
}

/**
 * muster_sheet_printing_save:
 *
 * Asks for a place, and writes a PDF there.
 */
void
muster_sheet_printing_save (GtkWidget *widget, MusterContext *context,
                            const MusterEventDetail *detail)
{
  g_autofree char *name = g_strdup_printf ("%s.pdf", detail->event->title);

  muster_saving_ask (widget, context, _ ("Save the Sign-in Sheet"), name, save, make_sheet (detail),
                     (GDestroyNotify) muster_sign_in_sheet_free);
}

static guint
count_pages (gpointer data, double width, double height)
{
  return muster_sign_in_sheet_get_n_pages (data, width, height);
}

static void
draw_page (gpointer data, cairo_t *cairo, double width, double height, guint page)
{
  muster_sign_in_sheet_draw_page (data, cairo, width, height, page);
}

void
muster_sheet_printing_print (GtkWidget *widget, const MusterEventDetail *detail)
{
  static const MusterPrinting printing = { count_pages, draw_page };
  g_autoptr (MusterSignInSheet) sheet = make_sheet (detail);

  muster_printing_run (widget, detail->event->title, &printing, sheet);
}
