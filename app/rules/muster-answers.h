/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MusterReceiptState:
 * @MUSTER_RECEIPT_NONE: the text answers nothing
 * @MUSTER_RECEIPT_RECEIVED: read
 * @MUSTER_RECEIPT_UNDONE: read, but what it asks for is not done
 * @MUSTER_RECEIPT_DONE: done
 *
 * What a reply says; the later say more.
 */
typedef enum
{
  MUSTER_RECEIPT_NONE,
  MUSTER_RECEIPT_RECEIVED,
  MUSTER_RECEIPT_UNDONE,
  MUSTER_RECEIPT_DONE,
} MusterReceiptState;

#define MUSTER_N_RECEIPT_STATES (MUSTER_RECEIPT_DONE + 1)

/**
 * MusterAnswers:
 *
 * The words that a group accepts as an answer (the policy "answers"):
 * "收到, ok; done: 已完成; undone: 还没做".  A part that is not named keeps the
 * words that the program knows.
 */
typedef struct _MusterAnswers MusterAnswers;

MusterAnswers *muster_answers_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_answers_free (MusterAnswers *self);

MusterReceiptState muster_answers_judge (MusterAnswers *self, const char *text);
MusterReceiptState
muster_answers_find_tail (MusterAnswers *self, const char *text, gsize *out_head);
char *
muster_answers_dup_words (MusterAnswers *self, MusterReceiptState answer) G_GNUC_WARN_UNUSED_RESULT;

const char *muster_receipt_state_get_key (MusterReceiptState answer);
const char *muster_receipt_state_get_title (MusterReceiptState answer);
gboolean muster_receipt_state_find (const char *key, MusterReceiptState *out_answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterAnswers, muster_answers_free)

G_END_DECLS
