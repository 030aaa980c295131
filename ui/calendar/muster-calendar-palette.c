/* muster-calendar-palette.c - the colours of the groups as style classes, light or dark
 *
 * What stands on the page is of the class "colour-0" and so on; style.css uses
 * the names that are given here.  They hold as long as the object lives.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-calendar-palette"

#include "config.h"

#include "muster-calendar-palette.h"
#include "muster-group-colour.h"

struct _MusterCalendarPalette
{
  GObject parent_instance;

  GdkDisplay *display;      /* owned */
  GtkCssProvider *provider; /* owned */
};

G_DEFINE_FINAL_TYPE (MusterCalendarPalette, muster_calendar_palette, G_TYPE_OBJECT)

static void
load (MusterCalendarPalette *self, gboolean dark)
{
  g_autoptr (GString) css = g_string_new (NULL);

  for (guint i = 0; i < MUSTER_N_GROUP_COLOURS; i++)
    {
      const MusterGroupColour *colour = muster_group_colour_get (i);
      const MusterShade *shade = dark ? &colour->dark : &colour->light;

      g_string_append_printf (css,
                              ".event-chip.colour-%u { background-color: #%06x; color: #%06x; "
                              "border-color: #%06x; }\n"
                              ".event-dot.colour-%u, .event-mark.colour-%u "
                              "{ background-color: #%06x; }\n",
                              i, shade->tint, shade->text, shade->mark, i, i, shade->mark);
    }
  gtk_css_provider_load_from_data (self->provider, css->str, (gssize) css->len);
}

static void
dark_changed_cb (MusterCalendarPalette *self, GParamSpec *pspec, AdwStyleManager *manager)
{
  load (self, adw_style_manager_get_dark (manager));
}

static void
muster_calendar_palette_finalize (GObject *object)
{
  MusterCalendarPalette *self = MUSTER_CALENDAR_PALETTE (object);

  gtk_style_context_remove_provider_for_display (self->display,
                                                 GTK_STYLE_PROVIDER (self->provider));
  g_object_unref (self->provider);
  g_object_unref (self->display);

  G_OBJECT_CLASS (muster_calendar_palette_parent_class)->finalize (object);
}

static void
muster_calendar_palette_class_init (MusterCalendarPaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_calendar_palette_finalize;
}

static void
muster_calendar_palette_init (MusterCalendarPalette *self)
{
  self->provider = gtk_css_provider_new ();
}

/**
 * muster_calendar_palette_new:
 * @display: on which the classes are known
 */
MusterCalendarPalette *
muster_calendar_palette_new (GdkDisplay *display)
{
  MusterCalendarPalette *self = g_object_new (MUSTER_TYPE_CALENDAR_PALETTE, NULL);
  AdwStyleManager *manager = adw_style_manager_get_for_display (display);

  self->display = g_object_ref (display);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (dark_changed_cb), self,
                           G_CONNECT_SWAPPED);
  load (self, adw_style_manager_get_dark (manager));
  return self;
}
