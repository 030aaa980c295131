/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "muster-slot-list.h"

G_BEGIN_DECLS

#define MUSTER_TYPE_SELECTION_MODEL (muster_selection_model_get_type ())
G_DECLARE_FINAL_TYPE (MusterSelectionModel, muster_selection_model, MUSTER, SELECTION_MODEL,
                      GObject)

MusterSelectionModel *muster_selection_model_new (MusterSlotList *list) G_GNUC_WARN_UNUSED_RESULT;

guint64 muster_selection_model_get_n_selected (MusterSelectionModel *self);
GArray *muster_selection_model_dup_keys (MusterSelectionModel *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
