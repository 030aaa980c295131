/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-import-job.h"

G_BEGIN_DECLS

struct _MusterImportJob
{
  GObject parent_instance;

  MusterStore *store; /* owned */
  char *path;         /* owned, NULL: pasted */
  GBytes *bytes;      /* owned, NULL: a file */
  char *name;         /* owned: of the file, without its folder */

  /* from the look */
  MusterTextSource *source; /* owned, NULL before */
  GArray *matches;          /* owned, of MusterFormatMatch, NULL before */
  MusterSummary *summary;   /* owned, NULL before */
  GPtrArray *samples;       /* owned, of GStrv: the first rows; NULL where there are none */
  MusterField *mapping;     /* owned, NULL where there are no columns */
  guint n_columns;
  GPtrArray *chats; /* owned, of MusterChatInfo, NULL unless there are several */

  /* from the keeper */
  char *wanted_chat; /* owned: the id of one of several; NULL before it is chosen */
  MusterImportPurpose purpose;
  MusterGroup *group; /* owned; without an id it is made by the import */
  MusterDay covers_from, covers_to, taken;

  /* from the plan and the run */
  MusterRosterPlan *roster;              /* owned, NULL if that is not the purpose */
  MusterSnapshotPlan *snapshot;          /* owned, NULL if that is not the purpose */
  MusterCalendarImport *calendar;        /* owned, NULL if that is not the purpose */
  MusterCalendarReader *calendar_reader; /* owned, holds the warnings of @calendar */
  MusterChatReader *chat;                /* owned, NULL unless a chat is read */
  MusterChatImportResult result;
};

MusterChatOptions muster_import_job_get_options (MusterImportJob *self);
MusterTableReader *
muster_import_job_open_table (MusterImportJob *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_import_job_forget_look (MusterImportJob *self);
void muster_import_job_forget_plan (MusterImportJob *self);

G_END_DECLS
