/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-command.h"
#include "muster-group.h"
#include "muster-notice-schedule.h"
#include "muster-store.h"
#include "muster-text-source.h"

G_BEGIN_DECLS

/**
 * MusterNoticeOptions:
 *
 * All that the options of musterctl notice say; texts are owned, %NULL if not said.
 */
typedef struct
{
  char *group;
  char *notice;
  char *title;
  char *audience;
  char *wants;
  char *within;
  char *at;
  char *event;
  char *time;
  char *before;
  char *standing;
  char *state;
  char *way;
  char *source;
  char **members;
  gboolean at_night;
  gboolean dry_run;
} MusterNoticeOptions;

gint64 muster_notice_verbs_get_wall (MusterCommandContext *context);
MusterNotice *muster_notice_verbs_find (MusterCommandContext *context, MusterStore *store,
                                        MusterGroup *group, const char *name, gboolean sent,
                                        int *out_status) G_GNUC_WARN_UNUSED_RESULT;
int muster_notice_verbs_new (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                             const char *path, const MusterNoticeOptions *options);
int muster_notice_verbs_send (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                              const MusterNoticeOptions *options);
int
muster_notice_verbs_receipts_source (MusterCommandContext *context, MusterStore *store,
                                     MusterGroup *group, const char *notice,
                                     MusterTextSource *source, const char *path, gboolean dry_run);

G_END_DECLS
