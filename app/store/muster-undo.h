/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-store.h"

G_BEGIN_DECLS

/**
 * MusterUndoReport:
 * @title: what was undone or redone
 * @redone: whether it is in force again
 * @n_rows: rows of the change
 * @n_undone: rows put back
 * @n_edited: rows kept because they were edited since
 * @n_used: rows kept because later rows refer to them
 */
typedef struct
{
  char *title;
  gboolean redone;
  gint64 n_rows;
  gint64 n_undone;
  gint64 n_edited;
  gint64 n_used;
} MusterUndoReport;

void muster_undo_report_free (MusterUndoReport *self);
char *muster_undo_report_dup_text (const MusterUndoReport *self) G_GNUC_WARN_UNUSED_RESULT;

MusterUndoReport *muster_undo_last (MusterStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MusterUndoReport *muster_undo_redo (MusterStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MusterUndoReport *muster_undo_change (MusterStore *store, const MusterId *change,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

void muster_undo_last_async (MusterStore *store, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
void muster_undo_redo_async (MusterStore *store, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
void
muster_undo_change_async (MusterStore *store, const MusterId *change, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data);
MusterUndoReport *muster_undo_finish (MusterStore *store, GAsyncResult *result,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterUndoReport, muster_undo_report_free)

G_END_DECLS
