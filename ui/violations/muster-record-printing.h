/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-context.h"
#include "muster-group.h"

G_BEGIN_DECLS

void muster_record_printing_save (GtkWidget *widget, MusterContext *context, MusterGroup *group,
                                  const MusterId *member, const char *name);
void muster_record_printing_print (GtkWidget *widget, MusterContext *context, MusterGroup *group,
                                   const MusterId *member, const char *name);

G_END_DECLS
