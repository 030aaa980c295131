/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-group.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_PUBLISH_DIALOG (muster_publish_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MusterPublishDialog, muster_publish_dialog, MUSTER, PUBLISH_DIALOG, AdwWindow)

GtkWidget *
muster_publish_dialog_new (GtkWindow *parent, MusterContext *context, MusterGroup *group);

G_END_DECLS
