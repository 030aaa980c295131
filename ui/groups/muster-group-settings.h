/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-context.h"
#include "muster-group.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_GROUP_SETTINGS (muster_group_settings_get_type ())
G_DECLARE_FINAL_TYPE (MusterGroupSettings, muster_group_settings, MUSTER, GROUP_SETTINGS, AdwWindow)

GtkWidget *
muster_group_settings_new (GtkWindow *parent, MusterContext *context, MusterGroup *group);

G_END_DECLS
