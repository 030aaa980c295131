/* muster-start-page.c - what an empty database shows: three ways to begin
 *
 * Its buttons are actions of the window; there is nothing to keep here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-start-page"

#include "config.h"

#include "muster-start-page.h"

struct _MusterStartPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (MusterStartPage, muster_start_page, ADW_TYPE_BIN)

static void
muster_start_page_class_init (MusterStartPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/musterapp/Muster/muster-start-page.ui");
}

static void
muster_start_page_init (MusterStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
