/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MusterPrinting:
 * @count: how many pages there are on paper of that size
 * @draw: draws one page, from 0
 *
 * How a text gets onto paper; sizes are points.
 */
typedef struct
{
  guint (*count) (gpointer data, double width, double height);
  void (*draw) (gpointer data, cairo_t *cairo, double width, double height, guint page);
} MusterPrinting;

void muster_printing_run (GtkWidget *widget, const char *name, const MusterPrinting *printing,
                          gpointer data);

G_END_DECLS
