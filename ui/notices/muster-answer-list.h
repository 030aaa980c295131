/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "muster-id.h"

G_BEGIN_DECLS

/**
 * MusterAnswerAction:
 * @key: what the signal says
 * @context: (nullable): of the translation of @title
 * @title: of the button
 *
 * What the keeper can say about people.
 */
typedef struct
{
  const char *key;
  const char *context;
  const char *title;
} MusterAnswerAction;

/**
 * MusterAnswerRow:
 * @nickname: (nullable): where it says more than the name
 * @state: what they answered, in a word
 * @detail: (nullable): when and how
 * @action: which of the actions the row's own button is
 *
 * A person who was asked for something; texts are the caller's.
 */
typedef struct
{
  MusterId id;
  const char *name;
  const char *nickname;
  const char *state;
  const char *detail;
  gboolean is_outstanding;
  gboolean is_warning;
  guint action;
} MusterAnswerRow;

#define MUSTER_TYPE_ANSWER_LIST (muster_answer_list_get_type ())
G_DECLARE_FINAL_TYPE (MusterAnswerList, muster_answer_list, MUSTER, ANSWER_LIST, GtkBox)

GtkWidget *muster_answer_list_new (const MusterAnswerAction *actions, guint n_actions);
void muster_answer_list_show (MusterAnswerList *self, const MusterAnswerRow *rows, guint n_rows);

G_END_DECLS
