/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"
#include "muster-id.h"

G_BEGIN_DECLS

/**
 * MusterReplyWay:
 * @MUSTER_REPLY_HAND: the keeper says so
 * @MUSTER_REPLY_WORD: by word of mouth
 * @MUSTER_REPLY_PASTED: a reply that was pasted
 * @MUSTER_REPLY_RECORDS: a message in the records of the chat
 * @MUSTER_REPLY_SHEET: signed on paper
 *
 * How a reply came; stored as "hand", "word", "reply", "records" and "sheet".
 */
typedef enum
{
  MUSTER_REPLY_HAND,
  MUSTER_REPLY_WORD,
  MUSTER_REPLY_PASTED,
  MUSTER_REPLY_RECORDS,
  MUSTER_REPLY_SHEET,
} MusterReplyWay;

#define MUSTER_N_REPLY_WAYS (MUSTER_REPLY_SHEET + 1)

const char *muster_reply_way_get_key (MusterReplyWay way);
const char *muster_reply_way_get_title (MusterReplyWay way);
gboolean muster_reply_way_find (const char *key, MusterReplyWay *out_way);

/**
 * MusterAcknowledgement:
 * @day: on which it was given
 * @source: owned, %NULL if none: a file or list; of a signed sheet where the scan is
 * @note: owned, %NULL if none
 * @author: owned, %NULL if not known: who wrote it down
 *
 * One person accepts one edition of a document.
 */
typedef struct
{
  MusterId edition;
  MusterId membership;
  MusterDay day;
  MusterReplyWay way;
  char *source;
  char *note;
  char *author;
} MusterAcknowledgement;

MusterAcknowledgement *muster_acknowledgement_new (void) G_GNUC_WARN_UNUSED_RESULT;
MusterAcknowledgement *
muster_acknowledgement_copy (const MusterAcknowledgement *self) G_GNUC_WARN_UNUSED_RESULT;
void muster_acknowledgement_free (MusterAcknowledgement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterAcknowledgement, muster_acknowledgement_free)

G_END_DECLS
