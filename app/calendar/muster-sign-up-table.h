/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-change.h"

G_BEGIN_DECLS

/**
 * MusterSignUpAnswer:
 *
 * Stored as "yes", "maybe", "no" and "withdrawn".
 */
typedef enum
{
  MUSTER_SIGN_UP_YES,
  MUSTER_SIGN_UP_MAYBE,
  MUSTER_SIGN_UP_NO,
  MUSTER_SIGN_UP_WITHDRAWN,
} MusterSignUpAnswer;

#define MUSTER_N_SIGN_UP_ANSWERS (MUSTER_SIGN_UP_WITHDRAWN + 1)

/**
 * MusterSignUp:
 * @original_at: which time of a series: wall clock; of a single event its start
 * @person: owned: the membership's id in hexadecimal digits, or the name of somebody else
 * @guests: whom they bring along
 * @answered_at: seconds since 1970
 * @position: from 1, in the order of signing up; 0 where there is none
 * @note: owned, %NULL if none
 *
 * Who says that they come to which time of an event.
 */
typedef struct
{
  MusterId event;
  gint64 original_at;
  char *person;
  MusterSignUpAnswer answer;
  guint guests;
  gint64 answered_at;
  guint position;
  char *note;
} MusterSignUp;

void muster_sign_up_free (MusterSignUp *self);
const char *muster_sign_up_answer_get_key (MusterSignUpAnswer answer);
const char *muster_sign_up_answer_get_title (MusterSignUpAnswer answer);

gboolean
muster_sign_up_table_set (MusterChange *change, const MusterSignUp *sign_up, GError **error);
GPtrArray *muster_sign_up_table_list (MusterDatabase *db, const MusterId *event, gint64 original_at,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

guint muster_sign_up_find_waiting (GPtrArray *sign_ups, gint64 capacity);
GPtrArray *muster_sign_up_table_list_of_person (MusterDatabase *db, const char *person,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

guint muster_sign_up_count_waiting (GPtrArray *sign_ups, gint64 capacity, guint *out_coming);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSignUp, muster_sign_up_free)

G_END_DECLS
