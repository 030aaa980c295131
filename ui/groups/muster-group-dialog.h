/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MUSTER_TYPE_GROUP_DIALOG (muster_group_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MusterGroupDialog, muster_group_dialog, MUSTER, GROUP_DIALOG, AdwWindow)

GtkWidget *muster_group_dialog_new (GtkWindow *parent);

const char *muster_group_dialog_get_name (MusterGroupDialog *self);
const char *muster_group_dialog_get_platform (MusterGroupDialog *self);
const char *muster_group_dialog_get_naming (MusterGroupDialog *self);
void muster_group_dialog_set_problem (MusterGroupDialog *self, const char *problem);

G_END_DECLS
