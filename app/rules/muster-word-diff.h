/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MUSTER_WORDS_SAME,
  MUSTER_WORDS_REMOVED,
  MUSTER_WORDS_ADDED,
} MusterWordsKind;

/**
 * MusterWords:
 *
 * A piece of a text that stayed, went or came.
 */
typedef struct
{
  MusterWordsKind kind;
  char *text;
} MusterWords;

void muster_words_free (MusterWords *self);

GPtrArray *muster_word_diff (const char *before, const char *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
