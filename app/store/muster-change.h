/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"

G_BEGIN_DECLS

/**
 * MusterChangeKind:
 * @MUSTER_CHANGE_EDIT: the keeper did something
 * @MUSTER_CHANGE_UNDO: takes another change back
 * @MUSTER_CHANGE_REDO: takes an undo back
 * @MUSTER_CHANGE_LOG: notes what was done outside, such as an export: it can't be undone
 */
typedef enum
{
  MUSTER_CHANGE_EDIT,
  MUSTER_CHANGE_UNDO,
  MUSTER_CHANGE_REDO,
  MUSTER_CHANGE_LOG,
} MusterChangeKind;

#define MUSTER_TYPE_CHANGE (muster_change_get_type ())
G_DECLARE_FINAL_TYPE (MusterChange, muster_change, MUSTER, CHANGE, GObject)

typedef struct _MusterStore MusterStore;

MusterChange *muster_change_begin (MusterStore *store, MusterDatabase *db, MusterChangeKind kind,
                                   const char *title, GError **error) G_GNUC_WARN_UNUSED_RESULT;

MusterDatabase *muster_change_get_database (MusterChange *self);
gint64 muster_change_get_now (MusterChange *self);
MusterId muster_change_new_id (MusterChange *self);
const MusterId *muster_change_get_id (MusterChange *self);
void muster_change_set_title (MusterChange *self, const char *title);
void muster_change_set_undoes (MusterChange *self, const MusterId *id);
guint64 muster_change_get_tables (MusterChange *self);
gboolean muster_change_is_open (MusterChange *self);
gboolean muster_change_is_empty (MusterChange *self);

void muster_change_set_part_size (MusterChange *self, gint64 rows);
gboolean muster_change_breathe (MusterChange *self, GError **error);
gboolean muster_change_pause_journal (MusterChange *self, GError **error);
gboolean muster_change_resume_journal (MusterChange *self, GError **error);
gboolean muster_change_commit (MusterChange *self, GError **error);
void muster_change_cancel (MusterChange *self);

G_END_DECLS
