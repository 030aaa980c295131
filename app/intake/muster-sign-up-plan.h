/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-group.h"
#include "muster-sign-up-table.h"
#include "muster-span.h"
#include "muster-warnings.h"

G_BEGIN_DECLS

/**
 * MusterSignUpVerdict:
 * @MUSTER_SIGN_UP_MATCHED: a member of the group
 * @MUSTER_SIGN_UP_AMBIGUOUS: it may be several; left out until somebody says who it is
 * @MUSTER_SIGN_UP_UNKNOWN: no member; taken in by the name
 * @MUSTER_SIGN_UP_GONE: had signed up and is not in the list any more: withdrawn
 */
typedef enum
{
  MUSTER_SIGN_UP_MATCHED,
  MUSTER_SIGN_UP_AMBIGUOUS,
  MUSTER_SIGN_UP_UNKNOWN,
  MUSTER_SIGN_UP_GONE,
} MusterSignUpVerdict;

#define MUSTER_N_SIGN_UP_VERDICTS (MUSTER_SIGN_UP_GONE + 1)

/**
 * MusterSignUpItem:
 * @line: in the text; 0 of %MUSTER_SIGN_UP_GONE
 * @text: the entry as it was typed; of %MUSTER_SIGN_UP_GONE the name
 * @name: of the entry: the name alone; %NULL of %MUSTER_SIGN_UP_GONE
 * @rest: of the entry: what stands behind the name; %NULL of %MUSTER_SIGN_UP_GONE
 * @is_news: it differs from what is stored
 */
typedef struct
{
  guint64 line;
  char *text;
  char *name;
  char *rest;
  MusterSignUpVerdict verdict;
  gboolean is_news;
  MusterSignUp *sign_up; /* owned; NULL where ambiguous, or left out */
} MusterSignUpItem;

/**
 * MusterSignUpPlan:
 *
 * A 接龙 compared with the members of a group and with those who have signed
 * up, before anything is written.
 */
typedef struct _MusterSignUpPlan MusterSignUpPlan;

MusterSignUpPlan *
muster_sign_up_plan_new (MusterDatabase *db, MusterGroup *group, const MusterId *event,
                         gint64 original_at, MusterSpan text, MusterDay today,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void muster_sign_up_plan_free (MusterSignUpPlan *self);

GPtrArray *muster_sign_up_plan_get_items (MusterSignUpPlan *self);
guint muster_sign_up_plan_get_count (MusterSignUpPlan *self, MusterSignUpVerdict verdict);
guint muster_sign_up_plan_get_n_news (MusterSignUpPlan *self);
void muster_sign_up_plan_settle (MusterSignUpPlan *self, guint i, const char *person);
MusterWarnings *muster_sign_up_plan_get_warnings (MusterSignUpPlan *self);

gboolean muster_sign_up_plan_run (MusterSignUpPlan *self, MusterChange *change, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSignUpPlan, muster_sign_up_plan_free)

G_END_DECLS
