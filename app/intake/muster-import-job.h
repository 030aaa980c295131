/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-calendar-import.h"
#include "muster-chat-import.h"
#include "muster-format.h"
#include "muster-group.h"
#include "muster-roster-plan.h"
#include "muster-snapshot-import.h"
#include "muster-store.h"
#include "muster-summary.h"

G_BEGIN_DECLS

/**
 * MusterImportPurpose:
 * @MUSTER_IMPORT_ROSTER: who belongs in the group
 * @MUSTER_IMPORT_SNAPSHOT: who is in it on one day
 * @MUSTER_IMPORT_CHAT: what was said when
 * @MUSTER_IMPORT_CALENDAR: what happens when
 */
typedef enum
{
  MUSTER_IMPORT_ROSTER,
  MUSTER_IMPORT_SNAPSHOT,
  MUSTER_IMPORT_CHAT,
  MUSTER_IMPORT_CALENDAR,
} MusterImportPurpose;

#define MUSTER_TYPE_IMPORT_JOB (muster_import_job_get_type ())
G_DECLARE_FINAL_TYPE (MusterImportJob, muster_import_job, MUSTER, IMPORT_JOB, GObject)

MusterImportJob *
muster_import_job_new_for_file (MusterStore *store, const char *path) G_GNUC_WARN_UNUSED_RESULT;
MusterImportJob *muster_import_job_new_for_bytes (MusterStore *store, GBytes *bytes,
                                                  const char *name) G_GNUC_WARN_UNUSED_RESULT;

void muster_import_job_look_async (MusterImportJob *self, const char *format, const char *encoding,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
void muster_import_job_plan_async (MusterImportJob *self, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
void muster_import_job_run_async (MusterImportJob *self, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean muster_import_job_finish (MusterImportJob *self, GAsyncResult *result, GError **error);

const char *muster_import_job_get_name (MusterImportJob *self);
GArray *muster_import_job_get_matches (MusterImportJob *self);
const MusterSummary *muster_import_job_get_summary (MusterImportJob *self);
GPtrArray *muster_import_job_get_samples (MusterImportJob *self);
GPtrArray *muster_import_job_get_chats (MusterImportJob *self);
const char *muster_import_job_get_chat (MusterImportJob *self);
void muster_import_job_set_chat (MusterImportJob *self, const char *id);
double muster_import_job_get_progress (MusterImportJob *self);

MusterImportPurpose muster_import_job_get_purpose (MusterImportJob *self);
void muster_import_job_set_purpose (MusterImportJob *self, MusterImportPurpose purpose);
MusterField muster_import_job_get_field (MusterImportJob *self, guint column);
void muster_import_job_set_field (MusterImportJob *self, guint column, MusterField field);
void muster_import_job_set_group (MusterImportJob *self, MusterGroup *group);
MusterGroup *muster_import_job_get_group (MusterImportJob *self);
void
muster_import_job_set_days (MusterImportJob *self, MusterDay from, MusterDay to, MusterDay taken);

MusterRosterPlan *muster_import_job_get_roster_plan (MusterImportJob *self);
MusterSnapshotPlan *muster_import_job_get_snapshot_plan (MusterImportJob *self);
MusterCalendarImport *muster_import_job_get_calendar_plan (MusterImportJob *self);
MusterWarnings *muster_import_job_get_calendar_warnings (MusterImportJob *self);
const MusterChatImportResult *muster_import_job_get_chat_result (MusterImportJob *self);

G_END_DECLS
