/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-group.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_GROUP_ROW (muster_group_row_get_type ())
G_DECLARE_FINAL_TYPE (MusterGroupRow, muster_group_row, MUSTER, GROUP_ROW, GtkListBoxRow)

GtkWidget *muster_group_row_new (MusterGroup *group);

MusterGroup *muster_group_row_get_group (MusterGroupRow *self);

G_END_DECLS
