/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-answers.h"
#include "muster-identity.h"

G_BEGIN_DECLS

/**
 * MusterReply:
 * @line: in the text or the file
 * @text: owned: what was written, whole
 * @name: owned, %NULL if nothing says who: the name as it was written
 * @time: wall clock; %MUSTER_REPLY_NO_TIME if nothing says when
 * @answer: what it says
 * @who: whether @member is known
 *
 * Something that may be an answer, and who may have given it.
 */
typedef struct
{
  guint64 line;
  char *text;
  char *name;
  gint64 time;
  MusterReceiptState answer;
  MusterIdentityVerdict who;
  guint member;
} MusterReply;

#define MUSTER_REPLY_NO_TIME G_MININT64

void muster_reply_free (MusterReply *self);

/**
 * MusterReplyMatcher:
 *
 * Tells from a line who answered, and what: the names are those of a group's
 * members, the words those that the group accepts.
 */
typedef struct _MusterReplyMatcher MusterReplyMatcher;

MusterReplyMatcher *muster_reply_matcher_new (MusterRoster *roster, MusterAnswers *answers,
                                              MusterDay today) G_GNUC_WARN_UNUSED_RESULT;
void muster_reply_matcher_free (MusterReplyMatcher *self);

MusterRoster *muster_reply_matcher_get_roster (MusterReplyMatcher *self);
MusterAnswers *muster_reply_matcher_get_answers (MusterReplyMatcher *self);
MusterIdentityVerdict
muster_reply_matcher_find (MusterReplyMatcher *self, const char *platform, const char *identifier,
                           const char *name, guint *out_member);
char *muster_reply_matcher_dup_rest (MusterReplyMatcher *self, guint member,
                                     const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean muster_reply_matcher_is_name (MusterReplyMatcher *self, const char *text,
                                       MusterIdentityVerdict *out_who, guint *out_member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReply, muster_reply_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReplyMatcher, muster_reply_matcher_free)

G_END_DECLS
