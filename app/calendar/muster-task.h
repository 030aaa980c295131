/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "muster-day.h"
#include "muster-event.h"

G_BEGIN_DECLS

/**
 * MusterTaskState:
 *
 * Stored as "open", "done" and "dropped".
 */
typedef enum
{
  MUSTER_TASK_OPEN,
  MUSTER_TASK_DONE,
  MUSTER_TASK_DROPPED,
} MusterTaskState;

#define MUSTER_N_TASK_STATES (MUSTER_TASK_DROPPED + 1)

/**
 * MusterTaskAnchor:
 * @MUSTER_TASK_AT: due at a time of its own
 * @MUSTER_TASK_FROM_START: so many minutes after the event begins, or before
 * @MUSTER_TASK_FROM_END: so many minutes after it ends, or before
 */
typedef enum
{
  MUSTER_TASK_AT,
  MUSTER_TASK_FROM_START,
  MUSTER_TASK_FROM_END,
} MusterTaskAnchor;

/**
 * MusterTask:
 * @event: none for a task of the group alone
 * @original_at: which time of a series: wall clock; of a single event its start
 * @owner: owned: the membership's id in hexadecimal digits, or the name of somebody else; %NULL
 *   for nobody yet
 * @minutes: from the anchor; less than 0 before it
 * @due_at: of %MUSTER_TASK_AT: wall clock, in the zone of the event; %MUSTER_EVENT_NO_TIME for
 *   whenever it suits
 * @done_at: seconds since 1970; 0 where it is not done
 * @note: owned, %NULL if none
 * @position: in the checklist, from 1
 *
 * Something that has to be done, mostly for an event.
 */
typedef struct
{
  MusterId id;
  MusterId group;
  MusterId event;
  gint64 original_at;
  char *title; /* owned */
  char *owner;
  MusterTaskState state;
  MusterTaskAnchor anchor;
  gint64 minutes;
  gint64 due_at;
  gint64 done_at;
  char *note;
  guint position;
} MusterTask;

MusterTask *muster_task_new (void) G_GNUC_WARN_UNUSED_RESULT;
MusterTask *muster_task_copy (const MusterTask *self) G_GNUC_WARN_UNUSED_RESULT;
void muster_task_free (MusterTask *self);

const char *muster_task_state_get_key (MusterTaskState state);
const char *muster_task_state_get_title (MusterTaskState state);
gboolean muster_task_state_find (const char *key, MusterTaskState *out_state);
const char *muster_task_anchor_get_key (MusterTaskAnchor anchor);
MusterTaskAnchor muster_task_anchor_find (const char *key);

gint64 muster_task_get_due (const MusterTask *self, const MusterEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterTask, muster_task_free)

G_END_DECLS
