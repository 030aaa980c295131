/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-database.h"

G_BEGIN_DECLS

/**
 * MusterDueKind:
 * @MUSTER_DUE_TASK: a task; the subject is the task
 * @MUSTER_DUE_REMINDER: somebody was asked for something; the subject is the membership
 * @MUSTER_DUE_SIGN_UP: the deadline of signing up; the subject is the event
 * @MUSTER_DUE_ATTENDANCE: an event is over for which people signed up, and nobody wrote down who
 *   was there; the subject is the event
 * @MUSTER_DUE_NOTICE: a notice is to be sent; the subject is the notice
 * @MUSTER_DUE_ANSWER: until when a notice is to be answered that not everybody has answered; the
 *   subject is the notice
 * @MUSTER_DUE_MUTE: somebody may write again; the subject is the membership
 * @MUSTER_DUE_BIRTHDAY: the subject is the membership
 * @MUSTER_DUE_ANNIVERSARY: the subject is the membership
 * @MUSTER_DUE_RULE_QUESTIONS: there is no subject
 */
typedef enum
{
  MUSTER_DUE_TASK,
  MUSTER_DUE_REMINDER,
  MUSTER_DUE_SIGN_UP,
  MUSTER_DUE_ATTENDANCE,
  MUSTER_DUE_NOTICE,
  MUSTER_DUE_ANSWER,
  MUSTER_DUE_MUTE,
  MUSTER_DUE_BIRTHDAY,
  MUSTER_DUE_ANNIVERSARY,
  MUSTER_DUE_RULE_QUESTIONS,
} MusterDueKind;

/**
 * MusterDue:
 * @event: what it belongs to; none where it does not
 * @original_at: which time of @event
 * @title: owned, for people
 * @detail: owned, for people; %NULL where there is nothing more to say
 * @at: seconds since 1970; where only the day counts, its beginning where the viewer is
 * @overdue: its time is over, and it is not done
 *
 * Something that wants attention by a time.
 */
typedef struct
{
  MusterDueKind kind;
  MusterId group;
  MusterId subject;
  MusterId event;
  gint64 original_at;
  char *title;
  char *detail;
  gint64 at;
  gboolean all_day;
  gboolean overdue;
} MusterDue;

void muster_due_free (MusterDue *self);
const char *muster_due_kind_get_title (MusterDueKind kind);
GPtrArray *muster_due_list (MusterDatabase *db, const MusterId *group, gint64 from, gint64 to,
                            GTimeZone *viewer, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterDue, muster_due_free)

G_END_DECLS
