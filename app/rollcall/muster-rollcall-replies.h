/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-edition.h"
#include "muster-group.h"
#include "muster-notice-answers.h"
#include "muster-policy.h"

G_BEGIN_DECLS

/**
 * MusterRollcallDocument:
 * @title: owned
 * @editions: (element-type MusterEdition): owned, oldest first
 * @acknowledgements: (element-type MusterAcknowledgement): owned
 *
 * A rule text that is in use, and who accepted it.
 */
typedef struct
{
  char *title;
  GPtrArray *editions;
  GPtrArray *acknowledgements;
} MusterRollcallDocument;

/**
 * MusterRollcallNotice:
 *
 * A notice whose time limit is over, and who answered it; both are owned.
 */
typedef struct
{
  MusterNotice *notice;
  MusterNoticeAnswers *answers;
} MusterRollcallNotice;

/**
 * MusterRollcallReplies:
 * @documents: (element-type MusterRollcallDocument): in use
 * @notices: (element-type MusterRollcallNotice): sent, with a time limit that is over
 * @night: (nullable) (element-type MusterMessageHours): who wrote in the quiet hours of the last
 *   covered days; %NULL where the policy does not set quiet hours
 *
 * What the checks know of what people were asked and of their peace; all is owned.
 */
typedef struct
{
  GPtrArray *documents;
  GPtrArray *notices;
  GPtrArray *night;
} MusterRollcallReplies;

MusterRollcallReplies *
muster_rollcall_replies_read (MusterDatabase *db, const MusterId *group, MusterPolicy *policy,
                              MusterDay on, gint64 now, MusterDay as_of,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_rollcall_replies_free (MusterRollcallReplies *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRollcallReplies, muster_rollcall_replies_free)

G_END_DECLS
