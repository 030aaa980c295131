/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-answers.h"
#include "muster-group.h"
#include "muster-reply-matcher.h"
#include "muster-text-source.h"
#include "muster-warnings.h"

G_BEGIN_DECLS

/**
 * MusterReplyVerdict:
 * @MUSTER_REPLY_MATCHED: a member's answer; is taken down
 * @MUSTER_REPLY_AMBIGUOUS: it may be of several members; left out until somebody says whose
 * @MUSTER_REPLY_UNKNOWN: an answer of nobody in the group; left out likewise
 * @MUSTER_REPLY_ALREADY: the member has answered before
 * @MUSTER_REPLY_NO_ANSWER: it answers nothing
 * @MUSTER_REPLY_BEFORE: was written before the publication
 */
typedef enum
{
  MUSTER_REPLY_MATCHED,
  MUSTER_REPLY_AMBIGUOUS,
  MUSTER_REPLY_UNKNOWN,
  MUSTER_REPLY_ALREADY,
  MUSTER_REPLY_NO_ANSWER,
  MUSTER_REPLY_BEFORE,
} MusterReplyVerdict;

#define MUSTER_N_REPLY_VERDICTS (MUSTER_REPLY_BEFORE + 1)

const char *muster_reply_verdict_get_key (MusterReplyVerdict verdict);
const char *muster_reply_verdict_get_title (MusterReplyVerdict verdict);

/**
 * MusterReplyItem:
 * @reply: owned: what was written
 * @membership: of %MUSTER_REPLY_MATCHED and %MUSTER_REPLY_ALREADY: whose answer it is
 * @person: owned: the member's name; %NULL where nobody is known
 * @is_late: was written after the time limit
 */
typedef struct
{
  MusterReply *reply;
  MusterReplyVerdict verdict;
  MusterId membership;
  char *person;
  gboolean is_late;
} MusterReplyItem;

/**
 * MusterReplyOptions:
 * @after: wall clock of the publication; %MUSTER_REPLY_NO_TIME where everything counts
 * @limit: wall clock until which an answer is in time; %MUSTER_REPLY_NO_TIME for no limit
 * @wants_done: the answer that says most counts; else a member's first
 * @only_read: what is read but not done yet is no answer: rules are accepted or not
 * @subject: (nullable): a 接龙 in the records counts only if it names this
 * @stored: (nullable) (element-type MusterId MusterReceiptState): what members answered before
 * @today: the day on which the replies are read
 *
 * What the replies answer.
 */
typedef struct
{
  gint64 after;
  gint64 limit;
  gboolean wants_done;
  gboolean only_read;
  const char *subject;
  GHashTable *stored;
  MusterDay today;
} MusterReplyOptions;

/**
 * MusterReplyPlan:
 *
 * Replies compared with the members of a group, before anything is written.
 */
typedef struct _MusterReplyPlan MusterReplyPlan;

MusterReplyPlan *
muster_reply_plan_new (MusterDatabase *db, MusterGroup *group, MusterTextSource *source,
                       const MusterReplyOptions *options, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_reply_plan_free (MusterReplyPlan *self);

gboolean muster_reply_plan_is_chat (MusterReplyPlan *self);
GPtrArray *muster_reply_plan_get_items (MusterReplyPlan *self);
guint muster_reply_plan_get_count (MusterReplyPlan *self, MusterReplyVerdict verdict);
guint muster_reply_plan_get_n_late (MusterReplyPlan *self);
void muster_reply_plan_settle (MusterReplyPlan *self, guint i, const MusterId *membership,
                               MusterReceiptState answer);
MusterWarnings *muster_reply_plan_get_warnings (MusterReplyPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReplyPlan, muster_reply_plan_free)

G_END_DECLS
