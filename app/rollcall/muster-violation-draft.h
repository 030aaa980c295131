/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-draft.h"
#include "muster-roster.h"
#include "muster-violation-case.h"

G_BEGIN_DECLS

/**
 * MusterViolationMessage:
 * @MUSTER_VIOLATION_MESSAGE_SANCTION: what was decided, or is proposed
 * @MUSTER_VIOLATION_MESSAGE_UNMUTE: the member may write again
 * @MUSTER_VIOLATION_MESSAGE_APPEAL: the appeal has arrived
 * @MUSTER_VIOLATION_MESSAGE_UPHELD: it was refused
 * @MUSTER_VIOLATION_MESSAGE_GRANTED: it was granted
 * @MUSTER_VIOLATION_MESSAGE_WITHDRAWN: the report was taken back
 */
typedef enum
{
  MUSTER_VIOLATION_MESSAGE_SANCTION,
  MUSTER_VIOLATION_MESSAGE_UNMUTE,
  MUSTER_VIOLATION_MESSAGE_APPEAL,
  MUSTER_VIOLATION_MESSAGE_UPHELD,
  MUSTER_VIOLATION_MESSAGE_GRANTED,
  MUSTER_VIOLATION_MESSAGE_WITHDRAWN,
} MusterViolationMessage;

gboolean
muster_violation_draft_find (const MusterViolationCase *about, MusterViolationMessage *out_message);
char *muster_violation_draft_dup (MusterDraft *draft, MusterViolationMessage message,
                                  const MusterViolationCase *about, const MusterSanction *sanction,
                                  const char *name, const char *nickname,
                                  MusterDay pay_by) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_violation_draft_write (MusterDatabase *db, MusterGroup *group, MusterRoster *roster,
                                       const MusterViolationCase *about, MusterDay today,
                                       char **out_text, GError **error);

G_END_DECLS
