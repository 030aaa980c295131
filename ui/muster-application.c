/* muster-application.c - one process, its windows and its actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-application"

#include "config.h"

#include "muster-application.h"

struct _MusterApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (MusterApplication, muster_application, ADW_TYPE_APPLICATION)

static void
muster_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, "application", application, NULL);

  gtk_window_present (window);
}

static void
muster_application_class_init (MusterApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = muster_application_activate;
}

static void
muster_application_init (MusterApplication *self)
{
}

MusterApplication *
muster_application_new (void)
{
  return g_object_new (MUSTER_TYPE_APPLICATION, "application-id", APP_ID, "resource-base-path",
                       "/org/musterapp/Muster", NULL);
}
