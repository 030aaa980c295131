/* muster-import-sign-up.c - musterctl import --as signup: which event a 接龙 is for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "muster-import-sign-up"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "muster-chat-sign-ups.h"
#include "muster-event-table.h"
#include "muster-import-sign-up.h"
#include "muster-input-error.h"
#include "muster-recurrence.h"
#include "muster-typed.h"

/* Whether one can still sign up: it is planned, not over, and no deadline has passed. */
static gboolean
is_open (const MusterEvent *event, gint64 now)
{
  g_autoptr (GTimeZone) zone = muster_event_dup_zone (event);
  g_autoptr (MusterRecurrence) recurrence = NULL;
  g_autoptr (GArray) times = NULL;
  gint64 wall = muster_event_to_wall (zone, now);

  if (g_strcmp0 (event->standing, "planned") != 0 ||
      (event->sign_up_until != MUSTER_EVENT_NO_TIME && event->sign_up_until < wall))
    return FALSE;
  if (event->recurrence == NULL)
    return event->end_at > wall;

  recurrence =
      muster_recurrence_new (event->recurrence, event->start_at, event->all_day, zone, NULL);
  if (recurrence != NULL)
    times = muster_recurrence_list (recurrence, wall, G_MAXINT64, 1);
  return times != NULL && times->len > 0;
}

static gboolean
is_named (const MusterEvent *event, const char *notices)
{
  return event->title != NULL && *event->title != '\0' && strstr (notices, event->title) != NULL;
}

/* Whether another of @events has a longer title that holds this one: “聚餐” in “周五聚餐”. */
static gboolean
is_part_of_another (GPtrArray *events, const MusterEvent *event)
{
  for (guint i = 0; i < events->len; i++)
    {
      const MusterEvent *other = events->pdata[i];

      if (strcmp (other->title, event->title) != 0 && strstr (other->title, event->title) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Those of @events that @notices names (%NULL: whatever it says), all or the open ones. */
static GPtrArray *
choose (GPtrArray *events, const char *notices, gboolean only_open, gint64 now)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < events->len; i++)
    if ((notices == NULL || is_named (events->pdata[i], notices)) &&
        (!only_open || is_open (events->pdata[i], now)))
      g_ptr_array_add (chosen, events->pdata[i]);
  for (guint i = notices != NULL ? chosen->len : 0; i > 0; i--)
    if (is_part_of_another (chosen, chosen->pdata[i - 1]))
      g_ptr_array_remove_index (chosen, i - 1);
  return g_steal_pointer (&chosen);
}

static int
fail_to_choose (MusterCommandContext *context, GPtrArray *candidates)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (candidates->len == 0)
    return muster_command_fail_usage (
        context, "%s",
        _ ("The list names no event of the group, and none is open for sign-up. Say --event."));
  for (guint i = 0; i < candidates->len; i++)
    {
      const MusterEvent *event = candidates->pdata[i];
      g_autofree char *id = muster_id_dup_text (&event->id);

      g_string_append_printf (names, "%s%s (%s)", i > 0 ? ", " : "", event->title, id);
    }
  return muster_command_fail_usage (
      /* TRANSLATORS: a list of events */
      context, _ ("The list may be for several events. Say which with --event: %s"), names->str);
}

/* The id of the event that the list names, else of the only one that is open. */
static char *
guess_event (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
             MusterTextSource *source, const char *path, int *out_status)
{
  g_autoptr (GError) error = NULL;
  gint64 now = muster_clock_get_now (context->clock) / G_USEC_PER_SEC;
  g_autofree char *notices = muster_chat_sign_ups_dup_notices (source, &error);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) candidates = NULL;

  if (notices != NULL)
    events = muster_event_table_list (muster_store_get_database (store, NULL),
                                      muster_group_get_id (group), G_MININT64, G_MAXINT64, &error);
  if (events == NULL)
    {
      muster_input_error_set_file (error, path);
      *out_status = muster_command_fail (context, error);
      return NULL;
    }

  for (guint attempt = 0; attempt < 3 && (candidates == NULL || candidates->len == 0); attempt++)
    {
      g_clear_pointer (&candidates, g_ptr_array_unref);
      candidates = choose (events, attempt < 2 ? notices : NULL, attempt != 1, now);
    }
  if (candidates->len == 1)
    return muster_id_dup_text (&((const MusterEvent *) candidates->pdata[0])->id);

  *out_status = fail_to_choose (context, candidates);
  return NULL;
}

/**
 * muster_import_sign_up_run:
 * @source: a pasted 接龙, or chat records with some
 * @path: of @source, for messages
 * @event: (nullable): an id or a title; %NULL: the one that the list names, else the only one
 *   that is open for sign-up
 * @time: (nullable): which time of a series, as it was typed
 *
 * Returns: the exit status
 */
int
muster_import_sign_up_run (MusterCommandContext *context, MusterStore *store, MusterGroup *group,
                           MusterTextSource *source, const char *path, const char *event,
                           const char *time, gboolean dry_run)
{
  g_auto (MusterEventTime) when = { 0 };
  g_autofree char *guess = NULL;
  gint64 wall = 0;
  int status;

  if (time != NULL && !muster_typed_moment (time, &wall))
    return muster_event_time_fail (context, time);
  if (event == NULL)
    {
      guess = guess_event (context, store, group, source, path, &status);
      if (guess == NULL)
        return status;
      event = guess;
    }
  if (!muster_event_time_find (context, store, group, event, time != NULL ? &wall : NULL, &when,
                               &status))
    return status;

  return muster_event_people_sign_up_source (context, store, group, &when, source, path, dry_run);
}
