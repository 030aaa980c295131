/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-draft.h"
#include "muster-notice-answers.h"
#include "muster-notice-schedule.h"

G_BEGIN_DECLS

/**
 * MusterNoticeVariable:
 * @name: as it is written, in braces
 * @title: what it stands for, for people; translate with _()
 */
typedef struct
{
  const char *name;
  const char *title;
} MusterNoticeVariable;

const MusterNoticeVariable *muster_notice_text_list_variables (guint *out_n);
gboolean muster_notice_text_check (const char *text, GError **error);
char *muster_notice_text_fill (const MusterNotice *notice, MusterDraft *draft, MusterGroup *group,
                               const MusterEvent *event, const char *const *names, gint64 at,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

char *muster_notice_text_read (MusterDatabase *db, MusterGroup *group,
                               const MusterScheduledNotice *scheduled, gint64 at,
                               guint *out_n_asked, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *
muster_notice_text_dup_reminder (MusterGroup *group, const MusterNotice *notice,
                                 const MusterNoticeAnswers *answers) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
