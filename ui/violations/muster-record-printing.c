/* muster-record-printing.c - the record of a member as a PDF or on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-record-printing"

#include "config.h"

#include <glib/gi18n.h>

#include "muster-person-record.h"
#include "muster-printing.h"
#include "muster-record-printing.h"
#include "muster-saving.h"

/* Whose record it is. */
typedef struct
{
  MusterGroup *group; /* owned */
  MusterId member;
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_object_unref (place->group);
  g_free (place);
}

static gboolean
save (MusterStore *store, const char *path, gpointer data, GError **error)
{
  const Place *place = data;

  return muster_person_record_run (store, place->group, &place->member, path, error);
}

/**
 * muster_record_printing_save:
 * @name: of @member
 *
 * Asks for a place, and writes a PDF there.
 */
void
muster_record_printing_save (GtkWidget *widget, MusterContext *context, MusterGroup *group,
                             const MusterId *member, const char *name)
{
  Place *place = g_new0 (Place, 1);
  g_autofree char *file = g_strdup_printf ("%s.pdf", name);

  place->group = g_object_ref (group);
  place->member = *member;
  muster_saving_ask (widget, context, _ ("Save the Record"), file, save, place, place_free);
}

static guint
count_pages (gpointer data, double width, double height)
{
  return muster_pages_get_n_pages (data, width, height);
}

static void
draw_page (gpointer data, cairo_t *cairo, double width, double height, guint page)
{
  muster_pages_draw_page (data, cairo, width, height, page);
}

/**
 * muster_record_printing_print:
 * @name: of @member
 */
void
muster_record_printing_print (GtkWidget *widget, MusterContext *context, MusterGroup *group,
                              const MusterId *member, const char *name)
{
  static const MusterPrinting printing = { count_pages, draw_page };
  g_autoptr (GError) error = NULL;
  MusterDatabase *db = muster_store_get_database (muster_context_get_store (context), &error);
  MusterDay today = muster_clock_get_today (muster_context_get_clock (context));
  g_autoptr (MusterPages) pages = NULL;

  if (db != NULL)
    pages = muster_person_record_new_pages (db, group, member, today, &error);
  if (pages == NULL)
    gtk_widget_activate_action (widget, "win.failed", "s", error->message);
  else
    muster_printing_run (widget, name, &printing, pages);
}
