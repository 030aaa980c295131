/* muster-event-code-window.c - the QR code of an event, to be held before the camera of a phone
 *
 * It is dark on light in every style: cameras don't read it the other way round.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-event-code-window"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "muster-event-code-window.h"
#include "muster-event-code.h"

#define SIZE 360

/* Each module is a whole number of pixels of the screen. */
static void
draw_cb (GtkDrawingArea *area, cairo_t *cairo, int width, int height, gpointer user_data)
{
  const MusterEventCode *code = user_data;
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (area));
  int modules = (int) code->size + 2 * MUSTER_EVENT_CODE_MARGIN;
  int pixels = MAX (MIN (width, height) * scale / modules, 1);
  int left = (width * scale - pixels * (int) code->size) / 2;
  int top = (height * scale - pixels * (int) code->size) / 2;

  cairo_scale (cairo, 1.0 / scale, 1.0 / scale);
  cairo_set_antialias (cairo, CAIRO_ANTIALIAS_NONE);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_rectangle (cairo, left - MUSTER_EVENT_CODE_MARGIN * pixels,
                   top - MUSTER_EVENT_CODE_MARGIN * pixels, modules * pixels, modules * pixels);
  cairo_fill (cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  for (guint i = 0; i < code->size * code->size; i++)
    if (code->modules[i])
      cairo_rectangle (cairo, left + (int) (i % code->size) * pixels,
                       top + (int) (i / code->size) * pixels, pixels, pixels);
  cairo_fill (cairo);
}

static void
free_code (gpointer data)
{
  muster_event_code_free (data);
}

/**
 * muster_event_code_window_present:
 * @event: the time that is meant
 * @now: seconds since 1970
 */
void
muster_event_code_window_present (GtkWidget *parent, const MusterEvent *event, gint64 now)
{
  g_autoptr (GError) error = NULL;
  MusterEventCode *code = muster_event_code_new (event, now, &error);
  GtkWidget *window = gtk_widget_get_ancestor (parent, GTK_TYPE_WINDOW);
  GtkWidget *dialog, *area;

  if (code == NULL)
    {
      gtk_widget_activate_action (parent, "win.failed", "s", error->message);
      return;
    }

  dialog = adw_message_dialog_new (
      GTK_WINDOW (window), event->title,
      code->is_shortened
          ? _ ("A phone takes the event into its calendar. The description was shortened: it is "
               "too long for a QR code.")
          : _ ("A phone takes the event into its calendar."));
  area = gtk_drawing_area_new ();
  gtk_widget_set_size_request (area, SIZE - 60, SIZE - 60);
  gtk_widget_set_halign (area, GTK_ALIGN_FILL);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SIZE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("QR code of the event"), -1);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, code, free_code);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), area);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}
