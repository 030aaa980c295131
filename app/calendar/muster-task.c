/* muster-task.c - something that has to be done for an event
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-task"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "muster-task.h"

#define SECONDS_PER_MINUTE 60
#define SECONDS_PER_DAY 86400

static const struct
{
  const char *key;
  const char *title;
} states[] = {
  [MUSTER_TASK_OPEN] = { "open", N_ ("To do") },
  [MUSTER_TASK_DONE] = { "done", N_ ("Done") },
  [MUSTER_TASK_DROPPED] = { "dropped", N_ ("Dropped") },
};

static const char *const anchors[] = {
  [MUSTER_TASK_AT] = NULL,
  [MUSTER_TASK_FROM_START] = "start",
  [MUSTER_TASK_FROM_END] = "end",
};

MusterTask *
muster_task_new (void)
{
  MusterTask *self = g_new0 (MusterTask, 1);

  self->due_at = MUSTER_EVENT_NO_TIME;
  return self;
}

MusterTask *
muster_task_copy (const MusterTask *self)
{
  MusterTask *copy = g_memdup2 (self, sizeof *self);

  copy->title = g_strdup (self->title);
  copy->owner = g_strdup (self->owner);
  copy->note = g_strdup (self->note);
  return copy;
}

void
muster_task_free (MusterTask *self)
{
  g_free (self->title);
  g_free (self->owner);
  g_free (self->note);
  g_free (self);
}

const char *
muster_task_state_get_key (MusterTaskState state)
{
  return states[state].key;
}

/**
 * muster_task_state_get_title:
 *
 * Returns: for people, translated
 */
const char *
muster_task_state_get_title (MusterTaskState state)
{
  return _ (states[state].title);
}

/**
 * muster_task_state_find:
 * @key: (nullable): a stored word
 */
gboolean
muster_task_state_find (const char *key, MusterTaskState *out_state)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i].key, key) == 0)
      {
        *out_state = (MusterTaskState) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * muster_task_anchor_get_key:
 *
 * Returns: (nullable): the stored word; %NULL for %MUSTER_TASK_AT
 */
const char *
muster_task_anchor_get_key (MusterTaskAnchor anchor)
{
  return anchors[anchor];
}

/**
 * muster_task_anchor_find:
 * @key: (nullable): a stored word
 */
MusterTaskAnchor
muster_task_anchor_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    if (g_strcmp0 (anchors[i], key) == 0)
      return (MusterTaskAnchor) i;

  return MUSTER_TASK_AT;
}

/* Where an event without times of day is over: its last day, not the one behind it. */
static gint64
get_end (const MusterEvent *event)
{
  return event->all_day ? MAX (event->start_at, event->end_at - SECONDS_PER_DAY) : event->end_at;
}

/**
 * muster_task_get_due:
 * @event: (nullable): the time of the event to which the task belongs, wherever that was moved to
 *
 * Returns: wall clock in the zone of the event, and only the day counts where that has no times of
 *   day; %MUSTER_EVENT_NO_TIME for whenever it suits
 */
gint64
muster_task_get_due (const MusterTask *self, const MusterEvent *event)
{
  if (self->anchor == MUSTER_TASK_AT)
    return self->due_at;
  if (event == NULL)
    return MUSTER_EVENT_NO_TIME;

  return (self->anchor == MUSTER_TASK_FROM_START ? event->start_at : get_end (event)) +
         self->minutes * SECONDS_PER_MINUTE;
}
