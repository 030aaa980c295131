/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-changeset.h"
#include "muster-database.h"

G_BEGIN_DECLS

/**
 * MusterUndoPlan:
 *
 * Which rows of a change can be put back and which are to be kept.  Made in a
 * pass of its own before anything is written.
 */
typedef struct _MusterUndoPlan MusterUndoPlan;

MusterUndoPlan *
muster_undo_plan_new (MusterDatabase *db, gint64 change, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_undo_plan_free (MusterUndoPlan *self);

gboolean muster_undo_plan_is_kept (MusterUndoPlan *self, MusterChangeset *row);
gint64 muster_undo_plan_get_n_edited (MusterUndoPlan *self);
gint64 muster_undo_plan_get_n_used (MusterUndoPlan *self);

/**
 * MusterUndoVisit:
 *
 * Sees each row of the inverted change, the last part first.
 */
typedef gboolean (*MusterUndoVisit) (MusterDatabase *db, MusterChangeset *row, gpointer data,
                                     GError **error);

gboolean muster_undo_plan_visit (MusterDatabase *db, gint64 change, MusterUndoVisit visit,
                                 gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterUndoPlan, muster_undo_plan_free)

G_END_DECLS
